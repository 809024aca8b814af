import { Decimal128, MaxKey, MinKey } from 'bson';
import { parseDecimal } from '../bson/decimal.js';
import { orderKey } from '../bson/order.js';
import {
  bsonTypeOf,
  isNumeric,
  isTypeNumber,
  toNumber,
  typeNumberOf,
  type Numeric,
  type Value,
} from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import type { ValueTest } from './path.js';

/** Of a Decimal128; a larger exponent than this is beyond 64 bits anyway. */
const MAX_DIGITS = 34;

/** `$eq`: null also equals missing; numbers equal across types. */
export function equalityTest(operand: Value): ValueTest {
  if (operand === null) return (value) => value === undefined || value === null;
  if (typeof operand === 'string' || typeof operand === 'boolean') {
    return (value) => value === operand;
  }
  const key = orderKey(operand);
  if (typeof operand === 'number' && operand === operand) {
    return (value) =>
      typeof value === 'number' ? value === operand : isNumeric(value) && orderKey(value) === key;
  }
  return (value) => value !== undefined && orderKey(value) === key;
}

export type RangeOperator = '$gt' | '$gte' | '$lt' | '$lte';

/** Ranges compare within one type only, except against MinKey and MaxKey, between which a missing field is too. */
export function rangeTest(operator: RangeOperator, operand: Value): ValueTest {
  const includesEqual = operator === '$gte' || operator === '$lte';
  if (operand === null) {
    return includesEqual ? (value) => value === undefined || value === null : () => false;
  }
  const key = orderKey(operand);
  const sign = operator === '$gt' || operator === '$gte' ? 1 : -1;
  const isAnyType = operand instanceof MinKey || operand instanceof MaxKey;
  if (isNumeric(operand) && Number.isNaN(toNumber(operand))) {
    return (value) => includesEqual && value !== undefined && orderKey(value) === key;
  }
  const admitsMissing = isAnyType && operand instanceof MinKey === (sign === 1);
  return (value) => {
    if (value === undefined) return admitsMissing;
    if (typeof value === 'number' && typeof operand === 'number') {
      if (value === operand) return includesEqual;
      return sign === 1 ? value > operand : value < operand;
    }
    if (isNumeric(value) && Number.isNaN(toNumber(value)) && !isAnyType) return false;
    const other = orderKey(value);
    if (other === key) return includesEqual;
    if (!isAnyType && other.charCodeAt(0) !== key.charCodeAt(0)) return false;
    return sign === 1 ? other > key : other < key;
  };
}

/** `$in` without regular expressions. */
export function membershipTest(operands: readonly Value[]): ValueTest {
  const keys = new Set(operands.map(orderKey));
  const includesNull = operands.includes(null);
  return (value) => (value === undefined ? includesNull : keys.has(orderKey(value)));
}

/** `$type` by number or alias, one or several. @throws CommandError 2 */
export function typeTest(operand: Value): ValueTest {
  const wanted = new Set<number>();
  const types = Array.isArray(operand) ? operand : [operand];
  if (types.length === 0) throw new CommandError(9, '$type must match at least one type');
  for (const type of types) {
    if (type === 'number') [1, 16, 18, 19].forEach((number) => wanted.add(number));
    else if (typeof type === 'string') {
      const number = typeNumberOf(type);
      if (number === undefined) throw new CommandError(2, `Unknown type name alias: ${type}`);
      wanted.add(number);
    } else if (isNumeric(type)) {
      const number = toNumber(type);
      if (!isTypeNumber(number)) {
        throw new CommandError(2, `Invalid numerical type code: ${number}`);
      }
      wanted.add(number);
    } else throw new CommandError(14, 'type must be represented as a number or a string');
  }
  return (value) => value !== undefined && wanted.has(bsonTypeOf(value));
}

/** `$mod: [divisor, remainder]`; decimals of either are cut off. @throws CommandError 2 */
export function moduloTest(operand: Value): ValueTest {
  if (!Array.isArray(operand)) throw new CommandError(2, 'malformed mod, needs to be an array');
  const [divisor, remainder] = operand;
  if (operand.length < 2) throw new CommandError(2, 'malformed mod, not enough elements');
  if (operand.length > 2) throw new CommandError(2, 'malformed mod, too many elements');
  if (!isNumeric(divisor)) throw new CommandError(2, 'malformed mod, divisor not a number');
  if (!isNumeric(remainder)) throw new CommandError(2, 'malformed mod, remainder not a number');
  const by = wholeNumber(divisor);
  const rest = wholeNumber(remainder);
  if (by === null || rest === null || by === 0n) throw new CommandError(2, 'divisor cannot be 0');
  return (value) => {
    const whole = isNumeric(value) ? wholeNumber(value) : null;
    return whole !== null && whole % by === rest;
  };
}

/** The whole part; null for what 64 bits do not hold. */
function wholeNumber(value: Numeric): bigint | null {
  if (typeof value === 'bigint') return value;
  const number = toNumber(value);
  if (!Number.isFinite(number)) return null;
  const whole = value instanceof Decimal128 ? wholePart(value) : BigInt(Math.trunc(number));
  return BigInt.asIntN(64, whole) === whole ? whole : null;
}

function wholePart(value: Decimal128): bigint {
  const { coefficient, exponent } = parseDecimal(value.toString());
  if (exponent < -MAX_DIGITS) return 0n;
  return exponent < 0
    ? coefficient / 10n ** BigInt(-exponent)
    : coefficient * 10n ** BigInt(Math.min(exponent, MAX_DIGITS));
}
