import { decodeCursor, encodeCursor } from '../../../shared/words/cursors.js';
import type { ServiceListing } from '../../store/listing.js';
import type { PageRequest } from './search-types.js';
import { compareIds, takePage, type Page } from './take-page.js';

/** A service that is no longer listed, or a row, in the order of a walk. */
interface Placed {
  readonly service: ServiceListing;
  readonly cursor: string;
}

/** What one page of a walk holds. `cursors` are of both lists, in the order of the walk. */
export interface WalkPage<Row> {
  readonly rows: readonly Row[];
  readonly unlisted: readonly ServiceListing[];
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/**
 * A page of the rows of a walk together with what is no longer listed, each in its place by `updatedAt` and id.
 * @param page - The next `first` rows after the cursor.
 * @param unlisted - All that are, in any order.
 */
export function withUnlisted<Row extends Placed>(
  page: Page<Row>,
  unlisted: readonly ServiceListing[],
  { first, after }: PageRequest,
): WalkPage<Row> {
  const [, , ms, , id] = after === null ? [] : decodeCursor(after, WALK_CURSOR);
  const last = after === null ? null : { ms: Number(ms), id: String(id) };
  const serviceAt = (at: number): ServiceListing => unlisted[at] as ServiceListing;
  const further = takePage(
    unlisted.length,
    first,
    (one, other) => compare(serviceAt(one), serviceAt(other)),
    last && ((at) => compareTo(serviceAt(at), last) > 0),
  );
  const both = [
    ...page.rows.map((row) => ({ service: row.service, cursor: row.cursor, row })),
    ...further.rows.map((at) => {
      const service = serviceAt(at);
      return { service, cursor: cursorOf(service), row: null };
    }),
  ].sort((one, other) => compare(one.service, other.service));
  const kept = both.slice(0, first);
  return {
    rows: kept.flatMap(({ row }) => row ?? []),
    unlisted: kept.flatMap(({ row, service }) => (row ? [] : service)),
    cursors: kept.map(({ cursor }) => cursor),
    hasNextPage: page.hasNextPage || further.hasNextPage || both.length > first,
    hasPreviousPage: page.hasPreviousPage || further.hasPreviousPage,
  };
}

/** As rows have it: sort, two keys of which the second is `updatedAt`, a tie, id. */
const WALK_CURSOR = ['string', 'number', 'number', 'number', 'string'] as const;

function cursorOf({ updatedAt, id }: ServiceListing): string {
  return encodeCursor(['UPDATED', 0, updatedAt.getTime(), 0, id]);
}

function compare(one: ServiceListing, { updatedAt, id }: ServiceListing): number {
  return compareTo(one, { ms: updatedAt.getTime(), id });
}

function compareTo(
  { updatedAt, id }: ServiceListing,
  other: { readonly ms: number; readonly id: string },
): number {
  return updatedAt.getTime() - other.ms || compareIds(id, other.id);
}
