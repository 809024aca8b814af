import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  HORIZON_DAYS,
  judgeLeg,
  longestStretches,
  type CapacityInput,
  type DayStatus,
} from '../../../subgraphs/cooperative/capacity/index.js';
import { gridStartsOf, localDaysOf } from '../../../subgraphs/cooperative/capacity/local-days.js';
import { epochDayOf } from '../../../subgraphs/cooperative/capacity/dates.js';
import {
  AROUND_THE_CLOCK,
  at,
  availabilityOf,
  capacityInput,
  EVERY_DAY,
  occupation,
  resourceRules,
  serviceRules,
} from './builders.js';
import { DAYS, randomCase } from './random-cases.js';

const MINUTE = 60_000;
const TEN_YEARS = HORIZON_DAYS * 1440 * MINUTE;
const TUESDAY = '2027-03-09';

/** What ordering one place at each start of the grid gets: a code, or OPEN where it is had. */
function codesOf(input: CapacityInput, date: string, minutes: number): string[] {
  const { service, timeZone, now } = input;
  const day = localDaysOf(timeZone).at(epochDayOf(date));
  return gridStartsOf(day, service.gridMinutes).map((startsAt) => {
    if (startsAt >= now && startsAt + minutes * MINUTE > now + TEN_YEARS) return 'TOO_LATE';
    const verdict = judgeLeg(input, { startsAt, minutes, quantity: 1, resource: null });
    if (verdict.kind === 'fits') return 'OPEN';
    return verdict.code === 'SLOT_TAKEN' ? 'FULL' : verdict.code;
  });
}

function dayOf(input: CapacityInput, date: string, minutes: number) {
  const [day] = availabilityOf(input, date, date, minutes);
  if (!day) throw new Error(`There is no ${date}.`);
  return day;
}

describe('the status of a day and what ordering gets', () => {
  it('agree, whatever the rules and the bookings', () => {
    fc.assert(
      fc.property(randomCase, ({ first, input, minutes }) => {
        for (const date of Array.from({ length: DAYS }, (_none, day) => addDays(first, day))) {
          const { status, freeMinutes } = dayOf(input, date, minutes);
          const unbooked = dayOf({ ...input, occupations: [] }, date, minutes).status;
          const codes = codesOf(input, date, minutes);
          const isOneOf = (...statuses: DayStatus[]) => statuses.includes(status);

          expect(status === 'OPEN').toBe(codes.includes('OPEN'));
          if (isOneOf('FULL')) expect(codes).toContain('FULL');
          if (unbooked === 'OPEN') expect(isOneOf('OPEN', 'FULL', 'TOO_SOON')).toBe(true);
          else if (unbooked === 'TOO_SOON') expect(isOneOf('FULL', 'TOO_SOON')).toBe(true);
          else expect(status).toBe(unbooked);
          if (isOneOf('CLOSED')) expect(freeMinutes).toBe(0);
          expect(codes).toContain(isOneOf('CLOSED') ? 'OUTSIDE_HOURS' : status);
          if (isOneOf('CLOSED', 'PUBLIC_HOLIDAY')) {
            expect(codes.some((code) => ['OPEN', 'FULL', 'TOO_SOON'].includes(code))).toBe(false);
          }
          if (isOneOf('TOO_SOON', 'FULL', 'OPEN')) continue;
          expect(codes).not.toContain('FULL');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('agree with the longest stretch: a day is OPEN for as long, and no longer', () => {
    fc.assert(
      fc.property(randomCase, ({ first, input }) => {
        // The summary of 92 days has no horizon.
        fc.pre(input.now + TEN_YEARS > at('2029-01-01T00:00'));
        const { minMinutes } = input.service;
        for (const [index, longest] of longestStretches(input, first, DAYS).entries()) {
          const date = addDays(first, index);

          if (longest >= minMinutes) expect(dayOf(input, date, longest).status).toBe('OPEN');
          expect(dayOf(input, date, Math.max(longest + 1, minMinutes)).status).not.toBe('OPEN');
        }
      }),
      { numRuns: 60 },
    );
  });
});

const hours = (...times: readonly (readonly [string, string])[]) => ({
  hours: times.map(([from, to]) => ({ days: EVERY_DAY, from, to })),
});
const taken = (from: string, to: string, fields = {}) =>
  occupation(`${TUESDAY}T${from}`, `${TUESDAY}T${to}`, { quantity: 2, ...fields });

describe('a Tuesday from 08 to 16 of two', () => {
  const rulesOf = (resource: object, service: object = {}, rest: object = {}) =>
    capacityInput({
      service: serviceRules(service),
      resources: [resourceRules(resource)],
      ...rest,
    });
  const two = (first: object, second: object) =>
    rulesOf(
      {},
      { resources: ['one', 'two'] },
      {
        resources: [
          resourceRules({ id: 'one', ...first }),
          resourceRules({ id: 'two', ...second }),
        ],
      },
    );

  it.each<[string, number, DayStatus, number, CapacityInput]>([
    ['too short', 900, 'OUTSIDE_HOURS', 1_440, rulesOf(hours(['08:00', '20:00']))],
    ['long enough', 720, 'OPEN', 1_440, rulesOf(hours(['08:00', '20:00']))],
    ['split', 180, 'OUTSIDE_HOURS', 480, rulesOf(hours(['08:00', '10:00'], ['12:00', '14:00']))],
    [
      'split by a closure',
      300,
      'OUTSIDE_HOURS',
      840,
      rulesOf({ closures: [{ from: `${TUESDAY}T12:00`, to: `${TUESDAY}T13:00` }] }),
    ],
    [
      'closed by a closure',
      60,
      'CLOSED',
      0,
      rulesOf({ closures: [{ from: `${TUESDAY}T00:00`, to: '2027-03-10T00:00' }] }),
    ],
    [
      'open between the starts only',
      60,
      'OUTSIDE_HOURS',
      180,
      rulesOf(hours(['07:00', '08:30']), { gridMinutes: 120 }),
    ],
    ['of a small budget', 300, 'CAPACITY_EXCEEDED', 240, rulesOf({ minutesPerDay: 240 })],
    [
      'of a service with a small budget',
      300,
      'CAPACITY_EXCEEDED',
      240,
      rulesOf({}, { maxMinutesPerDay: 240 }),
    ],
    [
      'of one with short hours and one with a small budget',
      300,
      'CAPACITY_EXCEEDED',
      480,
      two(hours(['08:00', '10:00']), { minutesPerDay: 240 }),
    ],
    [
      'within the lead time',
      60,
      'TOO_SOON',
      960,
      rulesOf({}, { leadTimeMinutes: 1_440 }, { now: at(`${TUESDAY}T07:00`) }),
    ],
    [
      'within the lead time, all taken',
      60,
      'FULL',
      0,
      rulesOf(
        {},
        { leadTimeMinutes: 1_440 },
        { now: at(`${TUESDAY}T07:00`), occupations: [taken('08:00', '16:00')] },
      ),
    ],
    [
      'within the lead time and too short',
      900,
      'OUTSIDE_HOURS',
      960,
      rulesOf({}, { leadTimeMinutes: 1_440 }, { now: at(`${TUESDAY}T07:00`) }),
    ],
    [
      'free within the lead time, taken after it',
      60,
      'TOO_SOON',
      480,
      rulesOf(
        {},
        { leadTimeMinutes: 240 },
        { now: at(`${TUESDAY}T08:00`), occupations: [taken('12:00', '16:00')] },
      ),
    ],
    ['past', 60, 'IN_THE_PAST', 960, rulesOf({}, {}, { now: at('2027-03-12T08:00') })],
    [
      'of which too little is left',
      180,
      'IN_THE_PAST',
      960,
      rulesOf({}, {}, { now: at(`${TUESDAY}T14:00`) }),
    ],
    [
      'free when it was past, taken now',
      60,
      'FULL',
      480,
      rulesOf({}, {}, { now: at(`${TUESDAY}T12:00`), occupations: [taken('12:00', '16:00')] }),
    ],
    ['taken', 60, 'FULL', 0, rulesOf({}, {}, { occupations: [taken('08:00', '16:00')] })],
    [
      'cut up by bookings',
      180,
      'FULL',
      600,
      rulesOf({}, {}, { occupations: [taken('10:00', '11:30'), taken('14:00', '15:30')] }),
    ],
    [
      'taken by the buffer of a booking',
      240,
      'FULL',
      480,
      rulesOf({}, {}, { occupations: [taken('08:00', '12:00', { bufferMinutes: 30 })] }),
    ],
    [
      'of one place',
      480,
      'OPEN',
      480,
      rulesOf({}, {}, { occupations: [taken('08:00', '16:00', { quantity: 1 })] }),
    ],
    [
      'whose budget others have used',
      240,
      'FULL',
      180,
      rulesOf({ minutesPerDay: 480 }, {}, { occupations: [taken('08:00', '10:30')] }),
    ],
    [
      'ten years ahead',
      60,
      'TOO_LATE',
      960,
      rulesOf({}, {}, { now: at(`${TUESDAY}T08:00`) - TEN_YEARS }),
    ],
  ])(
    '%s, asked for %i minutes, is %s, with %i minutes free',
    (_name, minutes, status, free, input) => {
      expect(dayOf(input, TUESDAY, minutes)).toMatchObject({ status, freeMinutes: free });
      const code = status === 'CLOSED' ? 'OUTSIDE_HOURS' : status;
      expect(codesOf(input, TUESDAY, minutes)).toContain(code);
    },
  );

  it('before a holiday cannot be had for as long as it would reach into that', () => {
    const input = rulesOf({ hours: AROUND_THE_CLOCK });

    expect(dayOf(input, '2027-03-25', 2 * 1440)).toMatchObject({
      status: 'PUBLIC_HOLIDAY',
      holiday: null,
    });
    expect(new Set(codesOf(input, '2027-03-25', 2 * 1440))).toEqual(new Set(['PUBLIC_HOLIDAY']));
    expect(dayOf(input, '2027-03-25', 1440).status).toBe('OPEN');
  });

  it.each<[string, DayStatus, string, number, string]>([
    ['closed, but past', 'IN_THE_PAST', '2027-03-13', 60, '2027-03-14T08:00'],
    ['a holiday, but past', 'IN_THE_PAST', '2027-03-26', 60, '2027-03-27T08:00'],
    ['closed, the rest of it', 'CLOSED', '2027-03-13', 60, '2027-03-13T12:00'],
    ['a holiday, the rest of it', 'PUBLIC_HOLIDAY', '2027-03-26', 60, '2027-03-26T12:00'],
    ['closed, beyond ten years', 'TOO_LATE', '2027-03-13', 60, '2017-03-11T00:00'],
    ['a holiday, beyond ten years', 'TOO_LATE', '2027-03-26', 60, '2017-03-24T00:00'],
    ['closed before a holiday', 'CLOSED', '2027-03-27', 1_440, '2027-03-01T00:00'],
    [
      'closed, all reaches into a holiday',
      'PUBLIC_HOLIDAY',
      '2027-03-27',
      1_500,
      '2027-03-01T00:00',
    ],
  ])('%s is %s, as ordering says', (_name, status, date, minutes, now) => {
    const input = rulesOf({}, {}, { now: at(now) });

    expect(dayOf(input, date, minutes)).toMatchObject({ status, freeMinutes: 0 });
    const code = status === 'CLOSED' ? 'OUTSIDE_HOURS' : status;
    expect(codesOf(input, date, minutes)).toContain(code);
  });

  it('is taken while people wait for every start that is left', () => {
    const input = rulesOf({}, { gridMinutes: 240 }, { occupations: [taken('12:00', '16:00')] });
    const nine = at(`${TUESDAY}T08:00`);
    const [day] = availabilityOf(input, TUESDAY, TUESDAY, 240, (startsAt) => startsAt !== nine);

    expect(day).toMatchObject({ status: 'FULL', starts: [] });
  });

  it('below the shortest booking of the service is not asked about', () => {
    const input = rulesOf({}, { minMinutes: 60 });

    expect(() => dayOf(input, TUESDAY, 59)).toThrow(RangeError);
  });
});
