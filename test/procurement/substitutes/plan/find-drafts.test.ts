import { describe, expect, it } from '@jest/globals';
import { windowsOf } from '../../../../subgraphs/procurement/substitutes/plan/windows.js';
import { answer, draftsFor, hours, MONDAY, need, person, shown, terms } from './owners.js';

const DAY = windowsOf(need());
const WEEK = windowsOf(need({ to: '2027-06-25' }));

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

    const [first] = draftsFor(
      answer(people, { services: [terms({ minutes: [330] })] }),
      DAY,
    ).drafts;

    expect(first && shown(first)).toEqual(['a 0 8-12', 'b 0 14.5-16']);
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
    expect(draftsFor(answer(people), DAY, 3, { reaches: 500 }).isExhaustive).toBe(false);
    expect(draftsFor(answer(people), DAY, 3, { turns: 10 })).toEqual({
      drafts: [],
      isExhaustive: false,
    });
    expect(draftsFor(answer(people), DAY, 3, { isOver: () => true }).isExhaustive).toBe(false);
  });
});
