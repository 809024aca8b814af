import { KEPT_DAYS } from '../../../../schema/privacy.js';
import type { Clock } from '../../../shared/process/clock.js';
import type { AuditLog } from '../../../shared/privacy/audit-log.js';
import { DAY_MS } from '../../../shared/words/dates.js';
import type { Logger } from '../../../shared/process/logger.js';
import type { BookingCommand, Decision } from '../decide/booking-command.js';
import type { BookingDesk } from './booking-desk.js';
import { type Rows, scopeOfRows } from '../rules/scope.js';
import type { StaffDataSource } from '../rows/staff-data-source.js';

/** Keeps people forgotten who were. */
interface Forgetting {
  repeat(): Promise<void>;
  forgetErasures(before: Date): Promise<void>;
}

export interface SweeperOptions {
  readonly desk: BookingDesk;
  readonly staff: StaffDataSource;
  readonly persons: Forgetting;
  readonly audit: Pick<AuditLog, 'forget'>;
  readonly clock: Clock;
  readonly log: Logger;
}

const EVERY_MS = 30_000;
const MOST_AT_ONCE = 500;

/**
 * Writes down what time alone has changed: holds that ran out, and who has moved up in their place. Nobody depends on it, as
 * everybody judges by the clock; it keeps the database small, tells those who wait, and forgets for whom old bookings were.
 */
export class Sweeper {
  #timer: NodeJS.Timeout | undefined;
  /** By the clock; null before the first time. */
  #forgottenAt: Date | null = null;
  /** Null while no sweep runs. */
  #running: Promise<void> | null = null;

  constructor(private readonly options: SweeperOptions) {}

  /** Sweeps every half minute from now on. Does not keep the process alive. */
  start(): void {
    this.#timer = setInterval(() => void this.sweep(), EVERY_MS).unref();
  }

  /** Ends when the sweep that runs has ended. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Once, now, or together with the sweep that runs already. What fails is logged, and stops nothing else. */
  sweep(): Promise<void> {
    this.#running ??= this.#sweepAll().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #sweepAll(): Promise<void> {
    const now = this.options.clock.now();
    await this.#attempt({ step: 'expiry' }, () => this.#settleBookings(now));
    await this.#attempt({ step: 'waiting' }, () => this.#settleWaiting(now));
    await this.#attempt({ step: 'forgetting' }, () => this.#forget(now));
    await this.#attempt({ step: 'forgetting once a day' }, () => this.#forgetDaily(now));
  }

  async #settleBookings(now: Date): Promise<void> {
    const bookings = await this.options.staff.findRunOut(MOST_AT_ONCE, now);
    for (const resource of new Set(bookings.map((booking) => booking.resource))) {
      const own = bookings.filter((booking) => booking.resource === resource);
      await this.#attempt({ resource }, () =>
        this.options.desk.execute(settling({ bookings: own, waiting: [] })),
      );
    }
  }

  async #settleWaiting(now: Date): Promise<void> {
    const waiting = await this.options.staff.findWaiting(null, now);
    for (const service of new Set(waiting.map((entry) => entry.service))) {
      const own = { bookings: [], waiting: waiting.filter((entry) => entry.service === service) };
      await this.#attempt({ service }, async () => {
        // Rarely is there anything to do: looking first spares the database the writing.
        if (await this.options.desk.isUnsettled(own))
          await this.options.desk.execute(settling(own));
      });
    }
  }

  async #forget(now: Date): Promise<void> {
    const before = new Date(now.getTime() - KEPT_DAYS.passing * DAY_MS);
    await this.options.staff.forgetWaiting(before);
    while ((await this.options.staff.forgetNotes(before, MOST_AT_ONCE)) === MOST_AT_ONCE);
  }

  /** Once a day: all old bookings are looked at for it. */
  async #forgetDaily(now: Date): Promise<void> {
    const last = this.#forgottenAt;
    if (last !== null && now.getTime() - last.getTime() < DAY_MS) return;
    const { staff, persons, audit } = this.options;
    await audit.forget();
    await persons.repeat();
    await persons.forgetErasures(new Date(now.getTime() - KEPT_DAYS.erasure * DAY_MS));
    await staff.forgetCustomers(new Date(now.getTime() - KEPT_DAYS.order * DAY_MS));
    this.#forgottenAt = now;
  }

  /** @param of - What is attempted, for the log. */
  async #attempt(of: object, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.options.log.warn({ err: error, ...of }, 'Sweeping failed; it is tried again later.');
    }
  }
}

/** Changes nothing but what has come about where these are. */
function settling(rows: Rows): BookingCommand<Decision> {
  const refuse = () => ({ userErrors: [] });
  return {
    record: null,
    orderId: null,
    bookingId: null,
    refuse,
    scopeOf: (rulebook) => scopeOfRows(rulebook, rows),
    decide: refuse,
  };
}
