import type { Clock } from '../../shared/clock.js';
import type { OrderDataSource } from '../data-source.js';
import type { OrderRecord } from '../model.js';
import { applyRows, isChanged } from './apply-rows.js';
import type { BookingsClient } from './bookings-client.js';
import type { OrderDriver } from './order-driver.js';
import { cooperativesOf, isOpen, stateOf } from './order-state.js';

export interface OrderRefresherOptions {
  readonly dataSource: Pick<OrderDataSource, 'write' | 'findById'>;
  readonly bookings: Pick<BookingsClient, 'read'>;
  readonly driver: Pick<OrderDriver, 'rest'>;
  readonly clock: Clock;
  /** For all owners together, since they are asked at once. */
  readonly timeoutMs: number;
}

/** Brings an order up to date with what its owners have of it. */
export class OrderRefresher {
  constructor(private readonly options: OrderRefresherOptions) {}

  /**
   * Asks each owner once, unless everything is over or a command is being carried out. Where one does not answer, what was known
   * last stays. Writes only what has changed.
   */
  async refresh(order: OrderRecord): Promise<OrderRecord> {
    const { dataSource, driver } = this.options;
    const after = await this.look(order);
    if (!isChanged(order, after)) return after;
    const written = await dataSource.write(order, driver.rest(after));
    // Others have changed it in the meantime: what they wrote is newer.
    return written ?? (await dataSource.findById(order._id)) ?? order;
  }

  /** The order as its owners say it is; writes nothing. */
  async look(order: OrderRecord): Promise<OrderRecord> {
    const { bookings, clock, timeoutMs } = this.options;
    const isOver = ['FAILED', 'EXPIRED', 'CANCELLED'].includes(stateOf(order, clock.now()));
    if (isOver || order.task !== null) return order;
    const owners = cooperativesOf(order.legs.filter(isOpen));
    const rows = await Promise.all(owners.map((owner) => bookings.read(order, owner, timeoutMs)));
    const known = rows.flatMap((legs) => legs ?? []);
    return known.length === 0 ? order : applyRows(order, known, clock.now());
  }
}
