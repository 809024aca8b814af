import { Temporal } from 'temporal-polyfill';
import { timeZoneOf } from '../../../shared/words/municipality.js';
import { MINUTE_MS, dateOf, epochDayOf, weekdayOf } from '../../../shared/words/dates.js';
import type { SubstituteNeed, Time } from './types.js';

/**
 * The times at which somebody is needed, in order: on each wanted day from one time on the wall to another, where clocks change longer or
 * shorter than on other days. A time on the wall that comes twice is the earlier one; one that is left out is moved on by the gap.
 */
export function windowsOf(need: SubstituteNeed): Time[] {
  const zone = timeZoneOf(need.municipality);
  const windows: Time[] = [];
  for (let day = epochDayOf(need.from); day <= epochDayOf(need.to); day += 1) {
    if (!need.weekdays.includes(weekdayOf(day))) continue;
    const from = instantOf(day, need.dailyFrom, zone);
    const to = instantOf(day, need.dailyTo, zone);
    if (from < to) windows.push({ from, to });
  }
  return windows;
}

function instantOf(epochDay: number, time: string, timeZone: string): number {
  const [day, plainTime] = time === '24:00' ? [epochDay + 1, '00:00'] : [epochDay, time];
  const { epochMilliseconds } = Temporal.PlainDate.from(dateOf(day)).toZonedDateTime({
    timeZone,
    plainTime,
  });
  return epochMilliseconds / MINUTE_MS;
}

export function minutesOf(times: readonly Time[]): number {
  return times.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** What of the windows no segment covers; what adjoins is one. @param segments - In order, within the windows. */
export function gapsOf(windows: readonly Time[], segments: readonly Time[]): Time[] {
  const gaps: { from: number; to: number }[] = [];
  const add = (from: number, to: number): void => {
    const last = gaps.at(-1);
    if (from >= to) return;
    if (last?.to === from) last.to = to;
    else gaps.push({ from, to });
  };
  for (const { from, to } of windows) {
    let at = from;
    for (const segment of segments) {
      if (segment.from < from || segment.from >= to) continue;
      add(at, segment.from);
      at = segment.to;
    }
    add(at, to);
  }
  return gaps;
}
