import type { Coverage, Shortfall } from '../need/need.js';
import { DailyMost } from './most.js';
import type { Solver } from './solver.js';
import type { Supplies } from './supplies.js';
import type { Supply } from './supply.js';

/** The most on each working day, in person-minutes. */
export interface DailyMosts {
  readonly lenient: readonly number[];
  readonly strict: readonly number[];
}

/**
 * How much of some lots can be delivered together.
 * @param wanted - Person-minutes a day.
 */
export function coverageOf(
  wanted: number,
  { lenient, strict }: DailyMosts,
  days: readonly string[],
): Coverage {
  return {
    demandMinutes: wanted * days.length,
    coveredMinutes: total(lenient),
    strictMinutes: total(strict),
    shortfall: days.flatMap((date, day): Shortfall[] => {
      const minutes = wanted - (lenient[day] ?? 0);
      return minutes > 0 ? [{ date, minutes }] : [];
    }),
  };
}

/**
 * @param demands - Person-minutes wanted each day, by the number of the lot.
 * @param days - How many working days there are.
 */
export function dailyMosts(
  demands: readonly number[],
  { lenient, strict }: Supplies,
  days: number,
  solver: Solver | null,
): DailyMosts {
  const most = dailyMost(demands, lenient, days, solver);
  return {
    lenient: most,
    strict: strict === lenient ? most : dailyMost(demands, strict, days, solver),
  };
}

/** The most on each working day, in person-minutes. */
export function dailyMost(
  demands: readonly number[],
  supply: Supply,
  days: number,
  solver: Solver | null,
): number[] {
  const most = new DailyMost(demands.length, supply, solver);
  return Array.from({ length: days }, (_none, day) => most.on(day, demands));
}

/** As much on every day. */
export function everyDay(minutes: number, days: number): DailyMosts {
  const most = Array<number>(days).fill(minutes);
  return { lenient: most, strict: most };
}

export function total(minutes: readonly number[]): number {
  return minutes.reduce((sum, each) => sum + each, 0);
}
