import { describe, expect, it } from '@jest/globals';
import { windowsOf } from '../../../../subgraphs/procurement/substitutes/plan/windows.js';
import { Effort } from '../../../../subgraphs/procurement/substitutes/plan/effort.js';
import type { Drafts } from '../../../../subgraphs/procurement/substitutes/plan/find-drafts.js';
import {
  answer,
  draftSearch,
  draftsFor,
  hours,
  MONDAY,
  need,
  person,
  shown,
  terms,
} from './owners.js';

const DAY = windowsOf(need());
const WEEK = windowsOf(need({ to: '2027-06-25' }));
const FORTNIGHT = windowsOf(need({ to: '2027-07-04' }));

describe('Plans of substitutes', () => {
  it('change person as late as possible', () => {
    const both = [person('a', [hours(0, 8, 14)]), person('b', [hours(0, 10, 16)])];

    const { drafts } = draftsFor(answer(both), DAY);

    expect(drafts.map(shown)).toEqual([['a 0 8-14', 'b 0 14-16'], ['a 0 8-14'], ['b 0 10-16']]);
    expect(drafts[0]).toMatchObject({ coveredMinutes: 480, handovers: 1 });
  });

  it('are one for each set of people, without those that another beats', () => {
    const people = [
      person('all', [hours(0, 8, 16)]),
      person('also', [hours(0, 8, 16)]),
      person('some', [hours(0, 8, 12)]),
    ];

    const { drafts } = draftsFor(answer(people), DAY, 1);

    expect(drafts.map((draft) => shown(draft).join(', ')).sort()).toEqual([
      'all 0 8-15, also 0 15-16',
      'all 0 8-16',
      'also 0 8-16',
      'some 0 8-12, all 0 12-16',
      'some 0 8-12, also 0 12-16',
    ]);
  });

  it('have no more handovers than allowed, and count those from day to day', () => {
    const people = [
      person(
        'early',
        [0, 1, 2, 3, 4].map((day) => hours(day, 8, 12)),
      ),
      person(
        'late',
        [0, 1, 2, 3, 4].map((day) => hours(day, 12, 16)),
      ),
    ];
    const best = (maxHandovers: number): unknown => {
      const { drafts } = draftsFor(answer(people), WEEK, maxHandovers);
      const [{ coveredMinutes, handovers } = { coveredMinutes: 0, handovers: 0 }] = drafts.toSorted(
        (one, other) => other.coveredMinutes - one.coveredMinutes,
      );
      return [coveredMinutes / 60, handovers];
    };

    expect([0, 1, 2, 3, 9].map(best)).toEqual([
      [20, 0],
      [24, 1],
      [24, 1],
      [28, 3],
      [40, 9],
    ]);
  });

  it('end a segment where a budget of the day is used up', () => {
    const people = [
      person('a', [hours(0, 8, 16)], { minutes: [300] }),
      person('b', [hours(0, 8, 16)]),
    ];

    const { drafts } = draftsFor(answer(people), DAY, 1);

    expect(drafts.map(shown)).toEqual([['b 0 8-16'], ['b 0 8-15', 'a 0 15-16']]);
  });

  it('share the budget of a service among people', () => {
    const people = [person('a', [hours(0, 8, 12)]), person('b', [hours(0, 12, 16)])];

    const { drafts } = draftsFor(answer(people, { services: [terms({ minutes: [330] })] }), DAY);

    expect(drafts.map(shown)).toContainEqual(['a 0 8-12', 'b 0 14.5-16']);
  });

  it('keep a buffer before whatever is booked next, and between two times of one person', () => {
    const services = [terms({ bufferMinutes: 30 })];
    const until = { ...hours(0, 8, 12), takenFrom: hours(0, 12, 12).to };
    const again = [until, hours(0, 13, 16)];

    const { drafts } = draftsFor(answer([person('a', again)], { services }), DAY);

    expect(drafts.map(shown)).toEqual([['a 0 8-11.5', 'a 0 13-16']]);
  });

  it('begin on the grid of the owner, after its lead time, and where nobody waits', () => {
    const services = [
      terms({
        gridMinutes: 60,
        earliestStart: MONDAY + 10,
        waitedFor: new Set([MONDAY + 60]),
      }),
    ];

    const { drafts } = draftsFor(answer([person('a', [hours(0, 7, 15.5)])], { services }), DAY);

    expect(drafts.map(shown)).toEqual([['a 0 10-15.5']]);
  });

  it('are told not to be all when too much would have to be tried', () => {
    const people = Array.from({ length: 6 }, (_none, index) =>
      person(String(index), [hours(0, 8 + index, 10 + index)]),
    );

    expect(draftsFor(answer(people), DAY).isExhaustive).toBe(true);
    expect(draftsFor(answer(people), DAY, 3, new Effort(500)).isExhaustive).toBe(false);
    expect(draftsFor(answer(people), DAY, 3, new Effort(1))).toEqual({
      drafts: [],
      isExhaustive: false,
    });
  });

  it('are searched in counted steps with pauses, and there are some when odd budgets leave too much to try', () => {
    const days = Array.from({ length: 14 }, (_none, day) => day);
    const people = [0, 1, 2, 3, 4, 5].map((number) =>
      person(
        String(number),
        days.map((day) => hours(day, 8 + ((number * 5 + day) % 6), 14 + ((number + day) % 3))),
        { minutes: days.map((day) => 101 + ((number * 37 + day * 53) % 200)) },
      ),
    );
    const services = [terms({ bufferMinutes: 15, minutes: days.map((day) => 211 + day * 7) })];
    const search = (): { readonly found: Drafts; readonly pauses: number } => {
      let pauses = 0;
      const steps = draftSearch(answer(people, { services }), FORTNIGHT, new Effort(100_000));
      for (;;) {
        const step = steps.next();
        if (step.done) return { found: step.value, pauses };
        pauses += 1;
      }
    };

    const { found, pauses } = search();

    expect(found.isExhaustive).toBe(false);
    expect(found.drafts.length).toBeGreaterThan(0);
    expect(pauses).toBeGreaterThanOrEqual(15);
    expect(search().found.drafts.map(shown)).toEqual(found.drafts.map(shown));
  });
});
