import type { CooperativeFile } from '../../shared/network-file/index.js';
import { isCounting } from '../bookings/rules/booking-state.js';
import { isOfOrder, isToCome } from './import-bookings.js';
import type { BookingRecord } from '../store/booking-records.js';
import { findOverbooked } from './overbooked.js';

/** What a booking has lost. */
export type Loss = 'RESOURCE' | 'SERVICE' | 'RESOURCE_OF_SERVICE' | 'PLACES';

/** A booking of an order that stands, and of which a file has no place any more. */
export interface UnplacedBooking {
  readonly booking: BookingRecord;
  readonly lost: Loss;
}

/**
 * The bookings of orders that stand and are still to come, and have lost what they are booked on: by start.
 * @param bookings - All that are stored once the file is imported.
 */
export function findUnplaced(
  bookings: readonly BookingRecord[],
  file: CooperativeFile,
  now: Date,
): UnplacedBooking[] {
  const sizeById = new Map(file.resources.map(({ id, size }) => [id, size]));
  const resourcesById = new Map(file.services.map(({ id, resources }) => [id, resources]));
  const counting = bookings.filter((booking) => isCounting(booking, now));
  const crowded = new Set(
    findOverbooked(counting, sizeById).flatMap((one) => one.bookings.map(({ _id }) => _id)),
  );
  const lossOf = ({ _id, resource, service }: BookingRecord): Loss | null => {
    if (!sizeById.has(resource)) return 'RESOURCE';
    const resources = resourcesById.get(service);
    if (!resources) return 'SERVICE';
    if (!resources.includes(resource)) return 'RESOURCE_OF_SERVICE';
    return crowded.has(_id) ? 'PLACES' : null;
  };
  return bookings
    .filter((booking) => isOfOrder(booking) && isToCome(booking, now))
    .flatMap((booking) => {
      const lost = lossOf(booking);
      return lost === null ? [] : [{ booking, lost }];
    })
    .sort((a, b) => a.booking.startsAt.getTime() - b.booking.startsAt.getTime());
}
