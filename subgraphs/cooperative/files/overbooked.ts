import type { BookingRecord } from '../store/booking-records.js';

/** A moment at which more of a resource is booked than there is. */
export interface Overbooking {
  readonly resource: string;
  /** All that is booked of it then, by start. */
  readonly bookings: readonly BookingRecord[];
}

/**
 * Finds the starts at which more units of a resource are booked than it has; buffers, hours and budgets do not enter.
 * @param bookings - Those that count.
 * @param sizeById - Of resources; one that is not there has no limit.
 */
export function findOverbooked(
  bookings: readonly BookingRecord[],
  sizeById: ReadonlyMap<string, number>,
): Overbooking[] {
  const inOrder = [...bookings].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const activeByResource = new Map<string, readonly BookingRecord[]>();
  const found: Overbooking[] = [];
  for (const booking of inOrder) {
    const { resource, startsAt } = booking;
    const before = activeByResource.get(resource) ?? [];
    const active = [...before.filter(({ endsAt }) => endsAt > startsAt), booking];
    activeByResource.set(resource, active);
    const units = active.reduce((sum, { quantity }) => sum + quantity, 0);
    if (units > (sizeById.get(resource) ?? Infinity)) found.push({ resource, bookings: active });
  }
  return found;
}
