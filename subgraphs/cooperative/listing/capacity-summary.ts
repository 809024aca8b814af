import {
  addDays,
  dateAt,
  dayBounds,
  longestStretches,
  type CapacityInput,
} from '../capacity/index.js';
import type { CapacitySummary } from '../store/records.js';

/** How many days a summary covers, from today. */
const SUMMARY_DAYS = 92;
/** No booking is longer: one that begins after the summary's days can still end a stretch that begins within them. */
const LONGEST_DAYS = 366;

/** What can still be booked of a service. */
export function summarizeCapacity(input: CapacityInput): CapacitySummary {
  const { timeZone, now, service } = input;
  const { minMinutes } = service;
  const from = dateAt(timeZone, now);
  const longest = longestStretches(input, from, SUMMARY_DAYS);
  return {
    from,
    minMinutes,
    longestMinutes: longest.map((minutes) => (minutes < minMinutes ? 0 : minutes)),
  };
}

/** The time whose bookings bear upon a summary that is made now. Instants; the end is excluded. */
export function summarizedTime(
  timeZone: string,
  now: Date,
): { readonly from: number; readonly to: number } {
  const today = dateAt(timeZone, now.getTime());
  const last = addDays(today, SUMMARY_DAYS + LONGEST_DAYS);
  return { from: dayBounds(timeZone, today).startsAt, to: dayBounds(timeZone, last).endsAt };
}
