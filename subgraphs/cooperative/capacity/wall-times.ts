import { MINUTE_MS, epochDayOf } from '../../shared/words/dates.js';
import { localDaysOf, wallClockOf } from './local-days.js';

const WALL_TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * The instant of a wall time such as "2027-03-22T08:00". One that exists twice is the earlier; one that does not exist
 * is moved on by the length of the gap.
 * @throws RangeError when the text has another form or the date does not exist.
 */
export function parseWallTime(timeZone: string, text: string): number {
  const [, date, hours, minutes] = WALL_TIME.exec(text) ?? [];
  if (date === undefined) {
    throw new RangeError(`Wanted a wall time such as "2027-03-22T08:00", got "${text}".`);
  }
  const days = localDaysOf(timeZone);
  return days.instantOf(days.at(epochDayOf(date)), Number(hours) * 60 + Number(minutes));
}

/** Minutes since 00:00 of a time such as "08:00" or "24:00". */
export function wallMinutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** "2027-03-22T08:00"; seconds are left out. */
export function formatWallTime(timeZone: string, instant: number): string {
  const day = localDaysOf(timeZone).of(instant);
  const clock = wallClockOf(day, instant);
  return `${day.date}T${clockText(clock - (clock % MINUTE_MS))}`;
}

/** "08:10" of milliseconds since 00:00; with seconds, even parts of them, where there are any. */
export function clockText(clock: number): string {
  return new Date(clock)
    .toISOString()
    .slice('1970-01-01T'.length, -1)
    .replace(/(:00)?\.000$/, '');
}
