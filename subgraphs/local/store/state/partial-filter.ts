import { BSONRegExp } from 'bson';
import { isDoc, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { isOperatorDoc, isTruthy } from '../match/match-operators.js';

/** Those that only a value which is there can meet: what more a document holds never undoes it. */
const operators = new Set(['$eq', '$gt', '$gte', '$lt', '$lte', '$in', '$type']);

/**
 * Which filters a partial index may have, as `_checkValidFilterExpressions` of MongoDB's index catalogue has it; of `$and` and
 * `$or` one level.
 * @throws CommandError 67
 */
export function checkPartialFilter(filter: Doc, isNested = false): void {
  for (const [name, operand] of filter) {
    if (name === '$comment') continue;
    if ((name === '$and' || name === '$or') && !isNested && Array.isArray(operand)) {
      for (const branch of operand.filter(isDoc)) checkPartialFilter(branch, true);
    } else if (name.startsWith('$')) throw unsupported(name);
    else checkCondition(operand);
  }
}

function checkCondition(condition: Value): void {
  if (condition instanceof BSONRegExp) throw unsupported('$regex');
  if (!isDoc(condition) || !isOperatorDoc(condition)) return;
  for (const [operator, operand] of condition) {
    const isSupported = operator === '$exists' ? isTruthy(operand) : operators.has(operator);
    if (!isSupported) throw unsupported(operator);
  }
}

function unsupported(operator: string): CommandError {
  return new CommandError(67, `Expression not supported in partial index: ${operator}`);
}
