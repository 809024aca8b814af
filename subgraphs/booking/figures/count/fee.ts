import { divideHalfUp } from '../../../shared/words/money.js';

/** What the network takes of turnover, from a day on until the next row begins. */
interface FeeRate {
  readonly from: string;
  /** Hundredths of a per cent. */
  readonly rate: number;
  readonly source: string;
}

const WHOLE = 10_000n;

/** By day, the first first. Before the first there was no fee. */
const FEE_RATES: readonly FeeRate[] = [
  {
    from: '2026-01-01',
    rate: 1_500,
    source:
      "The network's agreement with its members: 15.00 % of turnover without value added tax.",
  },
];

/** The rate of a month, in hundredths of a per cent: the one of its first day. @param month - `2027-05`. */
export function feeRateOf(month: string): number {
  return FEE_RATES.findLast(({ from }) => from <= `${month}-01`)?.rate ?? 0;
}

/** The fee of a month's turnover, rounded half-up once, for each cooperative and currency. Minor units. */
export function feeOf(netMinor: bigint, rate: number): bigint {
  return divideHalfUp(netMinor * BigInt(rate), WHOLE);
}

/**
 * Divides the fee of a month among its lines so that they add up to it: each has what its own share comes to, rounded down, and what is
 * left goes to the largest remainders, one minor unit each, the earlier line first where they are equal.
 * @param netMinor - Of each line. @returns Of each line.
 */
export function divideFee(netMinor: readonly bigint[], rate: number): bigint[] {
  const exact = netMinor.map((net) => net * BigInt(rate));
  const parts = exact.map((part) => part / WHOLE);
  const total = feeOf(sum(netMinor), rate);
  const left = Number(total - sum(parts));
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part % WHOLE }))
    .sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return parts.map((part, index) => (raised.has(index) ? part + 1n : part));
}

export function sum(amounts: Iterable<bigint>): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
