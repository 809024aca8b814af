import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../../support/database.js';
import { startFakeOwners, type FakeOwners } from '../../support/fakes/owners.js';
import {
  BUYER,
  leg,
  orderOf,
  startBooking,
  TestClock,
  type RunningBooking,
  type UserErrorAnswer,
} from '../support.js';

const PHONE = '+358 2 000 0101';

describe('an order of a cooperative that takes no bookings over the network', () => {
  let database: Database;
  let owners: FakeOwners;
  let booking: RunningBooking;

  beforeEach(async () => {
    database = await openFreshDatabase();
    const clock = new TestClock();
    owners = await startFakeOwners(['karhu', 'lumo'], clock);
    const { url } = owners.owner('karhu');
    owners.registry.set({ id: 'karhu', url, takesBookings: false, phone: PHONE });
    booking = await startBooking(database, owners, clock);
  });
  afterEach(async () => {
    await booking.close();
    await owners.close();
    await database.close();
  });
  const refusal = (field: readonly string[]) => ({
    code: 'PHONE_ONLY',
    message: `karhu takes no bookings over the network: call ${PHONE}.`,
    ...{ field, alternatives: [], retry: true },
  });
  const asked = (): string[] =>
    ['karhu', 'lumo'].flatMap((id) => owners.owner(id).commands.map((name) => `${id} ${name}`));

  it.each(['holdOrder', 'placeOrder'])('is refused by %s at once, whole', async (name) => {
    for (const policy of ['ALL_OR_NOTHING', 'BEST_EFFORT']) {
      const order = orderOf([leg('lumo'), leg('karhu')], { policy });

      const { order: made, userErrors } = await booking.command(name, order);

      expect(made).toBeNull();
      expect(userErrors).toEqual([refusal(['legs', '1', 'serviceId'])]);
    }
    expect(asked()).toEqual([]);
  });

  it('is refused by enrol and placeSeries', async () => {
    const enrolled = await booking.command('enrol', {
      ...{ buyer: BUYER, channel: 'PHONE', leg: leg('karhu') },
    });
    const { data } = await booking.ask<{ placeSeries: { userErrors: UserErrorAnswer[] } }>(
      `mutation ($input: PlaceSeriesInput!) { placeSeries(input: $input) {
        userErrors { code message field alternatives retry } } }`,
      {
        input: {
          ...{ idempotencyKey: randomUUID(), buyer: BUYER, channel: 'WEB' },
          ...{ serviceId: 'karhu:siivous', start: '2027-03-15T07:00:00Z', minutes: 60 },
          until: '2027-04-05',
        },
      },
    );

    expect(enrolled.userErrors).toEqual([refusal(['leg', 'serviceId'])]);
    expect(data.placeSeries.userErrors).toEqual([refusal(['serviceId'])]);
    expect(asked()).toEqual([]);
  });

  it('leaves its key for when it takes them', async () => {
    const command = { idempotencyKey: 'once', ...orderOf([leg('karhu')]) };
    await booking.command('placeOrder', command);
    await booking.close();
    owners.registry.set({ id: 'karhu', takesBookings: true, phone: null });
    booking = await startBooking(database, owners, new TestClock());

    const { order, userErrors } = await booking.command('placeOrder', command);

    expect(userErrors).toEqual([]);
    expect(order?.state).toBe('CONFIRMED');
  });

  it('is not refused what was agreed before', async () => {
    owners.registry.set({ id: 'karhu', takesBookings: true, phone: null });
    await booking.close();
    booking = await startBooking(database, owners, new TestClock());
    const command = { idempotencyKey: 'before', ...orderOf([leg('karhu')]) };
    const before = await booking.command('placeOrder', command);
    owners.registry.set({ id: 'karhu', takesBookings: false, phone: PHONE });
    await booking.close();
    booking = await startBooking(database, owners, new TestClock());

    expect(await booking.command('placeOrder', command)).toEqual(before);
    const cancelled = await booking.command('cancelOrder', { orderId: before.order?.id });
    expect(cancelled.order?.state).toBe('CANCELLED');
  });
});
