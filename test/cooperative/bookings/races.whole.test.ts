import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  at,
  bookableFile,
  codesOf,
  Desk,
  MONDAY,
  resourceRow,
  type LegsPayload,
} from './support.js';
import { serviceRow, startCooperative, type Json, type RunningCooperative } from '../support.js';

let karhu: RunningCooperative;
let twin: RunningCooperative;
let desks: readonly [Desk, Desk];

beforeEach(async () => {
  karhu = await startCooperative();
  twin = await startCooperative({ connection: karhu.database.connection, clock: karhu.clock });
  desks = [new Desk(karhu), new Desk(twin)];
});
afterEach(async () => {
  await twin.close();
  await karhu.close();
});

/** Holds at once, each for an order of its own, in turn on each of the desks. */
function race(count: number, used: readonly Desk[], input: Json = {}): Promise<LegsPayload[]> {
  return Promise.all(
    Array.from({ length: count }, (_none, index) => {
      const desk = used[index % used.length];
      if (!desk) throw new Error('No desk.');
      return desk.hold({ orderId: `order-${index}`, ...input });
    }),
  );
}

function winners(payloads: readonly LegsPayload[]): LegsPayload[] {
  return payloads.filter(({ userErrors }) => userErrors.length === 0);
}

function losers(payloads: readonly LegsPayload[]): string[] {
  return [...new Set(payloads.flatMap(codesOf))];
}

describe('Two hundred who want one start', () => {
  it.each([
    ['one process', 1],
    ['two processes', 2],
  ])('get its 7 places and not one more, from %s', async (_what, processes) => {
    await karhu.import(bookableFile({ resources: [resourceRow({ size: 7 })] }));

    const payloads = await race(200, desks.slice(0, processes));

    expect(winners(payloads)).toHaveLength(7);
    expect(losers(payloads)).toEqual(['SLOT_TAKEN']);
    const refused = payloads.filter(({ userErrors }) => userErrors.length > 0);
    for (const { userErrors } of refused) {
      expect(userErrors[0]?.alternatives).toEqual([
        at(`${MONDAY}T08:00`),
        at(`${MONDAY}T10:00`),
        at(`${MONDAY}T11:00`),
      ]);
    }
  });
});

describe('Many at once', () => {
  it('do not exceed the budget of a resource that several services share', async () => {
    await karhu.import(
      bookableFile({
        resources: [resourceRow({ size: 50, minutesPerDay: 300 })],
        services: [serviceRow({ gridMinutes: 60 }), serviceRow({ id: 'ikkunat', gridMinutes: 60 })],
      }),
    );

    const payloads = (
      await Promise.all([
        race(20, desks),
        race(20, desks, { orderId: 'x', legs: [{ serviceId: 'karhu:ikkunat' }] }),
      ])
    ).flat();

    expect(winners(payloads)).toHaveLength(5);
  });

  it('do not exceed the budget of a service over several resources', async () => {
    await karhu.import(
      bookableFile({
        resources: [resourceRow({ id: 'a', size: 50 }), resourceRow({ id: 'b', size: 50 })],
        services: [serviceRow({ resources: ['a', 'b'], gridMinutes: 60, maxMinutesPerDay: 240 })],
      }),
    );

    const payloads = (
      await Promise.all([
        race(15, desks, { legs: [{ resourceId: 'karhu:a' }] }),
        Promise.all(
          Array.from({ length: 15 }, (_none, index) =>
            desks[1].hold({ orderId: `b-${index}`, legs: [{ resourceId: 'karhu:b' }] }),
          ),
        ),
      ])
    ).flat();

    expect(winners(payloads)).toHaveLength(4);
  });

  it('of several legs each are held whole or not at all', async () => {
    await karhu.import(
      bookableFile({
        resources: [resourceRow({ id: 'a' }), resourceRow({ id: 'b' })],
        services: [
          serviceRow({ id: 'aa', resources: ['a'], gridMinutes: 60 }),
          serviceRow({ id: 'bb', resources: ['b'], gridMinutes: 60 }),
        ],
      }),
    );
    const legs = [{ serviceId: 'karhu:aa' }, { serviceId: 'karhu:bb' }];

    const [forward, backward] = await Promise.all([
      race(10, desks, { legs }),
      race(10, desks, { orderId: 'back', legs: legs.toReversed() }),
    ]);

    const won = winners([...forward, ...backward]);
    expect(won).toHaveLength(1);
    expect(won[0]?.legs).toHaveLength(2);
  });

  it('cannot both confirm a hold and take its place when it has run out', async () => {
    await karhu.import(bookableFile());
    await desks[0].hold({ orderId: 'slow' });
    // The other process has a clock of its own, which is ahead.
    const ahead = await startCooperative({
      connection: karhu.database.connection,
      clock: { now: () => new Date('2026-11-23T10:15:01Z') },
    });

    const [confirmed, taken] = await Promise.all([
      desks[0].confirm({ orderId: 'slow' }),
      new Desk(ahead).hold({ orderId: 'quick' }),
    ]);
    await ahead.close();

    const both = [confirmed, taken].map(({ legs }) => legs.length);
    expect(both.toSorted()).toEqual([0, 1]);
  });

  it('do not get past an import that takes the resource away', async () => {
    await karhu.import(bookableFile({ resources: [resourceRow({ size: 100 })] }));

    const [payloads, imported] = await Promise.all([
      race(60, desks),
      karhu.import(bookableFile({ resources: [resourceRow({ size: 1, hours: [] })] })),
    ]);
    const after = await race(5, desks, { orderId: 'after' });

    expect(imported.userErrors).toEqual([]);
    expect(losers(payloads).filter((code) => code !== 'OUTSIDE_HOURS')).toEqual([]);
    expect(losers(after)).toEqual(['OUTSIDE_HOURS']);
  });

  it('that change one order leave it in one state', async () => {
    await karhu.import(bookableFile());
    await desks[0].hold({});

    await Promise.all([
      desks[0].confirm({}),
      desks[1].cancel({}),
      desks[0].move({ start: at(`${MONDAY}T12:00`) }),
      desks[1].extend({}),
    ]);

    const read = await desks[0].read('order-1');
    expect(read.legs).toMatchObject([{ state: 'CANCELLED' }]);
    expect(await desks[0].starts()).toHaveLength(8);
  });

  it('that hold and release one order leave nothing held, whichever comes first', async () => {
    await karhu.import(bookableFile({ resources: [resourceRow({ size: 50 })] }));
    const orders = Array.from({ length: 20 }, (_none, index) => `order-${index}`);

    await Promise.all(
      orders.flatMap((orderId) => [desks[0].hold({ orderId }), desks[1].release({ orderId })]),
    );

    for (const orderId of orders) {
      const { legs } = await desks[0].read(orderId);
      expect(legs.filter(({ state }) => state !== 'CANCELLED')).toEqual([]);
    }
    expect(await desks[0].starts()).toContain('09:00 50');
  });
});
