import { setTimeout as pause } from 'node:timers/promises';
import type { OrderDataSource } from '../queries/data-source.js';
import type { OrderRecord } from '../../store/records.js';
import type { OrderDriver } from './order-driver.js';
import { answerTo, decidedAs } from '../order/promises.js';

export interface OrderWaiterOptions {
  readonly dataSource: Pick<OrderDataSource, 'findById' | 'promise'>;
  readonly driver: OrderDriver;
}

type Condition = (order: OrderRecord) => boolean;

/** How often an order on which another command works is looked at. */
const LOOK_MS = 40;

/** Waits for what becomes of an order, whichever process works on it, and takes it up when nobody does. */
export class OrderWaiter {
  constructor(private readonly options: OrderWaiterOptions) {}

  /**
   * Works on an order that this process holds, for the caller of a command.
   * @param deadline - By `performance.now()`.
   * @param keyHash - Of the command; null for the one that made the order.
   * @returns The order with the command decided; or as it is at the deadline, once it is written down that the caller was told so.
   */
  async carryOut(
    order: OrderRecord,
    deadline: number,
    keyHash: string | null,
  ): Promise<OrderRecord> {
    const isDecided = hasDecided(keyHash);
    const latest = await this.options.driver.carryOut(order, deadline, isDecided);
    return latest ? this.#promise(latest, keyHash) : this.wait(order, deadline, keyHash);
  }

  /** As `carryOut`, for an order that anybody may be working on. */
  async wait(order: OrderRecord, deadline: number, keyHash: string | null): Promise<OrderRecord> {
    return this.#promise(await this.#until(order, deadline, hasDecided(keyHash)), keyHash);
  }

  /** Waits until nothing is being carried out on an order any more, or the deadline. Tells nobody anything. */
  waitForOthers(order: OrderRecord, deadline: number): Promise<OrderRecord> {
    return this.#until(order, deadline, ({ task }) => task === null);
  }

  async #until(order: OrderRecord, deadline: number, isEnough: Condition): Promise<OrderRecord> {
    const { dataSource, driver } = this.options;
    let latest = order;
    while (!isEnough(latest) && performance.now() < deadline) {
      const isLeft = latest.task !== null && driver.isFree(latest);
      const taken = isLeft ? await driver.takeOver(latest) : null;
      if (taken) {
        const worked = await driver.carryOut(taken, deadline, isEnough);
        // Rested with an owner unanswered: the time is used up.
        if (worked) return worked;
      } else {
        await pause(LOOK_MS);
      }
      latest = (await dataSource.findById(order._id)) ?? latest;
    }
    return latest;
  }

  /** Has no undecided answer leave that is not written down: whoever sends the command again later must be told the same. */
  async #promise(order: OrderRecord, keyHash: string | null): Promise<OrderRecord> {
    if (answerTo(order, keyHash)) return order;
    const { dataSource } = this.options;
    await dataSource.promise(order._id, keyHash);
    const latest = await dataSource.findById(order._id);
    if (latest && answerTo(latest, keyHash)) return latest;
    throw new Error('An order is gone on which a command was being carried out.');
  }
}

function hasDecided(keyHash: string | null): Condition {
  return (order) => decidedAs(order, keyHash) !== null;
}
