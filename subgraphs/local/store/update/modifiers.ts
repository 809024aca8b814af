import { BSONRegExp } from 'bson';
import { compareValues, equalValues } from '../bson/order.js';
import { formatValue, isDoc, isNumeric, toNumber, typeAliasOf, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { compilePullFilter } from '../match/match.js';
import { calculate, zeroLike } from './arithmetic.js';
import { compilePush } from './push.js';
import { nextTimestamp } from './stored-form.js';
import { KEEP, REMOVE, requireArray, type Modifier, type Transform } from './transform.js';

const operators = new Set([
  '$set',
  '$setOnInsert',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$currentDate',
  '$push',
  '$addToSet',
  '$pop',
  '$pull',
  '$pullAll',
  '$rename',
]);

/** @throws CommandError 9 for what is no modifier, 238 for the one that is not implemented */
export function checkModifier(operator: string): void {
  if (operators.has(operator)) return;
  if (operator === '$bit') {
    throw new CommandError(238, 'The modifier $bit is not implemented in the embedded store');
  }
  throw unknownModifier(operator);
}

function unknownModifier(operator: string): CommandError {
  return new CommandError(
    9,
    `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
  );
}

/** Prepares one operator's change to one field. @throws CommandError 2, 9, 14 or 238 */
export function compileModifier(operator: string, operand: Value): Modifier {
  const creating = (transform: Transform): Modifier => ({ transform, creates: true });
  const changing = (transform: Transform): Modifier => ({ transform, creates: false });
  switch (operator) {
    case '$set':
    case '$setOnInsert':
      return creating(() => operand);
    case '$unset':
      return changing((current) => (current === undefined ? KEEP : REMOVE));
    case '$inc':
    case '$mul':
      return creating(compileArithmetic(operator, operand));
    case '$min':
    case '$max': {
      const sign = operator === '$min' ? -1 : 1;
      return creating((current) =>
        current === undefined || compareValues(operand, current) * sign > 0 ? operand : KEEP,
      );
    }
    case '$currentDate':
      return creating(compileCurrentDate(operand));
    case '$push':
      return creating(compilePush(operand));
    case '$addToSet':
      return creating(compileAddToSet(operand));
    case '$pop':
      return changing(compilePop(operand));
    case '$pull':
      return changing(compilePull(operand));
    case '$pullAll':
      return changing(compilePullAll(operand));
    default:
      throw unknownModifier(operator);
  }
}

function compileArithmetic(operator: '$inc' | '$mul', operand: Value): Transform {
  const verb = operator === '$inc' ? 'increment' : 'multiply';
  if (!isNumeric(operand)) {
    throw new CommandError(14, `Cannot ${verb} with non-numeric argument: ${formatValue(operand)}`);
  }
  return (current, { idText }, path) => {
    if (current === undefined) return operator === '$inc' ? operand : zeroLike(operand);
    if (!isNumeric(current)) {
      throw new CommandError(
        14,
        `Cannot apply ${operator} to a value of non-numeric type. {_id: ${idText}} has the field '${path.split('.').at(-1) ?? path}' of non-numeric type ${typeAliasOf(current)}`,
      );
    }
    return calculate(operator === '$inc' ? 'add' : 'multiply', current, operand);
  };
}

function compileCurrentDate(operand: Value): Transform {
  const type = isDoc(operand) ? operand.get('$type') : operand === true ? 'date' : undefined;
  if (type !== 'date' && type !== 'timestamp' && operand !== false) {
    throw new CommandError(2, "The '$type' string field is required to be 'date' or 'timestamp'");
  }
  if (isDoc(operand) && operand.size > 1) {
    throw new CommandError(2, `Unrecognized $currentDate option: ${formatValue(operand)}`);
  }
  return (_current, { nowMs }) => (type === 'timestamp' ? nextTimestamp(nowMs) : new Date(nowMs));
}

function compileAddToSet(operand: Value): Transform {
  const hasEach = isDoc(operand) && operand.keys().next().value === '$each';
  if (hasEach && operand.size > 1) {
    throw new CommandError(
      2,
      `Found unexpected fields after $each in $addToSet: ${formatValue(operand)}`,
    );
  }
  const each = hasEach ? operand.get('$each') : undefined;
  if (each !== undefined && !Array.isArray(each)) {
    throw new CommandError(14, 'The argument to $each in $addToSet must be an array');
  }
  const additions = each ?? [operand];
  return (current, context, path) => {
    const values = current === undefined ? [] : [...requireArray(current, path, context)];
    for (const addition of additions) {
      if (!values.some((value) => equalValues(value, addition))) values.push(addition);
    }
    return values;
  };
}

function compilePop(operand: Value): Transform {
  const end = isNumeric(operand) ? toNumber(operand) : 0;
  if (end !== 1 && end !== -1) {
    throw new CommandError(9, `$pop expects 1 or -1, found: ${formatValue(operand)}`);
  }
  return (current, context, path) => {
    if (current === undefined) return KEEP;
    const values = requireArray(current, path, context, 14);
    return end === 1 ? values.slice(0, -1) : values.slice(1);
  };
}

function compilePull(operand: Value): Transform {
  const isPulled = pullTest(operand);
  return (current, context, path) =>
    current === undefined
      ? KEEP
      : requireArray(current, path, context).filter((value) => !isPulled(value));
}

function pullTest(operand: Value): (value: Value) => boolean {
  if (isDoc(operand) || operand instanceof BSONRegExp) return compilePullFilter(operand);
  return (value) => equalValues(value, operand);
}

function compilePullAll(operand: Value): Transform {
  if (!Array.isArray(operand)) {
    throw new CommandError(
      2,
      `$pullAll requires an array argument but was given a ${typeAliasOf(operand)}`,
    );
  }
  return (current, context, path) =>
    current === undefined
      ? KEEP
      : requireArray(current, path, context).filter(
          (value) => !operand.some((pulled) => equalValues(pulled, value)),
        );
}
