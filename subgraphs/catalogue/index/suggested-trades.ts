import { createFacets, tallyMatches } from './facets.js';
import { firstThatFind, NOTHING_ELSE, tellingWords, type Searched } from './other-searches.js';
import type { Suggestion } from './parts/search-types.js';
import { nearTrades } from './question/near-trades.js';
import type { Trade } from '../../shared/lists/trade.js';

const MOST_OFFERED = 3;

/** The trades that a search asks for, by its words or by their ids. */
export function tradesAsked({ store, query, asked }: Searched): Trade[] {
  const named = store.trades.thesaurus.trades.filter(({ id }) => query.trades.includes(id));
  return [...new Set([...(asked?.trades ?? []), ...named])];
}

/** The trades of which the words of a search say something where they name none: see `hintedBy`. */
export function tradesHinted(searched: Searched): Trade[] {
  const { thesaurus } = searched.store.trades;
  return [...new Set(tellingWords(searched).flatMap((word) => thesaurus.hintedBy(word)))];
}

/** Trades that are near those that were asked for, or hinted at, and that somebody offers, the nearest first. */
export function nearTradesOffered(searched: Searched): Trade[] {
  const { trades } = searched.store;
  const asked = tradesAsked(searched);
  const near =
    asked.length > 0 ? nearTrades(trades.thesaurus.trades, asked) : tradesHinted(searched);
  return near.filter((trade) => trades.isOffered(trade));
}

/** The nearest trades that there are under the same conditions. */
export function suggestTrades(searched: Searched): Suggestion[] {
  const { query, find } = searched;
  return firstThatFind(
    nearTradesOffered(searched).map(({ id }) => ({
      trade: id,
      count: () => find({ ...query, text: null, trades: [id] }).slots.length,
    })),
  ).map((found) => ({ ...NOTHING_ELSE, kind: 'TRADE', ...found }));
}

/** What there is most of under the other conditions, whatever was asked for; of a trade and its parts one. */
export function suggestOffered({ store, query, find }: Searched): Suggestion[] {
  const { thesaurus } = store.trades;
  const { slots } = find({ ...query, text: null, trades: [] });
  const { trades } = createFacets(tallyMatches(slots, store), store, query.validOn);
  const lineageOf = (id: string): readonly number[] =>
    thesaurus.withBroader(thesaurus.numberOf(id));
  const chosen: Suggestion[] = [];
  const areTaken = new Set<number>();
  for (const { value: trade, count } of trades) {
    if (chosen.length === MOST_OFFERED) break;
    const lineage = lineageOf(trade);
    const isKind = thesaurus.trades[thesaurus.numberOf(trade)]?.isWholeKind ?? true;
    if (isKind || lineage.some((number) => areTaken.has(number))) continue;
    for (const number of lineage) areTaken.add(number);
    chosen.push({ ...NOTHING_ELSE, kind: 'TRADE', trade, count });
  }
  return chosen;
}
