import type { Trade } from '../../shared/lists/trade.js';
import type { Searched } from './other-searches.js';
import type { Condition, SearchQuery, WhyNothing } from './parts/search-types.js';
import { tradesAsked, tradesHinted } from './suggested-trades.js';

/** Of the trades that a word may be about. */
const MOST_HINTED = 3;

/** What each condition is where it excludes nothing. */
const NO_CONDITION: Readonly<Record<Condition, Partial<SearchQuery>>> = {
  kinds: { kinds: [] },
  cpv: { cpv: [] },
  trades: { trades: [] },
  municipalities: { municipalities: [] },
  near: { near: null },
  certifications: { certifications: [] },
  cooperatives: { cooperatives: null },
  ids: { ids: [] },
  maxNetPrice: { maxNetPrice: null },
  available: { available: null },
};

/** Why a search finds nothing, as far as that is not the words alone. Tries one other search for each condition that it has. */
export function whyNothing(searched: Searched): WhyNothing {
  const { store, query, find } = searched;
  const asked = searched.asked?.isGuessed ? [] : tradesAsked(searched);
  const isSaid = asked.length > 0 || searched.isTextFound;
  const hinted = isSaid ? [] : tradesHinted(searched);
  const isOffered = (trade: Trade): boolean => store.trades.isOffered(trade);
  const notOffered = [
    ...asked.filter((trade) => !isOffered(trade)),
    ...(hinted.some(isOffered) ? [] : hinted.slice(0, MOST_HINTED)),
  ];
  if (notOffered.length > 0) return { notOffered: notOffered.map(({ id }) => id), excluding: [] };
  const conditions = (Object.keys(NO_CONDITION) as Condition[]).filter((name) =>
    isSet(query[name]),
  );
  const isFoundWithout = (left: readonly Condition[]): boolean => {
    const without = left.map((name) => NO_CONDITION[name]);
    return find(Object.assign({}, query, ...without) as SearchQuery).slots.length > 0;
  };
  const alone = conditions.filter((name) => isFoundWithout([name]));
  if (alone.length > 0) return { notOffered: [], excluding: alone };
  const isByThemAll = conditions.length > 1 && isFoundWithout(conditions);
  return { notOffered: [], excluding: isByThemAll ? conditions : [] };
}

function isSet(condition: SearchQuery[Condition]): boolean {
  return Array.isArray(condition) ? condition.length > 0 : condition !== null;
}
