import { cpvPrefix } from '../../../shared/words/cpv.js';
import type { Trade } from '../../../shared/lists/trade.js';

/** Of codes that belong to one field, such as building, two digits are the same. */
const LEAST_SHARED_DIGITS = { ofOneField: 2, ofTwo: 3 } as const;
/** Services of all sorts: one digit more has to be the same. */
const ALL_SORTS = '98';
/** What being of one field is worth, in digits. */
const SAME_FIELD = 6;

function sharedDigits(one: string, other: string): number {
  const [a, b] = [cpvPrefix(one.padEnd(8, '0')), cpvPrefix(other.padEnd(8, '0'))];
  let digits = 0;
  while (digits < Math.min(a.length, b.length) && a[digits] === b[digits]) digits += 1;
  return digits;
}

/**
 * How near a trade is to another: parts of one trade first, then by their field and by how much they share of their first codes, which
 * say most; further codes are of work beside it. 0 for strangers, and for what is of another kind.
 */
function nearness(one: Trade, other: Trade): number {
  if (!one.kinds.some((kind) => other.kinds.includes(kind))) return 0;
  if (one.parent === other.id || other.parent === one.id) return 100;
  if (one.parent !== null && one.parent === other.parent) return 50;
  const isKnown = one.field !== undefined && other.field !== undefined;
  const isOneField = isKnown && one.field === other.field;
  const [code = '', otherCode = ''] = [one.cpvPrefixes[0], other.cpvPrefixes[0]];
  const least =
    LEAST_SHARED_DIGITS[isKnown && !isOneField ? 'ofTwo' : 'ofOneField'] +
    Number(code.startsWith(ALL_SORTS));
  const shared = sharedDigits(code, otherCode);
  if (shared < least) return 0;
  return shared + (isOneField ? SAME_FIELD : 0);
}

/**
 * Other trades of the same field, nearest first, ties by id.
 * @param asked - The trades to which they are near.
 */
export function nearTrades(trades: readonly Trade[], asked: readonly Trade[]): Trade[] {
  return trades
    .filter((trade) => !trade.isWholeKind && !asked.includes(trade))
    .map((trade) => ({
      trade,
      near: Math.max(0, ...asked.map((one) => nearness(one, trade))),
    }))
    .filter(({ near }) => near > 0)
    .sort((a, b) => b.near - a.near || (a.trade.id < b.trade.id ? -1 : 1))
    .map(({ trade }) => trade);
}
