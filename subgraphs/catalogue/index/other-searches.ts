import type { Matches } from './matches.js';
import type { SearchQuery } from './parts/search-types.js';
import { smallWordOf } from './question/small-words.js';
import type { Understanding } from './question/understand.js';
import type { RowStore } from './row-store.js';

/** Finds what another search would. */
export type Try = (query: SearchQuery) => Matches;

/** A search that was made, and what makes others. */
export interface Searched {
  readonly store: RowStore;
  readonly query: SearchQuery;
  /** What its text asks for; null without one. */
  readonly asked: Understanding | null;
  /** See `Matches`, which has others after another search. */
  readonly isTextFound: boolean;
  /** See `Matches`. */
  readonly isFoundThere: boolean;
  readonly find: Try;
}

/** How many suggestions of one kind are made. */
export const MOST_OF_A_KIND = 2;
/** How many other searches are tried for each kind. */
const MOST_TRIED = 8;

/** What a suggestion has that differs in none of these. */
export const NOTHING_ELSE = { text: null, trade: null, municipality: null, distanceKm: null };

/** The words of a search that tell what is wanted; none that only ask. */
export function tellingWords({ asked }: Searched): string[] {
  const words = asked?.words ?? [];
  return words.filter((word) => smallWordOf(word, undefined, undefined) === null);
}

/** Another search, and how many services it would find. */
type Found<Search> = Omit<Search, 'count'> & { readonly count: number };

/** The first of some searches that find anything, two at most; of more than eight the rest is not tried. */
export function firstThatFind<Search extends { readonly count: () => number }>(
  searches: readonly Search[],
): Found<Search>[] {
  const found: Found<Search>[] = [];
  for (const search of searches.slice(0, MOST_TRIED)) {
    const count = search.count();
    if (count > 0) found.push({ ...search, count });
    if (found.length === MOST_OF_A_KIND) break;
  }
  return found;
}
