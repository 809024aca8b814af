import { formatValue, isDoc, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { isArrayIndex, type Path } from '../match/path.js';
import type { ArrayFilters } from './array-filters.js';
import { doConflict, isSelection } from './paths.js';
import { KEEP, REMOVE, type Modifier, type UpdateContext } from './transform.js';

/** Padding an array further than this with nulls is refused, as MongoDB does. */
const MAX_PADDING = 1_500_000;

export interface WalkContext extends UpdateContext {
  /** What the positional `$` stands for; null when the filter matched in no array. */
  readonly arrayIndex: number | null;
  readonly arrayFilters: ArrayFilters;
  /** The places changed so far; null where the paths cannot meet. */
  readonly touched: string[] | null;
}

/** One field's change. */
export interface Change {
  readonly path: Path;
  readonly isForInsertsOnly: boolean;
  /** What it does to a document; null for nothing. */
  readonly modifierFor: (doc: Doc) => Modifier | null;
}

type Container = Doc | Value[];

/**
 * Applies a modifier at every concrete place the path names, changing `container` itself.
 * @throws CommandError 2, 28, 40
 */
export function modifyAt(
  container: Container,
  path: Path,
  at: number,
  modifier: Modifier,
  context: WalkContext,
  place = '',
): void {
  const segment = path[at] as string;
  if (!isSelection(segment)) {
    step(container, keyOf(segment, context), path, at, modifier, context, place);
    return;
  }
  if (!Array.isArray(container)) throw noArray(place, container);
  const isSelected = context.arrayFilters.get(segment.slice(2, -1)) ?? (() => true);
  const indexes = [...container.keys()].filter((index) => isSelected(container[index] as Value));
  for (const index of indexes) {
    step(container, String(index), path, at, modifier, context, place);
  }
}

/** The name that a segment stands for, which `$` takes from the filter. @throws CommandError 2 */
function keyOf(segment: string, { arrayIndex }: WalkContext): string {
  if (segment !== '$') return segment;
  if (arrayIndex !== null) return String(arrayIndex);
  throw new CommandError(
    2,
    'The positional operator did not find the match needed from the query.',
  );
}

/**
 * Judges the rest of a path, from `at` on, that leads nowhere in the document: `$[]` and `$[id]` want an array there, whatever
 * the modifier does.
 * @throws CommandError 2
 */
function checkRest(
  current: Value | undefined,
  path: Path,
  at: number,
  context: WalkContext,
  parent: string,
): void {
  let place = parent;
  for (const [index, segment] of path.slice(at).entries()) {
    if (!isSelection(segment)) place += `.${keyOf(segment, context)}`;
    else if (index === 0 && current !== undefined) throw noArray(place, current);
    else {
      throw new CommandError(
        2,
        `The path '${place}' must exist in the document in order to apply array updates.`,
      );
    }
  }
}

function noArray(place: string, value: Value): CommandError {
  const name = place.slice(place.lastIndexOf('.') + 1);
  return new CommandError(
    2,
    `Cannot apply array updates to non-array element ${name}: ${formatValue(value)}`,
  );
}

function step(
  container: Container,
  key: string,
  path: Path,
  at: number,
  modifier: Modifier,
  context: WalkContext,
  parent: string,
): void {
  const place = parent === '' ? key : `${parent}.${key}`;
  if (Array.isArray(container) && !isArrayIndex(key)) {
    checkRest(undefined, path, at + 1, context, place);
    if (!modifier.creates) return;
    throw cannotCreate(key, path, at, container);
  }
  const current = Array.isArray(container) ? container[Number(key)] : container.get(key);
  if (at === path.length - 1) {
    noteTouched(place, context.touched);
    const next = modifier.transform(current, context, path.join('.'));
    if (next !== KEEP) store(container, key, next);
    return;
  }
  if (isDoc(current) || Array.isArray(current)) {
    modifyAt(current, path, at + 1, modifier, context, place);
    return;
  }
  checkRest(current, path, at + 1, context, place);
  if (!modifier.creates) return;
  if (current !== undefined) throw cannotCreate(path[at + 1] as string, path, at + 1, current);
  const created: Doc = new Map();
  modifyAt(created, path, at + 1, modifier, context, place);
  if (created.size > 0) store(container, key, created);
}

/** @throws CommandError 40 when another change was made there. */
function noteTouched(place: string, touched: string[] | null): void {
  if (touched === null) return;
  if (touched.some((other) => doConflict(other, place))) {
    throw new CommandError(40, `Update created a conflict at '${place}'`);
  }
  touched.push(place);
}

function cannotCreate(key: string, path: Path, at: number, container: Value): CommandError {
  const element = `{${path[at - 1] ?? ''}: ${formatValue(container)}}`;
  return new CommandError(28, `Cannot create field '${key}' in element ${element}`);
}

function store(container: Container, key: string, next: Value | typeof REMOVE): void {
  if (!Array.isArray(container)) {
    if (next === REMOVE) container.delete(key);
    else container.set(key, next);
    return;
  }
  const index = Number(key);
  if (next === REMOVE) {
    if (index < container.length) container[index] = null;
    return;
  }
  if (index > container.length + MAX_PADDING) {
    throw new CommandError(2, `can't backfill more than ${MAX_PADDING} elements`);
  }
  while (container.length < index) container.push(null);
  container[index] = next;
}
