import { epochDayOf } from '../../shared/words/dates.js';
import type { Coverage, FreeCapacity, Lot, LotOffer } from '../need/need.js';
import { coverageOf } from './coverage.js';
import { proposalsFor, type Proposals } from './proposals.js';
import type { SearchLimits } from './smallest-sets.js';
import { Solver } from './solver.js';
import { mergeAll, suppliersOf, suppliersOfOne, suppliesOf } from './suppliers.js';

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

export interface Matched extends Proposals {
  /** One a lot, in their order, each as if it were the only one. */
  readonly lots: readonly Coverage[];
  /** All lots together, nobody counted twice. */
  readonly joint: Coverage;
}

/** When the search for proposals is broken off. */
const LIMITS: SearchLimits = { steps: 5_000, sets: 50, ms: 300 };

/**
 * Computes who can deliver how much. Takes up to seconds: to be called where nobody waits for the thread.
 * @param limits - Of the search for proposals.
 */
export async function match(
  { days, lots, offers, capacities }: Matching,
  limits: SearchLimits = LIMITS,
): Promise<Matched> {
  const demands = lots.map(({ minutesPerDay }) => minutesPerDay);
  const epochDays = days.map(epochDayOf);
  const ids = lots.map(({ id }) => id);
  const suppliers = suppliersOf(ids, offers, capacities);
  const supplies = suppliers.map((supplier) => suppliesOf(supplier, epochDays));
  const joint = mergeAll(supplies);
  const isFlow = [joint.lenient, joint.strict].every(({ wideBudgets }) => wideBudgets.length === 0);
  const solver = isFlow ? null : await Solver.load();
  return {
    lots: demands.map((demand, lot) => {
      const own = suppliersOfOne(suppliers, lot).map((supplier) => suppliesOf(supplier, epochDays));
      return coverageOf([demand], mergeAll(own), days, solver);
    }),
    joint: coverageOf(demands, joint, days, solver),
    ...proposalsFor({ days, lots: ids, demands, suppliers, supplies, solver }, limits),
  };
}
