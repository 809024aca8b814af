import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { at, bookableFile, codesOf, Desk, MONDAY, resourceRow, statesOf } from '../support.js';
import { serviceRow, startCooperative, type Json, type RunningCooperative } from '../../support.js';

let karhu: RunningCooperative;
let desk: Desk;

const COURSE = serviceRow({ id: 'kurssi', kind: 'TRAINING', unit: 'SEAT', resources: ['seats'] });

beforeEach(async () => {
  karhu = await startCooperative();
  desk = new Desk(karhu);
  await karhu.import(
    bookableFile({
      resources: [resourceRow({ id: 'seats', kind: 'SEATS', size: 2 })],
      services: [{ ...COURSE, gridMinutes: 60 }],
    }),
  );
});
afterEach(() => karhu.close());

const LEG = { serviceId: 'karhu:kurssi' };
const enrol = (orderId: string, leg: Json = {}) =>
  desk.enrol({ orderId, orderReference: orderId.toUpperCase(), leg: { ...LEG, ...leg } });
const hold = (orderId: string, leg: Json = {}) =>
  desk.hold({ orderId, legs: [{ ...LEG, ...leg }] });
const stateOf = async (orderId: string) => statesOf(await desk.read(orderId))[0];

const WAITING_LIST = `query ($service: ID) {
  _entities(representations: [{ __typename: "Cooperative", id: "karhu" }]) {
    ... on Cooperative {
      waitingList(serviceId: $service) { orderReference service { id } start minutes quantity since }
    }
  }
}`;
interface WaitingAnswer {
  readonly _entities: { waitingList: { orderReference: string }[] | null }[];
}
const waitingList = async (service: string | null = null) => {
  const { data } = await karhu.ask<WaitingAnswer>(WAITING_LIST, { service });
  return data._entities[0]?.waitingList;
};

describe('enrolBookings', () => {
  it('confirms at once where there is a place', async () => {
    const { legs } = await enrol('a');

    expect(legs).toMatchObject([
      {
        state: 'CONFIRMED',
        waitingPosition: null,
        quote: { net: '28.00' },
        bookings: [{ history: [{ kind: 'CONFIRMED' }] }],
      },
    ]);
    expect(await desk.customersOf({ legs })).toEqual(['Maija Mehiläinen']);
  });

  it('puts on the waiting list who comes too late, and says how many wait before', async () => {
    await enrol('a', { quantity: 2 });

    const second = await enrol('b');
    const third = await enrol('c');

    expect(second.legs).toMatchObject([
      { state: 'REQUESTED', waitingPosition: 0, bookings: [], quote: { net: '28.00' } },
    ]);
    expect(third.legs).toMatchObject([{ state: 'REQUESTED', waitingPosition: 1 }]);
    expect(await desk.read('c')).toEqual(third);
  });

  it('refuses what no waiting would help', async () => {
    const payloads = [
      await enrol('a', { quantity: 3 }),
      await enrol('b', { start: at(`${MONDAY}T09:30`) }),
      await enrol('c', { serviceId: 'karhu:none' }),
    ];

    expect(payloads.map(codesOf)).toEqual([['CAPACITY_EXCEEDED'], ['OFF_GRID'], ['NOT_FOUND']]);
    expect(await waitingList()).toEqual([]);
  });

  it('refuses within the lead time though all is taken: no place that becomes free would help', async () => {
    await enrol('a', { quantity: 2 });
    await karhu.import(
      bookableFile({
        resources: [resourceRow({ id: 'seats', kind: 'SEATS', size: 2 })],
        services: [{ ...COURSE, gridMinutes: 60, leadTimeMinutes: 525_600 }],
      }),
    );

    expect(codesOf(await hold('b'))).toEqual(['SLOT_TAKEN']);
    expect(codesOf(await enrol('b'))).toEqual(['TOO_SOON']);
  });

  it('refuses an order’s leg that waits already', async () => {
    await enrol('a', { quantity: 2 });
    await enrol('b');

    expect((await enrol('b')).userErrors).toMatchObject([
      { code: 'INVALID_STATE', field: ['legs', '0', 'leg'] },
    ]);
  });

  it('works for a room as for a course', async () => {
    await karhu.import(
      bookableFile({
        resources: [resourceRow({ id: 'sali', kind: 'ROOM' })],
        services: [serviceRow({ id: 'sali', kind: 'SPACE', resources: ['sali'] })],
      }),
    );
    const first = await enrol('a', { serviceId: 'karhu:sali' });
    const second = await enrol('b', { serviceId: 'karhu:sali' });

    expect([...statesOf(first), ...statesOf(second)]).toEqual(['CONFIRMED', 'REQUESTED']);
  });
});

describe('A place that becomes free', () => {
  beforeEach(async () => {
    await enrol('a');
    await hold('held');
    await enrol('b');
    await enrol('c');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['cancelled', () => desk.cancel({ orderId: 'a' })],
    ['released', () => desk.release({ orderId: 'held' })],
    [
      'declined',
      async () => {
        const id = (await desk.read('held')).legs[0]?.bookings[0]?.id;
        await desk.staff('declineBooking', { id });
      },
    ],
    ['moved', () => desk.move({ orderId: 'a', start: at(`${MONDAY}T12:00`) })],
  ])('as it is %s goes to who has waited longest', async (_what, free) => {
    await free();

    const { legs } = await desk.read('b');
    expect(legs).toMatchObject([
      { state: 'CONFIRMED', bookings: [{ history: [{ kind: 'MOVED_UP' }] }] },
    ]);
    expect((await desk.read('c')).legs).toMatchObject([{ state: 'REQUESTED', waitingPosition: 0 }]);
    expect(await desk.starts(MONDAY, 'kurssi')).not.toContain('09:00 1');
  });

  it('as its hold runs out is offered to nobody else, and goes to who waits first', async () => {
    karhu.clock.set('2026-11-23T10:15:00Z');

    const starts = await desk.starts(MONDAY, 'kurssi');
    const late = await hold('late');

    expect(starts.filter((start) => start.startsWith('09:00'))).toEqual([]);
    expect(codesOf(late)).toEqual(['SLOT_TAKEN']);
    expect(await stateOf('b')).toBe('CONFIRMED');
    expect(await stateOf('c')).toBe('REQUESTED');
  });

  it('as its hold runs out goes to who waits first, though nobody comes', async () => {
    karhu.clock.set('2026-11-23T10:15:00Z');

    await karhu.server.sweeper.sweep();

    expect(await stateOf('b')).toBe('CONFIRMED');
  });

  it('by an import goes to who waits first', async () => {
    await karhu.import(
      bookableFile({
        resources: [resourceRow({ id: 'seats', kind: 'SEATS', size: 3 })],
        services: [{ ...COURSE, gridMinutes: 60 }],
      }),
    );

    expect(codesOf(await hold('late'))).toEqual(['SLOT_TAKEN']);
    await karhu.server.sweeper.sweep();

    expect([await stateOf('b'), await stateOf('c')]).toEqual(['CONFIRMED', 'REQUESTED']);
  });

  it('goes to one only, however many processes look', async () => {
    const { connection } = karhu.database;
    const twin = await startCooperative({ connection, clock: karhu.clock });
    karhu.clock.set('2026-11-23T10:15:00Z');

    await Promise.all([
      karhu.server.sweeper.sweep(),
      twin.server.sweeper.sweep(),
      ...Array.from({ length: 10 }, (_none, index) => hold(`late-${index}`)),
    ]);
    await twin.close();

    expect([await stateOf('b'), await stateOf('c')]).toEqual(['CONFIRMED', 'REQUESTED']);
    expect((await desk.read('b')).legs[0]?.bookings).toHaveLength(1);
  });
});

describe('Nobody overtakes', () => {
  it('who waits for more than is free yet, at the same start', async () => {
    await enrol('a');
    await hold('held');
    await enrol('pair', { quantity: 2 });
    await enrol('single');
    await desk.release({ orderId: 'held' });

    expect([await stateOf('pair'), await stateOf('single')]).toEqual(['REQUESTED', 'REQUESTED']);
    expect(codesOf(await hold('late'))).toEqual(['SLOT_TAKEN']);
    expect(statesOf(await enrol('later'))).toEqual(['REQUESTED']);
    expect(await desk.starts(MONDAY, 'kurssi')).not.toContain('09:00 1');

    await desk.cancel({ orderId: 'a' });
    expect([await stateOf('pair'), await stateOf('single')]).toEqual(['CONFIRMED', 'REQUESTED']);
  });

  it('but other starts go on', async () => {
    await enrol('a', { quantity: 2 });
    await enrol('stuck', { quantity: 2 });

    expect(statesOf(await hold('other', { start: at(`${MONDAY}T10:00`) }))).toEqual(['HELD']);
  });

  it('by way of another service that uses the same seats', async () => {
    await karhu.import(
      bookableFile({
        resources: [resourceRow({ id: 'seats', kind: 'SEATS', size: 2 }), resourceRow()],
        services: [
          { ...COURSE, gridMinutes: 60 },
          serviceRow({ gridMinutes: 60, resources: ['w1', 'seats'] }),
        ],
      }),
    );
    await enrol('a');
    await hold('held');
    await enrol('b');
    karhu.clock.set('2026-11-23T10:15:00Z');

    const taken = await desk.hold({ orderId: 'late', legs: [{ quantity: 2 }] });

    expect(codesOf(taken)).toEqual(['SLOT_TAKEN']);
    await karhu.server.sweeper.sweep();
    expect(await stateOf('b')).toBe('CONFIRMED');
  });
});

describe('Nobody overtakes by naming a resource', () => {
  beforeEach(async () => {
    await karhu.import(
      bookableFile({
        resources: ['a', 'b'].map((id) => resourceRow({ id, kind: 'SEATS' })),
        services: [{ ...COURSE, gridMinutes: 60, resources: ['a', 'b'] }],
      }),
    );
    await enrol('on-a', { resourceId: 'karhu:a' });
    await enrol('on-b', { resourceId: 'karhu:b' });
  });

  it('that the first in the line has not asked for', async () => {
    await enrol('first', { resourceId: 'karhu:a' });
    await desk.cancel({ orderId: 'on-b' });

    const byName = await hold('by-name', { resourceId: 'karhu:b' });
    const second = await enrol('second', { resourceId: 'karhu:b' });

    expect(codesOf(byName)).toEqual(['SLOT_TAKEN']);
    expect(statesOf(second)).toEqual(['REQUESTED']);

    await desk.cancel({ orderId: 'on-a' });
    expect([await stateOf('first'), await stateOf('second')]).toEqual(['CONFIRMED', 'CONFIRMED']);
  });
});

describe('Who can never fit any more', () => {
  it('stops nobody behind', async () => {
    await enrol('a', { quantity: 2 });
    await enrol('pair', { quantity: 2 });
    await enrol('single');
    await karhu.import(
      bookableFile({
        resources: [resourceRow({ id: 'seats', kind: 'SEATS' })],
        services: [{ ...COURSE, gridMinutes: 60 }],
      }),
    );

    await desk.cancel({ orderId: 'a' });

    expect([await stateOf('pair'), await stateOf('single')]).toEqual(['REQUESTED', 'CONFIRMED']);
  });
});

describe('The waiting list', () => {
  beforeEach(async () => {
    await enrol('a', { quantity: 2 });
    await enrol('b');
    await enrol('c', { quantity: 2 });
  });

  it('is shown in its order, of one service or of all', async () => {
    const list = await waitingList();

    expect(list).toEqual([
      {
        orderReference: 'B',
        service: { id: 'karhu:kurssi' },
        start: at(`${MONDAY}T09:00`),
        minutes: 60,
        quantity: 1,
        since: '2026-11-23T10:00:00.000Z',
      },
      expect.objectContaining({ orderReference: 'C', quantity: 2 }),
    ]);
    expect(await waitingList('karhu:kurssi')).toEqual(list);
    expect(await waitingList('karhu:siivous')).toEqual([]);
  });

  it('is left by who calls off, and those behind move up', async () => {
    const cancelled = await desk.cancel({ orderId: 'b' });

    expect(statesOf(cancelled)).toEqual(['CANCELLED']);
    expect(await stateOf('b')).toBe('CANCELLED');
    expect((await desk.read('c')).legs).toMatchObject([{ waitingPosition: 0 }]);
    expect(await waitingList()).toHaveLength(1);
  });

  it('lets those go on whom the one that calls off had stopped', async () => {
    await desk.cancel({ orderId: 'a' });
    await desk.cancel({ orderId: 'b' });

    expect(await stateOf('c')).toBe('CONFIRMED');
  });

  it('forgets the customer who calls off at once, and all of it 30 days after the start', async () => {
    const stored = () =>
      karhu.database.connection
        .collection<{ state: string; customer: { name: string } | null }>('waiting')
        .find()
        .toArray();
    await desk.cancel({ orderId: 'b' });
    const kept = await stored();
    karhu.clock.set('2027-04-21T06:59:00Z');
    await karhu.server.sweeper.sweep();
    const before = await stored();
    karhu.clock.set('2027-04-21T07:01:00Z');

    await karhu.server.sweeper.sweep();

    expect(
      kept.map(({ state, customer }) => `${state} ${String(customer?.name)}`).toSorted(),
    ).toEqual(['CANCELLED undefined', 'REQUESTED Maija Mehiläinen']);
    expect(before).toHaveLength(2);
    expect(await stored()).toEqual([]);
  });

  it('ends when the start has come', async () => {
    karhu.clock.set(at(`${MONDAY}T09:00`));

    expect(await stateOf('b')).toBe('EXPIRED');
    expect(await waitingList()).toEqual([]);
    await desk.cancel({ orderId: 'a' });
    expect(await stateOf('b')).toBe('EXPIRED');
  });
});
