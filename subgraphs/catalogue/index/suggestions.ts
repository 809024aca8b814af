import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import { distanceKm } from '../../shared/words/geo.js';
import { Matches } from './matches.js';
import type { SearchQuery, Suggestion } from './parts/search-types.js';
import { lettersApart } from './question/letters-apart.js';
import { nearTrades } from './question/near-trades.js';
import type { RowStore } from './row-store.js';

const MOST = 5;
const MOST_OF_A_KIND = 2;
/** How many other searches are tried for each kind. */
const MOST_TRIED = 8;
const SHORTEST_MISSPELLED = 4;

type Try = (query: SearchQuery) => Matches;

const NOTHING_ELSE = { text: null, trade: null, municipality: null, distanceKm: null } as const;

/**
 * What else to look for where a search finds nothing, the likeliest kind first: another spelling, another place, another trade,
 * fewer words. Each of them finds something; at most five in all.
 */
export function suggest(store: RowStore, query: SearchQuery, lists: ReferenceLists): Suggestion[] {
  const find: Try = (other) => new Matches(store, other, lists.municipalityByCode);
  return [
    ...suggestSpellings(store, query, find),
    ...suggestPlaces(store, query, lists, find),
    ...suggestTrades(store, query, find),
    ...suggestFewerWords(query, find),
  ].slice(0, MOST);
}

/** How many letters of a word may be wrong for another to be meant. */
function typosIn(word: string): number {
  return word.length >= 8 ? 3 : word.length >= 6 ? 2 : 1;
}

function suggestSpellings(store: RowStore, query: SearchQuery, find: Try): Suggestion[] {
  const { thesaurus } = store.trades;
  const words = find(query).asked?.words ?? [];
  const isKnown = (word: string): boolean => store.texts.isWritten(word) || thesaurus.knows(word);
  const candidates = words
    .filter((word) => word.length >= SHORTEST_MISSPELLED && !isKnown(word))
    .flatMap((word) => {
      const typos = typosIn(word);
      const near = [...store.texts.wordsNear(word, typos), ...thesaurus.wordsNear(word, typos)];
      return near.map((other) => ({ word, other, distance: lettersApart(word, other) }));
    })
    .filter(({ word, other }) => word !== other)
    .sort((a, b) => a.distance - b.distance || (a.other < b.other ? -1 : 1));
  const texts = new Set(
    candidates.map(({ word, other }) =>
      words.map((known) => (known === word ? other : known)).join(' '),
    ),
  );
  return firstThatFind(
    [...texts].map((text) => ({ text, count: () => find({ ...query, text }).countGood() })),
  ).map((found) => ({ ...NOTHING_ELSE, kind: 'SPELLING', ...found }));
}

function suggestFewerWords(query: SearchQuery, find: Try): Suggestion[] {
  const words = find(query).asked?.words ?? [];
  if (words.length < 2) return [];
  // All but one first, then each by itself, the longest first, which says most.
  const longest = words.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const fewer = words.length === 2 ? [] : longest.map((out) => words.filter((w) => w !== out));
  const texts = new Set([...fewer.toReversed().map((left) => left.join(' ')), ...longest]);
  return firstThatFind(
    [...texts].map((text) => ({ text, count: () => find({ ...query, text }).countGood() })),
  ).map((found) => ({ ...NOTHING_ELSE, kind: 'FEWER_WORDS', ...found }));
}

function suggestTrades(store: RowStore, query: SearchQuery, find: Try): Suggestion[] {
  const { thesaurus } = store.trades;
  const asked = [
    ...(find(query).asked?.trades ?? []),
    ...thesaurus.trades.filter(({ id }) => query.trades.includes(id)),
  ];
  const offered = nearTrades(thesaurus.trades, asked).filter(({ id, kinds }) =>
    kinds.some((kind) => {
      const group = store.trades.groupOf(thesaurus.numberOf(id), kind);
      return store.trades.countOf(group) > 0;
    }),
  );
  return firstThatFind(
    offered.map(({ id }) => ({
      trade: id,
      count: () => find({ ...query, text: null, trades: [id] }).slots.length,
    })),
  ).map((found) => ({ ...NOTHING_ELSE, kind: 'TRADE', ...found }));
}

/** The nearest municipalities in which there is what was not found where it was looked for. */
function suggestPlaces(
  store: RowStore,
  query: SearchQuery,
  { municipalityByCode }: ReferenceLists,
  find: Try,
): Suggestion[] {
  if (query.municipalities.length === 0 && !query.near) return [];
  const elsewhere = find({ ...query, municipalities: [], near: null });
  const counts = new Map<string, number>();
  for (const slot of elsewhere.slots) {
    if (elsewhere.isRanked && elsewhere.fitOf(slot) !== 'GOOD') continue;
    for (const code of store.rows()[slot]?.municipalities ?? []) {
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  const centreOf = (code: string) => {
    const { latitude = null, longitude = null } = municipalityByCode.get(code) ?? {};
    return latitude === null || longitude === null ? [] : [{ latitude, longitude }];
  };
  const from = query.near ? [query.near] : query.municipalities.flatMap(centreOf);
  const kilometresTo = (code: string): number =>
    Math.min(...centreOf(code).flatMap((centre) => from.map((place) => distanceKm(place, centre))));
  return [...counts]
    .map(([municipality, count]) => ({ municipality, count, away: kilometresTo(municipality) }))
    .sort((a, b) => byNumber(a.away, b.away) || (a.municipality < b.municipality ? -1 : 1))
    .slice(0, MOST_OF_A_KIND)
    .map(({ municipality, count, away }) => ({
      ...NOTHING_ELSE,
      kind: 'PLACE',
      text: query.text,
      municipality,
      distanceKm: Number.isFinite(away) ? Math.round(away * 10) / 10 : null,
      count,
    }));
}

/** Compares distances of which both may be infinite. */
function byNumber(one: number, other: number): number {
  return one === other ? 0 : one - other;
}

/** The first of some searches that find anything, with how many services each would find. */
function firstThatFind<Search extends { readonly count: () => number }>(
  searches: readonly Search[],
): (Omit<Search, 'count'> & { readonly count: number })[] {
  const found: (Omit<Search, 'count'> & { readonly count: number })[] = [];
  for (const search of searches.slice(0, MOST_TRIED)) {
    const count = search.count();
    if (count > 0) found.push({ ...search, count });
    if (found.length === MOST_OF_A_KIND) break;
  }
  return found;
}
