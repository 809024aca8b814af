import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { exportCooperative } from '../../../subgraphs/cooperative/data-source/export-file.js';
import { bookableFile, Desk, statesOf } from '../../cooperative/bookings/support.js';
import { signerOf } from '../../support/fakes/hub-keys.js';
import { startCooperative, type Json, type RunningCooperative } from '../../cooperative/support.js';
import { openFreshDatabase } from '../../support/database.js';
import { eventually } from '../../support/eventually.js';
import { startFakeRegistry, type FakeRegistry } from '../../support/fakes/registry.js';
import {
  leg,
  orderOf,
  startBooking,
  TestClock,
  type OrderAnswer,
  type RunningBooking,
} from '../support.js';

describe('an order of a real cooperative', () => {
  const clock = Object.assign(new TestClock(), { set: () => undefined });
  let database: Database;
  let registry: FakeRegistry;
  let booking: RunningBooking;
  let karhu: RunningCooperative;
  let running: RunningCooperative[];

  beforeEach(async () => {
    running = [];
    registry = await startFakeRegistry();
    await moveTo(bookableFile());
    database = await openFreshDatabase();
    const owners = {
      ...{ registry, ids: ['karhu'] },
      owner: () => {
        throw new Error('They are real ones.');
      },
      close: () => Promise.resolve(),
    };
    booking = await startBooking(database, owners, clock, {
      registryPollMs: 20,
      signer: signerOf('booking'),
    });
  });
  afterEach(async () => {
    await booking.close();
    for (const one of running) await one.close();
    await registry.close();
    await database.close();
  });

  /** Starts it anew at another address, on an empty database that takes the file. */
  async function moveTo(file: Json): Promise<void> {
    karhu = await startCooperative({ clock });
    running.push(karhu);
    const { userErrors } = await karhu.import(file);
    expect(userErrors).toEqual([]);
    registry.set({ id: 'karhu', url: `${karhu.url}/graphql` });
  }
  const exported = async (): Promise<Json> =>
    JSON.parse(JSON.stringify(await exportCooperative(karhu.server.dataSource))) as Json;
  const make = async (command: 'holdOrder' | 'placeOrder') => {
    const { order, secret } = await booking.command(command, orderOf([leg('karhu')]));
    return { orderId: order?.id ?? '', secret };
  };
  const read = async (made: { orderId: string; secret: string | null }) =>
    (await booking.order(made.orderId, made.secret ?? '')).data.order;
  const becomes = (
    made: { orderId: string; secret: string | null },
    isIt: (order: OrderAnswer | null) => boolean,
  ): Promise<OrderAnswer | null> => eventually(() => read(made), isIt);
  const here = async (orderId: string): Promise<string[]> =>
    statesOf(await new Desk(karhu).read(orderId));

  it('goes on where it was moved to: it is confirmed, moved and called off by its customer', async () => {
    const made = await make('holdOrder');
    const file = await exported();
    await karhu.close();
    running.pop();
    await moveTo(file);
    await becomes(made, (order) => (order?.legs[0]?.problem ?? null) === null);

    const confirmed = await booking.command('confirmOrder', made);
    const start = '2027-03-22T12:00:00.000Z';
    const moved = await booking.command('moveOrder', { ...made, leg: 0, start });
    const seen = await read(made);
    const cancelled = await booking.command('cancelOrder', made);

    expect([confirmed, moved, cancelled].map(({ order }) => order?.state)).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'CANCELLED',
    ]);
    expect(seen?.legs[0]).toMatchObject({ state: 'CONFIRMED', start, problem: null });
    expect(await here(made.orderId)).toEqual(['CANCELLED']);
  });

  it('is told to be unknown there, and stands, where a backup from before it was made is restored', async () => {
    const file = await exported();
    const made = await make('placeOrder');
    await moveTo(file);

    const seen = await becomes(made, (order) => (order?.legs[0]?.problem ?? null) !== null);
    const cancelled = await booking.command('cancelOrder', made);

    expect(seen).toMatchObject({ state: 'CONFIRMED', legs: [{ state: 'CONFIRMED' }] });
    expect(cancelled.order?.state).toBe('CANCELLED');
    expect(await here(made.orderId)).toEqual([]);
  });

  it('is confirmed there once more where a backup from before it was confirmed is restored', async () => {
    const made = await make('holdOrder');
    const file = await exported();
    await booking.command('confirmOrder', made);
    await moveTo(file);

    await eventually(
      async () => {
        await read(made);
        return here(made.orderId);
      },
      ([state]) => state === 'CONFIRMED',
    );

    expect(await becomes(made, (order) => order?.problem === null)).toMatchObject({
      state: 'CONFIRMED',
      legs: [{ state: 'CONFIRMED', problem: null }],
    });
  });

  it('is called off there once more where a backup from before it was called off is restored', async () => {
    const made = await make('placeOrder');
    const file = await exported();
    await booking.command('cancelOrder', made);
    await moveTo(file);
    expect(await here(made.orderId)).toEqual(['CONFIRMED']);

    await eventually(
      async () => {
        const { order } = await booking.command('cancelOrder', made);
        return order?.state === 'CANCELLED' ? here(made.orderId) : [];
      },
      ([state]) => state === 'CANCELLED',
    );

    expect(await new Desk(karhu).starts('2027-03-22')).toContain('12:00 1');
  });

  it('is found out by the new address alone, though nobody reads it', async () => {
    const made = await make('placeOrder');
    const file = await exported();
    await booking.command('cancelOrder', made);

    await moveTo(file);

    await eventually(
      () => here(made.orderId),
      ([state]) => state === 'CANCELLED',
    );
  });
});
