import { describe, expect, it } from '@jest/globals';
import {
  type CapacityInput,
  type DayStatus,
} from '../../../subgraphs/cooperative/capacity/index.js';
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
import { codesOf, dayOf, TEN_YEARS } from './ordered-days.js';

const TUESDAY = '2027-03-09';

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
