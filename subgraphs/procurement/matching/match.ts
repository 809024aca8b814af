import type { Coverage } from '../need/need.js';
import { coverageOf, dailyMosts, everyDay, total } from './coverage.js';
import { proposalsFor, type Proposals } from './proposals.js';
import type { SearchLimits } from './smallest-sets.js';
import { Solver } from './solver.js';
import { suppliersOf, suppliersOfOne, type Matching, type Supplier } from './suppliers.js';
import { mergeAll, suppliesOf } from './supplies.js';

/** A matching of which is known who counts. */
export interface Field extends Pick<Matching, 'days' | 'lots'> {
  /** Ordered by id. */
  readonly suppliers: readonly Supplier[];
}

export interface Matched extends Proposals {
  /** One a lot, in their order, each as if it were the only one. */
  readonly lots: readonly Coverage[];
  /** All lots together, nobody counted twice. */
  readonly joint: Coverage;
}

/** When the search for proposals is broken off. */
const LIMITS: SearchLimits = { steps: 5_000, sets: 50, ms: 200 };

/** Computes who can deliver how much. @param limits - Of the search for proposals. */
export async function match(matching: Matching, limits?: SearchLimits): Promise<Matched> {
  const { days, lots } = matching;
  return await matchSuppliers({ days, lots, suppliers: [...suppliersOf(matching)] }, limits);
}

/** As `match`. Takes up to seconds: to be called where nobody waits for the thread. */
export async function matchSuppliers(
  { days, lots, suppliers }: Field,
  limits: SearchLimits = LIMITS,
): Promise<Matched> {
  const demands = lots.map(({ minutesPerDay }) => minutesPerDay);
  const supplies = suppliers.map(suppliesOf);
  const together = mergeAll(supplies);
  const isFlow = [together.lenient, together.strict].every(
    ({ wideBudgets }) => wideBudgets.length === 0,
  );
  const solver = isFlow ? null : await Solver.load();
  const most = dailyMosts(demands, together, days.length, solver);
  // Where all lots are delivered together, so is each alone.
  const isWhole = most.strict.every((minutes) => minutes === total(demands));
  return {
    lots: demands.map((demand, lot) => {
      if (isWhole) return coverageOf(demand, everyDay(demand, days.length), days);
      const alone = mergeAll(suppliersOfOne(suppliers, lot).map(suppliesOf));
      return coverageOf(demand, dailyMosts([demand], alone, days.length, solver), days);
    }),
    joint: coverageOf(total(demands), most, days),
    ...proposalsFor(
      { days, lots: lots.map(({ id }) => id), demands, suppliers, supplies, most, solver },
      limits,
    ),
  };
}
