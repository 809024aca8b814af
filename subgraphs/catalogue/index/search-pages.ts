import { badUserInput } from '../../../schema/errors.js';
import { decodeCursor, encodeCursor } from '../../shared/words/cursors.js';
import type { ServiceListing } from '../store/listing.js';
import { TIES, type Matches } from './matches.js';
import type { PageRequest, SearchRequest, SearchSort } from './parts/search-types.js';
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
type Order = Readonly<Record<'major' | 'minor' | 'tie', (slot: number) => number>>;

function orderOf(sort: NumericSort, matches: Matches): Order {
  const { columns } = matches.store;
  const tie = (slot: number): number => matches.tieOf(slot);
  switch (sort) {
    case 'RELEVANCE':
      return {
        major: (slot) =>
          4 * Number(matches.isBroader(slot)) +
          2 * Number(matches.isLoose(slot)) +
          Number(matches.isElsewhere(slot)),
        minor: (slot) => -matches.rankOf(slot),
        tie,
      };
    case 'NET_PRICE':
      return {
        major: (slot) => columns.currency[slot] ?? 0,
        minor: (slot) => columns.netMinor[slot] ?? 0,
        tie,
      };
    case 'DISTANCE':
      return { major: () => 0, minor: (slot) => matches.distanceOf(slot), tie };
    case 'UPDATED':
      // A walk goes on from its last cursor, whoever asks and whatever is free meanwhile.
      return { major: () => 0, minor: (slot) => columns.updatedAtMs[slot] ?? 0, tie: () => 0 };
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

const NUMERIC_CURSOR = ['string', 'number', 'number', 'number', 'string'] as const;

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
  const ties = new Uint8Array(matches.slots.length);
  matches.slots.forEach((slot, place) => {
    majors[place] = order.major(slot);
    minors[place] = order.minor(slot);
    ties[place] = order.tie(slot);
  });
  const idOf = (place: number): string => rows[matches.slots[place] ?? -1]?.id ?? '';
  const compareKeys = (place: number, major: number, minor: number, tie: number): number =>
    (majors[place] ?? 0) - major || (minors[place] ?? 0) - minor || (ties[place] ?? 0) - tie;
  const compare = (one: number, other: number): number =>
    compareKeys(one, majors[other] ?? 0, minors[other] ?? 0, ties[other] ?? 0) ||
    compareIds(idOf(one), idOf(other));

  let comesAfter: ((place: number) => boolean) | null = null;
  if (after !== null) {
    const [given, major, minor, tie, id] = decodeCursor(after, NUMERIC_CURSOR);
    checkSort(given, sort);
    comesAfter = (place) =>
      (compareKeys(place, Number(major), Number(minor), Number(tie)) ||
        compareIds(idOf(place), String(id))) > 0;
  }
  const page = takePage(matches.slots.length, first, compare, comesAfter);
  const placed: PlacedRow[] = [];
  for (const place of page.rows) {
    const slot = matches.slots[place] ?? -1;
    const service = rows[slot];
    if (!service) continue;
    const keys = [majors, minors, ties].map((column) => column[place] ?? 0);
    placed.push({ slot, service, cursor: encodeCursor([sort, ...keys, service.id]) });
  }
  return { ...page, rows: placed };
}

/**
 * One page of the matches, by title; where nothing was searched for that ranks rows, all are equal and the title comes last.
 * @throws BAD_USER_INPUT when `after` is no cursor of this sort in this language.
 */
export function pageByTitle(
  matches: Matches,
  order: TitleOrder,
  { first, after, sort }: SearchRequest,
): Page<PlacedRow> {
  const name = `${sort} ${order.language ?? ''}`;
  let firstTie = 0;
  let start = 0;
  if (after !== null) {
    const [given, tie, title, id] = decodeCursor(after, ['string', 'number', 'string', 'string']);
    checkSort(given, name);
    firstTie = Math.max(0, Number(tie));
    start = order.placeAfter({ title: String(title), id: String(id) });
  }
  // By slot: 0 where it is no match, else its tie and one.
  const ranks = new Uint8Array(matches.store.rows().length);
  for (const slot of matches.slots) ranks[slot] = sort === 'TITLE' ? 1 : 1 + matches.tieOf(slot);
  const sorted = order.sorted();
  const placed: PlacedRow[] = [];
  for (let tie = firstTie; tie < TIES && placed.length <= first; tie += 1) {
    for (let at = tie === firstTie ? start : 0; at < sorted.length; at += 1) {
      const row = sorted[at];
      if (!row || ranks[row.slot] !== tie + 1) continue;
      placed.push({ ...row, cursor: encodeCursor([name, tie, row.title, row.id]) });
      if (placed.length > first) break;
    }
  }
  const isBefore = (rank: number, at: number): boolean =>
    rank > 0 && (rank <= firstTie || (rank === firstTie + 1 && at < start));
  return {
    rows: placed.slice(0, first),
    hasNextPage: placed.length > first,
    hasPreviousPage:
      after !== null && sorted.some(({ slot }, at) => isBefore(ranks[slot] ?? 0, at)),
  };
}
