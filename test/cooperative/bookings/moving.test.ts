import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { at, bookableFile, codesOf, Desk, MONDAY, resourceRow, statesOf } from './support.js';
import { serviceRow, startCooperative, type RunningCooperative } from '../support.js';

let karhu: RunningCooperative;
let desk: Desk;

beforeEach(async () => {
  karhu = await startCooperative();
  desk = new Desk(karhu);
  await karhu.import(bookableFile());
});
afterEach(() => karhu.close());

describe('moveBookings', () => {
  it('gives a held or confirmed leg another start and frees the old one', async () => {
    await desk.hold({ legs: [{}, { start: at(`${MONDAY}T10:00`) }] });
    await desk.confirm({ legs: [1] });

    const held = await desk.move({ leg: 0, start: at(`${MONDAY}T12:00`) });
    const confirmed = await desk.move({ leg: 1, start: at('2027-03-23T10:00') });

    expect(held.legs).toMatchObject([
      { state: 'HELD', start: at(`${MONDAY}T12:00`), expiresAt: '2026-11-23T10:15:00.000Z' },
    ]);
    expect(confirmed.legs).toMatchObject([
      {
        state: 'CONFIRMED',
        start: at('2027-03-23T10:00'),
        bookings: [{ history: [{ kind: 'HELD' }, { kind: 'CONFIRMED' }, { kind: 'MOVED' }] }],
      },
    ]);
    const starts = await desk.starts();
    expect(starts).toEqual(expect.arrayContaining(['09:00 1', '10:00 1']));
    expect(starts).not.toContain('12:00 1');
  });

  it('may overlap the place that it leaves', async () => {
    await desk.hold({ legs: [{ minutes: 180 }] });

    const payload = await desk.move({ start: at(`${MONDAY}T10:00`) });

    expect(payload.legs).toMatchObject([{ start: at(`${MONDAY}T10:00`), minutes: 180 }]);
  });

  it('keeps the old place when the new one is taken, and names others', async () => {
    await desk.hold({ legs: [{ minutes: 180 }] });
    await desk.hold({ orderId: 'other', legs: [{ start: at(`${MONDAY}T12:00`) }] });

    const refused = await desk.move({ start: at(`${MONDAY}T11:00`) });

    expect(refused.legs).toEqual([]);
    expect(refused.userErrors).toMatchObject([
      {
        code: 'SLOT_TAKEN',
        field: ['start'],
        alternatives: [at(`${MONDAY}T08:00`), at(`${MONDAY}T09:00`), at(`${MONDAY}T13:00`)],
      },
    ]);
    const { legs } = await desk.read('order-1');
    expect(legs).toMatchObject([{ start: at(`${MONDAY}T09:00`), state: 'HELD' }]);
    expect(legs[0]?.bookings[0]?.history).toHaveLength(1);
  });

  it('to where it is already changes nothing', async () => {
    await desk.hold();

    const { legs, userErrors } = await desk.move({ start: at(`${MONDAY}T09:00`) });

    expect(userErrors).toEqual([]);
    expect(legs[0]?.bookings[0]?.history).toHaveLength(1);
  });

  it('stays with the resource that was asked for', async () => {
    await karhu.import(
      bookableFile({
        resources: [resourceRow({ id: 'a' }), resourceRow({ id: 'b' })],
        services: [serviceRow({ resources: ['a', 'b'], gridMinutes: 60 })],
      }),
    );
    const other = { resourceId: 'karhu:b', start: at(`${MONDAY}T12:00`) };
    await desk.hold({ legs: [{ resourceId: 'karhu:b' }] });
    await desk.hold({ orderId: 'other', legs: [other] });

    expect(codesOf(await desk.move({ start: other.start }))).toEqual(['SLOT_TAKEN']);
  });

  it('spreads a leg anew where it needs to', async () => {
    await karhu.import(
      bookableFile({
        resources: [resourceRow({ id: 'a', size: 2 }), resourceRow({ id: 'b', size: 2 })],
        services: [serviceRow({ resources: ['a', 'b'], gridMinutes: 60 })],
      }),
    );
    const noon = { start: at(`${MONDAY}T12:00`) };
    await desk.hold({ legs: [{ quantity: 2 }] });
    await desk.hold({ orderId: 'a', legs: [{ ...noon, resourceId: 'karhu:a' }] });
    await desk.hold({ orderId: 'b', legs: [{ ...noon, resourceId: 'karhu:b' }] });

    const spread = await desk.move(noon);
    const together = await desk.move({ start: at(`${MONDAY}T09:00`) });

    expect(spread.legs[0]).toMatchObject({
      quantity: 2,
      bookings: [
        { resourceId: 'karhu:a', quantity: 1 },
        { resourceId: 'karhu:b', quantity: 1 },
      ],
    });
    expect(together.legs[0]).toMatchObject({
      quantity: 2,
      bookings: [{ resourceId: 'karhu:a', quantity: 2, state: 'HELD' }],
    });
    expect(await desk.starts()).toEqual(expect.arrayContaining(['09:00 2', '12:00 2']));
  });

  it('costs what the new start costs now', async () => {
    const night = [
      { days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], from: '00:00', to: '24:00' },
    ];
    const file = (net: string) =>
      bookableFile({
        resources: [resourceRow({ hours: night })],
        services: [
          serviceRow({
            unit: 'DAY',
            gridMinutes: 60,
            price: { net, currency: 'EUR', vatRate: '25.5' },
          }),
        ],
      });
    await karhu.import(file('100.00'));
    const held = await desk.hold({ legs: [{ minutes: 120 }] });
    await karhu.import(file('110.00'));

    const moved = await desk.move({ start: at(`${MONDAY}T23:00`) });

    expect(held.legs[0]?.quote.net).toBe('100.00');
    expect(moved.legs[0]?.quote.net).toBe('220.00');
  });

  it('refuses what is unknown, over, run out or no more on offer', async () => {
    const unknown = await desk.move({ start: at(`${MONDAY}T12:00`) });
    await desk.hold({ legs: [{}] });
    const noLeg = await desk.move({ leg: 7, start: at(`${MONDAY}T12:00`) });
    await karhu.publish('karhu:siivous', false);
    const withdrawn = await desk.move({ start: at(`${MONDAY}T12:00`) });
    karhu.clock.set('2026-11-23T10:15:00Z');
    const late = await desk.move({ start: at(`${MONDAY}T12:00`) });
    await desk.cancel({ orderId: 'order-1', legs: [0] });

    expect([unknown, noLeg, withdrawn, late].map(codesOf)).toEqual([
      ['NOT_FOUND'],
      ['NOT_FOUND'],
      ['NOT_FOUND'],
      ['HOLD_EXPIRED'],
    ]);
    expect(statesOf(await desk.read('order-1'))).toEqual(['EXPIRED']);
  });
});
