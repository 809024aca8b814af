import { Temporal } from 'temporal-polyfill';

/** By the country with which a municipality's code begins. */
const ZONES: Readonly<Record<string, string>> = { FI: 'Europe/Helsinki', SE: 'Europe/Stockholm' };

/** An instant as the clocks of a municipality show it, for people: `2027-03-22T10:00+02:00`, to the minute. */
export function wallTimeIn(municipality: string, instant: Date): string {
  const zone = ZONES[municipality.slice(0, 2)] ?? 'UTC';
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'minute' });
}
