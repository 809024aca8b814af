import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import { firstThatFind, NOTHING_ELSE, tellingWords, type Searched } from './other-searches.js';
import type { Suggestion } from './parts/search-types.js';
import { lettersApart } from './question/letters-apart.js';
import type { RowStore } from './row-store.js';
import { withoutDots } from '../../shared/words/fold-accents.js';
import { isStopWord } from './text/words.js';
import { suggestPlaces } from './suggested-places.js';
import {
  nearTradesOffered,
  suggestOffered,
  suggestTrades,
  tradesAsked,
  tradesHinted,
} from './suggested-trades.js';

const MOST = 5;
const SHORTEST_MISSPELLED = 4;
const SHORTEST_COMPOUND = 6;
const SHORTEST_PART = 3;
/** Whoever is farther away than this helps less than somebody here who does the like. */
const NEAR_KM = 100;

/**
 * What else to look for where a search finds nothing, the likeliest kind first: another spelling, a place near by, another trade, a
 * place farther away, fewer words. Where there is none of them: a part of a word; or else, of a trade that nobody offers, where there
 * is the nearest trade, and else what there is most of, or where there is anything at all. Each of them finds something; at most
 * five in all.
 */
export function suggest(searched: Searched, lists: ReferenceLists): Suggestion[] {
  const { store, query } = searched;
  const places = suggestPlaces(searched, lists);
  const isNear = ({ distanceKm: away }: Suggestion): boolean => away !== null && away <= NEAR_KM;
  const found = [
    ...suggestSpellings(searched),
    ...places.filter(isNear),
    ...suggestTrades(searched),
    ...places.filter((place) => !isNear(place)),
    ...suggestFewerWords(searched),
  ];
  if (found.length > 0) return found.slice(0, MOST);
  const parts = suggestParts(searched);
  if (parts.length > 0) return parts;
  const named = tradesAsked(searched);
  const asked = named.length > 0 ? named : tradesHinted(searched);
  if (asked.length > 0 && !asked.some((trade) => store.trades.isOffered(trade))) {
    return suggestElsewhere(searched, lists);
  }
  const offered = suggestOffered(searched);
  if (offered.length > 0) return offered;
  return suggestPlaces({ ...searched, query: { ...query, text: null, trades: [] } }, lists);
}

/** Whether it is written so somewhere, as a word by itself. */
function isWord({ texts, trades }: RowStore, word: string): boolean {
  return [texts, trades.thesaurus].some((known) => known.wordsNear(word, 0).includes(word));
}

function isKnown(store: RowStore, word: string): boolean {
  return store.texts.isWritten(word) || store.trades.thesaurus.knows(word);
}

/** How many letters of a word may be wrong for another to be meant. */
function typosIn(word: string): number {
  return word.length >= 9 ? 3 : word.length >= 6 ? 2 : 1;
}

/** Hardly anybody misses the first letter and another one. */
function isLikely(word: string, other: string, distance: number): boolean {
  return distance === 1 || withoutDots(word.charAt(0)) === withoutDots(other.charAt(0));
}

function suggestSpellings(searched: Searched): Suggestion[] {
  const { store, query, find } = searched;
  const { thesaurus } = store.trades;
  const words = tellingWords(searched);
  const candidates = words
    .filter((word) => word.length >= SHORTEST_MISSPELLED && !isKnown(store, word))
    .flatMap((word) => {
      const typos = typosIn(word);
      const near = [...store.texts.wordsNear(word, typos), ...thesaurus.wordsNear(word, typos)];
      return near.map((other) => ({ word, other, distance: lettersApart(word, other) }));
    })
    .filter(({ word, other, distance }) => word !== other && isLikely(word, other, distance))
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

function suggestFewerWords(searched: Searched): Suggestion[] {
  const { query, find } = searched;
  const words = tellingWords(searched);
  if (words.length < 2) return [];
  // All but one first, then each by itself, the longest first, which says most.
  const longest = words.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const fewer = words.length === 2 ? [] : longest.map((out) => words.filter((w) => w !== out));
  const texts = new Set([...fewer.toReversed().map((left) => left.join(' ')), ...longest]);
  return firstThatFind(
    [...texts].map((text) => ({ text, count: () => find({ ...query, text }).countGood() })),
  ).map((found) => ({ ...NOTHING_ELSE, kind: 'FEWER_WORDS', ...found }));
}

/** A word that ends or begins one which finds nothing: the end says more than the beginning, and the longer part more, and one that most rows have nothing. */
function suggestParts(searched: Searched): Suggestion[] {
  const { store, query, find } = searched;
  const words = tellingWords(searched);
  const texts = words
    .filter((word) => word.length >= SHORTEST_COMPOUND)
    .flatMap((word) => {
      const cuts = Array.from({ length: word.length - SHORTEST_PART }, (_none, at) => at + 1);
      const ends = cuts.map((at) => word.slice(at));
      const beginnings = cuts.map((at) => word.slice(0, word.length - at));
      return [...ends, ...beginnings]
        .filter((part) => !isStopWord(part) && isWord(store, part))
        .map((part) => words.map((known) => (known === word ? part : known)).join(' '));
    });
  return firstThatFind(
    [...new Set(texts)].map((text) => ({
      text,
      count: () => {
        const count = find({ ...query, text }).countGood();
        return 2 * count > store.rows().length ? 0 : count;
      },
    })),
  ).map((found) => ({ ...NOTHING_ELSE, kind: 'FEWER_WORDS', ...found }));
}

/** Where the nearest trade is offered that is offered anywhere. */
function suggestElsewhere(searched: Searched, lists: ReferenceLists): Suggestion[] {
  const [trade] = nearTradesOffered(searched);
  if (!trade) return [];
  const ofTrade = { ...searched, query: { ...searched.query, text: null, trades: [trade.id] } };
  return suggestPlaces(ofTrade, lists).map((place) => ({ ...place, trade: trade.id }));
}
