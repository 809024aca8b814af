import { epochDayOf } from '../../shared/words/dates.js';
import type { FreeBudget, FreeCapacity, Lot, LotOffer } from '../need/need.js';
import { lesser, sum } from './supply.js';

/** What is to be matched. */
export interface Matching {
  /** The working days, in order. */
  readonly days: readonly string[];
  /** 1 to 50. */
  readonly lots: readonly Pick<Lot, 'id' | 'minutesPerDay'>[];
  /** Such as match in part count for nothing. */
  readonly offers: readonly LotOffer[];
  /** Of those who have answered, each once; whole minutes, 0 or more. */
  readonly capacities: readonly FreeCapacity[];
}

/** Of some services of a cooperative, how many person-minutes there are, or may be given, on each working day. */
export interface Limit {
  /** In order. */
  readonly services: readonly string[];
  readonly minutes: Float64Array;
}

/** Somebody who has answered and offers something for a lot. */
export interface Supplier {
  readonly cooperative: string;
  /** The people of one or more resources. Here as in the budgets all services are offered for a lot, and no two have the same. */
  readonly resources: readonly Limit[];
  readonly budgets: readonly Limit[];
  readonly offers: readonly CountedOffer[];
}

export interface CountedOffer {
  readonly service: string;
  /** Number of the lot. */
  readonly lot: number;
  /** Of each working day 1 where it counts strictly, otherwise 0. */
  readonly strictDays: Uint8Array;
}

/** Those of a matching who count, one by one, ordered by id. Days of which an answer tells nothing give nothing. */
export function* suppliersOf(matching: Matching): Generator<Supplier, undefined> {
  const { days, capacities } = matching;
  const epochDays = days.map(epochDayOf);
  const offersOf = countOffers(matching);
  for (const capacity of capacities.toSorted((a, b) => (a.cooperative < b.cooperative ? -1 : 1))) {
    const { cooperative, from, resources, budgets } = capacity;
    const own = offersOf.get(cooperative);
    if (!own) continue;
    const first = epochDayOf(from);
    const limitOf = ({ services, minutes: daily }: FreeBudget): Limit => {
      const minutes = new Float64Array(days.length);
      for (let day = 0; day < days.length; day += 1) {
        minutes[day] = daily[(epochDays[day] ?? 0) - first] ?? 0;
      }
      return { services: services.toSorted(), minutes };
    };
    const offered = new Set(own.map(({ service }) => service));
    yield {
      cooperative,
      resources: joinEqual(resources.map(limitOf), offered, sum),
      budgets: joinEqual(budgets.map(limitOf), offered, lesser),
      offers: own,
    };
  }
}

/** Offers that match in full and are for a lot, by cooperative. */
function countOffers({ days, lots, offers }: Matching): Map<string, CountedOffer[]> {
  const numberById = new Map(lots.map(({ id }, number) => [id, number]));
  // Many offers have the same set.
  const listOf = new Map<ReadonlySet<number>, Uint8Array>();
  const counted = new Map<string, CountedOffer[]>();
  for (const { cooperative, service, lot: id, match, strictDays: indexes } of offers) {
    const lot = numberById.get(id);
    if (match === 'PARTIAL' || lot === undefined) continue;
    const strictDays = listOf.get(indexes) ?? new Uint8Array(days.length);
    for (const day of listOf.has(indexes) ? [] : indexes) strictDays[day] = 1;
    listOf.set(indexes, strictDays);
    const known = counted.get(cooperative);
    if (known) known.push({ service, lot, strictDays });
    else counted.set(cooperative, [{ service, lot, strictDays }]);
  }
  return counted;
}

/** Limits without the services that do not count; such as then name the same ones become one. */
export function joinEqual(
  limits: readonly Limit[],
  counted: { has(service: string): boolean },
  join: (a: Float64Array, b: Float64Array) => Float64Array,
): Limit[] {
  const byServices = new Map<string, Limit>();
  for (const { services: all, minutes } of limits) {
    const services = all.filter((service) => counted.has(service));
    if (services.length === 0) continue;
    const key = services.join();
    const known = byServices.get(key);
    byServices.set(key, { services, minutes: known ? join(known.minutes, minutes) : minutes });
  }
  return [...byServices.values()];
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
