import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FreeTime } from '../../../../subgraphs/procurement/substitutes/plan/types.js';
import { everyPlan, type Tried } from './every-plan.js';
import { answer, DAY, draftsFor, MONDAY, person, terms } from './owners.js';

const STEP = 15;
/** Two short days: 75 minutes and 60 minutes. */
const WINDOWS = [
  { from: MONDAY, to: MONDAY + 75 },
  { from: MONDAY + DAY, to: MONDAY + DAY + 60 },
];

const steps = (max: number, min = 0): fc.Arbitrary<number> =>
  fc.integer({ min, max }).map((count) => count * STEP);

const budget = fc.option(fc.array(steps(6, 1), { minLength: 2, maxLength: 2 }), { freq: 2 });

const service = fc.record({
  minMinutes: steps(3, 1),
  gridMinutes: steps(3, 1),
  bufferMinutes: steps(2),
  earliestStart: steps(3).map((after) => MONDAY - STEP + after),
  minutes: budget,
  waitedFor: fc.array(steps(4), { maxLength: 1 }).map((at) => new Set(at.map((on) => MONDAY + on))),
});

/** One or two free times on each of the two days. */
const free = fc
  .tuple(
    ...WINDOWS.map(() =>
      fc.uniqueArray(fc.integer({ min: -1, max: 6 }), { minLength: 2, maxLength: 4 }),
    ),
  )
  .map((days) =>
    days.flatMap((bounds, day) => {
      const sorted = bounds.toSorted((one, other) => one - other);
      const at = (bound = 0): number => MONDAY + day * DAY + bound * STEP;
      const times: FreeTime[] = [];
      for (let index = 0; index + 1 < sorted.length; index += 2) {
        const next = sorted[index + 2];
        const takenFrom = next === undefined ? null : at(sorted[index + 1]);
        times.push({ from: at(sorted[index]), to: at(sorted[index + 1]), takenFrom });
      }
      return times;
    }),
  );

const owner = fc
  .record({
    services: fc.array(service, { minLength: 1, maxLength: 2 }),
    people: fc.array(
      fc.record({ free, minutes: budget, does: fc.constantFrom([0], [1], [0, 1]) }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ services, people }) =>
    answer(
      people.map(({ free: times, minutes, does }, index) =>
        person(String(index), times, {
          minutes,
          serviceIds: does.map((number) => `karhu:s${String(number)}`),
        }),
      ),
      {
        services: services.map((fields, number) =>
          terms({ ...fields, id: `karhu:s${String(number)}` }),
        ),
      },
    ),
  );

/** In an order that is the same for the same plans. */
function sorted(plans: readonly Tried[]): Tried[] {
  return plans.toSorted((one, other) => one.crew.localeCompare(other.crew));
}

describe('Plans of substitutes', () => {
  it('are what trying every plan gives', () => {
    fc.assert(
      fc.property(owner, fc.integer({ min: 0, max: 3 }), (free_, maxHandovers) => {
        const { drafts, isExhaustive } = draftsFor(free_, WINDOWS, maxHandovers);
        const found = drafts.map(({ segments, coveredMinutes, handovers }): Tried => {
          const changes = segments.filter(
            ({ candidate }, index) => index > 0 && segments[index - 1]?.candidate !== candidate,
          );
          return {
            crew: [...new Set(segments.map(({ candidate }) => candidate.id))].sort().join(),
            covered: coveredMinutes,
            ...{ handovers, changes: changes.map(({ from }) => from) },
          };
        });

        expect(isExhaustive).toBe(true);
        expect(sorted(found)).toEqual(sorted(everyPlan(free_, WINDOWS, maxHandovers, STEP)));
      }),
      { numRuns: 300 },
    );
  });
});
