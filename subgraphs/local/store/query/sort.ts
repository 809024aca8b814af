import { invertKey, NULL_KEY, orderKey } from '../bson/order.js';
import { CommandError } from '../bson/errors.js';
import { isDoc, isNumeric, toNumber, type Doc, type Value } from '../bson/value.js';
import { isArrayIndex, parsePath, type Path } from '../match/path.js';
import { indexKeys, type KeySpec } from '../state/index-keys.js';

export interface SortField {
  readonly name: string;
  readonly path: Path;
  readonly isDescending: boolean;
}

/** @throws CommandError 2, 14, 238, 15975, 16410 for anything but 1 and -1, such as `$meta`. */
export function parseSort(sort: Value | undefined): SortField[] {
  if (sort === undefined || sort === null) return [];
  if (!isDoc(sort)) throw new CommandError(14, "Expected field 'sort' to be an object");
  const fields = [...sort].map(([name, direction]) => parseField(name, direction));
  if (fields.length > 1 && sort.has('$natural')) {
    throw new CommandError(2, "Cannot include '$natural' in compound sort");
  }
  if (fields.some(({ path }) => path.some(isArrayIndex))) {
    throw new CommandError(
      238,
      'Sorting by an element of an array is not implemented in the embedded store',
    );
  }
  return fields;
}

function parseField(name: string, direction: Value): SortField {
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
  const path = parsePath(name);
  if (path.includes('')) {
    throw new CommandError(15998, 'FieldPath field names may not be empty strings.');
  }
  return { name, path, isDescending: number === -1 };
}

/**
 * Builds the string by which a document sorts, as if it stood in an index on the fields: of arrays the least entry counts, for
 * all fields together; an empty array sorts below null, a missing field as null.
 */
export function createSortKey(fields: readonly SortField[]): (doc: Doc) => string {
  const spec: KeySpec = { fields, isSparse: false, partial: null };
  return (doc) => plainKey(doc, fields) ?? leastKey(doc, spec);
}

/** The key of a document without arrays on the paths, as nearly all are; null for others. */
function plainKey(doc: Doc, fields: readonly SortField[]): string | null {
  let key = '';
  for (const { path, isDescending } of fields) {
    let value: Value | undefined = doc;
    for (const segment of path) {
      if (Array.isArray(value)) return null;
      value = isDoc(value) ? value.get(segment) : undefined;
    }
    if (Array.isArray(value)) return null;
    const field = value === undefined ? NULL_KEY : orderKey(value);
    key += isDescending ? invertKey(field) : field;
  }
  return key;
}

/** @throws CommandError 2 when two fields of the sort are different arrays. */
function leastKey(doc: Doc, spec: KeySpec): string {
  try {
    const [first = NULL_KEY, ...others] = indexKeys(doc, spec).keys;
    return others.reduce((least, key) => (key < least ? key : least), first);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new CommandError(2, 'cannot sort with keys that are parallel arrays');
  }
}
