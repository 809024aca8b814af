import { MINUTE_MS, daysIn } from '../../../shared/words/dates.js';
import {
  formatMinorUnits,
  parseMinorUnits,
  priceLeg,
  type LegPrice,
} from '../../../shared/words/money.js';
import type { Draft, Segment, Time } from './types.js';
import { gapsOf } from './windows.js';

/** One way to be stood in for. */
export interface Plan extends Draft {
  /** In order; none adjoins another. */
  readonly gaps: readonly Time[];
  /** One a currency, by its name; each with a line for each segment. */
  readonly price: readonly LegPrice[];
}

/**
 * The best drafts with their prices: more covered, fewer handovers, cheaper. Currencies are never added or compared: plans in the
 * place's own currency alone come first, then those in another, then those in several.
 * @param currency - The place's own.
 * @param most - How many. Prices are worked out of those alone that may be among them.
 * @yields So that others can have a turn.
 */
export function* rankPlans(
  drafts: readonly Draft[],
  windows: readonly Time[],
  currency: LegPrice['currency'],
  most: number,
): Generator<undefined, Plan[]> {
  const ranked = drafts.toSorted(compareCover);
  const last = ranked[most - 1];
  const priced: (Draft & Pick<Plan, 'price'>)[] = [];
  for (const draft of ranked) {
    if (last && compareCover(draft, last) > 0) break;
    priced.push({ ...draft, price: priceOf(draft.segments) });
    yield;
  }
  const foreignness = ({ price }: Pick<Plan, 'price'>): number =>
    price.length > 1 ? 2 : Number(price[0]?.currency !== currency);
  return priced
    .sort(
      (one, other) =>
        compareCover(one, other) ||
        foreignness(one) - foreignness(other) ||
        comparePrices(one.price, other.price),
    )
    .slice(0, most)
    .map((plan) => ({ ...plan, gaps: gapsOf(windows, plan.segments) }));
}

function compareCover(one: Draft, other: Draft): number {
  return other.coveredMinutes - one.coveredMinutes || one.handovers - other.handovers;
}

/** By what is to be paid in the first currency that differs. */
function comparePrices(one: readonly LegPrice[], other: readonly LegPrice[]): number {
  const differences = one.map(
    ({ gross }, index) => minor(gross) - minor(other[index]?.gross ?? '0'),
  );
  return differences.find((difference) => difference !== 0) ?? 0;
}

/** What booking each segment as a leg costs, line by line as its owner charges it. */
function priceOf(segments: readonly Segment[]): LegPrice[] {
  const legs = segments.map(({ candidate, service, from, to }) => {
    const purchase = { startsAt: from * MINUTE_MS, minutes: to - from, quantity: 1 };
    const dayOf = daysIn(candidate.timeZone);
    return priceLeg(service.price, purchase, (instant) => dayOf(new Date(instant)));
  });
  const currencies = [...new Set(legs.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const own = legs.filter((leg) => leg.currency === currency);
    const sum = (part: 'net' | 'vat' | 'gross'): string =>
      formatMinorUnits(own.reduce((total, leg) => total + minor(leg[part]), 0));
    return {
      ...{ net: sum('net'), vat: sum('vat'), gross: sum('gross'), currency },
      lines: own.flatMap(({ lines }) => lines),
    };
  });
}

function minor(amount: string): number {
  return parseMinorUnits(amount) ?? 0;
}
