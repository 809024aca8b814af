import { BSONRegExp } from 'bson';
import { isDoc, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import {
  compileOperators,
  isOperatorDoc,
  logicalOperators,
  regexTest,
  type Candidates,
} from './match-operators.js';
import { refusedOperator } from './refused-operators.js';
import { equalityTest } from './value-tests.js';
import {
  anyAtPath,
  parsePath,
  type LeafMode,
  type MatchTrace,
  type Path,
  type ValueTest,
} from './path.js';

/** True when the document matches; fills `trace` for the positional `$` operator. */
export type Predicate = (doc: Doc, trace?: MatchTrace) => boolean;

/** The values a dotted path reaches in one document; with an empty path, a value and the elements of it. */
class PathCandidates implements Candidates {
  constructor(
    private readonly root: Value,
    private readonly path: Path,
    private readonly trace: MatchTrace | undefined,
  ) {}

  any(mode: LeafMode, test: ValueTest): boolean {
    return anyAtPath(this.root, this.path, 0, mode, test, this.trace);
  }

  untraced(): Candidates {
    return new PathCandidates(this.root, this.path, undefined);
  }
}

/**
 * Prepares a filter.
 * @throws CommandError 2 for an unknown operator or a malformed operand, 27, 238 and 291 for operators not implemented
 */
export function compileFilter(filter: Doc): Predicate {
  const parts: Predicate[] = [];
  for (const [key, operand] of filter) {
    if (key === '$comment') continue;
    parts.push(key.startsWith('$') ? compileLogical(key, operand) : compileField(key, operand));
  }
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return (doc, trace) => parts.every((part) => part(doc, trace));
}

/**
 * Prepares the condition of a `$pull` for single elements: operators and patterns look into an element that is an array, a
 * filter is for documents only.
 * @throws CommandError as `compileFilter`
 */
export function compilePullFilter(condition: Doc | BSONRegExp): (element: Value) => boolean {
  const operators: Doc = isDoc(condition) ? condition : new Map([['$regex', condition]]);
  const [first = ''] = operators.keys();
  if (!isOperatorDoc(operators) || logicalOperators.has(first)) {
    const matches = compileFilter(operators);
    return (element) => isDoc(element) && matches(element);
  }
  const conditions = compileOperators(operators, compileFilter);
  return (element) => {
    const candidates = new PathCandidates(element, [], undefined);
    return conditions.every((holds) => holds(candidates));
  };
}

/** The fields at the top of a document that a filter looks at. */
export function fieldsOf(filter: Doc): Set<string> {
  const fields = new Set<string>();
  for (const [key, operand] of filter) {
    if (!key.startsWith('$')) fields.add(key.split('.', 1)[0] ?? key);
    else if (Array.isArray(operand)) {
      for (const branch of operand.filter(isDoc))
        for (const each of fieldsOf(branch)) fields.add(each);
    }
  }
  return fields;
}

function compileLogical(key: string, operand: Value): Predicate {
  if (key !== '$and' && key !== '$or' && key !== '$nor') {
    throw refusedOperator(key, 'unknown top level operator');
  }
  if (!Array.isArray(operand)) throw new CommandError(2, `${key} must be an array`);
  if (operand.length === 0) throw new CommandError(2, `${key} must be a nonempty array`);
  const branches = operand.map((branch) => {
    if (!isDoc(branch)) throw new CommandError(2, `${key} entries need to be full objects`);
    return compileFilter(branch);
  });
  switch (key) {
    case '$and':
      return (doc, trace) => branches.every((branch) => branch(doc, trace));
    case '$or':
      // Of several it is not told which one held, so none says where; one alone is no alternative.
      return (doc, trace) =>
        branches.some((branch) => branch(doc, branches.length === 1 ? trace : undefined));
    case '$nor':
      return (doc) => !branches.some((branch) => branch(doc));
  }
}

function compileField(key: string, operand: Value): Predicate {
  const path = parsePath(key);
  if (isDoc(operand) && isOperatorDoc(operand)) {
    const conditions = compileOperators(operand, compileFilter);
    return (doc, trace) => {
      const candidates = new PathCandidates(doc, path, trace);
      return conditions.every((condition) => condition(candidates));
    };
  }
  const test = operand instanceof BSONRegExp ? regexTest(operand) : equalityTest(operand);
  return (doc, trace) => anyAtPath(doc, path, 0, 'expand', test, trace);
}
