import { isDoc, type Doc, type Value } from '../bson/value.js';

export type Path = readonly string[];

/** Where in an array a filter matched, for the positional `$` of an update; null when in none. */
export interface MatchTrace {
  arrayIndex: number | null;
}

/** Tests one candidate value; undefined means the field is missing. */
export type ValueTest = (value: Value | undefined, trace?: MatchTrace) => boolean;

/** `expand`: elements of an array at the end of the path, then the array; `whole`: the array only. */
export type LeafMode = 'expand' | 'whole';

export function parsePath(text: string): Path {
  return text.split('.');
}

export function isArrayIndex(segment: string): boolean {
  return /^(?:0|[1-9]\d*)$/.test(segment);
}

/**
 * True when a value that the dotted path reaches passes the test. Follows MongoDB's
 * `ElementPath`: arrays on the way fan out over their documents, a number picks an element, an array
 * without a document on the way yields nothing, a scalar on the way yields "missing".
 */
export function anyAtPath(
  root: Value | undefined,
  path: Path,
  start: number,
  mode: LeafMode,
  test: ValueTest,
  trace?: MatchTrace,
): boolean {
  let value = root;
  for (let at = start; at < path.length; at += 1) {
    if (isDoc(value)) value = value.get(path[at] as string);
    else if (Array.isArray(value)) return anyInArray(value, path, at, mode, test, trace);
    else return test(undefined, trace);
  }
  if (mode === 'expand' && Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      if (!test(value[index], trace)) continue;
      if (trace !== undefined) trace.arrayIndex = index;
      return true;
    }
  }
  return test(value, trace);
}

function anyInArray(
  array: readonly Value[],
  path: Path,
  at: number,
  mode: LeafMode,
  test: ValueTest,
  trace?: MatchTrace,
): boolean {
  const segment = path[at] as string;
  const wanted = isArrayIndex(segment) ? Number(segment) : -1;
  for (let index = 0; index < array.length; index += 1) {
    const element = array[index];
    const isHit =
      (isDoc(element) && anyAtPath(element, path, at, mode, test, trace)) ||
      (index === wanted && anyAtPath(element, path, at + 1, mode, test, trace));
    if (!isHit) continue;
    if (trace !== undefined) trace.arrayIndex = index;
    return true;
  }
  return false;
}

/** Every value at a path with arrays fanned out, as `distinct` and sorting see them. */
export function valuesAtPath(doc: Doc, path: Path): (Value | undefined)[] {
  const found: (Value | undefined)[] = [];
  anyAtPath(doc, path, 0, 'whole', (value) => {
    if (Array.isArray(value)) found.push(...value);
    else found.push(value);
    return false;
  });
  return found;
}
