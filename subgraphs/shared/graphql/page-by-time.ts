import { badUserInput } from '../../../schema/errors.js';
import { decodeCursor, encodeCursor } from '../words/cursors.js';
import { checkFirst, pageInfo } from './connection.js';

/** Where a row stands in a list that is ordered by a time, and by id where that is the same. */
export interface TimePlace {
  readonly time: Date;
  readonly id: string;
}

/** Which page of a list is asked for. */
export interface PageQuestion {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/**
 * A page of such a list. One query.
 * @param find - At most so many rows, those after a place; from the beginning where it is null.
 * @param timeOf - Of a row, what the list is ordered by.
 * @param largest - So many rows a page has at most; as many as any list's where it is left out.
 * @throws BAD_USER_INPUT
 */
export async function pageByTime<Row extends { readonly _id: string }>(
  { first, after }: PageQuestion,
  find: (most: number, after: TimePlace | null) => Promise<readonly Row[]>,
  timeOf: (row: Row) => Date,
  largest?: number,
) {
  const size = checkFirst(first, largest);
  const place = after == null ? null : timePlaceOf(after);
  const rows = await find(size + 1, place);
  const edges = rows.slice(0, size).map((node) => {
    return { node, cursor: timeCursorOf(timeOf(node), node._id) };
  });
  const stands = { hasNextPage: rows.length > size, hasPreviousPage: place !== null };
  const cursors = edges.map(({ cursor }) => cursor);
  return { edges, pageInfo: pageInfo(stands, cursors) };
}

export function timeCursorOf(time: Date, id: string): string {
  return encodeCursor([time.getTime(), id]);
}

/** @throws BAD_USER_INPUT where it is no cursor of such a list. */
export function timePlaceOf(cursor: string): TimePlace {
  const [milliseconds, id] = decodeCursor(cursor, ['number', 'string']) as [number, string];
  const time = new Date(milliseconds);
  if (!Number.isNaN(time.getTime())) return { time, id };
  throw badUserInput('"after" must be a cursor of this list, got something else.', 'after');
}
