import { describe, expect, it } from '@jest/globals';
import {
  findAlternatives,
  formatWallTime,
  longestStretches,
  type CapacityInput,
  type Leg,
} from '../../../subgraphs/cooperative/capacity/index.js';
import {
  AROUND_THE_CLOCK,
  at,
  capacityInput,
  leg,
  occupation,
  resourceRules,
  serviceRules,
  ZONE,
} from './builders.js';

function alternatives(input: CapacityInput, asked: Leg): string[] {
  return findAlternatives(input, asked).map((start) => formatWallTime(ZONE, start));
}

describe('the alternatives to a leg', () => {
  const busy = occupation('2027-03-24T10:00', '2027-03-24T14:00', { quantity: 2 });
  const input = capacityInput({ occupations: [busy] });

  it('are the three earliest of the requested day, also before the requested time', () => {
    expect(alternatives(input, leg('2027-03-24T12:00', 60))).toEqual([
      '2027-03-24T08:00',
      '2027-03-24T08:30',
      '2027-03-24T09:00',
    ]);
    expect(alternatives(input, leg('2027-03-24T12:00', 120))).toEqual([
      '2027-03-24T08:00',
      '2027-03-24T14:00',
    ]);
  });

  it('are of the first later day that has any, and of no day after it', () => {
    const late = { ...input, now: at('2027-03-24T14:30') };

    expect(alternatives(late, leg('2027-03-24T12:00', 120))).toEqual([
      '2027-03-25T08:00',
      '2027-03-25T08:30',
      '2027-03-25T09:00',
    ]);
    expect(alternatives(late, leg('2027-03-24T12:00', 480))).toEqual(['2027-03-25T08:00']);
    expect(alternatives(late, leg('2027-03-26T08:00', 480))).toEqual(['2027-03-30T08:00']);
  });

  it('are sought for 14 days', () => {
    const closedUntil = (date: string) => ({
      ...input,
      resources: [resourceRules({ closures: [{ from: '2027-05-01T00:00', to: `${date}T00:00` }] })],
    });
    const asked = leg('2027-05-10T08:00', 480);

    expect(alternatives(closedUntil('2027-05-24'), asked)).toEqual(['2027-05-24T08:00']);
    expect(alternatives(closedUntil('2027-05-25'), asked)).toEqual([]);
  });

  it('are for the same quantity, length and resource', () => {
    const two = {
      ...input,
      service: serviceRules({ resources: ['pool', 'room'] }),
      resources: [resourceRules(), resourceRules({ id: 'room', size: 1 })],
    };

    expect(alternatives(two, leg('2027-03-24T12:00', 60, { quantity: 3 }))[0]).toBe(
      '2027-03-24T08:00',
    );
    expect(alternatives(two, leg('2027-03-24T08:00', 300, { quantity: 1 }))[0]).toBe(
      '2027-03-24T08:00',
    );
    expect(alternatives(two, leg('2027-03-24T08:00', 300, { resource: 'pool' }))[0]).toBe(
      '2027-03-25T08:00',
    );
    expect(alternatives(two, leg('2027-03-24T08:00', 300, { quantity: 4 }))).toEqual([]);
    expect(alternatives(two, leg('2027-03-24T08:00', 29))).toEqual([]);
  });
});

describe('the alternatives to a leg of which some are not offered', () => {
  const asked = leg('2027-03-24T12:00', 60);
  const except = (isHidden: (wallTime: string) => boolean) =>
    findAlternatives(capacityInput(), asked, (start) => !isHidden(formatWallTime(ZONE, start))).map(
      (start) => formatWallTime(ZONE, start),
    );

  it('are three others of the day', () => {
    expect(except((wallTime) => wallTime < '2027-03-24T10:00')).toEqual([
      '2027-03-24T10:00',
      '2027-03-24T10:30',
      '2027-03-24T11:00',
    ]);
  });

  it('are of a later day when none of the day is offered', () => {
    expect(except((wallTime) => wallTime.startsWith('2027-03-24'))[0]).toBe('2027-03-25T08:00');
  });
});

describe('the longest stretch of a day', () => {
  const input = capacityInput({ resources: [resourceRules({ size: 1 })] });

  it('is what is open and free after the lead time; nothing on closed days', () => {
    expect(longestStretches(input, '2027-03-25', 6)).toEqual([480, 0, 0, 0, 0, 480]);
    expect(longestStretches(input, '2027-03-25', 0)).toEqual([]);
    expect(longestStretches({ ...input, now: at('2027-03-25T10:10') }, '2027-03-24', 2)).toEqual([
      0, 330,
    ]);
  });

  it('ends its buffer before the next booking', () => {
    const occupations = [
      occupation('2027-03-25T09:00', '2027-03-25T09:30', { bufferMinutes: 15 }),
      occupation('2027-03-25T14:00', '2027-03-25T15:00', { bufferMinutes: 15 }),
    ];
    const service = serviceRules({ bufferMinutes: 30, minMinutes: 9_999 });

    expect(longestStretches({ ...input, occupations, service }, '2027-03-25', 1)).toEqual([210]);
  });

  it('is not a sum over several resources', () => {
    const two = {
      ...input,
      service: serviceRules({ resources: ['pool', 'late'] }),
      resources: [
        resourceRules({ closures: [{ from: '2027-03-25T12:00', to: '2027-03-25T16:00' }] }),
        resourceRules({
          id: 'late',
          closures: [{ from: '2027-03-25T00:00', to: '2027-03-25T11:00' }],
        }),
      ],
    };

    expect(longestStretches(two, '2027-03-25', 1)).toEqual([300]);
  });

  it('goes on over midnight as far as each day’s budgets do, at most 366 days', () => {
    const always = resourceRules({ hours: AROUND_THE_CLOCK, worksOnPublicHolidays: true });
    const withBudgets = (minutesPerDay: number | null, maxMinutesPerDay: number | null) =>
      longestStretches(
        {
          ...input,
          service: serviceRules({ maxMinutesPerDay }),
          resources: [{ ...always, minutesPerDay }],
        },
        '2027-03-25',
        1,
      );

    expect(withBudgets(null, null)).toEqual([366 * 1440]);
    expect(withBudgets(420, null)).toEqual([840]);
    expect(withBudgets(null, 100)).toEqual([190]);
    expect(withBudgets(45, 100)).toEqual([75]);
  });
});
