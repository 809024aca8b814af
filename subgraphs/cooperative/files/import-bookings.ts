import { isDeepStrictEqual } from 'node:util';
import type { BookingRow, CooperativeFile, Fault } from '../../shared/network-file/index.js';
import type { Fate, RowPlan } from './row-plan.js';
import type { Snapshot } from './snapshot.js';
import { isCounting, isEnded, seenAt } from '../bookings/rules/booking-state.js';
import { bookingOfFile, faultOfTimes } from './file-bookings.js';
import type { BookingRecord } from '../store/booking-records.js';
import { orderId } from '../bookings/rows/note-ids.js';
import { findOverbooked } from './overbooked.js';

/** What an import writes to the bookings, or why it must not. */
export interface BookingPlan extends RowPlan<BookingRecord> {
  /** All that are stored afterwards. */
  readonly after: readonly BookingRecord[];
  /** Of orders of the network: they stay as they are, though the file has them otherwise. */
  readonly kept: readonly BookingRecord[];
  readonly faults: readonly Fault[];
}

/** A booking of the file. */
interface FileBooking {
  readonly row: BookingRow;
  readonly booking: BookingRecord;
  readonly fate: Exclude<Fate, 'removed'>;
  /** In the file. */
  readonly path: string;
}

/**
 * Finds what has to be written for the database to hold a file's bookings. Bookings that an order names stay as they are, whether
 * or not the file has them too, and so do those of the file that staff have started, completed or declined here. Those that an
 * export has of an order, and that are not here, are added as they were.
 */
export function planBookings(current: Snapshot, file: CooperativeFile, now: Date): BookingPlan {
  const storedById = new Map(current.bookings.map((booking) => [booking._id, booking]));
  const closed = new Set(
    current.hub.orders.filter(({ isClosed }) => isClosed).map(({ _id }) => _id),
  );
  const rows = file.bookings.map((row, index): FileBooking => {
    const before = storedById.get(row.id) ?? null;
    const path = `bookings[${index}]`;
    if (before && (isOfOrder(before) || (!row.order && wasTakenFurther(before)))) {
      return { row, booking: before, fate: 'unchanged', path };
    }
    const read = bookingOfFile(row, file.timeZone, before, now);
    const booking = row.order && closed.has(orderId(row.order.id)) ? calledOff(read, now) : read;
    if (!before) return { row, booking, fate: 'added', path };
    return !row.order && isDeepStrictEqual(essenceOf(before), essenceOf(booking))
      ? { row, booking: before, fate: 'unchanged', path }
      : { row, booking, fate: 'changed', path };
  });
  const ids = new Set(rows.map(({ booking }) => booking._id));
  const missing = current.bookings.filter(({ _id }) => !ids.has(_id));
  const standing = missing.filter(isOfOrder);
  const deletedIds = missing.filter((booking) => !isOfOrder(booking)).map(({ _id }) => _id);
  return {
    replaced: rows.filter(({ fate }) => fate !== 'unchanged').map(({ booking }) => booking),
    deletedIds,
    fates: [...rows.map(({ fate }) => fate), ...deletedIds.map(() => 'removed' as const)],
    after: [...standing, ...rows.map(({ booking }) => booking)],
    kept: findKept(rows, file.timeZone, now),
    faults: [
      ...findWrongTimes(rows, file.timeZone),
      ...findDoubledLegs(rows, current.bookings),
      // What is moved in whole was agreed where it comes from.
      ...(current.bookings.length === 0 && file.hub ? [] : findTooMany(rows, standing, file, now)),
    ],
  };
}

/** Whether an order of the network names a booking. */
export function isOfOrder({ origin, order }: BookingRecord): boolean {
  return origin === 'hub' || order !== null;
}

/** Whether staff have changed a booking of a file since it was last imported. */
function wasTakenFurther({ history }: BookingRecord): boolean {
  const last = history.at(-1);
  return last !== undefined && last.kind !== 'IMPORTED';
}

/** What a file says of a booking. */
function essenceOf({ service, resource, startsAt, endsAt, quantity, state }: BookingRecord) {
  return { service, resource, startsAt, endsAt, quantity, state };
}

/** A booking of an order that was called off here after the file was written: it must not come to life again. */
function calledOff(booking: BookingRecord, now: Date): BookingRecord {
  if (booking.state !== 'HELD' && booking.state !== 'CONFIRMED') return booking;
  const { startsAt, endsAt, history } = booking;
  const event = { at: now, kind: 'CANCELLED', startsAt, endsAt } as const;
  return { ...booking, state: 'CANCELLED', expiresAt: null, history: [...history, event] };
}

function findKept(rows: readonly FileBooking[], timeZone: string, now: Date): BookingRecord[] {
  return rows
    .filter(({ row, booking, fate }) => {
      if (fate !== 'unchanged' || !isOfOrder(booking)) return false;
      const wanted = seenAt(bookingOfFile(row, timeZone, null, now), now);
      return !isDeepStrictEqual(essenceOf(seenAt(booking, now)), essenceOf(wanted));
    })
    .map(({ booking }) => seenAt(booking, now));
}

/** Bookings of which the hour that a zone skips leaves nothing, and those whose instants are not their wall times. */
function findWrongTimes(rows: readonly FileBooking[], timeZone: string): Fault[] {
  return rows.flatMap(({ row, booking, fate, path }) => {
    if (fate === 'unchanged') return [];
    const message = faultOfTimes(row, booking, timeZone);
    return message === null ? [] : [{ path, message }];
  });
}

/** Bookings of a leg that is booked otherwise here: with both of them the leg would be there twice. */
function findDoubledLegs(rows: readonly FileBooking[], stored: readonly BookingRecord[]): Fault[] {
  const own = new Map(
    stored
      .filter(({ order }) => order !== null && !order.isReplaced)
      .map((booking) => [legName(booking), booking]),
  );
  const added = rows.filter(({ fate }) => fate === 'added');
  return added.flatMap(({ booking, path }) => {
    const { order } = booking;
    const here = order && !order.isReplaced ? own.get(legName(booking)) : undefined;
    if (!order || !here) return [];
    const message = `wanted a leg that is not booked here, got leg ${order.leg} of ${order.reference}, which is "${here._id}"`;
    return [{ path: `${path}.order`, message }];
  });
}

function legName({ order }: BookingRecord): string {
  return JSON.stringify([order?.id, order?.leg]);
}

/**
 * Bookings of the file that, with each other or beside those that stand, take more of a resource than there is. What was there
 * before is history: a resource that has become smaller is no reason to refuse what the hub has booked.
 */
function findTooMany(
  rows: readonly FileBooking[],
  standing: readonly BookingRecord[],
  file: CooperativeFile,
  now: Date,
): Fault[] {
  const sizeById = new Map(file.resources.map(({ id, size }) => [id, size]));
  const rowById = new Map(rows.map((row) => [row.booking._id, row]));
  const counting = [...standing, ...rows.map(({ booking }) => booking)].filter((booking) =>
    isCounting(booking, now),
  );
  const faultByPath = new Map<string, Fault>();
  for (const { resource, bookings } of findOverbooked(counting, sizeById)) {
    const ofFile = bookings.flatMap(({ _id }) => rowById.get(_id) ?? []);
    // Of an order: to be judged only when it comes in.
    const own = ofFile.filter(({ booking, fate }) => !isOfOrder(booking) || fate !== 'unchanged');
    const ownUnits = own.reduce((sum, { booking }) => sum + booking.quantity, 0);
    const size = sizeById.get(resource) ?? 0;
    const isNew = own.some(({ fate }) => fate !== 'unchanged');
    const last = own.at(-1);
    if (!last || (ownUnits <= size && !isNew)) continue;
    const units = bookings.reduce((sum, { quantity }) => sum + quantity, 0);
    const message = `wanted at most ${size} of "${resource}" at a time, got ${units} with "${last.booking._id}"`;
    faultByPath.set(last.path, { path: last.path, message });
  }
  return [...faultByPath.values()];
}

/** Whether a booking still has something to come. */
export function isToCome(booking: BookingRecord, now: Date): boolean {
  const isOpen = booking.state !== 'COMPLETED' && booking.state !== 'NO_SHOW';
  return isOpen && !isEnded(booking, now) && booking.endsAt > now;
}
