import { badUserInput } from '../../../schema/errors.js';
import { checkFirst, pageInfo } from '../../shared/graphql/connection.js';
import { decodeCursor, encodeCursor } from '../../shared/words/cursors.js';
import type { ComplaintRecord } from '../store/agreement-records.js';

/**
 * A page of an agreement's complaints, the latest first.
 * @param complaints - In the order in which they were recorded; one is never taken away. @throws BAD_USER_INPUT.
 */
export function pageComplaints(
  complaints: readonly ComplaintRecord[],
  { first, after }: { readonly first: number; readonly after?: string | null | undefined },
) {
  const size = checkFirst(first);
  const end = after == null ? complaints.length : placeOf(after);
  const start = Math.max(end - size, 0);
  const edges = complaints
    .slice(start, end)
    .map((node, index) => ({ node, cursor: encodeCursor([start + index]) }))
    .reverse();
  const stands = { hasNextPage: start > 0, hasPreviousPage: after != null };
  const cursors = edges.map(({ cursor }) => cursor);
  return { edges, pageInfo: pageInfo(stands, cursors) };
}

/** Which complaint, counted from the first, a cursor is of. */
function placeOf(cursor: string): number {
  const [place] = decodeCursor(cursor, ['number']) as [number];
  if (Number.isSafeInteger(place) && place >= 0) return place;
  throw badUserInput('"after" must be a cursor of this list, got something else.', 'after');
}
