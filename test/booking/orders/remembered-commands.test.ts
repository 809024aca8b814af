import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import type { StoredOrder } from '../../../subgraphs/booking/store/collections.js';
import { openFreshDatabase } from '../../support/database.js';
import { startFakeOwners, type FakeOwners } from '../../support/fakes/owners.js';
import { codes, leg, orderOf, startBooking, TestClock, type RunningBooking } from '../support.js';

describe('the commands that an order remembers', () => {
  let database: Database;
  let owners: FakeOwners;
  let booking: RunningBooking;

  beforeAll(async () => {
    database = await openFreshDatabase();
    const clock = new TestClock();
    owners = await startFakeOwners(['karhu'], clock);
    booking = await startBooking(database, owners, clock);
  });
  afterAll(async () => {
    await booking.close();
    await owners.close();
    await database.close();
  });

  it('are known after many others, and no more of them are taken than it can remember', async () => {
    const { order } = await booking.command('placeOrder', orderOf([leg('karhu')]));
    const orderId = order?.id ?? '';
    const to = (hour: number) => ({ orderId, start: `2027-03-22T${hour}:00:00Z` });
    const first = { ...to(12), idempotencyKey: randomUUID() };
    await booking.command('moveOrder', first);
    await booking.command('moveOrder', to(14));
    const others = Array.from({ length: 497 }, (_item, index) => ({
      ...{ keyHash: String(index), bodyHash: '' },
      outcome: { isEffective: true, userErrors: [] },
    }));
    await database.connection
      .collection<StoredOrder>('orders')
      .updateOne({ _id: orderId }, { $push: { commands: { $each: others } } });

    const last = await booking.command('confirmOrder', { orderId });
    const repeated = await booking.command('moveOrder', first);
    const another = await booking.command('confirmOrder', { orderId });

    expect(last.userErrors).toEqual([]);
    expect(repeated.userErrors).toEqual([]);
    expect(repeated.order?.legs[0]?.start).toBe('2027-03-22T14:00:00.000Z');
    expect(codes(another)).toEqual(['INVALID_STATE']);
    expect(owners.owner('karhu').ledger.effects.get('moveBookings')).toBe(2);
  });

  it('are the same whether a field is null or left out', async () => {
    const input = { idempotencyKey: randomUUID(), ...orderOf([leg('karhu', 18)]) };
    const made = await booking.command('holdOrder', input);

    const buyer = { ...input.buyer, email: null, organisationId: null };
    const repeated = await booking.command('holdOrder', { ...input, buyer, leadCooperative: null });

    expect(repeated).toEqual(made);
    expect(made.order?.state).toBe('HELD');
  });
});
