import type { Clock } from '../../../shared/process/clock.js';
import { DAY_MS } from '../../../shared/words/dates.js';
import type { Logger } from '../../../shared/process/logger.js';
import type { OrderDataSource } from '../queries/data-source.js';
import type { OrderRecord } from '../../store/records.js';
import { needsAttention } from '../order/disagreement.js';
import type { OrderRefresher } from './order-refresher.js';
import { endOf, isOpen } from '../order/order-state.js';

export interface OrderAuditOptions {
  readonly dataSource: Pick<OrderDataSource, 'findToLookAt' | 'lookAgain' | 'lookSoon'>;
  readonly refresher: Pick<OrderRefresher, 'refresh'>;
  /** Where each cooperative answers, and whether it does: whoever comes back may have been restored. */
  readonly addresses: () => ReadonlyMap<string, string>;
  /** The network's. */
  readonly clock: Clock;
  /** Real time. */
  readonly realClock: Clock;
  /** How often it is looked whether an order is due. */
  readonly everyMs: number;
  /** How often an order is looked at. */
  readonly lookEveryMs: number;
  readonly log: Logger;
}

/** So many orders are looked at together; the owners have better to do. */
const BATCH = 10;
/** So often at least, where a person has to see to it: it may have been seen to. */
const ATTENTION_MS = 60_000;
/** So long after the last leg ended, its owner is waited for to record what became of it. */
const RECORDED_MS = 60 * DAY_MS;

/**
 * Asks owners how the legs of every order stand, from time to time and though nobody reads it, until the last is over: an owner that
 * was restored, moved or emptied is found out. After that it asks once a day for what became of them, until that is recorded.
 */
export class OrderAudit {
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  #looking: Promise<void> | null = null;
  #addresses: ReadonlyMap<string, string> | null = null;

  constructor(private readonly options: OrderAuditOptions) {}

  /** Looks now, and again and again. */
  start(): void {
    if (this.#isStopped) return;
    this.#looking = this.#lookOnce().finally(() => {
      this.#timer = setTimeout(() => {
        this.start();
      }, this.options.everyMs);
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#looking;
    clearTimeout(this.#timer);
  }

  async #lookOnce(): Promise<void> {
    const { dataSource, realClock, log } = this.options;
    try {
      await this.#watchAddresses();
      const due = await dataSource.findToLookAt(realClock.now(), BATCH);
      await Promise.all(due.map((order) => this.lookAt(order)));
    } catch (error) {
      log.error({ err: error }, 'Orders could not be looked at; it is tried again.');
    }
  }

  /** Asks the owners of an order how its legs stand, and says when they are to be asked again. */
  async lookAt(order: OrderRecord): Promise<void> {
    const { dataSource, refresher, clock, realClock, lookEveryMs } = this.options;
    // Written first, so that meanwhile nobody else looks, and so that whoever finds more can say so.
    const now = clock.now().getTime();
    const end = Math.max(...order.legs.map((leg) => endOf(leg).getTime()));
    const isOver = end <= now;
    const isWanted = needsAttention(order);
    const isRecorded = !order.legs.some(isOpen) || end + RECORDED_MS <= now;
    const waitMs = isOver ? DAY_MS : isWanted ? Math.min(ATTENTION_MS, lookEveryMs) : lookEveryMs;
    const at =
      isOver && isRecorded && !isWanted ? null : new Date(realClock.now().getTime() + waitMs);
    await dataSource.lookAgain(order._id, at);
    await refresher.refresh(order);
  }

  async #watchAddresses(): Promise<void> {
    const { addresses, dataSource, realClock } = this.options;
    const [before, after] = [this.#addresses, addresses()];
    this.#addresses = after;
    if (before === null) return;
    for (const [cooperative, address] of after) {
      if (before.get(cooperative) === address) continue;
      await dataSource.lookSoon(cooperative, realClock.now());
    }
  }
}
