import { isDoc, isNumeric, toNumber, type Doc, type Value } from '../bson/value.js';
import { CommandError, wrongType } from '../bson/errors.js';
import { elemMatchTest, isTruthy } from '../match/match-operators.js';
import { compileFilter } from '../match/match.js';
import { parsePath, type MatchTrace } from '../match/path.js';

type Projection = (doc: Doc) => Doc;

/** What to do with one field: keep or drop it, go inside, or rework its value. */
type Rule =
  | { readonly kind: 'keep' | 'drop' }
  | { readonly kind: 'nested'; readonly rules: Map<string, Rule> }
  | { readonly kind: 'rework'; readonly rework: (value: Value) => Value | undefined };

/**
 * Prepares a `find` projection: inclusion, exclusion, `$slice` and `$elemMatch`.
 * @returns null when every field is wanted.
 * @throws CommandError 31253/31254 for a mix of inclusion and exclusion, 238 for positional projections and computed values,
 * none of which are implemented here.
 */
export function compileProjection(spec: Value | undefined): Projection | null {
  if (spec === undefined || spec === null) return null;
  if (!isDoc(spec)) throw wrongType('projection', spec, 'object');
  if (spec.size === 0) return null;
  const rules = new Map<string, Rule>();
  const matched: string[] = [];
  let mode: 'include' | 'exclude' | null = null;
  let idRule: Value | undefined;
  for (const [name, wanted] of spec) {
    checkName(name);
    if (isDoc(wanted)) {
      const [operator, operand] = operatorOf(name, wanted);
      if (operator === '$elemMatch') matched.push(name);
      addRule(rules, name, { kind: 'rework', rework: compileRework(operator, operand, name) });
      continue;
    }
    const flag = checkedFlag(name, wanted);
    if (name === '_id') {
      idRule = flag;
      continue;
    }
    const fieldMode = isTruthy(flag) ? 'include' : 'exclude';
    if (mode !== null && mode !== fieldMode) throw mixed(name, fieldMode);
    mode = fieldMode;
    addRule(rules, name, { kind: fieldMode === 'include' ? 'keep' : 'drop' });
  }
  const keepsId = idRule === undefined || isTruthy(idRule);
  mode ??= matched.length > 0 || (rules.size === 0 && keepsId) ? 'include' : 'exclude';
  const isInclusion = mode === 'include';
  if (idRule !== undefined || (isInclusion && !rules.has('_id'))) {
    rules.set('_id', { kind: keepsId ? 'keep' : 'drop' });
  }
  return (doc) => withLast(projectDoc(doc, rules, isInclusion), matched);
}

/** MongoDB puts what `$elemMatch` found behind all other fields. */
function withLast(doc: Doc, names: readonly string[]): Doc {
  for (const name of names) {
    const value = doc.get(name);
    if (value === undefined) continue;
    doc.delete(name);
    doc.set(name, value);
  }
  return doc;
}

function mixed(name: string, mode: 'include' | 'exclude'): CommandError {
  return mode === 'include'
    ? new CommandError(31253, `Cannot do inclusion on field ${name} in exclusion projection`)
    : new CommandError(31254, `Cannot do exclusion on field ${name} in inclusion projection`);
}

/** @throws CommandError 238, 16410, 40352 */
function checkName(name: string): void {
  if (parsePath(name).includes('$')) {
    throw new CommandError(238, 'Positional projection is not implemented in the embedded store');
  }
  if (name.startsWith('$')) {
    throw new CommandError(16410, `FieldPath field names may not start with '$': ${name}`);
  }
  if (parsePath(name).includes('')) {
    throw new CommandError(40352, 'FieldPath cannot be constructed with an empty field name');
  }
}

/** @throws CommandError 238 */
function checkedFlag(name: string, wanted: Value): Value {
  if (typeof wanted === 'boolean' || isNumeric(wanted)) return wanted;
  throw new CommandError(
    238,
    `Computed projection of "${name}" is not implemented in the embedded store`,
  );
}

/** @throws CommandError 238, 15983, 51270 */
function operatorOf(name: string, wanted: Doc): [operator: string, operand: Value] {
  const [entry] = wanted;
  if (entry === undefined) {
    throw new CommandError(51270, `An empty sub-projection is not a valid value: ${name}`);
  }
  if (wanted.size > 1 && entry[0].startsWith('$')) {
    throw new CommandError(15983, 'An expression specification must contain exactly one field');
  }
  return entry;
}

function addRule(rules: Map<string, Rule>, name: string, rule: Rule): void {
  const path = parsePath(name);
  let level = rules;
  path.forEach((segment, index) => {
    const existing = level.get(segment);
    const isLast = index === path.length - 1;
    if (existing !== undefined && (isLast || existing.kind !== 'nested')) {
      throw new CommandError(31250, `Path collision at ${name}`);
    }
    if (isLast) {
      level.set(segment, rule);
      return;
    }
    const nested =
      existing?.kind === 'nested'
        ? existing
        : { kind: 'nested' as const, rules: new Map<string, Rule>() };
    level.set(segment, nested);
    level = nested.rules;
  });
}

function projectDoc(doc: Doc, rules: ReadonlyMap<string, Rule>, isInclusion: boolean): Doc {
  const projected: Doc = new Map();
  for (const [name, value] of doc) {
    const kept = projectField(value, rules.get(name), isInclusion);
    if (kept !== undefined) projected.set(name, kept);
  }
  return projected;
}

function projectField(
  value: Value,
  rule: Rule | undefined,
  isInclusion: boolean,
): Value | undefined {
  if (rule === undefined) return isInclusion ? undefined : value;
  switch (rule.kind) {
    case 'keep':
      return value;
    case 'drop':
      return undefined;
    case 'rework':
      return rule.rework(value);
    case 'nested':
      return projectNested(value, rule.rules, isInclusion);
  }
}

function projectNested(
  value: Value,
  rules: ReadonlyMap<string, Rule>,
  isInclusion: boolean,
): Value | undefined {
  if (isDoc(value)) return projectDoc(value, rules, isInclusion);
  if (!Array.isArray(value)) return isInclusion ? undefined : value;
  return value
    .map((element) => projectNested(element, rules, isInclusion))
    .filter((element) => element !== undefined);
}

/** @throws CommandError 238 for every other operator, and for a sub-projection */
function compileRework(
  operator: string,
  operand: Value,
  name: string,
): (value: Value) => Value | undefined {
  switch (operator) {
    case '$slice':
      return compileSlice(operand);
    case '$elemMatch': {
      if (name.includes('.')) {
        throw new CommandError(31275, 'Cannot use $elemMatch projection on a nested field');
      }
      const test = elemMatchTest(operand, compileFilter);
      return (value) => {
        const trace: MatchTrace = { arrayIndex: null };
        if (!Array.isArray(value) || !test(value, trace)) return undefined;
        return [value[trace.arrayIndex ?? 0] ?? null];
      };
    }
    default:
      throw new CommandError(
        238,
        `The projection of "${name}" by ${operator} is not implemented in the embedded store`,
      );
  }
}

/** `n`, or `[skip, n]`. @throws CommandError 28667, 28724 */
function compileSlice(operand: Value): (value: Value) => Value {
  const numbers = (Array.isArray(operand) ? operand : [operand]).map((part) =>
    isNumeric(part) ? Math.trunc(toNumber(part)) : NaN,
  );
  const [first = 0, limit] = numbers;
  if (numbers.some(Number.isNaN) || numbers.length !== (Array.isArray(operand) ? 2 : 1)) {
    throw new CommandError(28667, '$slice takes a number, or a list of two');
  }
  if (limit !== undefined && limit <= 0) {
    throw new CommandError(28724, 'Third argument to $slice must be positive');
  }
  return (value) => {
    if (!Array.isArray(value)) return value;
    if (limit === undefined) return first < 0 ? value.slice(first) : value.slice(0, first);
    const start = first < 0 ? Math.max(0, value.length + first) : first;
    return value.slice(start, start + limit);
  };
}
