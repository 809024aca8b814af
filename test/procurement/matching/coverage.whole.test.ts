import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { match } from '../../../subgraphs/procurement/matching/match.js';
import { DailyMost } from '../../../subgraphs/procurement/matching/most.js';
import { Solver } from '../../../subgraphs/procurement/matching/solver.js';
import { suppliersOf, type Matching } from '../../../subgraphs/procurement/matching/suppliers.js';
import { mergeAll, suppliesOf } from '../../../subgraphs/procurement/matching/supplies.js';
import { mostByTrying } from './brute-force.js';
import { UNLIMITED } from './cases.js';
import { matchings } from './matchings.js';

const SMALL = {
  lots: 3,
  days: 2,
  cooperatives: 2,
  resources: 3,
  services: 3,
  budgets: 3,
  minutes: 3,
};
const LARGER = {
  lots: 8,
  days: 2,
  cooperatives: 8,
  resources: 4,
  services: 5,
  budgets: 4,
  minutes: 400,
};

/** One lot of a matching, as if it were the only one. */
function only(matching: Matching, number: number): Matching {
  return { ...matching, lots: matching.lots.slice(number, number + 1) };
}

function days<Result>({ days: { length } }: Matching, of: (day: number) => Result): Result[] {
  return Array.from({ length }, (_none, day) => of(day));
}

function total(minutes: readonly number[]): number {
  return minutes.reduce((sum, each) => sum + each, 0);
}

describe('coverage', () => {
  it('is what trying everything finds, for each lot and jointly, leniently and strictly', async () => {
    await fc.assert(
      fc.asyncProperty(matchings(SMALL), async (matching) => {
        const { lots, joint } = await match(matching, UNLIMITED);

        const expected = [...matching.lots.map((_lot, n) => only(matching, n)), matching].map(
          (asked) => {
            const wanted = total(asked.lots.map(({ minutesPerDay }) => minutesPerDay));
            const covered = days(asked, (day) => mostByTrying(asked, day, false));
            const strict = days(asked, (day) => mostByTrying(asked, day, true));
            return {
              demandMinutes: wanted * asked.days.length,
              coveredMinutes: total(covered),
              strictMinutes: total(strict),
              shortfall: asked.days.flatMap((date, day) => {
                const minutes = wanted - (covered[day] ?? 0);
                return minutes > 0 ? [{ date, minutes }] : [];
              }),
            };
          },
        );
        expect([...lots, joint]).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  it('is what an integer program finds, for more cooperatives than can be tried', async () => {
    const solver = await Solver.load(600_000);
    fc.assert(
      fc.property(matchings(LARGER), (matching) => {
        const demands = matching.lots.map(({ minutesPerDay }) => minutesPerDay);
        const { lenient, strict } = mergeAll([...suppliersOf(matching)].map(suppliesOf));
        for (const supply of [lenient, strict]) {
          if (supply.pools.length === 0) continue;
          const most = new DailyMost(demands.length, supply, solver);
          expect(days(matching, (day) => most.on(day, demands))).toEqual(
            days(matching, (day) => solver.most(demands, supply, day).minutes),
          );
        }
      }),
      { numRuns: 150 },
    );
  });
});
