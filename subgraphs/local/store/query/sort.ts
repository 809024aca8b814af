import { EMPTY_ARRAY_KEY, invertKey, NULL_KEY, orderKey } from '../bson/order.js';
import { isDoc, isNumeric, toNumber, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { anyAtPath, parsePath, type Path } from '../match/path.js';

export interface SortField {
  readonly name: string;
  readonly path: Path;
  readonly isDescending: boolean;
}

/** @throws CommandError 2 or 15974/15975 for anything but 1 and -1, such as `$meta`. */
export function parseSort(sort: Value | undefined): SortField[] {
  if (sort === undefined || sort === null) return [];
  if (!isDoc(sort)) throw new CommandError(14, "Expected field 'sort' to be an object");
  return [...sort].map(([name, direction]) => {
    const number = isNumeric(direction) ? toNumber(direction) : 0;
    if (number !== 1 && number !== -1) {
      throw new CommandError(
        15975,
        '$sort key ordering must be 1 (for ascending) or -1 (for descending)',
      );
    }
    if (name.startsWith('$') && name !== '$natural') {
      throw new CommandError(
        16410,
        `FieldPath field names may not start with '$'. Consider using $getField or $setField.`,
      );
    }
    return { name, path: parsePath(name), isDescending: number === -1 };
  });
}

/**
 * Builds the string by which a document sorts. An array counts as its least element, or its greatest
 * when descending; an empty array sorts below null, a missing field as null.
 */
export function createSortKey(fields: readonly SortField[]): (doc: Doc) => string {
  return (doc) => {
    let key = '';
    for (const { path, isDescending } of fields) {
      const field = extremeKey(doc, path, isDescending);
      key += isDescending ? invertKey(field) : field;
    }
    return key;
  };
}

function extremeKey(doc: Doc, path: Path, wantsGreatest: boolean): string {
  let extreme: string | undefined;
  const consider = (key: string): void => {
    if (extreme === undefined || (wantsGreatest ? key > extreme : key < extreme)) extreme = key;
  };
  anyAtPath(doc, path, 0, 'whole', (value) => {
    if (value === undefined) consider(NULL_KEY);
    else if (!Array.isArray(value)) consider(orderKey(value));
    else if (value.length === 0) consider(EMPTY_ARRAY_KEY);
    else for (const element of value) consider(orderKey(element));
    return false;
  });
  return extreme ?? NULL_KEY;
}
