import { epochDayOf } from '../../shared/words/dates.js';
import type { Coverage, FreeCapacity, Lot, LotOffer } from '../need/need.js';
import { coverageOf } from './coverage.js';
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

export interface Matched {
  /** One a lot, in their order, each as if it were the only one. */
  readonly lots: readonly Coverage[];
  /** All lots together, nobody counted twice. */
  readonly joint: Coverage;
}

/** Computes who can deliver how much. Takes up to seconds: to be called where nobody waits for the thread. */
export async function match({ days, lots, offers, capacities }: Matching): Promise<Matched> {
  const demands = lots.map(({ minutesPerDay }) => minutesPerDay);
  const epochDays = days.map(epochDayOf);
  const ids = lots.map(({ id }) => id);
  const suppliers = suppliersOf(ids, offers, capacities);
  const joint = mergeAll(suppliers.map((supplier) => suppliesOf(supplier, epochDays)));
  const isFlow = [joint.lenient, joint.strict].every(({ wideBudgets }) => wideBudgets.length === 0);
  const solver = isFlow ? null : await Solver.load();
  return {
    lots: demands.map((demand, lot) => {
      const own = suppliersOfOne(suppliers, lot).map((supplier) => suppliesOf(supplier, epochDays));
      return coverageOf([demand], mergeAll(own), days, solver);
    }),
    joint: coverageOf(demands, joint, days, solver),
  };
}
