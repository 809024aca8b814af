import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  dateAt,
  dayBounds,
  formatWallTime,
  judgeLeg,
  parseWallTime,
} from '../../../subgraphs/cooperative/capacity/index.js';
import {
  availabilityOf,
  AROUND_THE_CLOCK,
  at,
  capacityInput,
  EVERY_DAY,
  leg,
  resourceRules,
  serviceRules,
  ZONE,
} from './builders.js';

const HOUR = 3_600_000;
const SPRING = '2027-03-28';
const AUTUMN = '2027-10-31';

describe('a local day', () => {
  it('has 23, 24 or 25 hours', () => {
    const hoursOf = (date: string) => {
      const { startsAt, endsAt } = dayBounds(ZONE, date);
      return (endsAt - startsAt) / HOUR;
    };

    expect([hoursOf(SPRING), hoursOf('2027-03-29'), hoursOf(AUTUMN)]).toEqual([23, 24, 25]);
    expect(dayBounds(ZONE, SPRING).startsAt).toBe(Date.parse('2027-03-27T22:00:00Z'));
  });

  it('begins at one o’clock where the clocks skip midnight', () => {
    expect(dayBounds('Africa/Cairo', '2027-04-30').startsAt).toBe(
      Date.parse('2027-04-29T22:00:00Z'),
    );
    expect(formatWallTime('Africa/Cairo', Date.parse('2027-04-29T22:00:00Z'))).toBe(
      '2027-04-30T01:00',
    );
  });

  it('of an instant is that of the zone', () => {
    expect(dateAt(ZONE, Date.parse('2027-03-21T22:00:00Z'))).toBe('2027-03-22');
    expect(dateAt(ZONE, Date.parse('2027-03-21T21:59:59.999Z'))).toBe('2027-03-21');
    expect(dateAt('America/Los_Angeles', Date.parse('2027-03-22T06:59:00Z'))).toBe('2027-03-21');
    expect(dateAt('Pacific/Kiritimati', Date.parse('2027-03-21T10:00:00Z'))).toBe('2027-03-22');
  });

  it('is counted over months and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(() => addDays('2027-02-30', 1)).toThrow('2027-02-30');
  });
});

describe('a wall time', () => {
  it('is an instant and back', () => {
    expect(parseWallTime(ZONE, '2027-03-22T08:00')).toBe(Date.parse('2027-03-22T08:00:00+02:00'));
    expect(parseWallTime(ZONE, '2027-07-01T00:00')).toBe(Date.parse('2027-07-01T00:00:00+03:00'));
    expect(formatWallTime(ZONE, Date.parse('2027-07-01T00:05:59Z'))).toBe('2027-07-01T03:05');
  });

  it('that exists twice is the earlier, one that does not exist is moved on', () => {
    expect(parseWallTime(ZONE, `${AUTUMN}T03:30`)).toBe(Date.parse(`${AUTUMN}T03:30:00+03:00`));
    expect(parseWallTime(ZONE, `${SPRING}T03:30`)).toBe(Date.parse(`${SPRING}T04:30:00+03:00`));
  });

  it.each(['2027-03-22', '2027-03-22T24:00', '2027-02-30T08:00', '2027-03-22T08:00Z'])(
    'of another form is refused: %s',
    (text) => {
      expect(() => parseWallTime(ZONE, text)).toThrow(RangeError);
    },
  );
});

function nightlyFrom(from: string, to: string, closures: { from: string; to: string }[] = []) {
  const hours = [{ days: EVERY_DAY, from, to }];
  return capacityInput({
    resources: [resourceRules({ size: 1, hours, closures, worksOnPublicHolidays: true })],
  });
}

describe('the night when the clocks change', () => {
  it('opens two hours of three in spring and four in autumn', () => {
    const input = nightlyFrom('02:00', '05:00');

    expect(availabilityOf(input, SPRING, SPRING, 120)).toMatchObject([
      { freeMinutes: 120, starts: [{ startsAt: at(`${SPRING}T02:00`), places: 1 }] },
    ]);
    expect(availabilityOf(input, AUTUMN, AUTUMN, 240)).toMatchObject([
      { freeMinutes: 240, starts: [{ startsAt: at(`${AUTUMN}T02:00`), places: 1 }] },
    ]);
  });

  it('has both starts of a repeated half hour and none of a skipped one', () => {
    const input = nightlyFrom('02:30', '04:30');
    const wallTimes = (date: string) =>
      availabilityOf(input, date, date, 30).flatMap(({ starts }) =>
        starts.map(({ startsAt }) => formatWallTime(ZONE, startsAt).slice(11)),
      );

    expect(wallTimes(SPRING)).toEqual(['02:30', '04:00']);
    expect(wallTimes(AUTUMN)).toEqual(['02:30', '03:00', '03:30', '03:00', '03:30', '04:00']);
  });

  it('has a grid of wall time, whatever has elapsed', () => {
    const input = {
      ...nightlyFrom('00:00', '24:00'),
      service: serviceRules({ gridMinutes: 120 }),
    };
    const [autumn] = availabilityOf(input, AUTUMN, AUTUMN, 30);

    expect(autumn?.starts.map(({ startsAt }) => (startsAt - at(`${AUTUMN}T00:00`)) / HOUR)).toEqual(
      [0, 2, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23],
    );
    expect(judgeLeg(input, leg(`${AUTUMN}T04:00`, 30)).kind).toBe('fits');
  });

  it('moves on a closure that begins at a time that does not exist', () => {
    const closures = [{ from: `${SPRING}T03:30`, to: `${SPRING}T06:00` }];

    expect(
      availabilityOf(nightlyFrom('02:00', '07:00', closures), SPRING, SPRING, 30),
    ).toMatchObject([{ freeMinutes: 90 + 60 }]);
  });
});

describe('a leg over midnight', () => {
  const night = resourceRules({
    size: 1,
    hours: AROUND_THE_CLOCK,
    minutesPerDay: 120,
    worksOnPublicHolidays: true,
  });

  it('fits where one day’s hours go on into the next', () => {
    const input = capacityInput({ resources: [{ ...night, minutesPerDay: null }] });

    expect(judgeLeg(input, leg('2027-03-22T23:00', 120)).kind).toBe('fits');
    expect(judgeLeg(input, leg(`${SPRING}T00:00`, 23 * 60 + 1440)).kind).toBe('fits');
  });

  it('is outside the hours when there is a minute between', () => {
    const hours = [{ days: EVERY_DAY, from: '00:01', to: '24:00' }];

    expect(
      judgeLeg(capacityInput({ resources: [{ ...night, hours }] }), leg('2027-03-22T23:00', 120)),
    ).toMatchObject({ code: 'OUTSIDE_HOURS' });
  });

  it('is charged to each day for its minutes there', () => {
    const input = capacityInput({ resources: [night] });

    expect(judgeLeg(input, leg('2027-03-22T22:00', 240)).kind).toBe('fits');
    expect(judgeLeg(input, leg('2027-03-22T22:00', 241))).toMatchObject({
      code: 'CAPACITY_EXCEEDED',
    });
    expect(judgeLeg(input, leg('2027-03-22T22:30', 240))).toMatchObject({
      code: 'CAPACITY_EXCEEDED',
    });
  });

  it('booked, leaves each day what it does not use there', () => {
    const [occupied] = [leg('2027-03-22T22:30', 180)].map(({ startsAt, minutes }) => ({
      resource: 'pool',
      service: 'other',
      startsAt,
      endsAt: startsAt + minutes * 60_000,
      quantity: 1,
      bufferMinutes: 0,
    }));
    const input = capacityInput({ resources: [night], occupations: occupied ? [occupied] : [] });
    const free = availabilityOf(input, '2027-03-21', '2027-03-24', 30);

    expect(free.map(({ freeMinutes }) => freeMinutes)).toEqual([120, 30, 30, 120]);
  });
});
