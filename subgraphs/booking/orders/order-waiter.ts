import { setTimeout as pause } from 'node:timers/promises';
import type { OrderDataSource } from '../data-source.js';
import type { OrderRecord } from '../model.js';
import type { OrderDriver } from './order-driver.js';

export interface OrderWaiterOptions {
  readonly dataSource: Pick<OrderDataSource, 'findById'>;
  readonly driver: OrderDriver;
}

/** How often an order on which another command works is looked at. */
const LOOK_MS = 40;

/** Waits for what becomes of an order, whichever process works on it, and takes it up when nobody does. */
export class OrderWaiter {
  constructor(private readonly options: OrderWaiterOptions) {}

  /**
   * Works on an order that this process holds.
   * @param deadline - By `performance.now()`.
   * @returns The first version that `isDecided`, or the order as it is at the deadline.
   */
  async carryOut(
    order: OrderRecord,
    deadline: number,
    isDecided: (order: OrderRecord) => boolean,
  ): Promise<OrderRecord> {
    const latest = await this.options.driver.carryOut(order, deadline, isDecided);
    return latest ?? this.wait(order, deadline, isDecided);
  }

  /** As `carryOut`, for an order that anybody may be working on. */
  async wait(
    order: OrderRecord,
    deadline: number,
    isDecided: (order: OrderRecord) => boolean,
  ): Promise<OrderRecord> {
    const { dataSource, driver } = this.options;
    let latest = order;
    while (!isDecided(latest) && performance.now() < deadline) {
      const isLeft = latest.task !== null && driver.isFree(latest);
      const taken = isLeft ? await driver.takeOver(latest) : null;
      if (taken) {
        const worked = await driver.carryOut(taken, deadline, isDecided);
        // Rested with an owner unanswered: the time is used up.
        if (worked) return worked;
      } else {
        await pause(LOOK_MS);
      }
      latest = (await dataSource.findById(order._id)) ?? latest;
    }
    return latest;
  }
}
