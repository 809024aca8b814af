import { describe, expect, it } from '@jest/globals';
import { formatWallTime, type DayCapacity } from '../../../subgraphs/cooperative/capacity/index.js';
import {
  availabilityOf,
  at,
  capacityInput,
  occupation,
  resourceRules,
  serviceRules,
  ZONE,
} from './builders.js';

const example = capacityInput({
  service: serviceRules({ minMinutes: 120, bufferMinutes: 30, leadTimeMinutes: 1440 }),
  resources: [resourceRules({ minutesPerDay: 600 })],
  occupations: [occupation('2027-03-24T08:00', '2027-03-24T10:00', { bufferMinutes: 30 })],
  now: at('2027-03-22T09:00'),
});

/** "09:00 2" for two places at nine. */
function startsOf(day: DayCapacity | undefined): string[] {
  return (day?.starts ?? []).map(
    ({ startsAt, places }) => `${formatWallTime(ZONE, startsAt).slice(11)} ${places}`,
  );
}

function steps(from: number, count: number, places: number): string[] {
  return Array.from({ length: count }, (_none, index) => {
    const minutes = from + index * 30;
    const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
    return `${hours}:${String(minutes % 60).padStart(2, '0')} ${places}`;
  });
}

describe('the worked example, asked for three hours', () => {
  const days = availabilityOf(example, '2027-03-22', '2027-03-29', 180);
  const byDate = new Map(days.map((day) => [day.date, day]));

  it('gives one row a day with its status', () => {
    expect(days.map(({ date, status }) => `${date} ${status}`)).toEqual([
      '2027-03-22 TOO_SOON',
      '2027-03-23 OPEN',
      '2027-03-24 OPEN',
      '2027-03-25 OPEN',
      '2027-03-26 PUBLIC_HOLIDAY',
      '2027-03-27 CLOSED',
      '2027-03-28 PUBLIC_HOLIDAY',
      '2027-03-29 PUBLIC_HOLIDAY',
    ]);
  });

  it('starts exactly at the end of the lead time', () => {
    expect(byDate.get('2027-03-22')?.starts).toEqual([]);
    expect(startsOf(byDate.get('2027-03-23'))).toEqual(steps(9 * 60, 9, 2));
  });

  it('keeps one worker and her buffer from those who come after', () => {
    expect(startsOf(byDate.get('2027-03-24'))).toEqual([
      ...steps(8 * 60, 5, 1),
      ...steps(10 * 60 + 30, 6, 2),
    ]);
  });

  it('counts what is left of the budget', () => {
    expect(days.map(({ freeMinutes }) => freeMinutes)).toEqual([600, 600, 480, 600, 0, 0, 0, 0]);
  });

  it('names a holiday even where the day is closed anyway', () => {
    expect(days.map(({ holiday }) => holiday?.fi ?? null)).toEqual([
      ...[null, null, null, null],
      'pitkäperjantai',
      null,
      'pääsiäispäivä',
      'toinen pääsiäispäivä',
    ]);
  });

  it('with 420 minutes a day has 300 left and one place at every start', () => {
    const resources = [resourceRules({ minutesPerDay: 420 })];
    const [day] = availabilityOf({ ...example, resources }, '2027-03-24', '2027-03-24', 180);

    expect(day?.freeMinutes).toBe(300);
    expect(startsOf(day)).toEqual(steps(8 * 60, 11, 1));
  });
});
