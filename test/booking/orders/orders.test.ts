import { describe, expect, it } from '@jest/globals';
import { eventually } from '../../support/eventually.js';
import type { FakeOwners } from '../../support/fakes/owners.js';
import { openForEach } from '../opening.js';
import { BUYER, codes, leg, orderOf, TestClock, type RunningBooking } from '../support.js';

describe('an order over several cooperatives', () => {
  let clock: TestClock;
  let owners: FakeOwners;
  let booking: RunningBooking;

  openForEach(['karhu', 'lumo', 'tuki'], (opened) => {
    ({ clock, owners, booking } = opened);
  });

  const stateAt = (id: string, order: string | undefined): string[] =>
    owners
      .owner(id)
      .ledger.of(order ?? '')
      .map(({ state }) => state);
  const nothingTaken = (...ids: readonly string[]): Promise<unknown> =>
    eventually(
      () => Promise.resolve(ids.flatMap((id) => owners.owner(id).ledger.taking())),
      (taken) => taken.length === 0,
    );
  const three = [leg('karhu'), leg('lumo'), leg('tuki'), leg('karhu', 12)];

  it('is held everywhere, then confirmed everywhere, each owner asked once', async () => {
    const held = await booking.command('holdOrder', orderOf(three));

    expect(held.userErrors).toEqual([]);
    expect(held.order).toMatchObject({ state: 'HELD', expiresAt: '2027-03-01T08:15:00.000Z' });
    expect(held.order?.reference).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/);
    expect(held.order?.legs.map(({ title }) => title)).toEqual(
      Array(4).fill({ text: 'Siivous', language: 'fi' }),
    );
    const action = { orderId: held.order?.id, secret: held.secret };

    const confirmed = await booking.command('confirmOrder', action);

    expect(confirmed).toMatchObject({ userErrors: [], secret: null });
    expect(confirmed.order).toMatchObject({ state: 'CONFIRMED', expiresAt: null, problem: null });
    expect(confirmed.order?.total).toEqual([
      { amount: '140.56', net: '112.00', vat: '28.56', currency: 'EUR' },
    ]);
    expect(stateAt('karhu', held.order?.id)).toEqual(['CONFIRMED', 'CONFIRMED']);
    expect(owners.owner('karhu').commands).toEqual(['holdBookings', 'confirmBookings']);
  });

  it('says that the buyer’s municipality has merged into another, which was asked for', async () => {
    const buyer = { ...BUYER, municipality: 'FI-413' };

    const placed = await booking.command('placeOrder', orderOf([leg('karhu')], { buyer }));

    expect(placed.order?.state).toBe('CONFIRMED');
    expect(placed.order?.history.map(({ text }) => text)).toContain(
      'The municipality FI-413 has merged into FI-609, which is asked for.',
    );
  });

  it('is not made when one owner refuses, and what others held is given back', async () => {
    await booking.command('placeOrder', orderOf([leg('tuki')]));

    const refused = await booking.command('placeOrder', orderOf(three));

    expect(refused).toMatchObject({ order: null, secret: null });
    expect(refused.userErrors).toEqual([
      expect.objectContaining({
        code: 'SLOT_TAKEN',
        field: ['legs', '2', 'start'],
        alternatives: ['2027-03-22T11:00:00.000Z'],
      }),
    ]);
    await nothingTaken('karhu', 'lumo');
  });

  it('is ordered as far as it can be had, where the buyer wants that', async () => {
    await booking.command('placeOrder', orderOf([leg('tuki')]));

    const placed = await booking.command('placeOrder', orderOf(three, { policy: 'BEST_EFFORT' }));

    expect(codes(placed)).toEqual(['SLOT_TAKEN']);
    expect(placed.order?.state).toBe('CONFIRMED');
    expect(placed.order?.legs.map(({ state }) => state)).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'DECLINED',
      'CONFIRMED',
    ]);
    expect(placed.order?.legs[2]?.problem).toContain('SLOT_TAKEN');
    expect(placed.order?.total[0]?.net).toBe('84.00');
  });

  it('adds euros and kronor up apart', async () => {
    owners.owner('lumo').currency = 'SEK';
    owners.owner('lumo').netMinor = 30_000;

    const placed = await booking.command('placeOrder', orderOf([leg('karhu'), leg('lumo')]));

    expect(placed.order?.total).toEqual([
      { amount: '35.14', net: '28.00', vat: '7.14', currency: 'EUR' },
      { amount: '376.50', net: '300.00', vat: '76.50', currency: 'SEK' },
    ]);
  });

  it('divides a cost so that the parts add up to it', async () => {
    const costShares = ['karhu', 'lumo', 'tuki'].map((cooperative, index) => ({
      cooperative,
      percent: index === 0 ? '33.34' : '33.33',
    }));

    const placed = await booking.command('placeOrder', orderOf([leg('karhu', 10, { costShares })]));

    expect(placed.order?.legs[0]?.costShares).toEqual([
      { percent: '33.34', net: '9.34', gross: '11.72' },
      { percent: '33.33', net: '9.33', gross: '11.71' },
      { percent: '33.33', net: '9.33', gross: '11.71' },
    ]);
  });

  it('is called off once, however often it is asked', async () => {
    const { order, secret } = await booking.command('placeOrder', orderOf(three));
    const action = { orderId: order?.id, secret };

    const first = await booking.command('cancelOrder', action);
    const second = await booking.command('cancelOrder', action);

    expect([first.order?.state, second.order?.state]).toEqual(['CANCELLED', 'CANCELLED']);
    expect(first.order?.total).toEqual([]);
    expect(owners.owner('lumo').ledger.effects.get('cancelBookings')).toBe(1);
    const confirmed = await booking.command('confirmOrder', action);
    expect(codes(confirmed)).toEqual(['INVALID_STATE']);
    expect(confirmed.order).toBeNull();
  });

  it('is not called off at all when one owner has begun since it was last asked', async () => {
    const { order } = await booking.command('placeOrder', orderOf(three));
    const [row] = owners.owner('lumo').ledger.of(order?.id ?? '');
    if (row) row.state = 'STARTED';

    const cancelled = await booking.command('cancelOrder', { orderId: order?.id });

    expect(codes(cancelled)).toEqual(['INVALID_STATE']);
    expect(cancelled.order).toBeNull();
    expect(stateAt('karhu', order?.id)).toEqual(['CONFIRMED', 'CONFIRMED']);
  });

  it('says so when one owner begins in the very moment, and the others have called off', async () => {
    const { order } = await booking.command('placeOrder', orderOf(three));
    const [row] = owners.owner('lumo').ledger.of(order?.id ?? '');
    if (row) row.state = 'STARTED';
    owners.owner('lumo').fail('error', 'readBookings');

    const cancelled = await booking.command('cancelOrder', { orderId: order?.id });

    expect(codes(cancelled)).toEqual(['INVALID_STATE']);
    expect(cancelled.order?.state).toBe('CONFIRMED');
    expect(cancelled.order?.problem).toContain('Not all could be called off');
    expect(cancelled.order?.legs.map(({ state }) => state)).toEqual([
      'CANCELLED',
      'CONFIRMED',
      'CANCELLED',
      'CANCELLED',
    ]);
    const { data } = await booking.order(order?.id ?? '');
    expect(data.order?.legs[1]?.state).toBe('STARTED');
    expect(codes(await booking.command('cancelOrder', { orderId: order?.id }))).toEqual([
      'INVALID_STATE',
    ]);
  });

  it('loses one leg and keeps the others', async () => {
    const { order } = await booking.command('placeOrder', orderOf(three));
    const cancelled = await booking.command('cancelLeg', { orderId: order?.id, leg: 3 });

    expect(cancelled.order?.state).toBe('CONFIRMED');
    expect(stateAt('karhu', order?.id)).toEqual(['CONFIRMED', 'CANCELLED']);
    const wrong = await booking.command('cancelLeg', { orderId: order?.id, leg: 9 });
    expect(wrong.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['leg'] }]);
  });

  it('moves to a free start, and stays where it is when there is none', async () => {
    await booking.command('placeOrder', orderOf([leg('karhu', 14)]));
    const { order } = await booking.command('placeOrder', orderOf([leg('karhu')]));

    const moved = await booking.command('moveOrder', {
      orderId: order?.id,
      start: '2027-03-22T12:00:00Z',
    });
    const refused = await booking.command('moveOrder', {
      orderId: order?.id,
      start: '2027-03-22T14:00:00Z',
    });

    expect(moved.order?.legs[0]?.start).toBe('2027-03-22T12:00:00.000Z');
    expect(moved.order?.state).toBe('CONFIRMED');
    expect(refused.order).toBeNull();
    expect(refused.userErrors).toMatchObject([
      { code: 'SLOT_TAKEN', field: ['start'], alternatives: ['2027-03-22T15:00:00.000Z'] },
    ]);
    const { data } = await booking.order(order?.id ?? '');
    expect(data.order).toMatchObject({ state: 'CONFIRMED', problem: null });
    expect(data.order?.legs[0]?.start).toBe('2027-03-22T12:00:00.000Z');
  });

  it('runs out at its time, seen at once, and cannot be confirmed any more', async () => {
    const { order, secret } = await booking.command('holdOrder', orderOf(three));
    const action = { orderId: order?.id, secret };
    clock.advance(15);

    const { data } = await booking.order(order?.id ?? '', secret ?? '');
    const confirmed = await booking.command('confirmOrder', action);

    expect(data.order).toMatchObject({ state: 'EXPIRED', expiresAt: null, total: [] });
    expect(codes(confirmed)).toEqual(['HOLD_EXPIRED']);
    expect(confirmed.order).toBeNull();
    expect(owners.owner('karhu').commands).not.toContain('confirmBookings');
    expect(codes(await booking.command('extendHold', action))).toEqual(['HOLD_EXPIRED']);
  });

  it('is kept for longer when that is asked in time', async () => {
    const { order, secret } = await booking.command('holdOrder', orderOf(three));
    clock.advance(10);

    const extended = await booking.command('extendHold', { orderId: order?.id, secret });

    expect(extended.order).toMatchObject({ state: 'HELD', expiresAt: '2027-03-01T08:25:00.000Z' });
    clock.advance(10);
    const confirmed = await booking.command('confirmOrder', { orderId: order?.id, secret });
    expect(confirmed.order?.state).toBe('CONFIRMED');
  });

  it('is undone everywhere when an owner does not confirm what it held', async () => {
    const { order, secret } = await booking.command('holdOrder', orderOf(three));
    const [row] = owners.owner('lumo').ledger.of(order?.id ?? '');
    if (row) row.state = 'EXPIRED';

    const confirmed = await booking.command('confirmOrder', { orderId: order?.id, secret });

    expect(codes(confirmed)).toEqual(['HOLD_EXPIRED']);
    expect(confirmed.order?.state).toBe('EXPIRED');
    await nothingTaken('karhu', 'lumo', 'tuki');
  });

  it('shows what its owners have made of it', async () => {
    const { order } = await booking.command('placeOrder', orderOf([leg('karhu'), leg('lumo')]));
    const row = (id: string) => owners.owner(id).ledger.of(order?.id ?? '')[0];
    const karhu = row('karhu');
    if (karhu) karhu.state = 'STARTED';

    const started = await booking.order(order?.id ?? '');
    expect(started.data.order?.legs.map(({ state }) => state)).toEqual(['STARTED', 'CONFIRMED']);

    await owners.owner('karhu').close();
    const lumo = row('lumo');
    if (lumo) lumo.state = 'DECLINED';
    const half = await booking.order(order?.id ?? '');
    expect(half.data.order?.legs.map(({ state }) => state)).toEqual(['STARTED', 'DECLINED']);
    expect(half.data.order?.state).toBe('CONFIRMED');
    expect(half.data.order?.legs[0]?.stateAsOf).not.toBeNull();
  });
});
