import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { request } from 'undici';
import { eventually } from '../../support/eventually.js';
import type { FakeOwner, FakeOwners } from '../../support/fakes/owners.js';
import { units } from '../../support/unit.js';
import { openForEach, type OpenBooking } from '../opening.js';
import { BUYER, codes, leg, orderOf, type OrderAnswer, type RunningBooking } from '../support.js';
import { claimsOf, signerOf } from '../../support/fakes/hub-keys.js';

describe('an order while a cooperative fails', () => {
  let owners: FakeOwners;
  let booking: RunningBooking;
  let startAnother: OpenBooking['startAnother'];
  let karhu: FakeOwner;
  let lumo: FakeOwner;

  openForEach(['karhu', 'lumo'], (opened) => {
    ({ owners, booking, startAnother } = opened);
    karhu = owners.owner('karhu');
    lumo = owners.owner('lumo');
  });

  const both = [leg('karhu'), leg('lumo')];
  const nothingTaken = (): Promise<unknown> =>
    eventually(
      () => Promise.resolve([...karhu.ledger.taking(), ...lumo.ledger.taking()]),
      (taken) => taken.length === 0,
    );
  const orderIn = (state: string, id: string | undefined): Promise<OrderAnswer | null> =>
    eventually(
      async () => (await booking.order(id ?? '')).data.order,
      (order) => order?.state === state,
    );

  it.each(['hold', 'confirm'])('has one effect when the answer to %s is lost', async (act) => {
    karhu.fail('lost', `${act}Bookings`, 2);

    const placed = await booking.command('placeOrder', orderOf(both));

    expect(placed.order?.state).toBe('CONFIRMED');
    expect(karhu.commands.filter((name) => name === `${act}Bookings`)).toHaveLength(3);
    expect(karhu.ledger.effects.get(`${act}Bookings`)).toBe(1);
    expect(karhu.ledger.taking()).toHaveLength(1);
  });

  it('has one effect when the answer to cancel is lost', async () => {
    const { order } = await booking.command('placeOrder', orderOf(both));
    karhu.fail('lost', 'cancelBookings');

    const cancelled = await booking.command('cancelOrder', { orderId: order?.id });

    expect(cancelled.order?.state).toBe('CANCELLED');
    expect(karhu.ledger.effects.get('cancelBookings')).toBe(1);
  });

  it.each(['broken', 'nonsense', 'foreign'] as const)(
    'asks again when an answer is %s',
    async (fault) => {
      karhu.fail(fault, 'holdBookings');

      const placed = await booking.command('placeOrder', orderOf(both));

      expect(placed.order?.state).toBe('CONFIRMED');
      expect(karhu.ledger.effects.get('holdBookings')).toBe(1);
    },
  );

  it('is refused at once when a cooperative cannot be reached, and nothing stays', async () => {
    await lumo.close();
    const startedAt = performance.now();

    const placed = await booking.command('placeOrder', orderOf(both));

    expect(performance.now() - startedAt).toBeLessThan(units(11));
    expect(placed.order).toBeNull();
    expect(placed.userErrors).toMatchObject([
      { code: 'COOPERATIVE_UNAVAILABLE', field: ['legs', '1'] },
    ]);
    await nothingTaken();
  });

  it('is refused in time when a cooperative hangs, and a hold that comes late is not left behind', async () => {
    lumo.fail('hang', 'holdBookings', 9);
    const startedAt = performance.now();

    const placed = await booking.command('placeOrder', orderOf(both));

    expect(performance.now() - startedAt).toBeLessThan(units(25));
    expect(codes(placed)).toEqual(['COOPERATIVE_UNAVAILABLE']);
    await nothingTaken();
    await eventually(
      () => Promise.resolve(lumo.commands),
      (commands) => commands.includes('releaseBookings'),
    );
  });

  it('is not waited for where another has refused already', async () => {
    await booking.command('placeOrder', orderOf([leg('karhu')]));
    lumo.fail('hang', 'holdBookings', 9);
    const startedAt = performance.now();

    const placed = await booking.command('placeOrder', orderOf(both));

    expect(performance.now() - startedAt).toBeLessThan(units(11));
    expect(codes(placed)).toEqual(['SLOT_TAKEN']);
  });

  it('goes without the cooperative that hangs, where the buyer wants what can be had', async () => {
    lumo.fail('hang', '*', 9);

    const placed = await booking.command('placeOrder', orderOf(both, { policy: 'BEST_EFFORT' }));

    expect(codes(placed)).toEqual(['COOPERATIVE_UNAVAILABLE']);
    expect(placed.order?.state).toBe('CONFIRMED');
    expect(placed.order?.legs.map(({ state }) => state)).toEqual(['CONFIRMED', 'DECLINED']);
  });

  it('is pending while a confirmation is not answered, and confirmed when it is', async () => {
    lumo.fail('lost', 'confirmBookings', 99);

    const placed = await booking.command('placeOrder', orderOf(both));

    expect(placed.userErrors).toEqual([]);
    expect(placed.secret).not.toBeNull();
    expect(placed.order?.state).toBe('PENDING');
    expect(placed.order?.problem).toContain('lumo has not answered yet');
    lumo.mend();
    const order = await orderIn('CONFIRMED', placed.order?.id);
    expect(order?.problem).toBeNull();
    expect(lumo.ledger.effects.get('confirmBookings')).toBe(1);
  });

  it('is undone when the confirmation, at last answered, is refused', async () => {
    lumo.fail('broken', 'confirmBookings', 99);
    const placed = await booking.command('placeOrder', orderOf(both));
    expect(placed.order?.state).toBe('PENDING');
    for (const row of lumo.ledger.of(placed.order?.id ?? '')) row.state = 'EXPIRED';

    lumo.mend();

    await orderIn('EXPIRED', placed.order?.id);
    await nothingTaken();
  });

  it('can be called off while a confirmation is not answered', async () => {
    lumo.fail('lost', 'confirmBookings', 99);
    const { order } = await booking.command('placeOrder', orderOf(both));

    const cancelled = await booking.command('cancelOrder', { orderId: order?.id });

    expect(cancelled.order?.state).toBe('CANCELLED');
    await nothingTaken();
  });

  it('is called off at last where a cooperative was down', async () => {
    const { order } = await booking.command('placeOrder', orderOf(both));
    await lumo.close();

    const cancelled = await booking.command('cancelOrder', { orderId: order?.id });

    expect(cancelled.order?.state).toBe('PENDING');
    expect(cancelled.userErrors).toEqual([]);
    await lumo.listen();
    await orderIn('CANCELLED', order?.id);
    await nothingTaken();
  });

  it('stays as it is when the cooperative cannot be reached to move it', async () => {
    const { order } = await booking.command('placeOrder', orderOf(both));
    await lumo.close();

    const moved = await booking.command('moveOrder', {
      ...{ orderId: order?.id, leg: 1 },
      start: '2027-03-22T15:00:00Z',
    });

    expect(codes(moved)).toEqual(['COOPERATIVE_UNAVAILABLE']);
    const { data } = await booking.order(order?.id ?? '');
    expect(data.order).toMatchObject({ state: 'CONFIRMED', problem: null });
  });

  it('is moved once when the answer is lost', async () => {
    const { order } = await booking.command('placeOrder', orderOf(both));
    lumo.fail('lost', 'moveBookings');

    const moved = await booking.command('moveOrder', {
      ...{ orderId: order?.id, leg: 1 },
      start: '2027-03-22T15:00:00Z',
    });

    expect(moved.order?.legs[1]?.start).toBe('2027-03-22T15:00:00.000Z');
    expect(lumo.ledger.effects.get('moveBookings')).toBe(1);
  });

  it('signs what it asks owners, for each of them, and passes the request id on', async () => {
    const { url } = await startAnother({ signer: signerOf('booking') });

    const query = `mutation ($input: HoldOrderInput!) { holdOrder(input: $input) { secret } }`;
    const input = { idempotencyKey: randomUUID(), ...orderOf(both) };
    const headers = { 'content-type': 'application/json', 'x-request-id': 'from-the-gateway' };
    const body = JSON.stringify({ query, variables: { input } });
    await request(`${url}/graphql`, { method: 'POST', headers, body });

    expect(karhu.headers[0]).toMatchObject({ 'x-request-id': 'from-the-gateway' });
    expect(claimsOf(karhu.headers[0]?.['authorization'])).toMatchObject({
      ...{ iss: 'booking', aud: 'karhu', scope: 'book' },
    });
    expect(claimsOf(lumo.headers[0]?.['authorization'])).toMatchObject({ aud: 'lumo' });
  });

  describe('that answers calling off with no leg and no refusal, and does nothing', () => {
    const emptyFor = (command: string): void => {
      for (const owner of [karhu, lumo]) owner.fail('empty', command, 99);
    };

    it.each(['cancelOrder', 'cancelLeg'])('is not said to be called off by %s', async (name) => {
      const { order } = await booking.command('placeOrder', orderOf([leg('karhu')]));
      emptyFor('cancelBookings');
      const input = { orderId: order?.id, ...(name === 'cancelLeg' && { leg: 0 }) };

      const refused = await booking.command(name, input);

      expect(codes(refused)).toEqual(['INVALID_STATE']);
      const seen = (await booking.order(order?.id ?? '')).data.order;
      expect(seen).toMatchObject({ state: 'CONFIRMED', legs: [{ state: 'CONFIRMED' }] });
      karhu.mend();
      expect((await booking.command(name, input)).order?.state).toBe('CANCELLED');
      expect(karhu.ledger.taking()).toEqual([]);
    });

    it('is called off in part where one of two is so', async () => {
      const { order } = await booking.command('placeOrder', orderOf(both));
      karhu.fail('empty', 'cancelBookings', 99);

      const cancelled = await booking.command('cancelOrder', { orderId: order?.id });

      expect(cancelled.order?.legs.map(({ state }) => state)).toEqual(['CONFIRMED', 'CANCELLED']);
      expect(cancelled.order?.state).toBe('CONFIRMED');
    });

    it('waits for its books where they do not say how it stands', async () => {
      const { order } = await booking.command('placeOrder', orderOf([leg('karhu')]));
      emptyFor('cancelBookings');
      karhu.fail('error', 'readBookings', 99);

      const pending = await booking.command('cancelOrder', { orderId: order?.id });

      expect(pending.order?.state).toBe('PENDING');
      karhu.mend();
      await orderIn('CANCELLED', order?.id);
      expect(karhu.ledger.taking()).toEqual([]);
    });
  });

  describe('says why nothing could be had there', () => {
    const messagesOf = async (command: string, input: object): Promise<string[]> => {
      const fresh = await startAnother();
      const { userErrors } = await fresh.command(command, input);
      return userErrors.map(({ message }) => message);
    };
    const enrolment = { buyer: BUYER, channel: 'PHONE', leg: leg('karhu') };
    const wishes: [string, object][] = [
      ['placeOrder', orderOf([leg('karhu')])],
      ['holdOrder', orderOf([leg('karhu')])],
      ['enrol', enrolment],
    ];

    it.each(wishes)('that it is paused, to %s', async (command, input) => {
      owners.registry.set({ id: 'karhu', status: 'PAUSED' });
      expect(await messagesOf(command, input)).toEqual(['karhu is paused.']);
    });

    it('that it could not be reached', async () => {
      await karhu.close();
      const messages = await messagesOf('placeOrder', orderOf([leg('karhu')]));
      expect(messages).toEqual(['karhu could not be reached.']);
    });

    it.each(['error', 'nonsense'] as const)(
      'that its answer was of no use where that was %s',
      async (fault) => {
        karhu.fail(fault, 'holdBookings', 99);
        const messages = await messagesOf('placeOrder', orderOf([leg('karhu')]));
        expect(messages).toEqual(['karhu gave no usable answer.']);
      },
    );

    it('that it did not answer', async () => {
      karhu.fail('hang', 'holdBookings', 99);
      const messages = await messagesOf('placeOrder', orderOf([leg('karhu')]));
      expect(messages).toEqual(['karhu did not answer in time.']);
    });
  });
});
