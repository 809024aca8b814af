import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { at, bookableFile, codesOf, Desk, MONDAY, resourceRow, statesOf } from './support.js';
import { serviceRow, startCooperative, type Json, type RunningCooperative } from '../support.js';

let karhu: RunningCooperative;
let desk: Desk;

beforeEach(async () => {
  karhu = await startCooperative();
  desk = new Desk(karhu);
});
afterEach(() => karhu.close());

describe('A hold', () => {
  it('keeps a place until it runs out, for a price', async () => {
    await karhu.import(bookableFile());

    const { legs, userErrors } = await desk.hold();

    expect(userErrors).toEqual([]);
    expect(legs).toMatchObject([
      {
        leg: 0,
        service: { id: 'karhu:siivous' },
        state: 'HELD',
        start: at(`${MONDAY}T09:00`),
        minutes: 60,
        quantity: 1,
        expiresAt: '2026-11-23T10:15:00.000Z',
        waitingPosition: null,
        quote: { net: '28.00', gross: '35.14', currency: 'EUR' },
        bookings: [
          {
            resourceId: 'karhu:w1',
            state: 'HELD',
            end: at(`${MONDAY}T10:00`),
            orderReference: 'KARHU-1',
            customer: null,
            history: [{ kind: 'HELD', start: at(`${MONDAY}T09:00`) }],
          },
        ],
      },
    ]);
    expect(await desk.starts()).not.toContain('09:00 1');
  });

  it('is spread over resources where none has room for all', async () => {
    await karhu.import(
      bookableFile({
        resources: [resourceRow({ id: 'a', size: 2 }), resourceRow({ id: 'b', size: 3 })],
        services: [serviceRow({ resources: ['a', 'b'], gridMinutes: 60 })],
      }),
    );

    const { legs } = await desk.hold({ legs: [{ quantity: 4 }] });

    expect(legs[0]?.quantity).toBe(4);
    expect(legs[0]?.quote.net).toBe('112.00');
    expect(legs[0]?.bookings.map(({ resourceId, quantity }) => [resourceId, quantity])).toEqual([
      ['karhu:a', 2],
      ['karhu:b', 2],
    ]);
  });

  it('uses the resource that is asked for, and no other', async () => {
    await karhu.import(
      bookableFile({
        resources: [resourceRow({ id: 'a' }), resourceRow({ id: 'b' })],
        services: [serviceRow({ resources: ['a', 'b'], gridMinutes: 60 })],
      }),
    );

    const first = await desk.hold({ orderId: 'one', legs: [{ resourceId: 'karhu:b' }] });
    const second = await desk.hold({ orderId: 'two', legs: [{ resourceId: 'karhu:b' }] });

    expect(first.legs[0]?.bookings[0]?.resourceId).toBe('karhu:b');
    expect(codesOf(second)).toEqual(['SLOT_TAKEN']);
  });

  it('judges each leg after those before it, and holds all or none', async () => {
    await karhu.import(bookableFile());

    const refused = await desk.hold({ legs: [{}, {}, { start: at(`${MONDAY}T10:00`) }] });

    expect(refused.legs).toEqual([]);
    expect(refused.userErrors).toMatchObject([
      {
        code: 'SLOT_TAKEN',
        field: ['legs', '1', 'start'],
        alternatives: [at(`${MONDAY}T08:00`), at(`${MONDAY}T10:00`), at(`${MONDAY}T11:00`)],
      },
    ]);
    expect(await desk.starts()).toContain('09:00 1');
    expect((await desk.read('order-1')).legs).toEqual([]);
  });

  it('holds what it can where each leg is for itself', async () => {
    await karhu.import(bookableFile());

    const payload = await desk.hold({ isEachForItself: true, legs: [{}, {}] });

    expect(statesOf(payload)).toEqual(['HELD']);
    expect(payload.userErrors).toMatchObject([
      { code: 'SLOT_TAKEN', field: ['legs', '1', 'start'] },
    ]);
  });

  it('only judges on a dry run', async () => {
    await karhu.import(bookableFile());
    const before = await desk.hold({ dryRun: true });
    await desk.hold({ orderId: 'other' });

    const after = await desk.hold({ dryRun: true });

    expect(codesOf(before)).toEqual([]);
    expect(after.userErrors).toMatchObject([
      {
        code: 'SLOT_TAKEN',
        alternatives: [at(`${MONDAY}T08:00`), at(`${MONDAY}T10:00`), at(`${MONDAY}T11:00`)],
      },
    ]);
    expect((await desk.read('order-1')).legs).toEqual([]);
  });

  it('keeps a hundred legs of one order together', async () => {
    await karhu.import(bookableFile({ resources: [resourceRow({ size: 100 })] }));
    const legs = Array.from({ length: 100 }, () => ({}));

    const all = await desk.hold({ legs });
    const more = await desk.hold({ orderId: 'more' });

    expect(all.legs).toHaveLength(100);
    expect(codesOf(more)).toEqual(['SLOT_TAKEN']);
    await desk.release({ orderId: 'order-1' });
    expect(await desk.starts()).toContain('09:00 100');
  });
});

describe('A hold is refused', () => {
  beforeEach(async () => {
    await karhu.import(
      bookableFile({
        services: [
          serviceRow({ gridMinutes: 60, minMinutes: 60, leadTimeMinutes: 60, serves: ['FI-609'] }),
          serviceRow({ id: 'hidden', published: false }),
        ],
        resources: [resourceRow(), resourceRow({ id: 'other' })],
      }),
    );
  });

  const start = (time: string) => ({ start: at(time) });

  it.each<[string, string, Json, string]>([
    ['a service that there is not', 'NOT_FOUND', { serviceId: 'karhu:none' }, 'serviceId'],
    ['one that is not on offer', 'NOT_FOUND', { serviceId: 'karhu:hidden' }, 'serviceId'],
    ['one of another cooperative', 'FORBIDDEN', { serviceId: 'lumo:siivous' }, 'serviceId'],
    ['what is no id', 'BAD_USER_INPUT', { serviceId: 'siivous' }, 'serviceId'],
    ['a resource of another service', 'NOT_FOUND', { resourceId: 'karhu:other' }, 'resourceId'],
    ['one of another cooperative', 'FORBIDDEN', { resourceId: 'lumo:w1' }, 'resourceId'],
    ['no minutes', 'BAD_USER_INPUT', { minutes: 0 }, 'minutes'],
    ['more than a year', 'BAD_USER_INPUT', { minutes: 527_041 }, 'minutes'],
    ['none of it', 'BAD_USER_INPUT', { quantity: 0 }, 'quantity'],
    ['a number below 0', 'BAD_USER_INPUT', { leg: -1 }, 'leg'],
    ['an end that nobody could write', 'TOO_LATE', start('9999-12-31T23:00'), 'start'],
    ['less than the minimum', 'TOO_SHORT', { minutes: 30 }, 'minutes'],
    ['more than there are', 'CAPACITY_EXCEEDED', { quantity: 2 }, 'quantity'],
    ['a start off the grid', 'OFF_GRID', start(`${MONDAY}T09:30`), 'start'],
    ['a start in the past', 'IN_THE_PAST', start('2026-11-23T11:00'), 'start'],
    ['a start within the lead time', 'TOO_SOON', start('2026-11-23T12:00'), 'start'],
    ['a time before opening', 'OUTSIDE_HOURS', start(`${MONDAY}T07:00`), 'start'],
    ['a public holiday', 'PUBLIC_HOLIDAY', start('2027-03-26T09:00'), 'start'],
  ])('for %s: %s', async (_what, code, leg, field) => {
    const payload = await desk.hold({ legs: [leg] });

    expect(payload.legs).toEqual([]);
    expect(payload.userErrors).toMatchObject([{ code, field: ['legs', '0', field] }]);
    expect((await desk.read('order-1')).legs).toEqual([]);
  });

  it('for a buyer outside of the service’s area', async () => {
    const payload = await desk.hold({ municipality: 'FI-684' });

    expect(payload.userErrors).toMatchObject([
      { code: 'OUTSIDE_AREA', field: ['legs', '0', 'municipality'] },
    ]);
  });

  it('not for one in a part of it that was a municipality of its own', async () => {
    expect(await desk.hold({ municipality: 'FI-413' })).toMatchObject({ userErrors: [] });
  });

  it.each<[string, Json, string[]]>([
    ['no legs', { legs: [] }, ['legs']],
    ['a number that is there twice', { legs: [{ leg: 3 }, { leg: 3 }] }, ['legs', '1', 'leg']],
    ['no time to hold', { holdMinutes: 0 }, ['holdMinutes']],
    ['more than a day to hold', { holdMinutes: 1441 }, ['holdMinutes']],
    ['no key', { idempotencyKey: '' }, ['idempotencyKey']],
    ['no order', { orderId: '' }, ['orderId']],
  ])('for %s, as bad input', async (_what, input, field) => {
    const payload = await desk.hold(input);

    expect(payload).toMatchObject({ legs: [], userErrors: [{ code: 'BAD_USER_INPUT', field }] });
  });

  it('by a cooperative that is not asked', async () => {
    const payload = await desk.hold({ cooperative: 'lumo' });

    expect(payload.userErrors).toMatchObject([{ code: 'FORBIDDEN', field: ['cooperative'] }]);
  });

  it('for a leg that is held already', async () => {
    await desk.hold();

    const again = await desk.hold({ legs: [{ start: at(`${MONDAY}T12:00`) }] });

    expect(again.userErrors).toMatchObject([
      { code: 'INVALID_STATE', field: ['legs', '0', 'leg'] },
    ]);
  });
});

describe('The alternatives of a refusal', () => {
  it('come from the next day that has any where the asked one has none', async () => {
    await karhu.import(bookableFile());
    await desk.hold({ orderId: 'day', legs: [{ start: at(`${MONDAY}T08:00`), minutes: 480 }] });

    const { userErrors } = await desk.hold();

    expect(userErrors[0]?.alternatives).toEqual([
      at('2027-03-23T08:00'),
      at('2027-03-23T09:00'),
      at('2027-03-23T10:00'),
    ]);
  });

  it('count what was held beside it once', async () => {
    await karhu.import(bookableFile({ resources: [resourceRow({ size: 2 })] }));
    const offGrid = { start: at(`${MONDAY}T08:30`) };

    const { legs, userErrors } = await desk.hold({
      isEachForItself: true,
      legs: [{ start: at(`${MONDAY}T08:00`) }, offGrid],
    });

    expect(legs).toMatchObject([{ leg: 0, state: 'HELD' }]);
    expect(userErrors).toMatchObject([
      {
        code: 'OFF_GRID',
        alternatives: [at(`${MONDAY}T08:00`), at(`${MONDAY}T09:00`), at(`${MONDAY}T10:00`)],
      },
    ]);
  });

  it('are none where another start would not help', async () => {
    await karhu.import(bookableFile());

    const { userErrors } = await desk.hold({ legs: [{ quantity: 2 }] });

    expect(userErrors).toMatchObject([{ code: 'CAPACITY_EXCEEDED', alternatives: null }]);
  });
});

describe('Where nothing was imported yet', () => {
  it('nothing can be held', async () => {
    expect(codesOf(await desk.hold())).toEqual(['NOT_FOUND']);
  });
});
