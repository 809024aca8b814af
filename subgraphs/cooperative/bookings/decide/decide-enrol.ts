import { randomUUID } from 'node:crypto';
import { MINUTE_MS } from '../../../shared/words/dates.js';
import { judgeLeg } from '../../capacity/index.js';
import { legsOf } from './booked-legs.js';
import type { LegsDecision } from './booking-command.js';
import { bookingsOf, orderPart, placeLeg, refuseClosed, replaceLeg } from './decide-hold.js';
import { priceAt } from '../rules/agreed-price.js';
import type { Ledger } from '../rules/ledger.js';
import type { LegRequest, WantedLeg } from './leg-checks.js';
import type { CustomerRecord, OrderPart, WaitingRecord } from '../../store/booking-records.js';
import type { Complaint, Wish } from '../rules/refusal.js';

/** What to enrol in. */
export interface EnrolRequest {
  readonly orderId: string;
  readonly orderReference: string;
  readonly customer: CustomerRecord;
  readonly leg: LegRequest;
}

/** The position at which a command for one leg reports it. */
const PATH = ['legs', '0'];

/** Confirms a leg, or puts it on the waiting list when it would fit but for other bookings. */
export function decideEnrol(
  cooperativeId: string,
  ledger: Ledger,
  request: EnrolRequest,
): LegsDecision {
  const { orderId, orderReference, customer, leg } = request;
  const closed = refuseClosed(ledger, orderId);
  if (closed) return { legs: [], userErrors: [closed] };
  const { municipality } = customer;
  const placed = placeLeg(cooperativeId, ledger, orderId, leg, municipality, PATH);
  if (!('code' in placed)) {
    const order = orderPart(orderId, orderReference, placed.wanted);
    replaceLeg(ledger, order);
    for (const booking of bookingsOf(order, placed.wanted, placed.shares)) {
      ledger.record({ ...booking, state: 'CONFIRMED', customer }, 'CONFIRMED');
    }
  } else if (placed.code === 'SLOT_TAKEN' && placed.wish) {
    const vain = refuseWaiting(ledger, placed.wish);
    if (vain) return { legs: [], userErrors: [{ ...placed, ...vain }] };
    const price = priceAt(placed.wish.service, leg.agreedPrice);
    const wanted = { ...placed.wish, number: leg.leg, price };
    const order = orderPart(orderId, orderReference, wanted);
    replaceLeg(ledger, order);
    ledger.putWaiting(lastInLine(ledger, order, wanted, customer));
  } else {
    return { legs: [], userErrors: [placed] };
  }
  ledger.noteOrder(orderId, false);
  return { legs: legsOf(ledger, orderId, [leg.leg]), userErrors: [] };
}

/** Why a leg could not be had though nothing were booked, so that nobody need wait for it; null where it could. */
function refuseWaiting(
  { rulebook, now }: Ledger,
  { service, leg }: Wish,
): Pick<Complaint, 'code' | 'message'> | null {
  const verdict = judgeLeg(rulebook.capacityOf(service, [], now), leg);
  return verdict.kind === 'fits' ? null : { code: verdict.code, message: verdict.message };
}

/** An entry behind all those who wait for what it wants, of whatever service and whatever the clocks of other processes say. */
function lastInLine(
  ledger: Ledger,
  order: OrderPart,
  { service, leg, price }: Pick<WantedLeg, 'service' | 'leg' | 'price'>,
  customer: CustomerRecord,
): WaitingRecord {
  const others = ledger.waiting;
  const since = Math.max(ledger.now.getTime(), ...others.map((entry) => entry.since.getTime()));
  return {
    _id: randomUUID(),
    order,
    service: service._id,
    startsAt: new Date(leg.startsAt),
    endsAt: new Date(leg.startsAt + leg.minutes * MINUTE_MS),
    quantity: leg.quantity,
    customer,
    price,
    state: 'REQUESTED',
    since: new Date(since),
    turn: Math.max(0, ...others.map(({ turn }) => turn)) + 1,
  };
}
