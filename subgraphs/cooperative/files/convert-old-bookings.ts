import type { BookingRow } from '../../shared/network-file/index.js';
import type { Models } from '../store/collections.js';
import { bookingOfFile } from './file-bookings.js';
import { storedBooking } from '../bookings/rows/stored-booking.js';

/**
 * Brings bookings into today's form that were stored as a file has them, with wall times. One query where there are none.
 * @param timeZone - The cooperative's.
 */
export async function convertOldBookings(
  { bookings }: Models,
  timeZone: string,
  now: Date,
  timeoutMs: number,
): Promise<void> {
  const old = await bookings
    .find({ isLong: null })
    .maxTimeMS(timeoutMs)
    .lean<(Omit<BookingRow, 'id'> & { readonly _id: string })[]>();
  for (const { _id, ...row } of old) {
    const booking = bookingOfFile({ id: _id, ...row }, timeZone, null, now);
    // By its old form: of two processes that start at once one does it.
    await bookings.replaceOne({ _id, isLong: null }, storedBooking(booking)).maxTimeMS(timeoutMs);
  }
}
