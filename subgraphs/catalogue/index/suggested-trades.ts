import { createFacets, tallyMatches } from './facets.js';
import { firstThatFind, NOTHING_ELSE, type Try } from './other-searches.js';
import type { SearchQuery, Suggestion } from './parts/search-types.js';
import { nearTrades } from './question/near-trades.js';
import type { RowStore } from './row-store.js';

const MOST_OFFERED = 3;

/** Trades of the same field as those that were asked for, the nearest first. */
export function suggestTrades(store: RowStore, query: SearchQuery, find: Try): Suggestion[] {
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

/** What there is most of under the other conditions, whatever was asked for; of a trade and its parts one. */
export function suggestOffered(store: RowStore, query: SearchQuery, find: Try): Suggestion[] {
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
