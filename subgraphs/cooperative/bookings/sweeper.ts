import type { Clock } from '../../shared/clock.js';
import type { Logger } from '../../shared/logger.js';
import type { BookingCommand, Decision } from './booking-command.js';
import type { BookingDesk } from './booking-desk.js';
import type { Rows } from './scope-reader.js';
import { scopeOfRows } from './scope.js';
import type { StaffDataSource } from './staff-data-source.js';

const EVERY_MS = 30_000;
const KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;
const MOST_AT_ONCE = 500;

/**
 * Writes down what time alone has changed: holds that ran out, and who has moved up in their place. Nobody depends on it, as
 * everybody judges by the clock; it keeps the database small and tells those who wait.
 */
export class Sweeper {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly desk: BookingDesk,
    private readonly staff: StaffDataSource,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  /** Sweeps every half minute from now on. Does not keep the process alive. */
  start(): void {
    this.#timer = setInterval(() => {
      this.#running = this.#running.then(() =>
        this.sweep().catch((error: unknown) => {
          this.log.warn({ err: error }, 'Sweeping failed; it is tried again later.');
        }),
      );
    }, EVERY_MS).unref();
  }

  /** Ends when the sweep that runs has ended. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Once, now. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    const bookings = await this.staff.findRunOut(MOST_AT_ONCE, now);
    for (const resource of new Set(bookings.map((booking) => booking.resource))) {
      const own = bookings.filter((booking) => booking.resource === resource);
      await this.desk.execute(settling({ bookings: own, waiting: [] }));
    }
    const waiting = await this.staff.findWaiting(null, now);
    for (const service of new Set(waiting.map((entry) => entry.service))) {
      const own = { bookings: [], waiting: waiting.filter((entry) => entry.service === service) };
      // Rarely is there anything to do: looking first spares the database the writing.
      if (await this.desk.isUnsettled(own)) await this.desk.execute(settling(own));
    }
    const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
    while ((await this.staff.forgetNotes(before, MOST_AT_ONCE)) === MOST_AT_ONCE);
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
