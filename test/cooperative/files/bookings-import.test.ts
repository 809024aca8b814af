import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportCooperative } from '../../../subgraphs/cooperative/data-source/export-file.js';
import { at, bookableFile, Desk, MONDAY, resourceRow, statesOf } from '../bookings/support.js';
import { serviceRow, startCooperative, type Json, type RunningCooperative } from '../support.js';

let karhu: RunningCooperative;
let desk: Desk;

beforeEach(async () => {
  karhu = await startCooperative();
  desk = new Desk(karhu);
});
afterEach(() => karhu.close());

function row(id: string, fields: Json = {}): Json {
  const times = { from: `${MONDAY}T08:00`, to: `${MONDAY}T09:00` };
  return { id, service: 'siivous', resource: 'w1', ...times, ...fields };
}

const bookingCounts = (changes: readonly { readonly type: string }[]) =>
  changes.find(({ type }) => type === 'bookings');

describe('An import', () => {
  it('takes places by the bookings of the file that count', async () => {
    await karhu.import(
      bookableFile({
        bookings: [
          row('b1'),
          row('b2', { from: `${MONDAY}T10:00`, to: `${MONDAY}T11:00`, state: 'CANCELLED' }),
          row('b3', { from: `${MONDAY}T12:00`, to: `${MONDAY}T13:00`, state: 'HELD' }),
        ],
      }),
    );

    const starts = await desk.starts();

    expect(starts.map((start) => start.slice(0, 5))).toEqual([
      '09:00',
      '10:00',
      '11:00',
      '13:00',
      '14:00',
      '15:00',
    ]);
  });

  it('never changes, removes or replaces what the hub has booked', async () => {
    await karhu.import(bookableFile({ bookings: [row('b1')] }));
    const { legs } = await desk.hold();
    const local = legs[0]?.bookings[0]?.id.replace('karhu:', '') ?? '';
    const before = await desk.read('order-1');

    const missing = await karhu.import(bookableFile());
    const other = await karhu.import(bookableFile({ bookings: [row(local)] }));

    expect(bookingCounts(missing.changes)).toMatchObject({ removed: 1, changed: 0 });
    expect(bookingCounts(other.changes)).toMatchObject({ unchanged: 1, changed: 0, added: 0 });
    expect(await desk.read('order-1')).toEqual(before);
    expect(await desk.starts()).not.toContain('09:00 1');
  });

  it('of an export changes nothing, whatever the hub has booked', async () => {
    await karhu.import(bookableFile({ bookings: [row('b1')] }));
    await desk.hold({ legs: [{}, { start: at(`${MONDAY}T10:00`) }] });
    await desk.confirm({ legs: [0] });
    const exported = await exportCooperative(karhu.server.dataSource);

    const { changes, userErrors } = await karhu.import({ ...exported });

    expect(userErrors).toEqual([]);
    expect(bookingCounts(changes)).toMatchObject({
      added: 0,
      changed: 0,
      removed: 0,
      unchanged: 3,
    });
    expect(statesOf(await desk.read('order-1'))).toEqual(['CONFIRMED', 'HELD']);
  });

  it('of an export changes nothing after what the hub has booked was dropped', async () => {
    const services = [
      serviceRow({ gridMinutes: 60, resources: ['w1', 'w2'] }),
      serviceRow({ id: 'pesu', gridMinutes: 60, resources: ['w2'] }),
    ];
    await karhu.import(
      bookableFile({ resources: [resourceRow(), resourceRow({ id: 'w2' })], services }),
    );
    await desk.hold({ legs: [{ resourceId: 'karhu:w1' }, { serviceId: 'karhu:pesu' }] });
    await karhu.import(
      bookableFile({ services: [serviceRow({ id: 'kahvi', gridMinutes: 60, resources: ['w1'] })] }),
    );
    const exported = await exportCooperative(karhu.server.dataSource);

    const { changes, userErrors } = await karhu.import({ ...exported });

    expect(userErrors).toEqual([]);
    expect(changes.map(({ added, changed, removed }) => added + changed + removed)).toEqual([
      0, 0, 0, 0, 0,
    ]);
    expect(
      exported?.services.map(({ id, published, resources }) => ({ id, published, resources })),
    ).toEqual([
      { id: 'kahvi', published: true, resources: ['w1'] },
      { id: 'pesu', published: false, resources: [] },
      { id: 'siivous', published: false, resources: ['w1'] },
    ]);
    expect(exported?.bookings.map(({ resource }) => resource).toSorted()).toEqual(['w1', 'w2']);
    expect(statesOf(await desk.read('order-1'))).toEqual(['HELD', 'HELD']);
  });

  it('of an export into an empty database keeps ids, times and states', async () => {
    await karhu.import(bookableFile({ bookings: [row('b1', { state: 'COMPLETED' })] }));
    await desk.hold({ legs: [{}, { start: at(`${MONDAY}T10:00`) }] });
    await desk.confirm({ legs: [0] });
    karhu.clock.set('2026-11-23T10:15:00Z');
    const exported = await exportCooperative(karhu.server.dataSource);
    const copy = await startCooperative();

    await copy.import({ ...exported });

    expect(exported?.bookings.map(({ state }) => state).toSorted()).toEqual([
      'COMPLETED',
      'CONFIRMED',
      'EXPIRED',
    ]);
    expect((await exportCooperative(copy.server.dataSource))?.bookings).toEqual(exported?.bookings);
    await copy.close();
  });

  it('keeps the history of a booking of the file that it changes', async () => {
    await karhu.import(bookableFile({ bookings: [row('b1')] }));
    await karhu.import(bookableFile({ bookings: [row('b1', { to: `${MONDAY}T10:00` })] }));

    const { booking } = await desk.staff('declineBooking', { id: 'karhu:b1' });

    expect(booking?.history.map(({ kind }) => kind)).toEqual(['IMPORTED', 'IMPORTED', 'DECLINED']);
  });

  it('leaves a booking of the file as it is once staff have taken it further', async () => {
    const file = bookableFile({ bookings: [row('b1')] });
    await karhu.import(file);
    karhu.clock.set(at(`${MONDAY}T09:00`));
    await desk.staff('completeBooking', { id: 'karhu:b1', deliveredMinutes: 50 });

    const { changes } = await karhu.import(file);

    expect(bookingCounts(changes)).toMatchObject({ changed: 0, unchanged: 1 });
    const { booking } = await desk.staff('completeBooking', {
      id: 'karhu:b1',
      deliveredMinutes: 50,
    });
    expect(booking).toMatchObject({ state: 'COMPLETED', deliveredMinutes: 50 });
    expect(booking?.history.map(({ kind }) => kind)).toEqual(['IMPORTED', 'COMPLETED']);
  });

  it('is refused where its own bookings take more of a resource than there is', async () => {
    const bookings = [row('b1'), row('b2', { to: `${MONDAY}T10:00` }), row('b3', { quantity: 2 })];

    const { userErrors } = await karhu.import(bookableFile({ bookings: bookings.slice(0, 2) }));
    const dry = await karhu.import(bookableFile({ bookings: bookings.slice(2) }), true);

    expect(userErrors).toEqual([
      {
        code: 'BAD_USER_INPUT',
        field: ['json'],
        message: 'bookings[1]: wanted at most 1 of "w1" at a time, got 2 with "b2"',
      },
    ]);
    expect(dry.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    expect((await karhu.feed()).revision).toBe(0);
  });

  it('accepts bookings one after the other, and any number that does not count', async () => {
    const bookings = [
      row('b1'),
      row('b2', { from: `${MONDAY}T09:00`, to: `${MONDAY}T10:00` }),
      row('b3', { state: 'CANCELLED' }),
      row('b4', { state: 'NO_SHOW' }),
    ];

    expect((await karhu.import(bookableFile({ bookings }))).userErrors).toEqual([]);
  });

  it('is refused where it would book what the hub has given away', async () => {
    await karhu.import(bookableFile());
    await desk.hold();
    const bookings = [row('b1', { from: `${MONDAY}T08:00`, to: `${MONDAY}T12:00` })];

    const { userErrors } = await karhu.import(bookableFile({ bookings }));

    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['json'] }]);
    expect(userErrors[0]?.message).toContain('"b1"');
  });

  it('may make a resource smaller than what the hub has booked of it', async () => {
    await karhu.import(bookableFile({ resources: [resourceRow({ size: 2 })] }));
    await desk.hold({ legs: [{ quantity: 2 }] });

    const { userErrors } = await karhu.import(bookableFile());

    expect(userErrors).toEqual([]);
    expect(statesOf(await desk.read('order-1'))).toEqual(['HELD']);
  });

  it('is refused where the clocks skip all of a booking', async () => {
    const bookings = [row('b1', { from: '2027-03-28T03:30', to: '2027-03-28T04:00' })];

    const { userErrors } = await karhu.import(bookableFile({ bookings }));

    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    expect(userErrors[0]?.message).toContain('bookings[0]');
  });
});

describe('A database in which bookings are stored as a file has them', () => {
  it('is brought into today’s form when a process opens it', async () => {
    await karhu.import(bookableFile());
    const { connection } = karhu.database;
    const old = {
      service: 'siivous',
      resource: 'w1',
      from: `${MONDAY}T08:00`,
      to: `${MONDAY}T09:00`,
      quantity: 1,
      state: 'CONFIRMED',
    };
    await connection.collection<{ _id: string }>('bookings').insertOne({ _id: 'b1', ...old });

    const twin = await startCooperative({ connection });

    expect(await new Desk(twin).starts()).not.toContain('08:00 1');
    const exported = await exportCooperative(twin.server.dataSource);
    expect(exported?.bookings).toEqual([{ id: 'b1', ...old }]);
    await twin.close();
  });
});
