import type { CurrencyCode } from '../../schema.generated.js';
import { divideFee, sum } from './fee.js';

/** A piece of work that was done. */
export interface WorkDone {
  readonly cooperative: string;
  /** Reference of its order. */
  readonly order: string;
  /** Number of the leg in its order, from 0. */
  readonly leg: number;
  /** The day on which it ended, where the cooperative is: `YYYY-MM-DD`. */
  readonly date: string;
  readonly minutes: number;
  readonly currency: CurrencyCode;
  readonly netMinor: bigint;
}

/** The same with its part of the fee. */
export interface SettledLine extends WorkDone {
  readonly feeMinor: bigint;
}

/** What a cooperative owes in one currency. */
export interface SettlementTotal {
  readonly cooperative: string;
  readonly currency: CurrencyCode;
  readonly lines: number;
  readonly netMinor: bigint;
  readonly feeMinor: bigint;
}

export interface SettledMonth {
  /** As `inOrder` has them. */
  readonly lines: readonly SettledLine[];
  /** By cooperative and currency. */
  readonly totals: readonly SettlementTotal[];
}

/** Works out what is owed for a month. @param rate - Hundredths of a per cent. */
export function settleLines(works: readonly WorkDone[], rate: number): SettledMonth {
  const byAccount = new Map<string, WorkDone[]>();
  for (const work of works.toSorted(inOrder)) {
    const account = `${work.cooperative} ${work.currency}`;
    const before = byAccount.get(account);
    if (before) before.push(work);
    else byAccount.set(account, [work]);
  }
  const lines: SettledLine[] = [];
  const totals: SettlementTotal[] = [];
  for (const own of byAccount.values()) {
    const nets = own.map(({ netMinor }) => netMinor);
    const fees = divideFee(nets, rate);
    for (const [index, work] of own.entries()) lines.push({ ...work, feeMinor: fees[index] ?? 0n });
    const [first] = own;
    if (!first) continue;
    const { cooperative, currency } = first;
    const of = { cooperative, currency, lines: own.length };
    totals.push({ ...of, netMinor: sum(nets), feeMinor: sum(fees) });
  }
  return { lines, totals };
}

/** What a line is found by. */
export type LineKey = Pick<WorkDone, 'cooperative' | 'currency' | 'date' | 'order' | 'leg'>;

/** By cooperative, currency, day, reference and leg: a total order, for a leg is there once. */
export function inOrder(a: LineKey, b: LineKey): number {
  return (
    compare(a.cooperative, b.cooperative) ||
    compare(a.currency, b.currency) ||
    compare(a.date, b.date) ||
    compare(a.order, b.order) ||
    a.leg - b.leg
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
