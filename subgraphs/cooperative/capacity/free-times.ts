import { MINUTE_MS } from '../../shared/words/dates.js';
import type { LocalDay } from './local-days.js';
import { merge, type Interval } from './open-times.js';
import type { ResourceTable } from './resource-table.js';

/** A time in which a unit of a resource is open and not taken. */
export interface FreeTime extends Interval {
  /** From when on no unit is free, at the end or later; null when that is so late that no buffer reaches it. */
  readonly takenFrom: number | null;
}

/**
 * When a unit of a resource is free, over midnights too.
 * @param days - Without gaps between them.
 * @param time - What lies outside of it is cut off.
 * @param bufferMinutes - The longest that a booking in one of these times may need to end before the next.
 * @returns In order, apart from each other.
 */
export function freeTimesOf(
  resource: ResourceTable,
  days: readonly LocalDay[],
  time: Interval,
  bufferMinutes: number,
): FreeTime[] {
  const free: FreeTime[] = [];
  for (const open of merge(days.flatMap((day) => resource.openTimes(day)))) {
    const end = Math.min(open.to, time.to);
    let from = resource.firstFree(Math.max(open.from, time.from));
    while (from < end) {
      const full = resource.firstFull(from);
      const to = Math.min(full, end);
      free.push({ from, to, takenFrom: full - to < bufferMinutes * MINUTE_MS ? full : null });
      from = resource.firstFree(to);
    }
  }
  return free;
}
