import type { FreeCapacity, LotOffer } from '../need/need.js';
import { supplyOf } from './supply-of.js';
import { joinSupplies, mergeSupplies, type Supply } from './supply.js';

/** What counts, and what of it counts strictly: only on days on which all evidence that is asked for is valid. */
export interface Supplies {
  readonly lenient: Supply;
  /** The same object where that makes no difference. */
  readonly strict: Supply;
}

/** Somebody who has answered and offers something for a lot. */
export interface Supplier {
  readonly cooperative: string;
  readonly capacity: FreeCapacity;
  readonly offers: readonly CountedOffer[];
}

interface CountedOffer {
  readonly service: string;
  /** Number of the lot. */
  readonly lot: number;
  /** Indexes of working days. */
  readonly strictDays: ReadonlySet<number>;
}

/**
 * Those who count.
 * @param lots - Their ids.
 * @param offers - Such as match in part, or are for no lot, count for nothing.
 * @param capacities - Each cooperative's once.
 * @returns Ordered by id.
 */
export function suppliersOf(
  lots: readonly string[],
  offers: readonly LotOffer[],
  capacities: readonly FreeCapacity[],
): Supplier[] {
  const numberById = new Map(lots.map((id, number) => [id, number]));
  const counted = new Map<string, CountedOffer[]>();
  for (const { cooperative, service, lot: id, match, strictDays } of offers) {
    const lot = numberById.get(id);
    if (match === 'PARTIAL' || lot === undefined) continue;
    const known = counted.get(cooperative) ?? [];
    counted.set(cooperative, known);
    known.push({ service, lot, strictDays });
  }
  return capacities
    .flatMap((capacity): Supplier[] => {
      const { cooperative } = capacity;
      const own = counted.get(cooperative);
      return own ? [{ cooperative, capacity, offers: own }] : [];
    })
    .sort((a, b) => (a.cooperative < b.cooperative ? -1 : 1));
}

/** One lot as if it were the only one: number 0. */
export function suppliersOfOne(suppliers: readonly Supplier[], lot: number): Supplier[] {
  return suppliers.flatMap((supplier): Supplier[] => {
    const offers = supplier.offers
      .filter((offer) => offer.lot === lot)
      .map((offer) => ({ ...offer, lot: 0 }));
    return offers.length > 0 ? [{ ...supplier, offers }] : [];
  });
}

/** What a supplier can deliver. @param days - The working days, as days since 1970-01-01. */
export function suppliesOf(
  { capacity, offers }: Supplier,
  days: readonly (number | null)[],
): Supplies {
  const lenient = supplyOf(capacity, lotsByService(offers), days);
  if (offers.every(({ strictDays }) => strictDays.size === days.length)) {
    return { lenient, strict: lenient };
  }
  // What counts differs from day to day; days on which the same counts are looked at together.
  const spans = [...new Set(offers.map(({ strictDays }) => strictDays))];
  const daysByValid = new Map<string, (number | null)[]>();
  for (const [index, day] of days.entries()) {
    const valid = spans.map((span) => (span.has(index) ? 1 : 0)).join('');
    const known = daysByValid.get(valid) ?? days.map(() => null);
    known[index] = day;
    daysByValid.set(valid, known);
  }
  const parts = [...daysByValid].map(([valid, counted]) => {
    const own = offers.filter(({ strictDays }) => valid[spans.indexOf(strictDays)] === '1');
    return supplyOf(capacity, lotsByService(own), counted);
  });
  return { lenient, strict: joinSupplies(parts) };
}

/** What several can deliver together. */
export function mergeAll(supplies: readonly Supplies[]): Supplies {
  const lenient = mergeSupplies(supplies.map((each) => each.lenient));
  return supplies.every((each) => each.strict === each.lenient)
    ? { lenient, strict: lenient }
    : { lenient, strict: mergeSupplies(supplies.map((each) => each.strict)) };
}

function lotsByService(offers: readonly CountedOffer[]): Map<string, readonly number[]> {
  const lots = new Map<string, number[]>();
  for (const { service, lot } of offers.toSorted((a, b) => a.lot - b.lot)) {
    const known = lots.get(service) ?? [];
    if (!known.includes(lot)) lots.set(service, [...known, lot]);
  }
  return lots;
}
