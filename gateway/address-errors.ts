import type { Path, Reading, Row } from './check-answer.js';
import type { Representation } from './split-representations.js';
import { failureOf, type Cause, type FetchError, type ReportedError } from './subgraph-errors.js';

/** An error of one cooperative. @param path - Null where it has no place of its own. */
export function cooperativeError(owner: string, cause: Cause, path: Path | null): FetchError {
  return {
    message: cause.message,
    ...(path && { path }),
    extensions: { ...cause.extensions, code: cause.code, cooperative: owner },
  };
}

/** One error for each field that is null because the owner's endpoint does not know it. */
export function leftOutErrors({ owner, leftOut }: Reading): FetchError[] {
  return leftOut.map(({ path, field }) => {
    const problem = `answers an older version of the contract, which has no ${field}`;
    return cooperativeError(owner, failureOf(owner, problem), path);
  });
}

interface Addressed {
  readonly owner: string;
  readonly representations: readonly Representation[];
  readonly rows: readonly (Row | null)[];
  readonly errors: readonly ReportedError[];
  /** The response keys that the client sees of an entity. */
  readonly keysOf: (representation: Representation) => string[];
}

/**
 * Gives each error that came with an entity answer its place: errors of fields keep theirs, and every field of a row
 * that is missing has one of its own, whether or not the owner said why.
 */
export function addressErrors(given: Addressed): FetchError[] {
  const { owner, rows, errors } = given;
  const errorsByRow = new Map<number, ReportedError[]>();
  const addressed: FetchError[] = [];
  for (const error of errors) {
    const [root, index] = error.path ?? [];
    if (root === '_entities' && typeof index === 'number' && index < rows.length) {
      errorsByRow.set(index, [...(errorsByRow.get(index) ?? []), error]);
    } else {
      addressed.push(cooperativeError(owner, error, null));
    }
  }
  for (const [index, representation] of given.representations.entries()) {
    const own = errorsByRow.get(index) ?? [];
    const row = rows[index] ?? null;
    if (row !== null && own.length === 0) continue;
    addressed.push(...addressRow(given, representation, index, row, own));
  }
  return addressed;
}

function addressRow(
  { owner, keysOf }: Addressed,
  representation: Representation,
  index: number,
  row: Row | null,
  errors: readonly ReportedError[],
): FetchError[] {
  const at: Path = ['_entities', index];
  const keys = keysOf(representation);
  const keyOf = ({ path }: ReportedError): string | undefined =>
    keys.find((key) => key === path?.[2]);
  const ofFields = errors.filter((error) => keyOf(error) !== undefined);
  const ofRow = errors.filter((error) => keyOf(error) === undefined);
  const fieldErrors = ofFields.map((error) => cooperativeError(owner, error, error.path));
  if (row !== null) {
    return [...fieldErrors, ...ofRow.map((error) => cooperativeError(owner, error, at))];
  }
  const cause =
    ofRow[0] ??
    ofFields[0] ??
    failureOf(owner, `does not know "${representation.id}"`, 'NOT_FOUND');
  const explained = new Set(ofFields.map(keyOf));
  const missing = keys.filter((key) => !explained.has(key));
  return [...fieldErrors, ...missing.map((key) => cooperativeError(owner, cause, [...at, key]))];
}
