import type { Clock } from '../../../shared/process/clock.js';
import type { Logger } from '../../../shared/process/logger.js';
import type { OrderDataSource } from '../queries/data-source.js';
import type { OrderRecord } from '../../store/records.js';
import { nextStep } from '../saga/next-step.js';
import type { OrderDriver } from './order-driver.js';
import type { OrderRefresher } from './order-refresher.js';
import { expire } from '../order/break-up.js';

export interface OrderSweepOptions {
  readonly dataSource: Pick<OrderDataSource, 'findDue' | 'findExpired' | 'write'>;
  readonly driver: Pick<OrderDriver, 'rest' | 'takeOver' | 'finish'>;
  readonly refresher: Pick<OrderRefresher, 'refresh'>;
  /** The network's. */
  readonly clock: Clock;
  /** Real time. */
  readonly realClock: Clock;
  readonly everyMs: number;
  readonly log: Logger;
}

/** How many orders of each kind one process takes up at a time. */
const LARGEST_BATCH = 50;

/**
 * Takes up what others left behind: steps that were broken off, owners that had not answered, waiting lists, and holds that
 * ran out. Every process does so; that two take up the same order does no harm.
 */
export class OrderSweep {
  /** Broken off, and resting: of the one kind there may be so many that the other must not wait behind them. */
  readonly #underWay = {
    lapsed: new Set<Promise<unknown>>(),
    resting: new Set<Promise<unknown>>(),
  };
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  #sweeping: Promise<void> | null = null;

  constructor(private readonly options: OrderSweepOptions) {}

  /** Sweeps now, and again and again. */
  start(): void {
    if (this.#isStopped) return;
    this.#sweeping = this.#sweepOnce().finally(() => {
      this.#timer = setTimeout(() => {
        this.start();
      }, this.options.everyMs);
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#sweeping;
    clearTimeout(this.#timer);
    const { lapsed, resting } = this.#underWay;
    await Promise.allSettled([...lapsed, ...resting]);
  }

  async #sweepOnce(): Promise<void> {
    const { dataSource, driver, clock, realClock, log } = this.options;
    try {
      for (const kind of ['lapsed', 'resting'] as const) {
        const room = LARGEST_BATCH - this.#underWay[kind].size;
        const due = room > 0 ? await dataSource.findDue(kind, realClock.now(), room) : [];
        for (const order of due) this.#takeUp(order, this.#underWay[kind]);
      }
      const now = clock.now();
      const expired = await dataSource.findExpired(now, LARGEST_BATCH);
      await Promise.all(
        expired.map((order) => dataSource.write(order, driver.rest(expire(order, now)))),
      );
    } catch (error) {
      log.error({ err: error }, 'The database did not answer; the sweep is tried again.');
    }
  }

  #takeUp(order: OrderRecord, underWay: Set<Promise<unknown>>): void {
    const working = this.#work(order).catch((error: unknown) => {
      this.options.log.error({ err: error, order: order._id }, 'An order could not be taken up.');
    });
    underWay.add(working);
    void working.finally(() => underWay.delete(working));
  }

  async #work(order: OrderRecord): Promise<void> {
    const { dataSource, driver, refresher } = this.options;
    if (nextStep(order).kind === 'rest') {
      // When to look the next time is written first, so that meanwhile nobody else looks.
      const resting = await dataSource.write(order, driver.rest(order));
      if (resting?.wakeAt) await refresher.refresh(resting);
      return;
    }
    const taken = await driver.takeOver(order);
    if (taken) await driver.finish(taken, performance.now());
  }
}
