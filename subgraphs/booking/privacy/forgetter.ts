import { KEPT_DAYS } from '../../../schema/privacy.js';
import type { Clock } from '../../shared/process/clock.js';
import type { Logger } from '../../shared/process/logger.js';
import type { Closable } from '../../shared/process/process.js';
import type { AuditLog } from '../../shared/privacy/audit-log.js';
import { DAY_MS } from '../../shared/words/dates.js';
import type { ExchangeDataSource } from '../exchange/request/data-source.js';
import { forgetCaller } from '../exchange/request/forgetting.js';
import { forgetBuyer } from '../orders/order/forgetting.js';
import type { OrderDataSource } from '../orders/queries/data-source.js';
import type { ClaimsDataSource } from '../limits/claims.js';
import type { ErasureDataSource } from './erasure-data-source.js';

export interface ForgetterOptions {
  readonly orders: Pick<OrderDataSource, 'findToForget' | 'write'>;
  readonly requests: Pick<ExchangeDataSource, 'findToForget' | 'change'>;
  readonly audit: Pick<AuditLog, 'forget'>;
  readonly erasures: Pick<ErasureDataSource, 'forget'>;
  readonly claims: Pick<ClaimsDataSource, 'forget'>;
  /** The network's: by it retention is counted. */
  readonly clock: Clock;
  readonly log: Logger;
}

/** Retention is counted in days. */
const EVERY_MS = 3_600_000;
const MOST_AT_ONCE = 100;

/** Forgets who ordered or asked, and who has read of it, once the time for which that is kept is over. Several processes may do so at once. */
export class Forgetter implements Closable {
  #timer: NodeJS.Timeout | undefined;
  #forgetting: Promise<void> = Promise.resolve();

  constructor(private readonly options: ForgetterOptions) {}

  /** Begins to forget by itself: now, and every hour. */
  start(): void {
    const forget = (): void => {
      this.#forgetting = this.forget();
    };
    forget();
    this.#timer = setInterval(forget, EVERY_MS).unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#forgetting;
  }

  /** Forgets whom it is time to forget, once. Never rejects. */
  async forget(): Promise<void> {
    const { orders, requests, audit, erasures, claims, clock, log } = this.options;
    const now = clock.now();
    try {
      await inBatches(
        () => orders.findToForget(now, MOST_AT_ONCE),
        async (order) => (await orders.write(order, forgetBuyer(order))) !== null,
      );
      await inBatches(
        () => requests.findToForget(now, MOST_AT_ONCE),
        async (id) => {
          await requests.change(id, forgetCaller);
          return true;
        },
      );
      await audit.forget();
      await claims.forget(now);
      await erasures.forget(new Date(now.getTime() - KEPT_DAYS.erasure * DAY_MS));
    } catch (error) {
      log.error(
        { err: error },
        'Whom it is time to forget could not be forgotten; it is tried again.',
      );
    }
  }
}

/** Takes on what is due until nothing is, or a whole batch was of no effect: others were at it, and the next time will do. */
async function inBatches<Due>(
  find: () => Promise<readonly Due[]>,
  takeOn: (due: Due) => Promise<boolean>,
): Promise<void> {
  for (let hasGoneOn = true; hasGoneOn;) {
    hasGoneOn = false;
    for (const due of await find()) hasGoneOn = (await takeOn(due)) || hasGoneOn;
  }
}
