import { isDeepStrictEqual } from 'node:util';
import type { CooperativeFile, Fault } from '../../shared/network-file/index.js';
import type { Fate, RowPlan } from '../import-plan.js';
import { isCounting } from './booking-state.js';
import { bookingOfFile } from './file-bookings.js';
import type { BookingRecord } from './model.js';
import { findOverbooked } from './overbooked.js';

/** What an import writes to the bookings, or why it must not. */
export interface BookingPlan extends RowPlan<BookingRecord> {
  readonly faults: readonly Fault[];
}

/** A booking of the file. */
interface FileBooking {
  readonly booking: BookingRecord;
  readonly fate: Exclude<Fate, 'removed'>;
  /** In the file. */
  readonly path: string;
}

/**
 * Finds what has to be written for the database to hold a file's bookings. Bookings of the hub stay as they are, whether or
 * not the file has them too, and so do those of the file that staff have started, completed or declined here.
 */
export function planBookings(
  stored: readonly BookingRecord[],
  file: CooperativeFile,
  now: Date,
): BookingPlan {
  const storedById = new Map(stored.map((booking) => [booking._id, booking]));
  const rows = file.bookings.map((row, index): FileBooking => {
    const before = storedById.get(row.id) ?? null;
    const path = `bookings[${index}]`;
    if (before && (before.origin === 'hub' || wasTakenFurther(before))) {
      return { booking: before, fate: 'unchanged', path };
    }
    const booking = bookingOfFile(row, file.timeZone, before, now);
    if (!before) return { booking, fate: 'added', path };
    return isDeepStrictEqual(essenceOf(before), essenceOf(booking))
      ? { booking: before, fate: 'unchanged', path }
      : { booking, fate: 'changed', path };
  });
  const ids = new Set(rows.map(({ booking }) => booking._id));
  const kept = stored.filter(({ _id, origin }) => origin === 'hub' && !ids.has(_id));
  const deletedIds = stored
    .filter(({ _id, origin }) => origin === 'file' && !ids.has(_id))
    .map(({ _id }) => _id);
  return {
    replaced: rows.filter(({ fate }) => fate !== 'unchanged').map(({ booking }) => booking),
    deletedIds,
    fates: [...rows.map(({ fate }) => fate), ...deletedIds.map(() => 'removed' as const)],
    faults: [...findEmpty(rows), ...findTooMany(rows, kept, file, now)],
  };
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

/** Bookings of which the hour that a zone skips leaves nothing. */
function findEmpty(rows: readonly FileBooking[]): Fault[] {
  return rows
    .filter(({ booking }) => booking.endsAt <= booking.startsAt)
    .map(({ path }) => ({
      path,
      message: 'wanted an end after the start, got a time that the clocks skip',
    }));
}

/**
 * Bookings of the file that, with each other or beside those of the hub, take more of a resource than there is. What was there
 * before is history: a resource that has become smaller is no reason to refuse what the hub has booked.
 */
function findTooMany(
  rows: readonly FileBooking[],
  kept: readonly BookingRecord[],
  file: CooperativeFile,
  now: Date,
): Fault[] {
  const sizeById = new Map(file.resources.map(({ id, size }) => [id, size]));
  const rowById = new Map(rows.map((row) => [row.booking._id, row]));
  const counting = [...kept, ...rows.map(({ booking }) => booking)].filter((booking) =>
    isCounting(booking, now),
  );
  const faultByPath = new Map<string, Fault>();
  for (const { resource, bookings } of findOverbooked(counting, sizeById)) {
    const ofFile = bookings.flatMap(({ _id }) => rowById.get(_id) ?? []);
    const own = ofFile.filter(({ booking }) => booking.origin === 'file');
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
