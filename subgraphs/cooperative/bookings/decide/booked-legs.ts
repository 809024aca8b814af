import { MINUTE_MS } from '../../../shared/words/dates.js';
import type { BookedLegParent } from '../../store/parents.js';
import { quoteLeg } from '../rules/pricing.js';
import type { UnitPrice } from '../../../shared/words/money.js';
import type { BookingRecord, WaitingRecord } from '../../store/booking-records.js';
import { isEnded, waitingState } from '../rules/booking-state.js';
import type { Ledger } from '../rules/ledger.js';
import { positionOf } from '../rules/waiting-line.js';

/**
 * The legs of an order, by number.
 * @param only - Numbers of those wanted; all where null. One of which nothing is known is left out.
 */
export function legsOf(
  ledger: Ledger,
  order: string,
  only: readonly number[] | null = null,
): BookedLegParent[] {
  const waiting = new Map(ledger.waitingOf(order).map((entry) => [entry.order.leg, entry]));
  const parts = partsOf(ledger, order);
  const numbers = [...new Set([...waiting.keys(), ...parts.keys()])].sort((a, b) => a - b);
  return numbers
    .filter((leg) => only === null || only.includes(leg))
    .flatMap((leg) => {
      const bookings = parts.get(leg);
      const entry = waiting.get(leg);
      if (bookings) return [bookedLeg(ledger, leg, bookings)];
      return entry ? [waitingLeg(ledger, leg, entry)] : [];
    });
}

/**
 * The bookings of an order by the number of their leg, one at least for each. What the owner has refused of a leg that is spread
 * is no part of what is left of it.
 */
export function partsOf(
  ledger: Ledger,
  order: string,
): ReadonlyMap<number, readonly BookingRecord[]> {
  const byLeg = new Map<number, BookingRecord[]>();
  for (const booking of ledger.ofOrder(order)) {
    const leg = booking.order?.leg ?? 0;
    byLeg.set(leg, [...(byLeg.get(leg) ?? []), booking]);
  }
  return new Map(
    [...byLeg].map(([leg, parts]) => {
      const kept = parts.filter((booking) => !isEnded(booking, ledger.now));
      return [leg, kept.length > 0 ? kept : parts];
    }),
  );
}

/** A booking as it is answered, and the answer kept: whoever may see the customer is shown the one of today. */
export function withoutCustomer(booking: BookingRecord): BookingRecord {
  return { ...booking, customer: null };
}

function bookedLeg(ledger: Ledger, leg: number, parts: readonly BookingRecord[]): BookedLegParent {
  const [first] = parts;
  if (!first?.price) throw new Error(`Leg ${leg} has no booking with a price.`);
  const quantity = parts.reduce((sum, booking) => sum + booking.quantity, 0);
  const bookings = parts.map(withoutCustomer);
  return { ...described(ledger, leg, { ...first, price: first.price, quantity }), bookings };
}

function waitingLeg(ledger: Ledger, leg: number, entry: WaitingRecord): BookedLegParent {
  const state = waitingState(entry, ledger.now);
  const isWaiting = state === 'REQUESTED';
  const { rulebook, waiting, now } = ledger;
  const position = isWaiting ? positionOf(rulebook, entry, waiting, now) : null;
  return { ...described(ledger, leg, entry), waiting: { state, position } };
}

function described(
  { rulebook }: Ledger,
  leg: number,
  booked: Pick<BookingRecord, 'service' | 'startsAt' | 'endsAt' | 'quantity'> & {
    readonly price: UnitPrice;
  },
): BookedLegParent {
  const { service, startsAt, endsAt, quantity, price } = booked;
  const minutes = (endsAt.getTime() - startsAt.getTime()) / MINUTE_MS;
  const purchase = { startsAt: startsAt.getTime(), minutes, quantity };
  const quote = quoteLeg(price, purchase, rulebook.timeZone);
  return { leg, service, startsAt, minutes, quantity, quote, bookings: [], waiting: null };
}
