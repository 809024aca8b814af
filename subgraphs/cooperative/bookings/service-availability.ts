import { setImmediate } from 'node:timers/promises';
import { MINUTE_MS } from '../../shared/dates.js';
import { availabilityOf, dayBounds, type DayCapacity } from '../capacity/index.js';
import type { ServiceRecord } from '../model.js';
import type { BookingDesk } from './booking-desk.js';
import type { Rulebook } from './rulebook.js';
import { scopeOfLeg } from './scope.js';

/** The days for which availability is asked, both included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/**
 * What is free of a service on each day. A start for which people wait has no place for others, and places that they are
 * about to get are taken. Two queries.
 */
export async function loadAvailability(
  desk: BookingDesk,
  rulebook: Rulebook,
  service: ServiceRecord,
  { from, to }: DayRange,
  minutes: number,
): Promise<DayCapacity[]> {
  const { timeZone } = rulebook;
  const first = dayBounds(timeZone, from).startsAt;
  const last = dayBounds(timeZone, to).endsAt + minutes * MINUTE_MS;
  const scope = scopeOfLeg(rulebook, service._id, null, { from: first, to: last });
  const ledger = await desk.view(rulebook, scope);
  const days: DayCapacity[] = [];
  for (const day of availabilityOf(ledger.capacityOf(service), from, to, minutes)) {
    const starts = day.starts.filter(({ startsAt }) => !ledger.isWaitedFor(service._id, startsAt));
    const isFull = day.status === 'OPEN' && starts.length === 0;
    days.push({ ...day, starts, status: isFull ? 'FULL' : day.status });
    // A long answer takes a while: others get their turn in between.
    await setImmediate();
  }
  return days;
}
