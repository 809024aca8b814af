import { AFTER, equalValues, invertKey } from '../bson/order.js';
import { isDoc, isNumeric, toNumber, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import type { Collection, Index } from '../state/collection.js';
import { arrayBit } from '../state/index-keys.js';
import {
  collectBounds,
  intersect,
  type Bound,
  type BoundsByField,
  type Interval,
} from './bounds.js';
import { isOperatorDoc } from '../match/match-operators.js';
import { compileFilter } from '../match/match.js';
import type { SortField } from './sort.js';

/** A stretch of an index, `from` included, `to` not. */
export interface KeyRange {
  readonly from: string;
  readonly to: string;
}

export type Plan =
  | { readonly kind: 'scan'; readonly isDescending: boolean; readonly isSorted: boolean }
  | {
      readonly kind: 'index';
      readonly name: string;
      /** In the order of the index, without overlaps. */
      readonly ranges: readonly KeyRange[];
      readonly isDescending: boolean;
      readonly isSorted: boolean;
    }
  | { readonly kind: 'union'; readonly branches: readonly Plan[]; readonly isSorted: false };

/** Products of `$in` lists beyond this many points are cut off and left to the filter. */
const MAX_RANGES = 2_000;

/**
 * Chooses how to find candidates: the index with the longest equality prefix, then one whose next
 * field has a range, then one that sorts; an `$or` whose branches all have an index; else everything.
 * Candidates are a superset: the caller still applies the filter.
 * @throws CommandError 2 for a hint that names no index, 27 for one that names several
 */
export function choosePlan(
  collection: Collection,
  filter: Doc,
  sort: readonly SortField[],
  hint?: Value,
): Plan {
  const natural = sort.length === 1 && sort[0]?.name === '$natural' ? sort[0] : null;
  const wanted = natural === null ? sort : [];
  const scan: Plan = {
    kind: 'scan',
    isDescending: natural?.isDescending === true || isReverseNatural(hint),
    isSorted: wanted.length === 0,
  };
  if (natural !== null || (isDoc(hint) && hint.has('$natural'))) return scan;
  const hinted = hint === undefined ? null : hintedIndex(collection, hint);
  const bounds = collectBounds(filter);
  const direct = bestIndex(
    hinted ?? [...collection.indexes.values()],
    bounds,
    wanted,
    hinted !== null,
  );
  return direct ?? unionPlan(collection, filter) ?? scan;
}

/** @throws CommandError 2, 9 */
export function checkHint(hint: Value | undefined, sort: readonly SortField[]): void {
  if (hint === undefined) return;
  const isNatural = isDoc(hint) && (hint.size === 0 || hint.has('$natural'));
  if (sort[0]?.name === '$natural' && !isNatural) {
    throw new CommandError(2, 'A sort by $natural goes with no hint of an index');
  }
  if (typeof hint === 'string') return;
  if (!isDoc(hint)) throw new CommandError(9, 'Hint must be a string or an object');
  if (!hint.has('$natural')) return;
  const way = hint.get('$natural');
  if (hint.size === 1 && isNumeric(way) && Math.abs(toNumber(way)) === 1) return;
  throw new CommandError(2, '$natural hint must be 1 or -1, and stand alone');
}

function isReverseNatural(hint: Value | undefined): boolean {
  const way = isDoc(hint) ? hint.get('$natural') : undefined;
  return isNumeric(way) && toNumber(way) === -1;
}

function hintedIndex(collection: Collection, hint: Value): Index[] | null {
  if (isDoc(hint) && hint.size === 0) return null;
  const found = [...collection.indexes.values()].filter(({ spec }) =>
    typeof hint === 'string'
      ? spec.name === hint
      : equalValues(spec.document.get('key') ?? null, hint),
  );
  const [first, second] = found;
  if (first !== undefined && second !== undefined) {
    throw new CommandError(
      27,
      `error processing query: planner returned error :: caused by :: Hint matched multiple indexes, must hint by index name. Matched: ${first.spec.name} and ${second.spec.name}`,
    );
  }
  if (first === undefined) {
    throw new CommandError(
      2,
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  }
  return found;
}

function bestIndex(
  indexes: readonly Index[],
  bounds: BoundsByField,
  sort: readonly SortField[],
  isHinted: boolean,
): Plan | null {
  let best: { plan: Plan; score: number } | null = null;
  for (const index of indexes) {
    if (!isHinted && !holdsAllMatches(index, bounds)) continue;
    const candidate = planIndex(index, bounds, sort);
    if (!isHinted && candidate.score === 0) continue;
    if (best === null || candidate.score > best.score) best = candidate;
  }
  return best?.plan ?? null;
}

/** False when a sparse or partial index may lack documents that the filter matches. */
function holdsAllMatches({ spec }: Index, bounds: BoundsByField): boolean {
  const excludesMissing = (name: string): boolean =>
    bounds.get(name)?.some((bound) => !bound.admitsMissing) === true;
  if (spec.isSparse && !spec.fields.some(({ name }) => excludesMissing(name))) return false;
  if (spec.partial === null) return true;
  return [...spec.partial.filter].every(([name, condition]) =>
    (bounds.get(name) ?? []).some((bound) => implies(name, bound, condition)),
  );
}

/** What values equal to each other meet together, and a missing field as null does. */
const comparisons = new Set(['$eq', '$gt', '$gte', '$lt', '$lte', '$in']);

/** True when every value within the bound meets the condition of a partial index. */
function implies(name: string, bound: Bound, condition: Value): boolean {
  if (equalValues(condition, new Map([['$exists', true]]))) return !bound.admitsMissing;
  const operators = isDoc(condition) && isOperatorDoc(condition) ? condition.keys() : [];
  if (![...operators].every((operator) => comparisons.has(operator))) return false;
  if (equalValues(bound.source, condition)) return true;
  if (!bound.isPoints || name.includes('.')) return false;
  const matches = compileFilter(new Map([[name, condition]]));
  return bound.points.every((point) => matches(new Map([[name, point]])));
}

function planIndex(
  index: Index,
  bounds: BoundsByField,
  sort: readonly SortField[],
): { plan: Plan; score: number } {
  const { spec } = index;
  let prefixes = [''];
  let ranges: KeyRange[] | null = null;
  let score = 0;
  let points = 0;
  let arrayGroup: number | null = null;
  const fixed = new Set<string>();
  for (const [field, { name, isDescending }] of spec.fields.entries()) {
    const arrays = index.arrays[field] ?? 0;
    const usable = (bounds.get(name) ?? []).filter(
      (bound) =>
        arrays === 0 ||
        arrayGroup === null ||
        (bound.group === arrayGroup &&
          bound.group !== 0 &&
          arrays < arrayBit(bound.groupDepth + 1)),
    );
    const chosen = combine(usable, arrays);
    if (chosen === null) break;
    if (arrays !== 0) arrayGroup = chosen.group;
    if (chosen.isPoints && prefixes.length * chosen.intervals.length <= MAX_RANGES) {
      const keys = chosen.intervals.map(({ from }) => (isDescending ? invertKey(from) : from));
      prefixes = prefixes.flatMap((prefix) => keys.map((key) => prefix + key));
      if (keys.length === 1 && arrays === 0) fixed.add(name);
      points += keys.length === 1 ? 1 : 0;
      score += keys.length === 1 ? 10 : 9;
      continue;
    }
    ranges = prefixes.flatMap((prefix) =>
      chosen.intervals.map((one) => rangeOf(prefix, one, isDescending)),
    );
    score += chosen.intervals.some(({ from, to }) => from !== '' || to !== '') ? 5 : 1;
    break;
  }
  ranges ??= prefixes.map((prefix) => ({ from: prefix, to: prefix + AFTER }));
  ranges.sort((left, right) => (left.from < right.from ? -1 : 1));
  if (spec.isUnique && points === spec.fields.length) score += 100;
  const direction = sort.length === 0 ? 1 : sortDirection(index, sort, fixed);
  if (sort.length > 0 && direction !== null) score += 4;
  const plan: Plan = {
    kind: 'index',
    name: spec.name,
    ranges,
    isDescending: direction === -1,
    isSorted: direction !== null,
  };
  return { plan, score };
}

/** One bound out of several on the same field; ranges meet unless an array could split them. */
function combine(bounds: readonly Bound[], arrays: number): Bound | null {
  const byPoints = bounds
    .filter(({ isPoints }) => isPoints)
    .sort((left, right) => left.intervals.length - right.intervals.length);
  const first =
    byPoints[0] ?? bounds.find(({ intervals }) => intervals[0]?.from !== '') ?? bounds[0];
  if (first === undefined || first.isPoints) return first ?? null;
  if (arrays >= arrayBit(first.groupDepth + 1)) return first;
  let interval: Interval | null = first.intervals[0] ?? null;
  for (const other of bounds) {
    const [one] = other.intervals;
    if (other.group !== first.group && arrays !== 0) continue;
    if (interval !== null && one !== undefined) interval = intersect(interval, one);
  }
  return { ...first, intervals: interval === null ? [] : [interval] };
}

function rangeOf(prefix: string, interval: Interval, isDescending: boolean): KeyRange {
  const { from, excludesFrom, to, includesTo } = interval;
  return isDescending
    ? {
        from: prefix + invertKey(to) + (includesTo ? '' : AFTER),
        to: prefix + invertKey(from) + (excludesFrom ? '' : AFTER),
      }
    : {
        from: prefix + from + (excludesFrom ? AFTER : ''),
        to: prefix + to + (includesTo ? AFTER : ''),
      };
}

/** 1 or -1 when reading the index forwards or backwards gives the sort; null when neither does. */
function sortDirection(
  index: Index,
  sort: readonly SortField[],
  fixed: ReadonlySet<string>,
): 1 | -1 | null {
  const wanted = sort.filter(({ name }) => !fixed.has(name));
  const given = index.spec.fields.filter(({ name }) => !fixed.has(name));
  let direction: 1 | -1 | null = null;
  for (const [at, { name, isDescending }] of wanted.entries()) {
    const field = given[at];
    if (field?.name !== name) return null;
    const position = index.spec.fields.indexOf(field);
    if (index.arrays[position] !== 0) return null;
    const way = field.isDescending === isDescending ? 1 : -1;
    if (direction !== null && way !== direction) return null;
    direction = way;
  }
  return direction ?? 1;
}

function unionPlan(collection: Collection, filter: Doc): Plan | null {
  const alternatives = filter.get('$or');
  if (!Array.isArray(alternatives)) return null;
  const branches: Plan[] = [];
  for (const alternative of alternatives) {
    if (!isDoc(alternative)) return null;
    const plan = choosePlan(collection, alternative, []);
    if (plan.kind === 'scan') return null;
    branches.push(plan);
  }
  return { kind: 'union', branches, isSorted: false };
}
