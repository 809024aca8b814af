import { randomUUID } from 'node:crypto';
import type { BookingRecord } from '../../store/booking-records.js';

/** A booking of the hub, not yet in any state that was recorded. */
export function newBooking(
  fields: Pick<
    BookingRecord,
    'order' | 'service' | 'resource' | 'startsAt' | 'endsAt' | 'quantity' | 'price'
  >,
): BookingRecord {
  return {
    _id: randomUUID(),
    ...fields,
    state: 'HELD',
    expiresAt: null,
    origin: 'hub',
    customer: null,
    deliveredMinutes: null,
    history: [],
  };
}
