import { MINUTE_MS } from '../../../shared/words/dates.js';
import type { Share } from '../../capacity/index.js';
import { legsOf } from './booked-legs.js';
import type { LegsDecision } from './booking-command.js';
import type { Ledger } from '../rules/ledger.js';
import { faultOfAgreedPrice, priceAt, type AgreedPrice } from '../rules/agreed-price.js';
import { newBooking } from '../rules/new-booking.js';
import { isEnded, legState } from '../rules/booking-state.js';
import { faultOfEnd, judgeWanted } from './leg-checks.js';
import type { BookingRecord } from '../../store/booking-records.js';
import type { Complaint } from '../rules/refusal.js';

/** Which leg of an order is to begin when. */
export interface MoveRequest {
  readonly orderId: string;
  readonly leg: number;
  readonly start: string;
  readonly agreedPrice?: AgreedPrice;
}

/**
 * Gives a leg another start: its own places are free to it, and kept when it is refused. It costs what it would cost if it were
 * booked now, or what was agreed.
 */
export function decideMove(ledger: Ledger, request: MoveRequest): LegsDecision {
  const { orderId, leg, start, agreedPrice } = request;
  const parts = ledger.ofOrder(orderId).filter(({ order }) => order?.leg === leg);
  const [current] = legsOf(ledger, orderId, [leg]);
  if (!current) return refuse('NOT_FOUND', `The order has no leg ${leg} here.`, 'leg');
  const kept = parts.filter((booking) => !isEnded(booking, ledger.now));
  const [first] = kept;
  if (!first || kept.some(({ state }) => state !== 'HELD' && state !== 'CONFIRMED')) {
    return refuseState(parts);
  }
  const startsAt = new Date(start);
  if (startsAt.getTime() === first.startsAt.getTime()) return { legs: [current], userErrors: [] };
  const service = ledger.rulebook.findOffered(first.service);
  if (!service) return refuse('NOT_FOUND', `${first.service} is not on offer any more.`, 'leg');
  const fault = faultOfAgreedPrice(service, agreedPrice);
  if (fault !== null) return refuse('BAD_USER_INPUT', fault, 'agreedPrice');
  const { minutes, quantity } = current;
  const tooLate = faultOfEnd(startsAt.getTime(), minutes, ledger.now);
  if (tooLate !== null) return refuse('TOO_LATE', tooLate, 'start');
  const resource = first.order?.resource ?? null;
  const wanted = {
    service,
    leg: { startsAt: startsAt.getTime(), minutes, quantity, resource },
  };
  const judged = judgeWanted(ledger, wanted, [], { without: kept.map(({ _id }) => _id) });
  // The caller gives nothing but the start.
  if ('code' in judged) return { legs: [], userErrors: [{ ...judged, field: ['start'] }] };
  const endsAt = new Date(startsAt.getTime() + minutes * MINUTE_MS);
  const price = priceAt(service, agreedPrice);
  spreadAnew(ledger, kept, judged.shares, { ...first, startsAt, endsAt, price });
  return { legs: legsOf(ledger, orderId, [leg]), userErrors: [] };
}

/** Puts a leg on other places with as many of its bookings as there are: on the same resource first. */
function spreadAnew(
  ledger: Ledger,
  bookings: readonly BookingRecord[],
  shares: readonly Share[],
  moved: BookingRecord,
): void {
  const { order, service, startsAt, endsAt, price, state, expiresAt, customer } = moved;
  const left = new Set(bookings);
  const take = (resource: string): BookingRecord | undefined => {
    const same = [...left].find((booking) => booking.resource === resource);
    const isPromised = (booking: BookingRecord) =>
      shares.some((share) => share.resource === booking.resource);
    const taken = same ?? [...left].find((booking) => !isPromised(booking));
    if (taken) left.delete(taken);
    return taken;
  };
  for (const { resource, quantity } of shares) {
    const place = { resource, quantity, startsAt, endsAt, price };
    const fresh = () => ({
      ...newBooking({ order, service, ...place }),
      state,
      expiresAt,
      customer,
    });
    ledger.record({ ...(take(resource) ?? fresh()), ...place }, 'MOVED');
  }
  for (const booking of left) {
    const part = booking.order && { ...booking.order, isReplaced: true };
    ledger.record({ ...booking, order: part, state: 'CANCELLED', expiresAt: null }, 'CANCELLED');
  }
}

function refuseState(parts: readonly BookingRecord[]): LegsDecision {
  if (parts.some(({ state }) => state === 'EXPIRED')) {
    return refuse('HOLD_EXPIRED', 'The hold has run out; nothing is kept any more.', 'leg');
  }
  const state = parts.length > 0 ? legState(parts) : 'on the waiting list';
  return refuse('INVALID_STATE', `Wanted a held or confirmed leg, got one ${state}.`, 'leg');
}

function refuse(code: Complaint['code'], message: string, field: string): LegsDecision {
  return { legs: [], userErrors: [{ code, message, field: [field] }] };
}
