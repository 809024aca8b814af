import { badUserInput } from '../../../schema/errors.js';
import { decodeCursor, encodeCursor } from '../../shared/graphql/connection.js';
import type { ServiceListing } from '../store/listing.js';
import type { Matches } from './matches.js';
import type { PageRequest, SearchSort } from './parts/search-types.js';
import { compareIds, takePage, type Page } from './parts/take-page.js';
import type { TitleOrder } from './title-order.js';

/** A row of a page with the cursor that leads behind it. */
export interface PlacedRow {
  readonly slot: number;
  readonly service: ServiceListing;
  readonly cursor: string;
}

type NumericSort = Exclude<SearchSort, 'TITLE'>;

/** By what rows are ordered, the smaller first, before their ids. */
function orderOf(
  sort: NumericSort,
  matches: Matches,
): Record<'major' | 'minor', (slot: number) => number> {
  const { columns } = matches.store;
  switch (sort) {
    case 'RELEVANCE':
      return {
        major: (slot) => Number(matches.isBroader(slot)),
        minor: (slot) => -matches.scoreOf(slot),
      };
    case 'NET_PRICE':
      return {
        major: (slot) => columns.currency[slot] ?? 0,
        minor: (slot) => columns.netMinor[slot] ?? 0,
      };
    case 'DISTANCE':
      return { major: () => 0, minor: (slot) => matches.distanceOf(slot) };
    case 'UPDATED':
      return { major: () => 0, minor: (slot) => columns.updatedAtMs[slot] ?? 0 };
  }
}

/** Checks that a cursor is of this sort, which is its first part. */
function checkSort(given: string | number | null | undefined, wanted: string): void {
  if (given === wanted) return;
  throw badUserInput(
    '"after" must be a cursor of this very list and sort, got one of another.',
    'after',
  );
}

/** One page of the matches, in an order by numbers. @throws BAD_USER_INPUT when `after` is no cursor of this sort. */
export function pageByNumbers(
  matches: Matches,
  sort: NumericSort,
  { first, after }: PageRequest,
): Page<PlacedRow> {
  const rows = matches.store.rows();
  const order = orderOf(sort, matches);
  // Each key is worked out once; a row is its place among the matches.
  const majors = new Uint8Array(matches.slots.length);
  const minors = new Float64Array(matches.slots.length);
  matches.slots.forEach((slot, place) => {
    majors[place] = order.major(slot);
    minors[place] = order.minor(slot);
  });
  const idOf = (place: number): string => rows[matches.slots[place] ?? -1]?.id ?? '';
  const compareTo = (major: number, minor: number, id: () => string, place: number): number =>
    (majors[place] ?? 0) - major || (minors[place] ?? 0) - minor || compareIds(idOf(place), id());
  const compare = (one: number, other: number): number =>
    compareTo(majors[other] ?? 0, minors[other] ?? 0, () => idOf(other), one);

  let comesAfter: ((place: number) => boolean) | null = null;
  if (after !== null) {
    const [given, major, minor, id] = decodeCursor(after, ['string', 'number', 'number', 'string']);
    checkSort(given, sort);
    comesAfter = (place) => compareTo(Number(major), Number(minor), () => String(id), place) > 0;
  }
  const page = takePage(matches.slots.length, first, compare, comesAfter);
  const placed: PlacedRow[] = [];
  for (const place of page.rows) {
    const slot = matches.slots[place] ?? -1;
    const service = rows[slot];
    if (!service) continue;
    const cursor = encodeCursor([sort, majors[place] ?? 0, minors[place] ?? 0, service.id]);
    placed.push({ slot, service, cursor });
  }
  return { ...page, rows: placed };
}

/**
 * One page of the matches, by title.
 * @throws BAD_USER_INPUT when `after` is no cursor of this sort in this language.
 */
export function pageByTitle(
  matches: Matches,
  order: TitleOrder,
  { first, after }: PageRequest,
): Page<PlacedRow> {
  const sort = `TITLE ${order.language ?? ''}`;
  let start = 0;
  if (after !== null) {
    const [given, title, id] = decodeCursor(after, ['string', 'string', 'string']);
    checkSort(given, sort);
    start = order.placeAfter({ title: String(title), id: String(id) });
  }
  const isMatch = new Uint8Array(matches.store.rows().length);
  for (const slot of matches.slots) isMatch[slot] = 1;
  const sorted = order.sorted();
  const placed: PlacedRow[] = [];
  for (let at = start; at < sorted.length && placed.length <= first; at += 1) {
    const row = sorted[at];
    if (!row || isMatch[row.slot] !== 1) continue;
    placed.push({ ...row, cursor: encodeCursor([sort, row.title, row.id]) });
  }
  return {
    rows: placed.slice(0, first),
    hasNextPage: placed.length > first,
    hasPreviousPage: sorted.slice(0, start).some(({ slot }) => isMatch[slot] === 1),
  };
}
