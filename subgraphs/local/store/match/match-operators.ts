import { BSONRegExp } from 'bson';
import { isDoc, isNumeric, toNumber, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { refusedOperator } from './refused-operators.js';
import type { LeafMode, MatchTrace, ValueTest } from './path.js';
import { toRegExp } from './pattern.js';
import { equalityTest, membershipTest, moduloTest, rangeTest, typeTest } from './value-tests.js';

/** What an operator is held against: the values at a path, or one array element. */
export interface Candidates {
  any(mode: LeafMode, test: ValueTest): boolean;
  /** The same without noting where: what does not hold has no place. */
  untraced(): Candidates;
}

export type Condition = (candidates: Candidates) => boolean;

type CompileFilter = (filter: Doc) => (doc: Doc, trace?: MatchTrace) => boolean;

/** True for `{ $gt: 1 }`; false for documents to be compared as such. */
export function isOperatorDoc(doc: Doc): boolean {
  const first = doc.keys().next();
  return first.done !== true && first.value.startsWith('$') && first.value !== '$ref';
}

/** The conditions of `{ $gt: 1, $lt: 5 }`, all of which must hold. @throws CommandError 2, 238, 291 */
export function compileOperators(operators: Doc, compileFilter: CompileFilter): Condition[] {
  const conditions: Condition[] = [];
  for (const [name, operand] of operators) {
    if (name === '$options') {
      if (!operators.has('$regex')) throw new CommandError(2, '$options needs a $regex');
      continue;
    }
    conditions.push(compileOperator(name, operand, operators, compileFilter));
  }
  return conditions;
}

function compileOperator(
  name: string,
  operand: Value,
  siblings: Doc,
  compileFilter: CompileFilter,
): Condition {
  const some =
    (test: ValueTest, mode: LeafMode = 'expand'): Condition =>
    (candidates) =>
      candidates.any(mode, test);
  const none =
    (test: ValueTest): Condition =>
    (candidates) =>
      !candidates.any('expand', test);
  switch (name) {
    case '$eq':
      return some(equalityTest(operand));
    case '$ne':
      if (operand instanceof BSONRegExp) {
        throw new CommandError(2, "Can't have regex as arg to $ne.");
      }
      return none(equalityTest(operand));
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      if (operand instanceof BSONRegExp) {
        throw new CommandError(2, "Can't have RegEx as arg to predicate over field.");
      }
      return some(rangeTest(name, operand));
    case '$in':
      return some(inTest(name, operand));
    case '$nin':
      return none(inTest(name, operand));
    case '$exists': {
      const exists = some((value) => value !== undefined, 'whole');
      return isTruthy(operand) ? exists : (candidates) => !exists(candidates);
    }
    case '$type':
      return some(typeTest(operand));
    case '$mod':
      return some(moduloTest(operand));
    case '$regex':
      return some(regexTest(regexOf(operand, siblings.get('$options'))));
    case '$size':
      return some(sizeTest(operand), 'whole');
    case '$not':
      return compileNot(operand, compileFilter);
    case '$elemMatch':
      return some(elemMatchTest(operand, compileFilter), 'whole');
    case '$all':
      return compileAll(operand, compileFilter);
    default:
      throw refusedOperator(name, 'unknown operator');
  }
}

/** MongoDB's truth: everything but false, zero and null. */
export function isTruthy(value: Value | undefined): boolean {
  if (value === undefined || value === null) return false;
  if (isNumeric(value)) return toNumber(value) !== 0;
  return value !== false;
}

function inTest(name: string, operand: Value): ValueTest {
  if (!Array.isArray(operand)) throw new CommandError(2, `${name} needs an array`);
  const patterns = operand.filter((value) => value instanceof BSONRegExp);
  if (operand.some((value) => isDoc(value) && isOperatorDoc(value))) {
    throw new CommandError(2, `cannot nest $ under ${name}`);
  }
  const isMember = membershipTest(operand);
  if (patterns.length === 0) return isMember;
  const tests = patterns.map((pattern) => regexTest(pattern));
  return (value) => isMember(value) || tests.some((test) => test(value));
}

function sizeTest(operand: Value): ValueTest {
  if (!isNumeric(operand)) throw new CommandError(2, 'Failed to parse $size. Expected a number');
  const size = toNumber(operand);
  if (!Number.isInteger(size))
    throw new CommandError(2, 'Failed to parse $size. Expected an integer');
  if (size < 0) throw new CommandError(2, 'Failed to parse $size. Expected a non-negative number');
  return (value) => Array.isArray(value) && value.length === size;
}

function compileNot(operand: Value, compileFilter: CompileFilter): Condition {
  if (operand instanceof BSONRegExp) {
    const test = regexTest(operand);
    return (candidates) => !candidates.any('expand', test);
  }
  if (!isDoc(operand)) throw new CommandError(2, '$not needs a regex or a document');
  if (operand.size === 0) throw new CommandError(2, '$not cannot be empty');
  const conditions = compileOperators(operand, compileFilter);
  return (candidates) => {
    const unnoted = candidates.untraced();
    return !conditions.every((condition) => condition(unnoted));
  };
}

/** Tests an array: true when one element meets all conditions at once; traces which. */
export function elemMatchTest(operand: Value, compileFilter: CompileFilter): ValueTest {
  if (!isDoc(operand)) throw new CommandError(2, '$elemMatch needs an Object');
  const matches = elementPredicate(operand, compileFilter);
  return (value, trace) => {
    if (!Array.isArray(value)) return false;
    const index = value.findIndex(matches);
    if (index >= 0 && trace !== undefined) trace.arrayIndex = index;
    return index >= 0;
  };
}

/** Those that stand before whole filters, not behind a field. */
export const logicalOperators = new Set(['$and', '$or', '$nor']);

/** The condition of an `$elemMatch`, as a test of one element. */
function elementPredicate(operand: Doc, compileFilter: CompileFilter): (element: Value) => boolean {
  const first = operand.keys().next();
  const isLogical = first.done !== true && logicalOperators.has(first.value);
  if (!isOperatorDoc(operand) || isLogical) {
    const predicate = compileFilter(operand);
    return (element) => {
      if (isDoc(element)) return predicate(element);
      if (!Array.isArray(element)) return false;
      return predicate(new Map(element.map((value, index) => [String(index), value])));
    };
  }
  const conditions = compileOperators(operand, compileFilter);
  return (element) => {
    const single: Candidates = { any: (_mode, test) => test(element), untraced: () => single };
    return conditions.every((condition) => condition(single));
  };
}

function compileAll(operand: Value, compileFilter: CompileFilter): Condition {
  if (!Array.isArray(operand)) throw new CommandError(2, '$all needs an array');
  const [isByElements = false] = operand.map(isElemMatch);
  const conditions = operand.map((wanted): Condition => {
    if (isByElements && !isElemMatch(wanted)) {
      throw new CommandError(2, '$all/$elemMatch has to be consistent');
    }
    if (isByElements && isDoc(wanted)) {
      const test = elemMatchTest(wanted.get('$elemMatch') ?? null, compileFilter);
      return (candidates) => candidates.any('whole', test);
    }
    if (isDoc(wanted) && isOperatorDoc(wanted))
      throw new CommandError(2, 'no $ expressions in $all');
    const test = wanted instanceof BSONRegExp ? regexTest(wanted) : equalityTest(wanted);
    return (candidates) => candidates.any('expand', test);
  });
  return (candidates) =>
    conditions.length > 0 && conditions.every((condition) => condition(candidates));
}

function isElemMatch(wanted: Value): boolean {
  return isDoc(wanted) && wanted.keys().next().value === '$elemMatch';
}

function regexOf(operand: Value, options: Value | undefined): BSONRegExp {
  if (options !== undefined && typeof options !== 'string') {
    throw new CommandError(2, '$options has to be a string');
  }
  if (typeof operand === 'string') return new BSONRegExp(operand, options ?? '');
  if (operand instanceof BSONRegExp) {
    if (options !== undefined && operand.options !== '') {
      throw new CommandError(51075, 'options set in both $regex and $options');
    }
    return new BSONRegExp(operand.pattern, options ?? operand.options);
  }
  throw new CommandError(2, '$regex has to be a string');
}

/** Matches strings, and the regular expression itself where one is stored. @throws CommandError 238, 51091, 51108 */
export function regexTest(regex: BSONRegExp): ValueTest {
  const pattern = toRegExp(regex);
  const isSame = equalityTest(regex);
  return (value) => (typeof value === 'string' ? pattern.test(value) : isSame(value));
}
