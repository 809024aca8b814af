import { TEXT_LANGUAGES, type TextLanguage } from '../words/localized.js';
import { faultOfTrade, type WrittenTrade } from './parse-trades.js';
import type { Trade, TradeWords } from './trade.js';

const joined = (one: readonly string[] = [], other: readonly string[] = []): string[] => [
  ...new Set([...one, ...other]),
];

/** One trade with what another list says of it: words and codes are added, names replaced. */
function extended(trade: Trade, more: Trade): Trade {
  const wordsIn = (language: TextLanguage): [TextLanguage, TradeWords] => {
    const [one, other] = [trade.words[language], more.words[language]];
    return [
      language,
      {
        activities: joined(one?.activities, other?.activities),
        people: joined(one?.people, other?.people),
        everyday: joined(one?.everyday, other?.everyday),
      },
    ];
  };
  return {
    ...trade,
    cpvPrefixes: joined(trade.cpvPrefixes, more.cpvPrefixes),
    name: { ...trade.name, ...more.name },
    words: Object.fromEntries(TEXT_LANGUAGES.map(wordsIn)),
  };
}

/** Refuses a broader trade that is missing or leads back to the trade. */
function checkLineage({ id, at }: WrittenTrade, byId: ReadonlyMap<string, Trade>): void {
  const above = new Set([id]);
  const parentOf = (each: string): string | null => byId.get(each)?.parent ?? null;
  for (let parent = parentOf(id); parent !== null; parent = parentOf(parent)) {
    if (!byId.has(parent)) throw faultOfTrade(at, 'a broader trade that there is', parent);
    if (above.has(parent)) throw faultOfTrade(at, 'no trade as broader than itself', parent);
    above.add(parent);
  }
}

/**
 * Lays a list of trades over another: new ones are added; those that are there already get further words and codes, and other
 * names, but stay where they are and of their kinds.
 * @throws Error naming file and line of the first trade that says more of one that is there, has no name, or whose broader trade
 *   is missing or leads back to it.
 */
export function overlayTrades(trades: readonly Trade[], further: readonly WrittenTrade[]): Trade[] {
  const byId = new Map(trades.map((trade) => [trade.id, trade]));
  for (const { at, says, ...trade } of further) {
    const known = byId.get(trade.id);
    if (known && says.length > 0) {
      throw faultOfTrade(
        at,
        `only codes behind "${trade.id}:", a trade that there is`,
        says.join(' '),
      );
    }
    const laid = known ? extended(known, trade) : trade;
    if (Object.keys(laid.name).length === 0) {
      throw faultOfTrade(at, `a name of "${trade.id}" in a language`, 'none');
    }
    byId.set(trade.id, laid);
  }
  for (const trade of further) checkLineage(trade, byId);
  return [...byId.values()];
}
