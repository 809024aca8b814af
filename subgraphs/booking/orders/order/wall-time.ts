import { Temporal } from 'temporal-polyfill';
import { timeZoneOf } from '../../../shared/words/municipality.js';

/** An instant as the clocks of a municipality show it, for people: `2027-03-22T10:00+02:00`, to the minute. */
export function wallTimeIn(municipality: string, instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZoneOf(municipality))
    .toString({ timeZoneName: 'never', smallestUnit: 'minute' });
}
