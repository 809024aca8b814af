import { BSONRegExp } from 'bson';
import { formatValue, isDoc, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { isOperatorDoc } from '../match/match-operators.js';
import { parsePath } from '../match/path.js';
import { modifyAt } from './walk.js';

/**
 * The fields an upsert takes from its filter: equalities, also inside `$and` and an `$or` or `$in` of
 * one.
 * @throws CommandError 54 when two equalities name one field, 111 when one names a part of the `_id`.
 */
export function upsertSeed(filter: Doc): Doc {
  const seed: Doc = new Map();
  const seen = new Set<string>();
  collect(filter, (name, value) => {
    if (seen.has(name)) {
      throw new CommandError(
        54,
        `cannot infer query fields to set, path '${name}' is matched twice`,
      );
    }
    if (name.startsWith('_id.')) {
      throw new CommandError(
        111,
        `field at '_id' must be exactly specified, field at sub-path '${name}' found`,
      );
    }
    seen.add(name);
    const modifier = { transform: () => value, creates: true };
    const context = {
      idText: formatValue(null),
      isInsert: true,
      nowMs: 0,
      arrayIndex: null,
      arrayFilters: new Map<string, never>(),
      touched: null,
    };
    modifyAt(seed, parsePath(name), 0, modifier, context);
  });
  return seed;
}

function collect(filter: Doc, add: (name: string, value: Value) => void): void {
  for (const [name, operand] of filter) {
    if (name === '$and' || (name === '$or' && Array.isArray(operand) && operand.length === 1)) {
      for (const branch of Array.isArray(operand) ? operand : [])
        if (isDoc(branch)) collect(branch, add);
    } else if (!name.startsWith('$')) {
      const value = equalityOf(operand);
      if (value !== undefined) add(name, value);
    }
  }
}

function equalityOf(operand: Value): Value | undefined {
  if (operand instanceof BSONRegExp) return undefined;
  if (!isDoc(operand) || !isOperatorDoc(operand)) return operand;
  if (operand.has('$eq')) return operand.get('$eq');
  for (const name of ['$in', '$all']) {
    const values = operand.get(name);
    const only = Array.isArray(values) && values.length === 1 ? values[0] : undefined;
    if (only !== undefined && !(only instanceof BSONRegExp)) return only;
  }
  return undefined;
}
