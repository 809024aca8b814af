import { MINUTE_MS } from '../../../shared/words/dates.js';
import { formatWallTime } from '../../capacity/index.js';
import type { BookedLegParent } from '../../store/parents.js';
import { legsOf, partsOf } from './booked-legs.js';
import type { LegsDecision } from './booking-command.js';
import { waitingState } from '../rules/booking-state.js';
import type { Ledger } from '../rules/ledger.js';
import type {
  BookingRecord,
  CustomerRecord,
  OrderPart,
  StoredState,
} from '../../store/booking-records.js';
import type { Complaint } from '../rules/refusal.js';

/** Some or all legs of an order. */
export interface OrderRequest {
  readonly orderId: string;
  /** Numbers of the legs; all where null. */
  readonly legs: readonly number[] | null;
}

/** States in which a booking has been confirmed, whatever has come of it. */
const CONFIRMED_ONCE: readonly StoredState[] = ['CONFIRMED', 'STARTED', 'COMPLETED'];

/** Confirms held legs, all or none; those that are confirmed already are fine. Nothing is confirmed that should have begun. */
export function decideConfirm(
  ledger: Ledger,
  { orderId, legs, customer }: OrderRequest & { readonly customer: CustomerRecord },
): LegsDecision {
  const unknown = refuseUnknown(ledger, orderId, legs);
  if (unknown) return refused(unknown);
  const bookings = bookingsOf(ledger, orderId, legs).filter(
    // What the buyer has called off is not meant by "all".
    (booking) => legs !== null || booking.state !== 'CANCELLED',
  );
  const fault = refuseUnless(ledger, orderId, bookings, legs) ?? refusePast(bookings, legs, ledger);
  if (fault) return refused(fault);
  for (const booking of bookings) {
    if (booking.state !== 'HELD') continue;
    const order = booking.order && unsealed(booking.order);
    const confirmed = { ...booking, state: 'CONFIRMED', expiresAt: null, customer, order } as const;
    ledger.record(confirmed, 'CONFIRMED');
  }
  return done(ledger, orderId, bookings);
}

/** Keeps held legs until so many minutes from now, all or none; never shortens a hold. */
export function decideExtend(
  ledger: Ledger,
  { orderId, holdMinutes }: { readonly orderId: string; readonly holdMinutes: number },
): LegsDecision {
  const unknown = refuseUnknown(ledger, orderId, null);
  if (unknown) return refused(unknown);
  const bookings = bookingsOf(ledger, orderId, null).filter(({ state }) => state !== 'CANCELLED');
  const fault = refuseUnless(ledger, orderId, bookings, null);
  if (fault) return refused(fault);
  const until = new Date(ledger.now.getTime() + holdMinutes * MINUTE_MS);
  for (const booking of bookings) {
    const isShorter = booking.expiresAt !== null && booking.expiresAt < until;
    if (booking.state === 'HELD' && isShorter) {
      ledger.record({ ...booking, expiresAt: until }, 'EXTENDED');
    }
  }
  return done(ledger, orderId, bookings);
}

/** Gives held legs back; leaves all else as it is. Without legs the order is closed to later holds. */
export function decideRelease(ledger: Ledger, { orderId, legs }: OrderRequest): LegsDecision {
  for (const booking of bookingsOf(ledger, orderId, legs)) {
    if (booking.state === 'HELD') {
      ledger.record({ ...booking, state: 'CANCELLED', expiresAt: null }, 'RELEASED');
    }
  }
  if (legs === null) ledger.noteOrder(orderId, true);
  return { legs: legsOf(ledger, orderId, legs), userErrors: [] };
}

/** Calls legs off, all or none. Without legs the order is closed to later holds. */
export function decideCancel(ledger: Ledger, { orderId, legs }: OrderRequest): LegsDecision {
  const bookings = bookingsOf(ledger, orderId, legs);
  const begun = bookings.find(({ state }) => ['STARTED', 'COMPLETED', 'NO_SHOW'].includes(state));
  if (begun) {
    const message = `Wanted legs that have not begun, got one that is ${begun.state}.`;
    return refused({ code: 'INVALID_STATE', message, field: fieldOf(begun, legs) });
  }
  for (const booking of bookings) {
    if (booking.state === 'HELD' || booking.state === 'CONFIRMED') {
      ledger.record({ ...booking, state: 'CANCELLED', expiresAt: null }, 'CANCELLED');
    }
  }
  for (const entry of ledger.waitingOf(orderId)) {
    const isMeant = legs === null || legs.includes(entry.order.leg);
    if (isMeant && waitingState(entry, ledger.now) === 'REQUESTED') {
      ledger.putWaiting({ ...entry, state: 'CANCELLED', customer: null });
    }
  }
  if (legs === null) ledger.noteOrder(orderId, true);
  return { legs: legsOf(ledger, orderId, legs), userErrors: [] };
}

function bookingsOf(
  ledger: Ledger,
  order: string,
  legs: readonly number[] | null,
): BookingRecord[] {
  return [...partsOf(ledger, order)].flatMap(([leg, parts]) =>
    (legs?.includes(leg) ?? true) ? parts : [],
  );
}

/** Whoever has confirmed a leg may know who does it. */
function unsealed({ sealed: _name, ...order }: OrderPart): OrderPart {
  return order;
}

function refuseUnknown(
  ledger: Ledger,
  order: string,
  legs: readonly number[] | null,
): Complaint | null {
  const known: BookedLegParent[] = legsOf(ledger, order);
  if (known.length === 0) {
    const message = `Nothing is booked here for the order ${order}.`;
    return { code: 'NOT_FOUND', message, field: ['orderId'] };
  }
  const position = legs?.findIndex((leg) => !known.some((other) => other.leg === leg)) ?? -1;
  if (position < 0) return null;
  const message = `The order has no leg ${String(legs?.[position])} here.`;
  return { code: 'NOT_FOUND', message, field: ['legs', String(position)] };
}

/** Refuses unless there is something, of each leg that was named, and all of it is held or was confirmed. */
function refuseUnless(
  ledger: Ledger,
  order: string,
  bookings: readonly BookingRecord[],
  legs: readonly number[] | null,
): Complaint | null {
  const parts = partsOf(ledger, order);
  const waiting = legs?.findIndex((leg) => !parts.has(leg)) ?? -1;
  if (waiting >= 0) {
    const message = 'Wanted a hold, got a leg that is or was on the waiting list.';
    return { code: 'INVALID_STATE', message, field: ['legs', String(waiting)] };
  }
  if (bookings.length === 0) {
    const message = 'Wanted a hold, got an order of which nothing is held.';
    return { code: 'INVALID_STATE', message, field: legs === null ? null : ['legs'] };
  }
  const fault = bookings.find(({ state }) => state !== 'HELD' && !CONFIRMED_ONCE.includes(state));
  if (!fault) return null;
  const field = fieldOf(fault, legs);
  return fault.state === 'EXPIRED'
    ? { code: 'HOLD_EXPIRED', message: 'The hold has run out; nothing is kept any more.', field }
    : { code: 'INVALID_STATE', message: `Wanted a hold, got a leg that is ${fault.state}.`, field };
}

function refusePast(
  bookings: readonly BookingRecord[],
  legs: readonly number[] | null,
  { now, rulebook: { timeZone } }: Ledger,
): Complaint | null {
  const past = bookings.find(({ state, startsAt }) => state === 'HELD' && startsAt < now);
  if (!past) return null;
  const [soonest, came] = [now, past.startsAt].map((at) => formatWallTime(timeZone, at.getTime()));
  const message = `Wanted a start at ${soonest ?? ''} or later, got ${came ?? ''}.`;
  return { code: 'IN_THE_PAST', message, field: fieldOf(past, legs) };
}

/** Where the caller named the leg of a booking; null where all were meant. */
function fieldOf({ order }: BookingRecord, legs: readonly number[] | null): string[] | null {
  return legs === null ? null : ['legs', String(legs.indexOf(order?.leg ?? -1))];
}

function refused(complaint: Complaint): LegsDecision {
  return { legs: [], userErrors: [complaint] };
}

function done(ledger: Ledger, order: string, bookings: readonly BookingRecord[]): LegsDecision {
  const legs = bookings.map((booking) => booking.order?.leg ?? -1);
  return { legs: legsOf(ledger, order, legs), userErrors: [] };
}
