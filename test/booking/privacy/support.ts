import type { Asker } from '../../../subgraphs/shared/identity/policy/rule.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import type { Closable } from '../../../subgraphs/shared/process/process.js';
import type { BookingServerOptions } from '../../../subgraphs/booking/server.js';
import { bookableFile, MONDAY } from '../../cooperative/bookings/support.js';
import { startCooperative, type RunningCooperative } from '../../cooperative/support.js';
import type { RegistryEntry } from '../../../subgraphs/shared/owners/endpoint-table.js';
import { eventually } from '../../support/eventually.js';
import { openFreshDatabase } from '../../support/database.js';
import { asking, signerOf, verifierOf } from '../../support/fakes/hub-keys.js';
import { startFakeOwners, type FakeOwners } from '../../support/fakes/owners.js';
import { BUYER, orderOf, startBooking, TestClock, type RunningBooking } from '../support.js';

/** Somebody, in every way of writing that means the same. */
export const ANNA = { email: 'Anna.Virtanen@example.org', phone: '+358 40 123 4567' };
const DIALLED = '040 1234567';

/** A booking process with one cooperative that is real, karhu. */
export interface BookedAnna extends Closable {
  readonly database: Database;
  readonly clock: TestClock;
  readonly owners: FakeOwners;
  readonly booking: RunningBooking;
  readonly karhu: RunningCooperative;
  /** Asks the booking process as the gateway does in somebody's name. */
  ask<Data>(asker: Asker, query: string, variables: object): Promise<Answered<Data>>;
  /** Has Anna order at karhu. @returns Id and secret. */
  order(buyer?: object, hour?: number): Promise<{ readonly id: string; readonly secret: string }>;
  /** Has the registry name a cooperative so, and the booking process know it. */
  register(entry: Partial<RegistryEntry> & { readonly id: string }): Promise<void>;
  /** As it was at first, with one process, but for the clock. */
  forgetAll(): Promise<void>;
  /** Starts another booking process on the same database. */
  startAnother(): Promise<RunningBooking>;
}

export interface Answered<Data> {
  readonly data: Data | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

const FILE = bookableFile({
  contact: { email: ANNA.email, url: 'https://karhu.example.org' },
  members: [
    {
      ...{ id: 'm1', name: 'Anna', email: ANNA.email.toLowerCase(), phone: DIALLED },
      ...{ languages: ['fi'], public: ['name'] },
    },
    { id: 'm2', name: 'Pentti', phone: '+46 40 1234567' },
  ],
});

/** Keeps what stands in these collections. @returns What puts it back there, and nothing else, and tells which of them held anything. */
export async function backUp(
  { connection }: Database,
  names: readonly string[],
): Promise<() => Promise<string[]>> {
  const backup = await Promise.all(
    names.map(async (name) => [name, await connection.collection(name).find().toArray()] as const),
  );
  return async () => {
    for (const [name, rows] of backup) {
      await connection.collection(name).deleteMany({});
      if (rows.length > 0) await connection.collection(name).insertMany(rows);
    }
    return backup.flatMap(([name, rows]) => (rows.length > 0 ? [name] : []));
  };
}

export async function startBookedAnna(
  options: Partial<BookingServerOptions> = {},
): Promise<BookedAnna> {
  const clock = new TestClock();
  const database = await openFreshDatabase();
  const karhu = await startCooperative({ verifier: verifierOf('karhu') });
  karhu.clock.set(clock.now().toISOString());
  const owners = await startFakeOwners([], clock);
  owners.registry.set({ id: 'karhu', url: `${karhu.url}/graphql` });
  const start = () =>
    startBooking(database, owners, clock, {
      ...{ signer: signerOf('booking'), verifier: verifierOf('booking') },
      ...{ registryPollMs: 50, lookEveryMs: 100, ...options },
    });
  const booking = await start();
  const running: Closable[] = [booking];
  const forgetAll = async (): Promise<void> => {
    for (const another of running.splice(1)) await another.close();
    // What karhu still has the booking process would learn anew.
    for (const name of ['bookings', 'waiting', 'commands', 'erasures', 'audit']) {
      await karhu.database.connection.collection(name).deleteMany({});
    }
    for (const name of ['orders', 'requests', 'erasures', 'erasure_turns', 'audit']) {
      await database.connection.collection(name).deleteMany({});
    }
    await karhu.import(FILE);
  };
  return {
    ...{ database, clock, owners, booking, karhu, forgetAll },
    register: async (entry) => {
      const { registry } = owners;
      const before = registry.answered.length;
      registry.set(entry);
      // It asks again once it has taken the answer in.
      await eventually(
        () => Promise.resolve(registry.answered.slice(before)),
        (since) => since.includes(200) && since.at(-1) === 304,
      );
    },
    ask: async ({ caller }, query, variables) => {
      const body = JSON.stringify({ query, variables });
      const signed = asking('booking', body, caller);
      const response = await fetch(`${booking.url}/graphql`, {
        ...{ method: 'POST', body },
        headers: { 'content-type': 'application/json', ...signed },
      });
      return (await response.json()) as never;
    },
    order: async (buyer = {}, hour = 7) => {
      const start = `${MONDAY}T0${hour}:00:00Z`;
      const { order, secret, userErrors } = await booking.command(
        'placeOrder',
        orderOf([{ serviceId: 'karhu:siivous', start, minutes: 60 }], {
          buyer: { ...BUYER, email: ANNA.email, ...buyer },
        }),
      );
      if (!order || secret === null) throw new Error(JSON.stringify(userErrors));
      return { id: order.id, secret };
    },
    startAnother: async () => {
      const another = await start();
      running.push(another);
      return another;
    },
    close: async () => {
      for (const one of running) await one.close();
      await owners.close();
      await karhu.close();
      await database.close();
    },
  };
}
