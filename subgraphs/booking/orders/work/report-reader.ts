import { setTimeout as pause } from 'node:timers/promises';
import type { QueryFilter } from 'mongoose';
import type { Clock } from '../../../shared/process/clock.js';
import type { Logger } from '../../../shared/process/logger.js';
import type { StoredOrder } from '../../store/collections.js';
import type { OrderRecord } from '../../store/records.js';
import type { OrderDataSource } from '../queries/data-source.js';
import type { OrderAudit } from './order-audit.js';

export interface ReportReaderOptions {
  readonly dataSource: Pick<OrderDataSource, 'findUnreported'>;
  readonly audit: Pick<OrderAudit, 'lookAt'>;
  /** The network's. */
  readonly clock: Clock;
  readonly log: Logger;
}

/** So many orders are asked after for one reading. */
const MOST = 20;
/** So many at the same time, whoever reads. */
const MOST_AT_ONCE = 100;
/** So long a reading waits for it, in real time. */
const WITHIN_MS = 700;

/**
 * Asks owners what became of work before it is added up: what they report stands in their own books, and the audit of orders reads
 * those of each order now and then only.
 */
export class ReportReader {
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(private readonly options: ReportReaderOptions) {}

  /**
   * Asks after work that has begun, then after what is to come: the orders first that were not asked after for longest. What is not
   * answered in time is written down when it is.
   */
  async catchUp(among: QueryFilter<StoredOrder>): Promise<void> {
    const { dataSource, clock } = this.options;
    const now = clock.now();
    const begun = await dataSource.findUnreported(among, { $lte: now }, MOST);
    const left = MOST - begun.length;
    const coming = left > 0 ? await dataSource.findUnreported(among, { $gt: now }, left) : [];
    const looks = [...begun, ...coming].map((order) => this.#lookAt(order));
    await Promise.race([Promise.all(looks), pause(WITHIN_MS, undefined, { ref: false })]);
  }

  /** Ends when nobody is asked any more. */
  async close(): Promise<void> {
    await Promise.all(this.#underWay.values());
  }

  #lookAt(order: OrderRecord): Promise<void> {
    const { audit, log } = this.options;
    const known = this.#underWay.get(order._id);
    if (known) return known;
    if (this.#underWay.size >= MOST_AT_ONCE) return Promise.resolve();
    const look = audit
      .lookAt(order)
      .catch((error: unknown) => {
        log.warn({ err: error, order: order._id }, 'An order could not be asked after.');
      })
      .finally(() => this.#underWay.delete(order._id));
    this.#underWay.set(order._id, look);
    return look;
  }
}
