import { formatValue, isDoc, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { isArrayIndex, type Path } from '../match/path.js';
import type { ArrayFilters } from './array-filters.js';
import { doConflict } from './paths.js';
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
  if (segment === '$') {
    if (context.arrayIndex === null) {
      throw new CommandError(
        2,
        'The positional operator did not find the match needed from the query.',
      );
    }
    step(container, String(context.arrayIndex), path, at, modifier, context, place);
  } else if (segment.startsWith('$[') && segment.endsWith(']')) {
    for (const index of selectedIndexes(container, segment, path, at, context)) {
      step(container, String(index), path, at, modifier, context, place);
    }
  } else {
    step(container, segment, path, at, modifier, context, place);
  }
}

function selectedIndexes(
  container: Container,
  segment: string,
  path: Path,
  at: number,
  context: WalkContext,
): number[] {
  if (!Array.isArray(container)) {
    const field = path[at - 1] ?? segment;
    throw new CommandError(
      2,
      `Cannot apply array updates to non-array element ${field}: ${formatValue(container)}`,
    );
  }
  const name = segment.slice(2, -1);
  const isSelected = name === '' ? () => true : context.arrayFilters.get(name);
  if (isSelected === undefined) {
    throw new CommandError(
      2,
      `No array filter found for identifier '${name}' in path '${path.join('.')}'`,
    );
  }
  return [...container.keys()].filter((index) => isSelected(container[index] as Value));
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
    if (!modifier.creates) return;
    throw cannotCreate(key, path, at, container);
  }
  const current = Array.isArray(container) ? container[Number(key)] : container.get(key);
  if (at === path.length - 1) {
    noteTouched(place, context.touched);
    const next = modifier.transform(current, context, path.join('.'));
    if (next !== KEEP) store(container, key, next);
  } else if (isDoc(current) || Array.isArray(current)) {
    modifyAt(current, path, at + 1, modifier, context, place);
  } else if (current === undefined) {
    if (!modifier.creates) return;
    const created: Doc = new Map();
    if ((path[at + 1] as string).startsWith('$')) {
      throw new CommandError(
        2,
        `The path '${path.slice(0, at + 1).join('.')}' must exist in the document in order to apply array updates.`,
      );
    }
    modifyAt(created, path, at + 1, modifier, context, place);
    if (created.size > 0) store(container, key, created);
  } else if (modifier.creates) {
    throw cannotCreate(path[at + 1] as string, path, at + 1, current);
  }
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
