import type { CooperativeRecord, ServiceRecord } from '../store/records.js';

/** A row of the change feed: a service or the profile. */
export type FeedRow =
  | {
      readonly revision: number;
      readonly service: ServiceRecord;
      readonly withdrawnAt: Date | null;
    }
  | {
      readonly revision: number;
      readonly cooperative: CooperativeRecord;
      readonly withdrawnAt: null;
    };

/** Some of the change feed. */
export interface FeedPage {
  readonly epoch: string;
  /** The latest there is. */
  readonly revision: number;
  readonly changes: FeedRow[];
  readonly hasMore: boolean;
}

/**
 * Where a page ends before it has all the rows asked for. The catalogue asks for each text in three languages and stops
 * reading at 5 MB: longer pages would keep it from ever getting past them.
 */
const LARGEST_PAGE_CHARACTERS = 500_000;

/** The first rows, at most `first` and not too much text, but one at least. */
export function takePage(rows: readonly FeedRow[], first: number): FeedRow[] {
  let characters = 0;
  const end = rows.findIndex((row, index) => {
    characters += JSON.stringify('service' in row ? row.service.feed : row.cooperative).length;
    return index === first || (index > 0 && characters > LARGEST_PAGE_CHARACTERS);
  });
  return rows.slice(0, end < 0 ? rows.length : end);
}
