import { Temporal } from 'temporal-polyfill';
import { MINUTE_MS, epochDayOf } from '../../../shared/words/dates.js';
import type { Time } from './types.js';

/** A part of a time that lies on one day of a zone and has one offset from UTC. */
export interface DayPart extends Time {
  readonly epochDay: number;
  /** When the clock on the wall reads 00:00, or would if its offset were that of this part. */
  readonly midnight: number;
}

/** A time cut at the midnights of a zone, and where its clocks change. */
export function dayPartsOf(timeZone: string, { from, to }: Time): DayPart[] {
  const parts: DayPart[] = [];
  for (let at = from; at < to;) {
    const now = Temporal.Instant.fromEpochMilliseconds(at * MINUTE_MS).toZonedDateTimeISO(timeZone);
    const next = now.toPlainDate().add({ days: 1 }).toZonedDateTime(timeZone);
    const change =
      now.offsetNanoseconds === next.offsetNanoseconds ? null : now.getTimeZoneTransition('next');
    const epochDay = epochDayOf(now.toPlainDate().toString());
    const end = Math.min(to, minuteOf(next), change ? minuteOf(change) : Infinity);
    const midnight = epochDay * 1440 - now.offsetNanoseconds / (MINUTE_MS * 1e6);
    parts.push({ epochDay, midnight, from: at, to: end });
    at = end;
  }
  return parts;
}

function minuteOf({ epochMilliseconds }: Temporal.ZonedDateTime): number {
  return epochMilliseconds / MINUTE_MS;
}

/** The starts on a grid, in order. @param parts - Of the time in which they lie. */
export function gridStartsIn(parts: readonly DayPart[], gridMinutes: number): number[] {
  return parts.flatMap(({ midnight, from, to }) => {
    const first = midnight + Math.ceil((from - midnight) / gridMinutes) * gridMinutes;
    const count = Math.max(0, Math.ceil((to - first) / gridMinutes));
    return Array.from({ length: count }, (_none, index) => first + index * gridMinutes);
  });
}

/**
 * How many minutes a budget of each day leaves in each window; Infinity without a limit. Of a window that lies on two of the owner's days the
 * smaller one's, and of a day that two windows reach into the first one takes what it may: what is planned can be booked, though
 * by night across a border more might be.
 * @param minutes - Of each day from `firstDay` on; days beyond have none. Null without a limit.
 */
export function minutesInWindows(
  windows: readonly (readonly DayPart[])[],
  minutes: readonly number[] | null,
  firstDay: number,
): number[] {
  if (minutes === null) return windows.map(() => Infinity);
  const left = [...minutes];
  return windows.map((parts) => {
    const days = [...new Set(parts.map(({ epochDay }) => epochDay - firstDay))];
    const room = Math.min(...days.map((day) => left[day] ?? 0));
    for (const day of days) left[day] = (left[day] ?? 0) - room;
    return room;
  });
}
