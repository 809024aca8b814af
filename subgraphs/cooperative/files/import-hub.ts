import type { CooperativeFile, Fault } from '../../shared/network-file/index.js';
import { hubOfFile, NO_HUB, type HubRecords } from './file-hub.js';
import type { BookingRecord, OrderPart } from '../store/booking-records.js';
import { orderId } from '../bookings/rows/note-ids.js';

/** What an import writes of the network's orders beside the bookings: only what is not here, but that an order is closed. */
export interface HubPlan extends HubRecords {
  readonly faults: readonly Fault[];
}

/**
 * Finds what has to be written for the database to know what the file's orders were answered. What is stored here is newer than
 * any file and stays.
 * @param stored - Of the orders, keys and waiting legs that the file names.
 * @param bookings - All that are stored once the file is imported.
 */
export function planHub(
  stored: HubRecords,
  bookings: readonly BookingRecord[],
  { hub }: CooperativeFile,
): HubPlan {
  if (!hub) return { ...NO_HUB, faults: [] };
  let wanted: HubRecords;
  try {
    wanted = hubOfFile(hub);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...NO_HUB, faults: [{ path: 'hub.answers', message: error.message }] };
  }
  const noteById = new Map(stored.orders.map((note) => [note._id, note]));
  const closed = new Set(
    [...stored.orders, ...wanted.orders].filter(({ isClosed }) => isClosed).map(({ _id }) => _id),
  );
  const known = new Set(stored.answers.map(({ _id }) => _id));
  // A leg that has moved up is a booking now.
  const legs = new Set(
    [...bookings, ...stored.waiting].flatMap(({ order }) =>
      order && !order.isReplaced ? [legName(order)] : [],
    ),
  );
  return {
    waiting: wanted.waiting
      .filter(({ order }) => !legs.has(legName(order)))
      .map((entry) =>
        closed.has(orderId(entry.order.id))
          ? { ...entry, state: 'CANCELLED' as const, customer: null }
          : entry,
      ),
    orders: wanted.orders.flatMap((note) => {
      const before = noteById.get(note._id);
      if (!before) return [note];
      return note.isClosed && !before.isClosed ? [{ ...before, isClosed: true }] : [];
    }),
    answers: wanted.answers.filter(({ _id }) => !known.has(_id)),
    faults: [],
  };
}

function legName({ id, leg }: OrderPart): string {
  return JSON.stringify([id, leg]);
}
