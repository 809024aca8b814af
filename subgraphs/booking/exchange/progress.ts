import { z } from 'zod';
import type { Clock } from '../../shared/process/clock.js';
import type { OrderCommands } from '../orders/commands/order-commands.js';
import type { OwnerClient } from '../../shared/owners/client/owner-client.js';
import { applyAttempt, attemptOf, orderOf, type Attempt } from './request/bookings.js';
import type { CandidateSearch } from './candidates/candidate-search.js';
import { needOf } from './candidates/candidates.js';
import { roundScope } from './candidates/choose-services.js';
import type { ExchangeDataSource } from './request/data-source.js';
import type { OfferBooking, WorkOfferRecord, WorkRequestRecord } from './request/records.js';
import { nextRound } from './request/rounds.js';
import {
  findPending,
  timeOut,
  warn,
  withOffer,
  type RequestMoment,
} from './request/transitions.js';

/** How long somebody who has begun on a request is left alone with it. */
const LEASE_MS = 30_000;
const PROBE_MS = 1_000;

/** What the exchange needs of orders. Placing one is idempotent by its key, also when it is done twice at the same time. */
export type OrderDesk = Pick<OrderCommands, 'placeOrder' | 'findOrder'>;

export interface ProgressOptions {
  readonly requests: ExchangeDataSource;
  readonly candidates: CandidateSearch;
  readonly owners: OwnerClient;
  readonly orders: OrderDesk;
  readonly clock: Clock;
  /** Real time. */
  readonly realClock: Clock;
}

/**
 * Takes requests on when something is due: ends offers at their deadline, makes the booking of a yes, begins the next round. Each
 * step is written down before and after, so whoever comes next, in this process or another, goes on where it broke off.
 */
export class Progress {
  readonly #options: ProgressOptions;

  constructor(options: ProgressOptions) {
    this.#options = options;
  }

  moment(): RequestMoment {
    return { now: this.#options.clock.now(), elapsed: this.#options.realClock.now() };
  }

  /** Until when somebody who begins now is left alone. Real time. */
  lease(): Date {
    return new Date(this.moment().elapsed.getTime() + LEASE_MS);
  }

  /** Does what is due now. @returns The request afterwards. */
  async advance(request: WorkRequestRecord): Promise<WorkRequestRecord> {
    const moment = this.moment();
    const timed = warn(timeOut(request, moment), moment);
    const isDue = timed.nextTryAt !== null && timed.nextTryAt <= moment.elapsed;
    const begun = isDue ? { ...timed, nextTryAt: this.lease() } : timed;
    if (begun === request) return request;
    const stored = await this.#options.requests.replace(request, begun);
    // Somebody else is at it.
    if (stored === null) return this.#reload(request);
    if (!isDue) return stored;
    const isPending = stored.state === 'PENDING';
    return this.advance(await (isPending ? this.#book(stored) : this.#beginRound(stored)));
  }

  /**
   * Ends an attempt to book that was begun, here or by somebody who broke off: the same key gives the same order.
   * @returns The request as it stands afterwards.
   */
  async settle(request: WorkRequestRecord): Promise<WorkRequestRecord> {
    const offer = findPending(request);
    if (!offer?.booking?.isUnderWay) return request;
    const { booking } = offer;
    const { orders } = this.#options;
    // Whoever said yes on the phone said it to this start.
    const { secretHash, maker = null } = request;
    const circumstances = { maker, secretHash, isAgreedByPhone: offer.isSpoken };
    const { order, userErrors } =
      booking.order === null
        ? await orders.placeOrder(orderOf(request, offer, booking), circumstances)
        : { order: await orders.findOrder(booking.order), userErrors: [] };
    return this.#record(request, offer, booking, attemptOf(order, userErrors, this.moment().now));
  }

  async #beginRound(request: WorkRequestRecord): Promise<WorkRequestRecord> {
    const { candidates, requests } = this.#options;
    const found = await candidates.find(needOf(request), roundScope(request));
    const moment = this.moment();
    return requests.change(request._id, (current) => nextRound(current, found, moment));
  }

  /** A cooperative that does not answer is not sent an order: each one would be one more order that failed. */
  async #book(request: WorkRequestRecord): Promise<WorkRequestRecord> {
    const offer = findPending(request);
    if (!offer?.booking) return request;
    const { booking, cooperative } = offer;
    if (booking.isUnderWay) return this.settle(request);
    if (!(await this.#answers(cooperative))) {
      return this.#record(request, offer, booking, { kind: 'unreached' });
    }
    const change = { booking: { ...booking, isUnderWay: true } };
    const begun = await this.#options.requests.replace(
      request,
      withOffer(request, offer.id, change),
    );
    return begun === null ? this.#reload(request) : this.settle(begun);
  }

  async #answers(cooperative: string): Promise<boolean> {
    const probe = { query: '{ __typename }', variables: {} };
    const reply = await this.#options.owners.ask(cooperative, probe, readProbe, PROBE_MS);
    return reply.kind === 'answer';
  }

  /** Writes down how an attempt ended, unless somebody else went on from there already. */
  async #record(
    request: WorkRequestRecord,
    offer: WorkOfferRecord,
    { attempt, isUnderWay }: OfferBooking,
    ended: Attempt,
  ): Promise<WorkRequestRecord> {
    const moment = this.moment();
    return this.#options.requests.change(request._id, (current) => {
      const pending = findPending(current);
      const isSame =
        pending?.id === offer.id &&
        pending.booking?.attempt === attempt &&
        pending.booking.isUnderWay === isUnderWay;
      return isSame ? applyAttempt(current, pending, pending.booking, ended, moment) : current;
    });
  }

  async #reload(request: WorkRequestRecord): Promise<WorkRequestRecord> {
    return (await this.#options.requests.find(request._id)) ?? request;
  }
}

/** @throws Error when nothing was answered. */
function readProbe(data: unknown): string {
  return z.object({ __typename: z.string() }).parse(data).__typename;
}
