import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { eventually } from '../../support/eventually.js';
import { openFreshDatabase } from '../../support/database.js';
import { startFakeOwners, type FakeOwners } from '../../support/fakes/owners.js';
import { openForEach } from '../opening.js';
import { codes, leg, orderOf, startBooking, TestClock, type RunningBooking } from '../support.js';

describe('a command on orders that is sent again', () => {
  let owners: FakeOwners;
  let booking: RunningBooking;
  let other: RunningBooking;

  openForEach(['karhu', 'lumo'], async (opened) => {
    ({ owners, booking } = opened);
    other = await opened.startAnother();
  });

  it('gives one order and one answer to twenty at once, over two processes', async () => {
    const input = { idempotencyKey: randomUUID(), ...orderOf([leg('karhu'), leg('lumo')]) };
    const askers = Array.from({ length: 20 }, (_item, index) => (index % 2 ? booking : other));

    const answers = await Promise.all(askers.map((one) => one.command('placeOrder', input)));
    const decided = await eventually(
      () => booking.command('placeOrder', input),
      ({ order }) => order?.state !== 'PENDING',
    );

    expect(new Set(answers.map(({ order }) => order?.id)).size).toBe(1);
    expect(new Set([...answers, decided].map(({ secret }) => secret)).size).toBe(1);
    expect(decided.order).toMatchObject({ id: answers[0]?.order?.id, state: 'CONFIRMED' });
    expect(answers.every(({ order }) => /CONFIRMED|PENDING/.test(order?.state ?? ''))).toBe(true);
    expect(owners.owner('karhu').ledger.effects.get('holdBookings')).toBe(1);
  });

  it('is refused the same way', async () => {
    await booking.command('placeOrder', orderOf([leg('karhu')]));
    const input = { idempotencyKey: randomUUID(), ...orderOf([leg('karhu')]) };

    const first = await booking.command('placeOrder', input);
    const second = await other.command('placeOrder', input);

    expect(codes(first)).toEqual(['SLOT_TAKEN']);
    expect(second).toEqual(first);
  });

  it('conflicts when its input or its act is another', async () => {
    const input = { idempotencyKey: randomUUID(), ...orderOf([leg('karhu')]) };
    const { order } = await booking.command('holdOrder', input);

    const moved = { ...input, ...orderOf([leg('karhu', 12)]) };
    expect(codes(await booking.command('holdOrder', moved))).toEqual(['IDEMPOTENCY_CONFLICT']);
    expect(codes(await booking.command('placeOrder', input))).toEqual(['IDEMPOTENCY_CONFLICT']);
    const action = { idempotencyKey: randomUUID(), orderId: order?.id };
    await booking.command('extendHold', action);
    expect(codes(await booking.command('confirmOrder', action))).toEqual(['IDEMPOTENCY_CONFLICT']);
  });

  it('moves an order once, though it was moved elsewhere in between', async () => {
    const { order } = await booking.command('placeOrder', orderOf([leg('karhu')]));
    const to = (hour: number) => ({
      ...{ idempotencyKey: randomUUID(), orderId: order?.id },
      start: `2027-03-22T${hour}:00:00Z`,
    });
    const first = to(12);
    await booking.command('moveOrder', first);
    await booking.command('moveOrder', to(14));

    const repeated = await other.command('moveOrder', first);

    expect(repeated.userErrors).toEqual([]);
    expect(repeated.order?.legs[0]?.start).toBe('2027-03-22T14:00:00.000Z');
  });

  it('runs different commands on one order one after the other', async () => {
    const { order } = await booking.command('holdOrder', orderOf([leg('karhu'), leg('lumo')]));
    const action = { orderId: order?.id };

    const [confirmed, cancelled] = await Promise.all([
      booking.command('confirmOrder', action),
      other.command('cancelOrder', action),
    ]);

    expect(cancelled.order?.state).toBe('CANCELLED');
    expect(codes(confirmed).every((code) => code === 'INVALID_STATE')).toBe(true);
    expect(owners.owner('karhu').ledger.taking()).toEqual([]);
    expect(owners.owner('lumo').ledger.taking()).toEqual([]);
  });
});

/** What can be done to an order, and what that takes beside its id. */
const COMMANDS = {
  confirmOrder: {},
  extendHold: {},
  cancelOrder: {},
  cancelLeg: { leg: 0 },
  moveOrder: { start: '2027-03-22T18:00:00Z' },
};

describe('the secret of an order', () => {
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

  it('lets its holder read and change it, and nobody else of the public', async () => {
    const { order, secret } = await booking.command('holdOrder', orderOf([leg('karhu')]));
    const id = order?.id ?? '';

    expect((await booking.order(id, secret)).data.order?.state).toBe('HELD');
    for (const given of [null, '', 'x'.repeat(22)]) {
      const answer = await booking.order(id, given);
      expect(answer.data.order).toBeNull();
      expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
      for (const [name, more] of Object.entries(COMMANDS)) {
        const refused = await booking.command(name, { orderId: id, secret: given, ...more });
        expect(refused).toMatchObject({
          order: null,
          userErrors: [{ code: 'FORBIDDEN', field: ['secret'], retry: false }],
        });
      }
    }
    const confirmed = await booking.command('confirmOrder', { orderId: id, secret });
    expect(confirmed.order?.state).toBe('CONFIRMED');
  });

  it('is not in the database, nor is the key', async () => {
    const idempotencyKey = randomUUID();
    const input = { idempotencyKey, ...orderOf([leg('karhu', 14)]) };
    const { secret } = await booking.command('holdOrder', input);

    const stored = JSON.stringify(await database.connection.collection('orders').find().toArray());

    expect(secret).toMatch(/^[\w-]{22}$/);
    expect(stored).not.toContain(secret ?? '');
    expect(stored).not.toContain(idempotencyKey);
  });

  it('is of no use for an order that there is not', async () => {
    expect((await booking.order('nobody', 'x')).data.order).toBeNull();
    const answer = await booking.command('confirmOrder', { orderId: 'nobody' });
    expect(answer.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['orderId'] }]);
  });
});
