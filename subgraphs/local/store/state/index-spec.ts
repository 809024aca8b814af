import { formatValue, isDoc, isNumeric, toNumber, type Doc, type Value } from '../bson/value.js';
import { orderKey } from '../bson/order.js';
import { CommandError, wrongType } from '../bson/errors.js';
import { isTruthy } from '../match/match-operators.js';
import { compileFilter, type Predicate } from '../match/match.js';
import { isArrayIndex, parsePath, type Path } from '../match/path.js';

export interface IndexField {
  readonly name: string;
  readonly path: Path;
  readonly isDescending: boolean;
}

/** One index as asked for; `document` is what listIndexes shows. */
export interface IndexSpec {
  readonly name: string;
  readonly document: Doc;
  readonly fields: readonly IndexField[];
  readonly isUnique: boolean;
  readonly isSparse: boolean;
  readonly partial: { readonly filter: Doc; readonly matches: Predicate } | null;
}

const knownOptions = new Set([
  'v',
  'key',
  'name',
  // The collection's name, which tools still send; without effect since MongoDB 4.4.
  'ns',
  'unique',
  'sparse',
  'partialFilterExpression',
  'background',
  'collation',
]);

/** What MongoDB knows and this store does not do: never passed over. */
const unimplementedOptions = new Set([
  '2dsphereIndexVersion',
  'bits',
  'bucketSize',
  'clustered',
  'columnstoreProjection',
  'default_language',
  'expireAfterSeconds',
  'hidden',
  'language_override',
  'max',
  'min',
  'prepareUnique',
  'storageEngine',
  'textIndexVersion',
  'weights',
  'wildcardProjection',
]);

/** The index every collection has. */
export function idIndexSpec(): IndexSpec {
  return parseIndexSpec(
    new Map<string, Value>([
      ['key', new Map([['_id', 1]])],
      ['name', '_id_'],
    ]),
  );
}

/**
 * @param unknownOptions - Whether options that no index has are passed over; those of other kinds of index never are.
 * @throws CommandError 67 for kinds of index that are not implemented, 197 for unknown options
 */
export function parseIndexSpec(
  given: Doc,
  unknownOptions: 'ignored' | 'refused' = 'refused',
): IndexSpec {
  const key = given.get('key');
  if (!isDoc(key) || key.size === 0)
    throw new CommandError(67, 'Index keys cannot be an empty object');
  const fields = [...key].map(([name, direction]) => parseField(name, direction));
  for (const option of given.keys()) {
    const isKnown = knownOptions.has(option);
    if (!isKnown && (unknownOptions === 'refused' || unimplementedOptions.has(option))) {
      throw new CommandError(
        197,
        `The field '${option}' is not valid for an index specification, or not implemented in the embedded store`,
      );
    }
  }
  const name =
    given.get('name') ??
    [...key].map(([field, way]) => `${field}_${String(way as number)}`).join('_');
  if (typeof name !== 'string' || name === '' || name === '*')
    throw new CommandError(67, 'Index names must be non-empty strings');
  const isId = key.size === 1 && fields[0]?.name === '_id' && !fields[0].isDescending;
  const document: Doc = new Map<string, Value>([
    ['v', 2],
    ['key', key],
    ['name', name],
  ]);
  if (isId) checkIdOptions(given);
  checkVersion(given.get('v'));
  for (const option of ['unique', 'sparse'] as const) {
    const flag = given.get(option) ?? false;
    if (typeof flag !== 'boolean' && !isNumeric(flag)) throw wrongType(option, flag, 'bool');
    if (isTruthy(flag)) document.set(option, true);
  }
  const filter = given.get('partialFilterExpression');
  if (filter !== undefined && !isDoc(filter))
    throw new CommandError(67, 'partialFilterExpression must be a document');
  if (filter !== undefined && document.has('sparse'))
    throw new CommandError(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  if (filter !== undefined) document.set('partialFilterExpression', filter);
  checkSimpleCollation(given.get('collation'));
  return {
    name,
    document,
    fields,
    isUnique: isId || document.has('unique'),
    isSparse: document.has('sparse'),
    partial: filter === undefined ? null : { filter, matches: compileFilter(filter) },
  };
}

/** The index of ids is unique anyway, and nothing else. @throws CommandError 197 */
function checkIdOptions(given: Doc): void {
  for (const option of ['unique', 'sparse', 'partialFilterExpression']) {
    if (!given.has(option)) continue;
    throw new CommandError(
      197,
      `The field '${option}' is not valid for an _id index specification`,
    );
  }
}

/** @throws CommandError 67 for formats of indexes other than the one there is. */
function checkVersion(version: Value | undefined): void {
  if (version === undefined || (isNumeric(version) && toNumber(version) === 2)) return;
  throw new CommandError(67, `Index version ${formatValue(version)} is not supported`);
}

/** Strings compare by their bytes here; every other collation is refused. @throws CommandError 72 */
export function checkSimpleCollation(collation: Value | undefined): void {
  if (collation === undefined || collation === null) return;
  if (isDoc(collation) && (collation.size === 0 || collation.get('locale') === 'simple')) return;
  throw new CommandError(
    72,
    "Only the collation { locale: 'simple' } is implemented in the embedded store",
  );
}

/** True when both ask for the same thing under any name. */
export function isSameIndex(left: IndexSpec, right: IndexSpec): boolean {
  const essence = ({ document }: IndexSpec): string => {
    const rest = new Map(document);
    rest.delete('name');
    rest.delete('v');
    return orderKey(new Map([...rest].sort(([a], [b]) => (a < b ? -1 : 1))));
  };
  return essence(left) === essence(right);
}

export function isSameKey(left: IndexSpec, right: IndexSpec): boolean {
  return orderKey(left.document.get('key') ?? null) === orderKey(right.document.get('key') ?? null);
}

function parseField(name: string, direction: Value): IndexField {
  const way = isNumeric(direction) ? toNumber(direction) : 0;
  if (way === 0 || Number.isNaN(way)) {
    throw new CommandError(
      67,
      `Only ascending and descending indexes are implemented in the embedded store, not { ${name}: ${formatValue(direction)} }`,
    );
  }
  const path = parsePath(name);
  if (name.includes('$') || path.includes('') || path.some(isArrayIndex)) {
    throw new CommandError(67, `The index key "${name}" is not implemented in the embedded store`);
  }
  return { name, path, isDescending: way < 0 };
}
