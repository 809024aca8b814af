import { badUserInput } from '../../../schema/errors.js';

/** Writes an opaque cursor: the sort key of a row, its tie-break last. */
export function encodeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * Reads a cursor that `encodeCursor` wrote.
 * @param types - What each part must be; a part may be null where its type ends in `?`.
 * @throws BAD_USER_INPUT when it is of another form.
 */
export function decodeCursor(
  cursor: string,
  types: readonly ('string' | 'number' | 'string?' | 'number?')[],
): readonly (string | number | null)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits = (part: unknown, index: number) => {
      const type = types[index];
      return type?.endsWith('?') && part === null ? true : typeof part === type?.replace('?', '');
    };
    if (Array.isArray(key) && key.length === types.length && key.every(fits)) {
      return key as (string | number | null)[];
    }
  } catch {
    // Not JSON: refused below with every other wrong form.
  }
  throw badUserInput(
    '"after" must be a cursor of this very list and sort, got something else.',
    'after',
  );
}
