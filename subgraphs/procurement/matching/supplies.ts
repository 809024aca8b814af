import type { CountedOffer, Limit, Supplier } from './suppliers.js';
import { supplyOf } from './supply-of.js';
import { joinSupplies, mergeSupplies, type Supply } from './supply.js';

/** What counts, and what of it counts strictly: only on days on which all evidence that is asked for is valid. */
export interface Supplies {
  readonly lenient: Supply;
  /** The same object where that makes no difference. */
  readonly strict: Supply;
}

/** What a supplier can deliver. */
export function suppliesOf(supplier: Supplier): Supplies {
  const { offers } = supplier;
  const lenient = supplyOf(supplier, lotsByService(offers));
  if (offers.every(({ strictDays }) => !strictDays.includes(0))) {
    return { lenient, strict: lenient };
  }
  // What counts differs from day to day; days on which the same counts are looked at together.
  const lists = [...new Set(offers.map(({ strictDays }) => strictDays))];
  const daysByValid = new Map<string, number[]>();
  for (const day of lists[0]?.keys() ?? []) {
    const valid = lists.map((list) => list[day]).join('');
    const known = daysByValid.get(valid);
    if (known) known.push(day);
    else daysByValid.set(valid, [day]);
  }
  const parts = [...daysByValid].map(([valid, days]) => {
    const own = offers.filter(({ strictDays }) => valid[lists.indexOf(strictDays)] === '1');
    return supplyOf(onlyOn(days, supplier), lotsByService(own));
  });
  return { lenient, strict: joinSupplies(parts) };
}

function onlyOn(
  days: readonly number[],
  { resources, budgets }: Pick<Supplier, 'resources' | 'budgets'>,
) {
  const only = ({ services, minutes: all }: Limit): Limit => {
    const minutes = new Float64Array(all.length);
    for (const day of days) minutes[day] = all[day] ?? 0;
    return { services, minutes };
  };
  return { resources: resources.map(only), budgets: budgets.map(only) };
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
