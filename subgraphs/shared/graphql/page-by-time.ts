import { badUserInput } from '../../../schema/errors.js';
import { decodeCursor, encodeCursor } from '../words/cursors.js';
import { checkFirst, pageInfo } from './connection.js';

/** Where a row stands in a list that is ordered by a time, and by id where that is the same. */
export interface TimePlace {
  readonly time: Date;
  readonly id: string;
}

/**
 * A page of such a list. One query.
 * @param find - At most so many rows, those after a place; from the beginning where it is null.
 * @param timeOf - Of a row, what the list is ordered by.
 * @throws BAD_USER_INPUT
 */
export async function pageByTime<Row extends { readonly _id: string }>(
  { first, after }: { readonly first: number; readonly after?: string | null | undefined },
  find: (most: number, after: TimePlace | null) => Promise<readonly Row[]>,
  timeOf: (row: Row) => Date,
) {
  const size = checkFirst(first);
  const place = after == null ? null : placeOf(after);
  const rows = await find(size + 1, place);
  const edges = rows.slice(0, size).map((node) => {
    const cursor = encodeCursor([timeOf(node).getTime(), node._id]);
    return { node, cursor };
  });
  const stands = { hasNextPage: rows.length > size, hasPreviousPage: place !== null };
  const cursors = edges.map(({ cursor }) => cursor);
  return { edges, pageInfo: pageInfo(stands, cursors) };
}

function placeOf(cursor: string): TimePlace {
  const [milliseconds, id] = decodeCursor(cursor, ['number', 'string']) as [number, string];
  const time = new Date(milliseconds);
  if (!Number.isNaN(time.getTime())) return { time, id };
  throw badUserInput('"after" must be a cursor of this list, got something else.', 'after');
}
