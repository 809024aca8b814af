import type { Coverage, Shortfall } from '../need/need.js';
import { DailyMost } from './most.js';
import type { Solver } from './solver.js';
import type { Supplies } from './suppliers.js';
import type { Supply } from './supply.js';

/**
 * How much of some lots can be delivered together.
 * @param demands - Person-minutes wanted each day, by the number of the lot.
 * @param supplies - Of everybody who counts.
 */
export function coverageOf(
  demands: readonly number[],
  { lenient, strict }: Supplies,
  days: readonly string[],
  solver: Solver | null,
): Coverage {
  const wanted = total(demands);
  const covered = dailyMost(demands, lenient, days.length, solver);
  const strictly = strict === lenient ? covered : dailyMost(demands, strict, days.length, solver);
  const shortfall = days.flatMap((date, day): Shortfall[] => {
    const minutes = wanted - (covered[day] ?? 0);
    return minutes > 0 ? [{ date, minutes }] : [];
  });
  return {
    demandMinutes: wanted * days.length,
    coveredMinutes: total(covered),
    strictMinutes: total(strictly),
    shortfall,
  };
}

/** The most on each day, in person-minutes. */
export function dailyMost(
  demands: readonly number[],
  supply: Supply,
  days: number,
  solver: Solver | null,
): number[] {
  const most = new DailyMost(demands, supply, solver);
  return Array.from({ length: days }, (_none, day) => most.on(day));
}

export function total(minutes: readonly number[]): number {
  return minutes.reduce((sum, each) => sum + each, 0);
}
