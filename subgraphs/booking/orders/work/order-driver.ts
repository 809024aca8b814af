import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../../shared/process/clock.js';
import type { Logger } from '../../../shared/process/logger.js';
import type { Closable } from '../../../shared/process/process.js';
import type { OrderDataSource } from '../queries/data-source.js';
import type { OrderRecord } from '../../store/records.js';
import type { Reply } from '../order/question.js';
import type { BookingsClient } from '../owners/bookings-client.js';
import { askOwners, attemptMs, SHORTEST_ATTEMPT_MS } from '../owners/ask-owners.js';
import { nextStep } from '../saga/next-step.js';
import { isWaiting } from '../order/order-state.js';
import { recordReplies } from '../saga/record-replies.js';

export interface OrderDriverOptions {
  readonly dataSource: Pick<OrderDataSource, 'write' | 'findById'>;
  readonly bookings: Pick<BookingsClient, 'ask'>;
  /** The network's. */
  readonly clock: Clock;
  /** Real time, for leases. */
  readonly realClock: Clock;
  /** Names this process as the one that works on an order. */
  readonly holder: string;
  readonly leaseMs: number;
  /** For one attempt to ask an owner. */
  readonly ownerTimeoutMs: number;
  readonly holdMinutes: number;
  /** How long somebody waits for what comes of a command. */
  readonly answerWithinMs: number;
  /** How often an order that waits for a place is looked at. */
  readonly waitingPollMs: number;
  readonly log: Logger;
}

/** What is kept of a caller's time for writing down what came of it. */
const DECIDE_MS = 200;
/** What is kept of it for confirming, where that follows on holding. */
const CONFIRMING_SHARE = 1 / 3;

/** Carries out what `nextStep` says, writing down what comes of each step before the next. */
export class OrderDriver implements Closable {
  readonly #running = new Set<Promise<unknown>>();
  #isClosing = false;

  constructor(private readonly options: OrderDriverOptions) {}

  /** The order as one that this process works on, to be written. */
  lease(order: OrderRecord): OrderRecord {
    const { holder, realClock, leaseMs } = this.options;
    return { ...order, holder, wakeAt: new Date(realClock.now().getTime() + leaseMs) };
  }

  /** The order as one that nobody works on, to be written: when it is taken up again follows from what is left to do. */
  rest(order: OrderRecord): OrderRecord {
    const { realClock, waitingPollMs, answerWithinMs } = this.options;
    const now = realClock.now().getTime();
    const isLeft = nextStep(order).kind === 'ask';
    if (isLeft && this.#isClosing) return { ...order, holder: null, wakeAt: new Date(now) };
    const waitMs = isLeft ? restMs(order.attempts - attemptsWithin(answerWithinMs)) : waitingPollMs;
    const isAwaited = isLeft || order.legs.some(isWaiting);
    return { ...order, holder: null, wakeAt: isAwaited ? new Date(now + waitMs) : null };
  }

  /** Whether others may take the order up now. */
  isFree({ holder, wakeAt }: OrderRecord): boolean {
    return holder === null || wakeAt === null || wakeAt <= this.options.realClock.now();
  }

  /**
   * Takes up an order that another left unfinished. It may have asked owners already, so that is counted as an attempt.
   * @returns Null when somebody else came first.
   */
  takeOver(order: OrderRecord): Promise<OrderRecord | null> {
    const taken = this.lease({ ...order, attempts: order.attempts + 1 });
    return this.options.dataSource.write(order, taken);
  }

  /**
   * Works on an order that is held by this process, and goes on in the background when the caller has its answer.
   * @param deadline - By `performance.now()`: then the caller gets the order as it is.
   * @returns The first version that `isDecided`, else the last one; null when somebody else has taken the order over.
   */
  async carryOut(
    order: OrderRecord,
    deadline: number,
    isDecided: (order: OrderRecord) => boolean,
  ): Promise<OrderRecord | null> {
    let latest = order;
    let timer: NodeJS.Timeout | undefined;
    const answered = new Promise<OrderRecord | null>((resolve, reject) => {
      timer = setTimeout(() => {
        resolve(latest);
      }, deadline - performance.now()).unref();
      const onVersion = (version: OrderRecord): void => {
        latest = version;
        if (isDecided(version)) resolve(version);
      };
      this.finish(order, deadline - DECIDE_MS, onVersion).then(resolve, reject);
    });
    return await answered.finally(() => {
      clearTimeout(timer);
    });
  }

  /**
   * Works on an order that is held by this process until nothing is left to do, or the time is up and some owner has still
   * not answered; then it is taken up again later.
   * @param deadline - By `performance.now()`.
   * @returns The last version; null when somebody else has taken the order over.
   */
  async finish(
    order: OrderRecord,
    deadline: number,
    onVersion: (version: OrderRecord) => void = () => undefined,
  ): Promise<OrderRecord | null> {
    const running = this.#run(order, deadline, onVersion);
    this.#running.add(running);
    try {
      return await running;
    } catch (error) {
      // The lease runs out, and the order is taken up again.
      this.options.log.error({ err: error, order: order._id }, 'Work on an order broke off.');
      throw error;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Stops after the questions that are under way, and leaves the rest to others. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await Promise.allSettled(this.#running);
  }

  async #run(
    first: OrderRecord,
    deadline: number,
    onVersion: (order: OrderRecord) => void,
  ): Promise<OrderRecord | null> {
    const { bookings, ownerTimeoutMs } = this.options;
    const toConfirmMs = Math.max(deadline - performance.now(), 0) * CONFIRMING_SHARE;
    let order = first;
    for (;;) {
      const step = nextStep(order);
      if (step.kind === 'rest') return order;
      const isFirstOfTwo = order.task?.step === 'hold' && order.task.act !== 'hold';
      const until = isFirstOfTwo ? deadline - toConfirmMs : deadline;
      const timeoutMs = attemptMs(until - performance.now(), ownerTimeoutMs);
      const replies = await askOwners(bookings, order, step.questions, timeoutMs);
      const retryMs = pauseMs(order.attempts);
      const isTimeUp = this.#isClosing || until - performance.now() < retryMs + SHORTEST_ATTEMPT_MS;
      const recorded = await this.#record(order, replies, isTimeUp);
      if (recorded === null) return null;
      const { written, isLast } = recorded;
      onVersion(written);
      if (isLast) return written;
      if (written.attempts > 0) await pause(retryMs);
      order = written;
    }
  }

  /** Writes down what came of a step; judged anew where a caller was promised something meanwhile. Null when it was taken over. */
  async #record(
    asked: OrderRecord,
    replies: readonly Reply[],
    isTimeUp: boolean,
  ): Promise<{ readonly written: OrderRecord; readonly isLast: boolean } | null> {
    const { dataSource, clock, holdMinutes } = this.options;
    let order: OrderRecord | null = asked;
    while (order?.version === asked.version) {
      const after = recordReplies(order, replies, { now: clock.now(), isTimeUp, holdMinutes });
      const isOver = nextStep(after).kind === 'rest' || (isTimeUp && after.attempts > 0);
      const isLast = isOver || this.#isClosing;
      const written = await dataSource.write(order, isLast ? this.rest(after) : this.lease(after));
      if (written) return { written, isLast };
      order = await dataSource.findById(asked._id);
    }
    return null;
  }
}

/** Between two attempts while somebody waits. */
function pauseMs(attempts: number): number {
  return Math.min(50 * 2 ** attempts, 500);
}

/** So many attempts are made while somebody waits, if they fail fast. */
function attemptsWithin(waitedMs: number): number {
  let attempts = 0;
  for (let ms = pauseMs(attempts); ms <= waitedMs; ms += pauseMs(attempts)) attempts += 1;
  return attempts;
}

/**
 * Until an owner that did not answer is asked again, when nobody waits any more: from a second to a minute.
 * @param attempts - Since then.
 */
function restMs(attempts: number): number {
  return Math.min(1_000 * 2 ** Math.max(attempts, 0), 60_000);
}
