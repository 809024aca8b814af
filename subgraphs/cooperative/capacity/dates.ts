import { dateOf, epochDayOf } from '../../shared/words/dates.js';
import type { Weekday } from './types.js';

export { DAY_MS, MINUTE_MS, dateOf, epochDayOf } from '../../shared/words/dates.js';

const WEEKDAYS: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

export function weekdayOf(epochDay: number): Weekday {
  // 1970-01-01 was a Thursday.
  return WEEKDAYS[(((epochDay + 3) % 7) + 7) % 7] ?? 'MO';
}

/** The date so many days later; earlier when `days` is negative. */
export function addDays(date: string, days: number): string {
  return dateOf(epochDayOf(date) + days);
}
