import { Temporal } from 'temporal-polyfill';
import type { TextLanguage } from '../localized.js';

/** An instant as the clocks of a place show it. */
export interface Moment {
  readonly at: Date;
  /** IANA zone. */
  readonly zone: string;
}

const MONTHS = [
  ...['januari', 'februari', 'mars', 'april', 'maj', 'juni'],
  ...['juli', 'augusti', 'september', 'oktober', 'november', 'december'],
];

/** To the minute, as people write it: `22.3.2027 klo 10.00`, `22 mars 2027 kl. 10.00`; in English `2027-03-22T10:00+02:00`. */
export function writeMoment({ at, zone }: Moment, language: TextLanguage): string {
  const time = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const { day, month, year } = time;
  const minute = String(time.minute).padStart(2, '0');
  switch (language) {
    case 'fi':
      return `${day}.${month}.${year} klo ${time.hour}.${minute}`;
    case 'sv':
      return `${day} ${MONTHS[month - 1] ?? ''} ${year} kl. ${time.hour}.${minute}`;
    case 'en':
      return time.toString({ timeZoneName: 'never', smallestUnit: 'minute' });
  }
}
