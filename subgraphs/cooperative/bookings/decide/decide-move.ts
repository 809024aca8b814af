import { MINUTE_MS } from '../../../shared/words/dates.js';
import type { Leg, Share } from '../../capacity/index.js';
import type { UnitPrice } from '../../../shared/words/money.js';
import type { BookedLegParent } from '../../store/parents.js';
import type { ServiceRecord } from '../../store/records.js';
import { legsOf } from './booked-legs.js';
import type { LegsDecision } from './booking-command.js';
import type { Ledger } from '../rules/ledger.js';
import { faultOfAgreedPrice, priceAt, type AgreedPrice } from '../rules/agreed-price.js';
import { newBooking } from '../rules/new-booking.js';
import { isEnded, legState } from '../rules/booking-state.js';
import { faultOfAmounts, faultOfEnd, judgeWanted } from './leg-checks.js';
import type { BookingRecord } from '../../store/booking-records.js';
import type { Complaint } from '../rules/refusal.js';

/** What a leg of an order is to become. */
export interface LegChange {
  readonly leg: number;
  readonly start: string;
  /** As long as it is where absent. */
  readonly minutes?: number;
  readonly agreedPrice?: AgreedPrice;
}

/** Which leg of an order is to begin when. */
export type MoveRequest = Omit<LegChange, 'minutes'> & { readonly orderId: string };

/** A leg that may be changed, if there is a place. */
export interface ChangeableLeg {
  readonly number: number;
  /** Its bookings, one at least. */
  readonly kept: readonly [BookingRecord, ...BookingRecord[]];
  readonly wanted: { readonly service: ServiceRecord; readonly leg: Leg };
  readonly price: UnitPrice;
}

/**
 * Gives a leg another start: its own places are free to it, and kept when it is refused. It costs what it would cost if it were
 * booked now, or what was agreed.
 */
export function decideMove(ledger: Ledger, { orderId, ...change }: MoveRequest): LegsDecision {
  const found = readChange(ledger, orderId, change);
  if ('code' in found) return { legs: [], userErrors: [found] };
  if ('unchanged' in found) return { legs: [found.unchanged], userErrors: [] };
  const without = found.kept.map(({ _id }) => _id);
  const judged = judgeWanted(ledger, found.wanted, [], { without });
  // The caller gives nothing but the start.
  if ('code' in judged) return { legs: [], userErrors: [{ ...judged, field: ['start'] }] };
  changeLeg(ledger, found, judged.shares);
  return { legs: legsOf(ledger, orderId, [change.leg]), userErrors: [] };
}

/**
 * Checks all of a change but whether there is a place. Fields of a complaint are those of the change.
 * @returns The leg as it is under `unchanged` where it is already what it is to become.
 */
export function readChange(
  ledger: Ledger,
  orderId: string,
  { leg, start, agreedPrice, ...change }: LegChange,
): ChangeableLeg | { readonly unchanged: BookedLegParent } | Complaint {
  const parts = ledger.ofOrder(orderId).filter(({ order }) => order?.leg === leg);
  const [current] = legsOf(ledger, orderId, [leg]);
  if (!current) return refuse('NOT_FOUND', `The order has no leg ${leg} here.`, 'leg');
  const [first, ...others] = parts.filter((booking) => !isEnded(booking, ledger.now));
  const isFixed = ({ state }: BookingRecord): boolean => state !== 'HELD' && state !== 'CONFIRMED';
  if (!first || [first, ...others].some(isFixed)) return refuseState(parts);
  const { minutes = current.minutes } = change;
  const { quantity } = current;
  const startsAt = Date.parse(start);
  const isSame = startsAt === current.startsAt.getTime() && minutes === current.minutes;
  if (isSame) return { unchanged: current };
  const service = ledger.rulebook.findOffered(first.service);
  if (!service) return refuse('NOT_FOUND', `${first.service} is not on offer any more.`, 'leg');
  const fault = faultOfAgreedPrice(service, agreedPrice);
  if (fault !== null) return refuse('BAD_USER_INPUT', fault, 'agreedPrice');
  const amounts = faultOfAmounts(minutes, quantity);
  if (amounts) return refuse('BAD_USER_INPUT', amounts.message, amounts.field);
  const tooLate = faultOfEnd(startsAt, minutes, ledger.now);
  if (tooLate !== null) return refuse('TOO_LATE', tooLate, 'start');
  const resource = first.order?.resource ?? null;
  const wanted = { service, leg: { startsAt, minutes, quantity, resource } };
  const price = priceAt(service, agreedPrice);
  return { number: leg, kept: [first, ...others], wanted, price };
}

/** Gives a leg its new places. */
export function changeLeg(
  ledger: Ledger,
  { kept, wanted, price }: ChangeableLeg,
  shares: readonly Share[],
): void {
  const startsAt = new Date(wanted.leg.startsAt);
  const endsAt = new Date(wanted.leg.startsAt + wanted.leg.minutes * MINUTE_MS);
  spreadAnew(ledger, kept, shares, { ...kept[0], startsAt, endsAt, price });
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

function refuseState(parts: readonly BookingRecord[]): Complaint {
  if (parts.some(({ state }) => state === 'EXPIRED')) {
    return refuse('HOLD_EXPIRED', 'The hold has run out; nothing is kept any more.', 'leg');
  }
  const state = parts.length > 0 ? legState(parts) : 'on the waiting list';
  return refuse('INVALID_STATE', `Wanted a held or confirmed leg, got one ${state}.`, 'leg');
}

function refuse(code: Complaint['code'], message: string, field: string): Complaint {
  return { code, message, field: [field] };
}
