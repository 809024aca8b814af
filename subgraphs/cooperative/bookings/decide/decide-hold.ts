import { MINUTE_MS } from '../../../shared/words/dates.js';
import type { Occupation, Share } from '../../capacity/index.js';
import { legsOf } from './booked-legs.js';
import { isEnded, waitingState } from '../rules/booking-state.js';
import type { Ledger, Supposition } from '../rules/ledger.js';
import { newBooking } from '../rules/new-booking.js';
import { readWantedLeg, judgeWanted, type LegRequest, type WantedLeg } from './leg-checks.js';
import type { BookingRecord, OrderPart } from '../../store/booking-records.js';
import type { Complaint } from '../rules/refusal.js';
import type { LegsDecision } from './booking-command.js';

/** What to hold. */
export interface HoldRequest {
  readonly orderId: string;
  readonly orderReference: string;
  /** The buyer's. */
  readonly municipality: string;
  readonly holdMinutes: number;
  readonly isEachForItself: boolean;
  /** Whether the owner has said yes to these legs. */
  readonly isAgreed: boolean;
  readonly legs: readonly LegRequest[];
}

/** A leg for which places were found. */
interface PlacedLeg {
  readonly wanted: WantedLeg;
  readonly shares: readonly Share[];
}

/** Holds the legs, each judged after those before it: all or none, or those that can be held. */
export function decideHold(
  cooperativeId: string,
  ledger: Ledger,
  request: HoldRequest,
): LegsDecision {
  const { orderId, orderReference, municipality, holdMinutes, isEachForItself, legs } = request;
  const { isAgreed } = request;
  const closed = refuseClosed(ledger, orderId);
  if (closed) return { legs: [], userErrors: [closed] };
  const complaints: Complaint[] = [];
  const placed: PlacedLeg[] = [];
  const beside: Occupation[] = [];
  for (const [position, leg] of legs.entries()) {
    const path = ['legs', String(position)];
    const supposition = { beside: [...beside], isAgreed };
    const found = placeLeg(cooperativeId, ledger, orderId, leg, municipality, path, supposition);
    if ('code' in found) {
      complaints.push(found);
      continue;
    }
    placed.push(found);
    beside.push(...occupationsOf(ledger, found));
  }
  if (complaints.length > 0 && !isEachForItself) return { legs: [], userErrors: complaints };
  const expiresAt = new Date(ledger.now.getTime() + holdMinutes * MINUTE_MS);
  for (const { wanted, shares } of placed) {
    const { sealed } = wanted;
    const part = orderPart(orderId, orderReference, wanted);
    const order = sealed === null ? part : { ...part, sealed };
    replaceLeg(ledger, order);
    for (const booking of bookingsOf(order, wanted, shares)) {
      ledger.record({ ...booking, expiresAt, ...(isAgreed && { isAgreed }) }, 'HELD');
    }
  }
  // What was supposed beside the refused legs is in the ledger now, and must not count twice.
  const userErrors = complaints.map(({ wish, ...complaint }) =>
    wish ? { ...complaint, wish: { ...wish, supposition: {} } } : complaint,
  );
  if (placed.length > 0) ledger.noteOrder(orderId, false);
  const held = legsOf(
    ledger,
    orderId,
    placed.map(({ wanted }) => wanted.number),
  );
  return { legs: held, userErrors };
}

/** Why nothing more can be booked for an order; null when it can. */
export function refuseClosed(ledger: Ledger, order: string): Complaint | null {
  if (!ledger.isOrderClosed(order)) return null;
  const message = `Wanted an open order, got ${order}, which was released or cancelled here.`;
  return { code: 'INVALID_STATE', message, field: ['orderId'] };
}

/** Checks a leg and finds its places. @param path - Of the leg in the input. */
export function placeLeg(
  cooperativeId: string,
  ledger: Ledger,
  order: string,
  request: LegRequest,
  municipality: string,
  path: readonly string[],
  supposition: Supposition = {},
): PlacedLeg | Complaint {
  const wanted = readWantedLeg(cooperativeId, ledger, request, municipality, path);
  if ('code' in wanted) return wanted;
  if (isLegAlive(ledger, order, wanted.number)) {
    const message = `Leg ${wanted.number} of the order is booked or waits already.`;
    return { code: 'INVALID_STATE', message, field: [...path, 'leg'] };
  }
  const judged = judgeWanted(ledger, wanted, path, supposition);
  return 'code' in judged ? judged : { wanted, shares: judged.shares };
}

export function orderPart(
  id: string,
  reference: string,
  { number, leg }: Pick<WantedLeg, 'number' | 'leg'>,
): OrderPart {
  return { id, reference, leg: number, resource: leg.resource, isReplaced: false };
}

/** New bookings for a leg, one a share. */
export function bookingsOf(
  order: OrderPart,
  { service, leg, price }: WantedLeg,
  shares: readonly Share[],
): BookingRecord[] {
  const startsAt = new Date(leg.startsAt);
  const endsAt = new Date(leg.startsAt + leg.minutes * MINUTE_MS);
  return shares.map((share) =>
    newBooking({ order, service: service._id, startsAt, endsAt, price, ...share }),
  );
}

/** Sets aside what a leg had been before: it had ended. */
export function replaceLeg(ledger: Ledger, { id, leg }: OrderPart): void {
  for (const booking of ledger.ofOrder(id)) {
    if (booking.order?.leg !== leg) continue;
    ledger.put({ ...booking, order: { ...booking.order, isReplaced: true } });
  }
  for (const entry of ledger.waitingOf(id)) {
    if (entry.order.leg === leg) ledger.removeWaiting(entry._id);
  }
}

function isLegAlive(ledger: Ledger, order: string, leg: number): boolean {
  const isBooked = ledger
    .ofOrder(order)
    .some((booking) => booking.order?.leg === leg && !isEnded(booking, ledger.now));
  const isWaiting = ledger
    .waitingOf(order)
    .some((entry) => entry.order.leg === leg && waitingState(entry, ledger.now) === 'REQUESTED');
  return isBooked || isWaiting;
}

/** What a leg would take up. */
export function occupationsOf(
  ledger: Ledger,
  {
    wanted,
    shares,
  }: Pick<PlacedLeg, 'shares'> & { readonly wanted: Pick<WantedLeg, 'service' | 'leg'> },
): Occupation[] {
  const startsAt = new Date(wanted.leg.startsAt);
  const endsAt = new Date(wanted.leg.startsAt + wanted.leg.minutes * MINUTE_MS);
  return shares.map((share) =>
    ledger.rulebook.occupationOf({ service: wanted.service._id, startsAt, endsAt, ...share }),
  );
}
