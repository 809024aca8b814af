import { WEEKDAYS } from './closed-sets.js';

export const MINUTE_MS = 60_000;
export const DAY_MS = 1440 * MINUTE_MS;

export type Weekday = (typeof WEEKDAYS)[number];

/**
 * Days since 1970-01-01 of a date such as "2027-03-22".
 * @throws RangeError when there is no such date.
 */
export function epochDayOf(date: string): number {
  const epochDay = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  // The engine reads 30 February as 2 March.
  if (!Number.isInteger(epochDay) || dateOf(epochDay) !== date) {
    throw new RangeError(`Wanted a date such as "2027-03-22", got ${JSON.stringify(date)}.`);
  }
  return epochDay;
}

export function dateOf(epochDay: number): string {
  return new Date(epochDay * DAY_MS).toISOString().slice(0, -'T00:00:00.000Z'.length);
}

export function weekdayOf(epochDay: number): Weekday {
  // 1970-01-01 was a Thursday.
  return WEEKDAYS[(((epochDay + 3) % 7) + 7) % 7] ?? 'MO';
}

/** The date so many days later; earlier when `days` is negative. */
export function addDays(date: string, days: number): string {
  return dateOf(epochDayOf(date) + days);
}

/** How many days two years from a day on have: until the day before the same one two years later, 730 or 731. */
export function daysOfTwoYears(from: string): number {
  const begin = epochDayOf(from);
  const end = new Date(begin * DAY_MS);
  // From 29 February on, where the later year has none, until 28 February.
  end.setUTCFullYear(end.getUTCFullYear() + 2);
  return end.getTime() / DAY_MS - begin;
}

/** Tells the day of an instant in a zone, `YYYY-MM-DD` from the year 0001 on. Makes a formatter: to be kept where it is asked often. */
export function daysIn(timeZone: string): (instant: Date) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  // The formatter writes years before 1000 with fewer digits.
  return (instant) => format.format(instant).padStart('YYYY-MM-DD'.length, '0');
}

/** Whether it is a name of the IANA time zone database that this runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
