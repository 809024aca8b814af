import { say, type Sentence } from '../../../shared/words/said/say.js';
import type { OrderRecord } from '../../store/records.js';
import { asProblem, problemOf } from '../../store/problem.js';
import { sayOrderState } from '../../words/states.js';
import { stateOf } from '../../orders/order/order-state.js';
import { refuse, type Refusal } from '../../store/refusal.js';
import type { HoldOrderInput } from '../../schema.generated.js';
import type { OfferBooking, WorkOfferRecord, WorkRequestRecord } from './records.js';
import { failBooking, take, withOffer, type RequestMoment } from './transitions.js';

// How the offer to which somebody said yes becomes an order.

/** How long until a pending booking is looked at again, at least and at most. */
const RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 60_000;

/** How an attempt to book ended. */
export type Attempt =
  | { readonly kind: 'booked'; readonly order: string }
  /** There is an order, of which the cooperative's answer is awaited. */
  | {
      readonly kind: 'waiting';
      readonly order: string;
      readonly problem: Sentence | null;
      /** When the order is taken up again; real time, null when that is not known. */
      readonly wakeAt: Date | null;
    }
  /** Surely without effect: another attempt may follow. */
  | { readonly kind: 'unreached' }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** The order of an attempt; the same one each time. */
export function orderOf(
  request: WorkRequestRecord,
  { service }: WorkOfferRecord,
  { key, attempt }: OfferBooking,
): HoldOrderInput {
  const { caller, details, municipality, channel, start, minutes, quantity } = request;
  return {
    idempotencyKey: `${key}:${attempt}`,
    // The work is done there, wherever the caller lives.
    buyer: { ...caller, municipality },
    channel,
    // Left out where there are none: an order that an older release has begun is the same one.
    ...(details && { details }),
    policy: 'ALL_OR_NOTHING',
    legs: [{ serviceId: service, start: start.toISOString(), minutes, quantity }],
  };
}

/** What an order, or the refusal to make one, says of the attempt. */
export function attemptOf(
  order: OrderRecord | null,
  userErrors: readonly Refusal[],
  now: Date,
): Attempt {
  const state = order && stateOf(order, now);
  if (order && state === 'CONFIRMED') return { kind: 'booked', order: order._id };
  if (order && (state === 'PENDING' || state === 'HELD')) {
    const { _id, wakeAt } = order;
    return { kind: 'waiting', order: _id, problem: problemOf(order), wakeAt };
  }
  const { userErrors: told = [], late = [] } = order?.answer ?? {};
  const refusals = [userErrors, told, late].find(({ length }) => length > 0) ?? [];
  if (refusals.some(({ code }) => code === 'COOPERATIVE_UNAVAILABLE')) return { kind: 'unreached' };
  if (refusals.length > 0) return { kind: 'refused', refusals: refusals.map(decided) };
  const where = state ? sayOrderState(state) : say`gone`;
  const message = (order && problemOf(order)) ?? say`The order is ${where}.`;
  return { kind: 'refused', refusals: [refuse('INVALID_STATE', message)] };
}

/** A refusal as it ends an offer: that is decided, though the order itself was not. */
function decided({ code, message, said, field, alternatives }: Refusal): Refusal {
  return { code, message, said: said ?? null, field, alternatives };
}

/** The request after an attempt. */
export function applyAttempt(
  request: WorkRequestRecord,
  { id, cooperative }: WorkOfferRecord,
  booking: OfferBooking,
  attempt: Attempt,
  moment: RequestMoment,
): WorkRequestRecord {
  const wait = (
    change: Partial<OfferBooking>,
    problem: Sentence,
    waitMs = RETRY_MS,
  ): WorkRequestRecord => ({
    ...withOffer(request, id, { booking: { ...booking, ...change } }),
    ...asProblem(problem),
    nextTryAt: new Date(moment.elapsed.getTime() + waitMs),
  });
  switch (attempt.kind) {
    case 'booked':
      return take(request, id, attempt.order);
    case 'waiting': {
      const { order, problem, wakeAt } = attempt;
      const waitMs = untilTakenUpMs(wakeAt, moment);
      return wait({ order }, problem ?? say`${cooperative} has not answered yet.`, waitMs);
    }
    case 'unreached': {
      if (request.start <= moment.now) {
        const message = say`${cooperative} could not be reached before the start.`;
        return failBooking(request, id, [refuse('COOPERATIVE_UNAVAILABLE', message)], moment);
      }
      const next = booking.isUnderWay ? booking.attempt + 1 : booking.attempt;
      const problem = say`${cooperative} said yes but does not answer; it is booked when it does.`;
      return wait({ attempt: next, isUnderWay: false, order: null }, problem);
    }
    case 'refused':
      return failBooking(request, id, attempt.refusals, moment);
  }
}

/** An order backs off by itself: before it is taken up again there is hardly anything new to see. */
function untilTakenUpMs(wakeAt: Date | null, { elapsed }: RequestMoment): number {
  if (wakeAt === null) return LONGEST_RETRY_MS;
  const waitMs = wakeAt.getTime() - elapsed.getTime();
  return Math.min(Math.max(waitMs, RETRY_MS), LONGEST_RETRY_MS);
}
