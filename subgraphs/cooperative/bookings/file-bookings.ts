import type { BookingRow, CooperativeFile } from '../../shared/network-file/index.js';
import { formatWallTime, parseWallTime } from '../capacity/index.js';
import type { BookingRecord } from './model.js';
import { resourceGuard, serviceGuard } from './scope.js';

/**
 * A booking of a file as it is stored.
 * @param before - What is stored of it; its history is kept. Null when it is new.
 */
export function bookingOfFile(
  { id, from, to, ...row }: BookingRow,
  timeZone: string,
  before: BookingRecord | null,
  now: Date,
): BookingRecord {
  const startsAt = new Date(parseWallTime(timeZone, from));
  const endsAt = new Date(parseWallTime(timeZone, to));
  const delivered = row.state === 'COMPLETED' ? before?.deliveredMinutes : null;
  return {
    _id: id,
    ...row,
    startsAt,
    endsAt,
    expiresAt: null,
    origin: 'file',
    order: null,
    customer: null,
    deliveredMinutes: delivered ?? null,
    price: null,
    history: [...(before?.history ?? []), { at: now, kind: 'IMPORTED', startsAt, endsAt }],
  };
}

/** A stored booking as a file has it. An end or start in the hour that a zone repeats is written without saying which. */
export function fileBooking(
  { _id, service, resource, startsAt, endsAt, quantity, state }: BookingRecord,
  timeZone: string,
): BookingRow {
  return {
    id: _id,
    service,
    resource,
    from: formatWallTime(timeZone, startsAt.getTime()),
    to: formatWallTime(timeZone, endsAt.getTime()),
    quantity,
    state,
  };
}

/** Guards of all that a file lets people book. */
export function guardsOfFile({ resources, services }: CooperativeFile): string[] {
  return [
    ...resources.map(({ id }) => resourceGuard(id)),
    ...services
      .filter(({ maxMinutesPerDay }) => maxMinutesPerDay !== undefined)
      .map(({ id }) => serviceGuard(id)),
  ];
}
