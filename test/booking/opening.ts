import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import type { BookingServerOptions } from '../../subgraphs/booking/server.js';
import type { Database } from '../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../support/database.js';
import { startFakeOwners, type FakeOwners } from '../support/fakes/owners.js';
import { forgetOrders, startBooking, TestClock, type RunningBooking } from './support.js';

/** What a test about orders works with. */
export interface OpenBooking {
  readonly database: Database;
  readonly clock: TestClock;
  readonly owners: FakeOwners;
  readonly booking: RunningBooking;
  /** Another process beside it, which ends with the test too. */
  readonly startAnother: (options?: Partial<BookingServerOptions>) => Promise<RunningBooking>;
}

/**
 * Opens a database for the tests of a block, and for each of them fake cooperatives and a booking process between them.
 * @param take - Is given what was opened, before each test.
 */
export function openForEach(
  cooperatives: readonly string[],
  take: (opened: OpenBooking) => void | Promise<void>,
  options: Partial<BookingServerOptions> = {},
): void {
  let database: Database;
  let owners: FakeOwners;
  let running: RunningBooking[] = [];

  beforeAll(async () => {
    database = await openFreshDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    const clock = new TestClock();
    owners = await startFakeOwners(cooperatives, clock);
    running = [];
    const startAnother = async (more?: Partial<BookingServerOptions>): Promise<RunningBooking> => {
      const started = await startBooking(database, owners, clock, more);
      running.push(started);
      return started;
    };
    const booking = await startAnother(options);
    await take({ database, clock, owners, booking, startAnother });
  });
  afterEach(async () => {
    for (const one of running) await one.close();
    await owners.close();
    await forgetOrders(database);
  });
}
