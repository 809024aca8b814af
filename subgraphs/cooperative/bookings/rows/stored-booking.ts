import { DAY_MS } from '../../../shared/words/dates.js';
import type { BookingRecord } from '../../store/booking-records.js';
import type { StoredBooking } from '../../store/booking-collections.js';

/** A booking that is longer is kept apart in the indexes by time. */
export const LONG_MS = DAY_MS;

/** The projection of a booking without what is stored for the indexes only. */
export const WITHOUT_LENGTH = { isLong: 0 } as const;

/** A booking as it is stored. */
export function storedBooking(booking: BookingRecord): StoredBooking {
  const lengthMs = booking.endsAt.getTime() - booking.startsAt.getTime();
  return { ...booking, isLong: lengthMs > LONG_MS };
}
