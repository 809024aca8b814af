import { describe, expect, it } from '@jest/globals';
import { judgeLeg, type ResourceRules } from '../../../subgraphs/cooperative/capacity/index.js';
import {
  availabilityOf,
  capacityInput,
  leg,
  resourceRules,
  serviceRules,
  WORKING_WEEK,
} from './builders.js';

/** Free minutes of Monday 22 March to Friday 26 March (Good Friday) of one person with these rules. */
function weekOf(fields: Partial<ResourceRules>): number[] {
  const input = capacityInput({ resources: [resourceRules({ size: 1, ...fields })] });
  return availabilityOf(input, '2027-03-22', '2027-03-26', 30).map(
    ({ freeMinutes }) => freeMinutes,
  );
}

const days = WORKING_WEEK;

describe('opening hours', () => {
  it('that touch are one time, those that overlap count once', () => {
    const hours = [
      { days, from: '12:00', to: '16:00' },
      { days, from: '08:00', to: '12:00' },
      { days, from: '15:00', to: '17:00' },
      { days, from: '09:00', to: '10:00' },
    ];
    const input = capacityInput({ resources: [resourceRules({ size: 1, hours })] });

    expect(judgeLeg(input, leg('2027-03-22T08:00', 540)).kind).toBe('fits');
    expect(weekOf({ hours })).toEqual([540, 540, 540, 540, 0]);
  });

  it('hold on their weekdays, from the first to the last day of their validity', () => {
    expect(weekOf({ hours: [{ days: ['TU', 'TH'], from: '08:00', to: '09:00' }] })).toEqual([
      ...[0, 60, 0, 60, 0],
    ]);
    expect(
      weekOf({
        hours: [
          { days, from: '08:00', to: '09:00', validFrom: '2027-03-23', validTo: '2027-03-24' },
          { days, from: '10:00', to: '12:00', validFrom: '2027-03-24' },
          { days, from: '13:00', to: '16:00', validTo: '2027-03-22' },
        ],
      }),
    ).toEqual([180, 60, 180, 120, 0]);
  });

  it('that end before they begin are none', () => {
    expect(weekOf({ hours: [{ days, from: '16:00', to: '08:00' }] })).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('closures', () => {
  it('take their time away, over midnights too, each minute once', () => {
    const closures = [
      { from: '2027-03-22T15:00', to: '2027-03-24T09:00' },
      { from: '2027-03-24T08:30', to: '2027-03-24T09:30' },
      { from: '2027-03-25T10:00', to: '2027-03-25T11:00' },
      { from: '2027-03-25T16:00', to: '2027-03-25T08:00' },
    ];

    expect(weekOf({ closures })).toEqual([420, 0, 390, 420, 0]);
  });

  it('begin and end by the minute', () => {
    const closures = [{ from: '2027-03-22T10:00', to: '2027-03-22T11:00' }];
    const input = capacityInput({ resources: [resourceRules({ closures })] });
    const kinds = [leg('2027-03-22T09:00', 60), leg('2027-03-22T09:00', 61)].map(
      (asked) => judgeLeg(input, asked).kind,
    );

    expect(kinds).toEqual(['fits', 'refused']);
    expect(judgeLeg(input, leg('2027-03-22T11:00', 60)).kind).toBe('fits');
  });
});

describe('a day without a start', () => {
  it('is outside the hours when it is open, but at no start of the grid', () => {
    const input = capacityInput({ service: serviceRules({ gridMinutes: 1440 }) });

    expect(availabilityOf(input, '2027-03-22', '2027-03-22', 30)).toMatchObject([
      { status: 'OUTSIDE_HOURS', freeMinutes: 960, starts: [] },
    ]);
  });

  it('is in the past when all of it is, also where it was closed', () => {
    expect(availabilityOf(capacityInput(), '2027-02-25', '2027-02-28', 30)).toMatchObject([
      { status: 'IN_THE_PAST', freeMinutes: 960, starts: [] },
      { status: 'IN_THE_PAST' },
      { status: 'IN_THE_PAST', freeMinutes: 0 },
      { status: 'IN_THE_PAST', freeMinutes: 0 },
    ]);
  });
});
