import { Decimal128, Double } from 'bson';
import { addDecimals, multiplyDecimals, parseDecimal, type Decimal } from '../bson/decimal.js';
import { isInt32, toNumber, type Numeric } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';

/** What a Decimal128 holds (IEEE 754-2008). */
const MAX_DIGITS = 34;
const LEAST_EXPONENT = -6176;
const MOST_EXPONENT = 6111;

type Operation = 'add' | 'multiply';

/**
 * `$inc` and `$mul` with MongoDB's result types: decimal before double before long before int; an int
 * that grows too large becomes a long.
 * @throws CommandError 2 when a 64-bit integer overflows, 238 for decimals that would lose something
 */
export function calculate(operation: Operation, left: Numeric, right: Numeric): Numeric {
  if (left instanceof Decimal128 || right instanceof Decimal128) {
    return calculateDecimal(operation, left, right);
  }
  if (isDouble(left) || isDouble(right)) {
    const [a, b] = [toNumber(left), toNumber(right)];
    return asDouble(operation === 'add' ? a + b : a * b);
  }
  const [a, b] = [wholeOf(left), wholeOf(right)];
  const result = operation === 'add' ? a + b : a * b;
  if (BigInt.asIntN(64, result) !== result) {
    throw new CommandError(
      2,
      `Failed to apply $${operation === 'add' ? 'inc' : 'mul'} operations to current value (${String(left)}): the result does not fit 64 bits`,
    );
  }
  const areInts = typeof left === 'number' && typeof right === 'number';
  return areInts && isInt32(Number(result)) ? Number(result) : result;
}

/** Zero of the same type, which `$mul` stores where the field was missing. */
export function zeroLike(value: Numeric): Numeric {
  if (value instanceof Decimal128) return Decimal128.fromString('0');
  if (isDouble(value)) return new Double(0);
  return typeof value === 'bigint' ? 0n : 0;
}

/** A double in the form documents hold it: see `Value`. */
function asDouble(value: number): Numeric {
  return isInt32(value) ? new Double(value) : value;
}

function isDouble(value: Numeric): value is number | Double {
  return value instanceof Double || (typeof value === 'number' && !isInt32(value));
}

function wholeOf(value: Numeric): bigint {
  return typeof value === 'bigint' ? value : BigInt(toNumber(value));
}

/** @throws CommandError 238 where the result would have to be rounded, or a double to be made a decimal */
function calculateDecimal(operation: Operation, left: Numeric, right: Numeric): Decimal128 {
  const [a, b] = [exactOf(left), exactOf(right)];
  const result = operation === 'add' ? addDecimals(a, b) : multiplyDecimals(a, b);
  const digits = String(result.coefficient).replace('-', '').length;
  if (digits > MAX_DIGITS || result.exponent < LEAST_EXPONENT || result.exponent > MOST_EXPONENT) {
    throw notImplemented(`a result of ${digits} digits`);
  }
  const isNegativeZero =
    operation === 'multiply' &&
    result.coefficient === 0n &&
    a.coefficient < 0n !== b.coefficient < 0n;
  const sign = isNegativeZero ? '-' : '';
  return Decimal128.fromString(`${sign}${String(result.coefficient)}E${result.exponent}`);
}

function exactOf(value: Numeric): Decimal {
  if (value instanceof Decimal128) {
    const text = value.toString();
    if (/NaN|Infinity|^-0/.test(text)) throw notImplemented(text);
    return parseDecimal(text);
  }
  if (isDouble(value)) throw notImplemented('a double');
  return { coefficient: wholeOf(value), exponent: 0 };
}

function notImplemented(what: string): CommandError {
  return new CommandError(
    238,
    `Arithmetic of Decimal128 with ${what} is not implemented in the embedded store`,
  );
}
