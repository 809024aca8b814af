import type { Clock } from '../../../shared/process/clock.js';
import type { Logger } from '../../../shared/process/logger.js';
import type { OrderDataSource } from '../queries/data-source.js';
import type { OrderLegRecord, OrderRecord } from '../../store/records.js';
import { applyBooks, isChanged, showBooks } from '../saga/apply-rows.js';
import type { BookingsClient } from '../owners/bookings-client.js';
import type { OrderDriver } from './order-driver.js';
import { cooperativeOf, cooperativesOf, endOf, isOpen, stateOf } from '../order/order-state.js';

export interface OrderRefresherOptions {
  readonly dataSource: Pick<OrderDataSource, 'write' | 'findById' | 'lookSoon'>;
  readonly bookings: Pick<BookingsClient, 'read'>;
  readonly driver: Pick<OrderDriver, 'rest'>;
  readonly clock: Clock;
  /** Real time. */
  readonly realClock: Clock;
  /** For all owners together, since they are asked at once. */
  readonly timeoutMs: number;
  readonly log: Logger;
}

/** So long after an owner was found to have forgotten something, its orders are not all looked at for it again. */
const WIDE_LOOK_MS = 300_000;

/** Brings an order up to date with what its owners have of it. */
export class OrderRefresher {
  /** When an owner's other orders were last looked at for what was found, in real time. */
  readonly #widened = new Map<string, number>();

  constructor(private readonly options: OrderRefresherOptions) {}

  /**
   * Asks each owner once. Where one does not answer, what was known last stays. Writes only what has changed, and nothing while a
   * command is being carried out.
   */
  async refresh(order: OrderRecord): Promise<OrderRecord> {
    const { dataSource, driver } = this.options;
    const after = await this.look(order);
    if (order.task !== null || !isChanged(order, after)) return after;
    const written = await dataSource.write(order, driver.rest(after));
    if (written) await this.#tell(order, written);
    // Others have changed it in the meantime: what they wrote is newer.
    return written ?? (await dataSource.findById(order._id)) ?? order;
  }

  /**
   * The order as its owners say it is; writes nothing. Those of whom a command still wants an answer are not asked, nor those who can
   * have nothing of it that is still to come.
   */
  async look(order: OrderRecord): Promise<OrderRecord> {
    const { bookings, clock, timeoutMs } = this.options;
    const now = clock.now();
    // The sweep is about to end it.
    if (order.state === 'HELD' && stateOf(order, now) === 'EXPIRED') return order;
    const silent = order.task?.open ?? [];
    const owners = cooperativesOf(order.legs.filter((leg) => mayStand(leg, now)));
    const asked = owners.filter((owner) => !silent.includes(owner));
    const books = await Promise.all(asked.map((owner) => bookings.read(order, owner, timeoutMs)));
    const known = books.filter((book) => book !== null);
    if (known.length === 0) return order;
    const apply = order.task === null ? applyBooks : showBooks;
    return apply(order, known, clock.now());
  }

  /** Logs what a person has to see to, once, and has the owner's other orders looked at. */
  async #tell(before: OrderRecord, after: OrderRecord): Promise<void> {
    const { dataSource, realClock, log } = this.options;
    const isNew = ({ disagreement }: OrderLegRecord, number: number): boolean =>
      disagreement != null && disagreement !== before.legs[number]?.disagreement;
    const legs = after.legs.map((leg, number) => ({ leg, number }));
    const found = legs.filter(({ leg, number }) => isNew(leg, number));
    for (const { leg, number } of found) {
      const { disagreement } = leg;
      const fields = {
        order: after._id,
        leg: number,
        cooperative: cooperativeOf(leg),
        disagreement,
      };
      log.warn(fields, 'An owner has a leg otherwise than its order.');
    }
    const isWide = ({ disagreement }: OrderLegRecord): boolean =>
      disagreement === 'NOT_KNOWN' ||
      disagreement === 'OTHER_STATE' ||
      disagreement === 'STILL_STANDING';
    const now = realClock.now();
    for (const owner of cooperativesOf(found.map(({ leg }) => leg).filter(isWide))) {
      if (now.getTime() - (this.#widened.get(owner) ?? -Infinity) < WIDE_LOOK_MS) continue;
      this.#widened.set(owner, now.getTime());
      await dataSource.lookSoon(owner, now);
    }
  }
}

/** Whether an owner may have something of a leg that is still to come, whatever is known here. */
function mayStand(leg: OrderLegRecord, now: Date): boolean {
  return isOpen(leg) || (leg.bookings.length > 0 && endOf(leg) > now) || leg.disagreement != null;
}
