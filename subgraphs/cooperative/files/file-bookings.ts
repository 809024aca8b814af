import {
  formatVatRate,
  formatMinorUnits,
  parseMinorUnits,
  parseVatRate,
  type UnitPrice,
} from '../../shared/words/money.js';
import {
  type BookingRow,
  type CooperativeFile,
  type WaitingRow,
} from '../../shared/network-file/index.js';
import { formatWallTime, parseWallTime } from '../capacity/index.js';
import type { BookingRecord, CustomerRecord, OrderPart } from '../store/booking-records.js';
import { resourceGuard, serviceGuard } from '../bookings/rules/scope.js';

/**
 * A booking of a file as it is stored.
 * @param before - What is stored of it; its history is kept. Null when it is new.
 */
export function bookingOfFile(
  row: BookingRow,
  timeZone: string,
  before: BookingRecord | null,
  now: Date,
): BookingRecord {
  const { id, service, resource, quantity, state, order, customer, price, expiresAt } = row;
  const startsAt = instantOf(row.startsAt, row.from, timeZone);
  const endsAt = instantOf(row.endsAt, row.to, timeZone);
  const delivered =
    state === 'COMPLETED' ? (row.deliveredMinutes ?? before?.deliveredMinutes) : null;
  const imported = { at: now, kind: 'IMPORTED', startsAt, endsAt } as const;
  const isNew = before === null || order !== undefined;
  return {
    _id: id,
    ...{ service, resource, quantity, state, startsAt, endsAt },
    expiresAt: expiresAt === undefined ? null : new Date(expiresAt),
    origin: order ? 'hub' : 'file',
    order: order ? orderPartOf(order) : null,
    customer: customer ? customerOf(customer) : null,
    deliveredMinutes: delivered ?? null,
    price: price ? unitPriceOfRow(price) : null,
    ...(row.isAgreed && { isAgreed: true }),
    history:
      isNew && row.history ? row.history.map(eventOf) : [...(before?.history ?? []), imported],
  };
}

/** A stored booking as a file has it, with all that makes it the same when it is imported elsewhere. */
export function fileBooking(booking: BookingRecord, timeZone: string): BookingRow {
  const { _id, service, resource, startsAt, endsAt, quantity, state } = booking;
  const { expiresAt, order, customer, deliveredMinutes, price, history } = booking;
  const from = formatWallTime(timeZone, startsAt.getTime());
  const to = formatWallTime(timeZone, endsAt.getTime());
  const isClear =
    parseWallTime(timeZone, from) === startsAt.getTime() &&
    parseWallTime(timeZone, to) === endsAt.getTime();
  return {
    id: _id,
    ...{ service, resource, from, to, quantity, state },
    ...(!isClear && { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }),
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
    ...(order && { order: fileOrder(order) }),
    ...(customer && { customer: fileCustomer(customer) }),
    ...(deliveredMinutes !== null && { deliveredMinutes }),
    ...(price && { price: filePrice(price) }),
    ...(booking.isAgreed && { isAgreed: true }),
    ...(!isJustImported(booking) && { history: history.map(fileEvent) }),
  };
}

/** What is wrong with the times of a booking of a file, as one sentence; null when nothing is. */
export function faultOfTimes(row: BookingRow, { startsAt, endsAt }: BookingRecord, zone: string) {
  if (endsAt <= startsAt) return 'wanted an end after the start, got a time that the clocks skip';
  const isSame = (text: string | undefined, wallTime: string): boolean =>
    text === undefined || formatWallTime(zone, Date.parse(text)) === wallTime;
  if (isSame(row.startsAt, row.from) && isSame(row.endsAt, row.to)) return null;
  return 'wanted "startsAt" and "endsAt" at the wall times of "from" and "to", got others';
}

export function orderPartOf(row: WaitingRow['order']) {
  const { id, reference, leg, resource, sealed, isReplaced } = row;
  const part: OrderPart = {
    ...{ id, reference, leg },
    resource: resource ?? null,
    ...(sealed !== undefined && { sealed }),
    isReplaced: isReplaced ?? false,
  };
  return part;
}

export function fileOrder({ id, reference, leg, resource, sealed, isReplaced }: OrderPart) {
  return {
    ...{ id, reference, leg },
    ...(resource !== null && { resource }),
    ...(sealed !== undefined && { sealed }),
    ...(isReplaced && { isReplaced }),
  };
}

export function customerOf(row: NonNullable<BookingRow['customer']>): CustomerRecord {
  const { name, phone, email, municipality, details } = row;
  const contact = { name, phone: phone ?? null, email: email ?? null, municipality };
  return { ...contact, ...(details && { details }) };
}

export function fileCustomer({ name, phone, email, municipality, details }: CustomerRecord) {
  return {
    name,
    ...(phone !== null && { phone }),
    ...(email !== null && { email }),
    municipality,
    ...(details && { details }),
  };
}

export function unitPriceOfRow({ net, vatRate, currency, unit }: WaitingRow['price']): UnitPrice {
  // The file's schema has refused what is no amount and no rate.
  const netMinor = parseMinorUnits(net) ?? 0;
  return { netMinor, vatHundredths: parseVatRate(vatRate) ?? 0, currency, unit };
}

export function filePrice({ netMinor, vatHundredths, currency, unit }: UnitPrice) {
  const net = formatMinorUnits(netMinor);
  return { net, currency, vatRate: formatVatRate(vatHundredths), unit };
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

function instantOf(text: string | undefined, wallTime: string, timeZone: string): Date {
  return new Date(text ?? parseWallTime(timeZone, wallTime));
}

/** Whether nothing is known of a booking but that its file was imported. */
function isJustImported({ origin, history }: BookingRecord): boolean {
  return origin === 'file' && history.length === 1 && history[0]?.kind === 'IMPORTED';
}

function fileEvent({ at, kind, startsAt, endsAt }: BookingRecord['history'][number]) {
  return {
    ...{ at: at.toISOString(), kind },
    ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
  };
}

function eventOf({ at, kind, startsAt, endsAt }: NonNullable<BookingRow['history']>[number]) {
  return { at: new Date(at), kind, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
}
