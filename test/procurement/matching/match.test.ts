import { describe, expect, it } from '@jest/globals';
import { match } from '../../../subgraphs/procurement/matching/match.js';
import {
  MIDSUMMER_WEEK,
  UNLIMITED,
  budget,
  jointly,
  offer,
  resource,
  workedExample,
} from './cases.js';

const HOUR = 60;

describe('what can be delivered in the week before midsummer', () => {
  it('is all of each lot alone, and all of both together, with P’s people counted once', async () => {
    const { lots, joint } = await match(workedExample());

    expect(lots).toEqual([
      {
        demandMinutes: 30 * HOUR,
        coveredMinutes: 30 * HOUR,
        strictMinutes: 27 * HOUR,
        shortfall: [],
      },
      {
        demandMinutes: 25 * HOUR,
        coveredMinutes: 25 * HOUR,
        strictMinutes: 25 * HOUR,
        shortfall: [],
      },
    ]);
    expect(joint).toEqual({
      demandMinutes: 55 * HOUR,
      coveredMinutes: 55 * HOUR,
      strictMinutes: 46 * HOUR,
      shortfall: [],
    });
  });

  it('is eight hours less where P is booked on Thursday', async () => {
    const { joint } = await match(workedExample(true));

    expect(joint).toEqual({
      demandMinutes: 55 * HOUR,
      coveredMinutes: 47 * HOUR,
      strictMinutes: 38 * HOUR,
      shortfall: [{ date: '2027-06-24', minutes: 8 * HOUR }],
    });
  });
});

describe('coverage', () => {
  it('counts no offer that matches in part or is for no lot, and nobody who has not answered', async () => {
    const { joint } = await match({
      days: MIDSUMMER_WEEK,
      lots: [{ id: '1', minutesPerDay: HOUR }],
      offers: [offer('1', 'x:a', 'PARTIAL'), offer('2', 'y:a'), offer('1', 'z:a')],
      capacities: ['x', 'y'].map((cooperative) => ({
        cooperative,
        from: '2027-06-21',
        resources: [resource(`${cooperative}:r`, [`${cooperative}:a`], HOUR)],
        budgets: [],
      })),
    });

    expect(joint).toMatchObject({ coveredMinutes: 0, strictMinutes: 0 });
    expect(joint.shortfall).toHaveLength(5);
  });

  it('lets people do at a gate what they may not do freely, and one way round is enough', async () => {
    const { coveredMinutes } = await jointly(
      ['1', '2'],
      [offer('1', 'x:a'), offer('2', 'x:b')],
      [resource('x:r', ['x:a'], 30), resource('x:s', ['x:a', 'x:b'], HOUR)],
      [budget(['x:a'], 40)],
    );

    expect(coveredMinutes).toBe(5 * 90);
  });

  it('takes days by their date, and those of which nothing is told as full', async () => {
    const { joint } = await match({
      days: ['2027-06-21', '2027-06-23', '2027-06-25'],
      lots: [{ id: '1', minutesPerDay: HOUR }],
      offers: [offer('1', 'x:a', 'EXACT', [0, 1, 2])],
      capacities: [
        {
          cooperative: 'x',
          from: '2027-06-20',
          resources: [resource('x:r', ['x:a'], [1, 2, 3, 4, 5])],
          budgets: [],
        },
      ],
    });

    expect(joint.shortfall).toEqual([
      { date: '2027-06-21', minutes: 58 },
      { date: '2027-06-23', minutes: 56 },
      { date: '2027-06-25', minutes: 60 },
    ]);
  });

  it('leaves out whose budgets overlap so that there is no time to solve them, and nobody else', async () => {
    const budgets = [
      ['x:a', 'x:b'],
      ['x:b', 'x:c'],
      ['x:c', 'x:a'],
    ].map((services) => budget(services, 40));
    const resources = [resource('x:r', ['x:a', 'x:b', 'x:c'], 5 * HOUR)];
    const matching = {
      days: MIDSUMMER_WEEK,
      lots: ['1', '2', '3'].map((id) => ({ id, minutesPerDay: HOUR })),
      offers: [offer('1', 'x:a'), offer('2', 'x:b'), offer('3', 'x:c'), offer('1', 'y:a')],
      capacities: [
        { cooperative: 'x', from: '2027-06-21', resources, budgets },
        {
          ...{ cooperative: 'y', from: '2027-06-21', budgets: [] },
          resources: [resource('y:r', ['y:a'], 10)],
        },
      ],
    };

    const solved = await match(matching, UNLIMITED);
    const hurried = await match(matching, { solverMs: 0 });

    expect([solved.leftOut, solved.joint.coveredMinutes]).toEqual([[], 5 * (60 + 10)]);
    expect([hurried.leftOut, hurried.joint.coveredMinutes]).toEqual([['x'], 5 * 10]);
    expect(hurried.lots.map(({ coveredMinutes }) => coveredMinutes)).toEqual([50, 0, 0]);
  });
});
