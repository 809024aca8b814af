import type { Coverage } from '../need/need.js';
import { coverageOf, dailyMosts, everyDay, total } from './coverage.js';
import { proposalsFor, type Proposals } from './proposals.js';
import type { SearchLimits } from './smallest-sets.js';
import { Solver, Unsolved } from './solver.js';
import { suppliersOf, suppliersOfOne, type Matching, type Supplier } from './suppliers.js';
import { mergeAll, suppliesOf, type Supplies } from './supplies.js';

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
  /**
   * Ids of cooperatives that count for nothing in all of this, for their budgets overlap so that no answer was found in time;
   * mostly none.
   */
  readonly leftOut: readonly string[];
}

/** When the search for proposals is broken off. */
const LIMITS: SearchLimits = { steps: 5_000, sets: 50, ms: 200 };
/** For all that is no flow. */
const SOLVER_MS = 1_500;

/** What is computed from, beside the need. */
interface Means {
  readonly suppliers: readonly Supplier[];
  /** One a supplier. */
  readonly supplies: readonly Supplies[];
  /** Null only where all supplies are flows. */
  readonly solver: Solver | null;
  readonly limits: SearchLimits;
}

/** Of `match`; either may be left out. */
export interface MatchLimits {
  readonly proposals?: SearchLimits;
  /** Milliseconds for what is no flow. */
  readonly solverMs?: number;
}

/** Computes who can deliver how much. */
export async function match(matching: Matching, limits?: MatchLimits): Promise<Matched> {
  const { days, lots } = matching;
  return await matchSuppliers({ days, lots, suppliers: [...suppliersOf(matching)] }, limits);
}

/** As `match`. Takes up to seconds: to be called where nobody waits for the thread. */
export async function matchSuppliers(
  field: Field,
  { proposals: limits = LIMITS, solverMs = SOLVER_MS }: MatchLimits = {},
): Promise<Matched> {
  const all = field.suppliers.map((supplier) => ({ supplier, supplies: suppliesOf(supplier) }));
  const flows = all.filter(({ supplies }) => isFlow(supplies));
  const meansOf = (some: typeof all, solver: Solver | null): Means => ({
    suppliers: some.map(({ supplier }) => supplier),
    supplies: some.map(({ supplies }) => supplies),
    ...{ solver, limits },
  });
  if (flows.length < all.length) {
    const solver = await Solver.load(solverMs);
    try {
      return { ...compute(field, meansOf(all, solver)), leftOut: [] };
    } catch (error) {
      if (!(error instanceof Unsolved)) throw error;
    }
  }
  const leftOut = all.filter((each) => !flows.includes(each));
  return {
    ...compute(field, meansOf(flows, null)),
    leftOut: leftOut.map(({ supplier }) => supplier.cooperative),
  };
}

function isFlow({ lenient, strict }: Supplies): boolean {
  return [lenient, strict].every(({ wideBudgets }) => wideBudgets.length === 0);
}

function compute(
  { days, lots }: Pick<Field, 'days' | 'lots'>,
  { suppliers, supplies, solver, limits }: Means,
): Omit<Matched, 'leftOut'> {
  const demands = lots.map(({ minutesPerDay }) => minutesPerDay);
  const most = dailyMosts(demands, mergeAll(supplies), days.length, solver);
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
