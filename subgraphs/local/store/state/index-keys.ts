import { EMPTY_ARRAY_KEY, invertKey, NULL_KEY, orderKey } from '../bson/order.js';
import { isDoc, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import type { IndexSpec } from './index-spec.js';

export interface IndexKeys {
  /** Without duplicates; empty when the document is not in a sparse or partial index. */
  readonly keys: ReadonlySet<string>;
  /** For each field of the index: where on its path arrays were met, see `arrayBit`. */
  readonly arrays: readonly number[];
}

/** Marks an array found after following so many segments of a path. */
export function arrayBit(segments: number): number {
  return 1 << Math.min(segments, 30);
}

/** How far one field's path has been followed. */
interface Progress {
  readonly value: Value | undefined;
  /** Segments used so far. */
  readonly at: number;
  /** True once an element of the path's last array was taken: arrays inside it are plain values. */
  readonly isFinal: boolean;
}

/** What the entries of a document depend on. */
export type KeySpec = Pick<IndexSpec, 'fields' | 'isSparse' | 'partial'>;

/**
 * The entries of one document in one index, as MongoDB's btree key generator makes them: an array
 * gives one entry for each element, a missing field counts as null, an empty array as undefined.
 * @throws CommandError 171 when two fields of the index are different arrays.
 */
export function indexKeys(doc: Doc, spec: KeySpec): IndexKeys {
  const keys = new Set<string>();
  const arrays = spec.fields.map(() => 0);
  if (spec.partial === null || spec.partial.matches(doc)) {
    const start: Progress = { value: doc, at: 0, isFinal: false };
    expand(
      spec,
      spec.fields.map(() => start),
      keys,
      arrays,
    );
  }
  return { keys, arrays };
}

function expand(
  spec: KeySpec,
  progress: readonly Progress[],
  keys: Set<string>,
  arrays: number[],
): void {
  const advanced = progress.map((one, field) => follow(one, spec.fields[field]?.path ?? []));
  let array: Value[] | null = null;
  for (const [field, { value, at, isFinal }] of advanced.entries()) {
    if (isFinal || !Array.isArray(value)) continue;
    if (array !== null && array !== value) throw parallelArrays(spec, arrays, field);
    array = value;
    arrays[field] = (arrays[field] ?? 0) | arrayBit(at);
  }
  if (array === null) {
    addKey(spec, advanced, keys);
    return;
  }
  for (const element of array.length === 0 ? [undefined] : array) {
    const inside = advanced.map((one, field): Progress => {
      if (one.isFinal || one.value !== array) return one;
      return enter(element, one.at, spec.fields[field]?.path.length ?? 0, array.length === 0);
    });
    expand(spec, inside, keys, arrays);
  }
}

/** Stands for the empty array, which has a key of its own. */
const emptyArray: Value[] = [];

function enter(element: Value | undefined, at: number, length: number, isEmpty: boolean): Progress {
  if (isEmpty) return { value: emptyArray, at, isFinal: true };
  if (at === length) return { value: element, at, isFinal: true };
  return isDoc(element)
    ? { value: element, at, isFinal: false }
    : { value: undefined, at, isFinal: true };
}

function follow(progress: Progress, path: readonly string[]): Progress {
  let { value, at } = progress;
  if (progress.isFinal) return progress;
  while (at < path.length && isDoc(value)) {
    value = value.get(path[at] as string);
    at += 1;
  }
  if (Array.isArray(value)) return { value, at, isFinal: false };
  return { value: at < path.length ? undefined : value, at, isFinal: true };
}

function addKey(spec: KeySpec, values: readonly Progress[], keys: Set<string>): void {
  if (spec.isSparse && values.every(({ value }) => value === undefined)) return;
  let key = '';
  for (const [field, { value }] of values.entries()) {
    const one = componentKey(value);
    key += spec.fields[field]?.isDescending === true ? invertKey(one) : one;
  }
  keys.add(key);
}

function componentKey(value: Value | undefined): string {
  if (value === undefined) return NULL_KEY;
  return value === emptyArray ? EMPTY_ARRAY_KEY : orderKey(value);
}

function parallelArrays(spec: KeySpec, arrays: readonly number[], field: number): CommandError {
  const other = spec.fields[arrays.findLastIndex((bits) => bits !== 0)]?.path.at(-1) ?? '';
  return new CommandError(
    171,
    `cannot index parallel arrays [${spec.fields[field]?.path.at(-1) ?? ''}] [${other}]`,
  );
}
