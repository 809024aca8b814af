import { availabilityOf, dayBounds, type DayCapacity } from '../capacity/index.js';
import type { ServiceRecord } from '../model.js';
import type { BookingDesk } from './booking-desk.js';
import type { Rulebook } from './rulebook.js';
import { scopeOfLeg } from './scope.js';

const MINUTE_MS = 60_000;

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
  return availabilityOf(ledger.capacityOf(service), from, to, minutes).map((day) => {
    const starts = day.starts.filter(({ startsAt }) => !ledger.isWaitedFor(service._id, startsAt));
    const isFull = day.status === 'OPEN' && starts.length === 0;
    return { ...day, starts, status: isFull ? 'FULL' : day.status };
  });
}
