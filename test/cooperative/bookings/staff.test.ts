import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '../../../subgraphs/shared/words/cursors.js';
import {
  at,
  bookableFile,
  codesOf,
  Desk,
  MONDAY,
  resourceRow,
  type BookingView,
} from './support.js';
import { serviceRow, startCooperative, type Json, type RunningCooperative } from '../support.js';

let karhu: RunningCooperative;
let desk: Desk;

beforeEach(async () => {
  karhu = await startCooperative();
  desk = new Desk(karhu);
  await karhu.import(
    bookableFile({
      resources: [resourceRow(), resourceRow({ id: 'w2' })],
      services: [serviceRow({ gridMinutes: 60, resources: ['w1', 'w2'] })],
    }),
  );
});
afterEach(() => karhu.close());

const confirmed = async (orderId = 'order-1', leg: Json = {}): Promise<string> => {
  await desk.hold({ orderId, legs: [leg] });
  const { legs } = await desk.confirm({ orderId });
  return legs[0]?.bookings[0]?.id ?? '';
};

describe('The staff', () => {
  it('start and complete a booking, and say what was delivered', async () => {
    const id = await confirmed();

    const started = await desk.staff('startBooking', { id });
    const completed = await desk.staff('completeBooking', { id, deliveredMinutes: 75 });

    expect(started.booking?.state).toBe('STARTED');
    expect(completed.booking).toMatchObject({ state: 'COMPLETED', deliveredMinutes: 75 });
    expect(completed.booking?.history.map(({ kind }) => kind)).toEqual([
      'HELD',
      'CONFIRMED',
      'STARTED',
      'COMPLETED',
    ]);
  });

  it.each([
    ['startBooking', {}],
    ['completeBooking', { deliveredMinutes: 60 }],
    ['declineBooking', {}],
    ['recordNoShow', {}],
  ])('may repeat %s without effect', async (act, more) => {
    const id = await confirmed();
    karhu.clock.set(at(`${MONDAY}T09:00`));
    const first = await desk.staff(act, { id, ...more });

    const second = await desk.staff(act, { id, ...more });

    expect(first.userErrors).toEqual([]);
    expect(second).toEqual(first);
  });

  it('free the place of who is declined, and of who did not come', async () => {
    await desk.staff('declineBooking', { id: await confirmed('a', { quantity: 1 }) });
    const id = await confirmed('b', { quantity: 1 });
    karhu.clock.set(at(`${MONDAY}T09:00`));
    await desk.staff('recordNoShow', { id });

    expect(await desk.starts()).toContain('09:00 2');
  });

  it('act on the bookings of the file too', async () => {
    const times = { from: `${MONDAY}T08:00`, to: `${MONDAY}T09:00` };
    const bookings = [{ id: 'b1', service: 'siivous', resource: 'w1', ...times }];
    await karhu.import(bookableFile({ bookings }));

    const { booking } = await desk.staff('startBooking', { id: 'karhu:b1' });

    expect(booking).toMatchObject({ state: 'STARTED', orderReference: null });
  });

  it.each<[string, string, Json]>([
    ['startBooking', 'INVALID_STATE', {}],
    ['completeBooking', 'INVALID_STATE', { deliveredMinutes: 60 }],
    ['recordNoShow', 'INVALID_STATE', {}],
  ])('cannot do %s to a mere hold', async (act, code, more) => {
    const { legs } = await desk.hold();
    const id = legs[0]?.bookings[0]?.id;

    const payload = await desk.staff(act, { id, ...more });

    expect(payload).toMatchObject({ booking: null, userErrors: [{ code, field: ['id'] }] });
    expect((await desk.read('order-1')).legs[0]?.bookings[0]?.history).toHaveLength(1);
  });

  it.each<[string, Json]>([
    ['completeBooking', { deliveredMinutes: 60 }],
    ['recordNoShow', {}],
  ])('cannot do %s before the booking has begun', async (act, more) => {
    const id = await confirmed();
    karhu.clock.set(at(`${MONDAY}T08:59`));
    const early = await desk.staff(act, { id, ...more });
    karhu.clock.set(at(`${MONDAY}T09:00`));

    const inTime = await desk.staff(act, { id, ...more });

    expect(early).toMatchObject({
      booking: null,
      userErrors: [{ code: 'INVALID_STATE', field: ['id'] }],
    });
    expect(inTime.userErrors).toEqual([]);
  });

  it('cannot complete twice with other minutes, nor out of all bounds', async () => {
    const id = await confirmed();
    karhu.clock.set(at(`${MONDAY}T09:00`));
    const outOfBounds = await desk.staff('completeBooking', { id, deliveredMinutes: 100_001 });
    await desk.staff('completeBooking', { id, deliveredMinutes: 60 });

    const again = await desk.staff('completeBooking', { id, deliveredMinutes: 90 });

    expect(outOfBounds.userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', field: ['deliveredMinutes'] },
    ]);
    expect(codesOf(again)).toEqual(['INVALID_STATE']);
  });

  it('cannot decline a hold that has run out', async () => {
    const { legs } = await desk.hold();
    karhu.clock.set('2026-11-23T10:15:00Z');

    const payload = await desk.staff('declineBooking', { id: legs[0]?.bookings[0]?.id });

    expect(codesOf(payload)).toEqual(['HOLD_EXPIRED']);
  });

  it.each([
    ['karhu:none', 'NOT_FOUND'],
    ['lumo:b1', 'FORBIDDEN'],
    ['b1', 'BAD_USER_INPUT'],
  ])('find no booking %s: %s', async (id, code) => {
    expect(codesOf(await desk.staff('startBooking', { id }))).toEqual([code]);
  });
});

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: BookingView }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

describe('Cooperative.bookings', () => {
  const page = async (args: Json = {}) => {
    const { data, errors } = await karhu.ask<{ _entities: ({ bookings: Page | null } | null)[] }>(
      `query ($from: Date!, $to: Date, $resourceId: ID, $states: [BookingState!], $first: Int!, $after: String) {
        _entities(representations: [{ __typename: "Cooperative", id: "karhu" }]) {
          ... on Cooperative {
            bookings(from: $from, to: $to, resourceId: $resourceId, states: $states, first: $first, after: $after) {
              edges { cursor node { id start state orderReference } }
              pageInfo { hasNextPage endCursor }
            }
          }
        }
      }`,
      { from: MONDAY, first: 100, ...args },
    );
    return { page: data._entities[0]?.bookings, code: errors?.[0]?.extensions.code };
  };
  const rows = async (args: Json = {}) =>
    (await page(args)).page?.edges.map(({ node }) => `${node.start.slice(5, 13)} ${node.state}`);

  beforeEach(async () => {
    const booking = { service: 'siivous', resource: 'w2', quantity: 1 };
    await karhu.import(
      bookableFile({
        resources: [resourceRow(), resourceRow({ id: 'w2' })],
        services: [serviceRow({ gridMinutes: 60, resources: ['w1', 'w2'] })],
        bookings: [
          { id: 'night', ...booking, from: '2027-03-21T22:00', to: `${MONDAY}T02:00` },
          { id: 'month', ...booking, from: '2027-03-22T09:00', to: '2027-04-22T09:00' },
          { id: 'next', ...booking, from: '2027-05-03T09:00', to: '2027-05-03T10:00' },
        ],
      }),
    );
    await confirmed('a', { start: at(`${MONDAY}T08:00`), resourceId: 'karhu:w1' });
    await desk.hold({ orderId: 'b', legs: [{ start: at(`${MONDAY}T12:00`) }] });
  });

  it('gives what touches a day, by start', async () => {
    expect(await rows()).toEqual([
      '03-21T20 CONFIRMED',
      '03-22T06 CONFIRMED',
      '03-22T07 CONFIRMED',
      '03-22T10 HELD',
    ]);
  });

  it('gives what touches any of several days, both included', async () => {
    expect(await rows({ from: '2027-04-21', to: '2027-05-03' })).toEqual([
      '03-22T07 CONFIRMED',
      '05-03T06 CONFIRMED',
    ]);
    expect(await rows({ from: '2027-04-23', to: '2027-05-02' })).toEqual([]);
  });

  it('is narrowed to a resource and to states; a hold that ran out is EXPIRED', async () => {
    expect(await rows({ resourceId: 'karhu:w2' })).toHaveLength(2);
    expect(await rows({ states: ['HELD'] })).toEqual(['03-22T10 HELD']);
    karhu.clock.set('2026-11-23T10:15:00Z');

    expect(await rows({ states: ['HELD'] })).toEqual([]);
    expect(await rows({ states: ['EXPIRED', 'STARTED'] })).toEqual(['03-22T10 EXPIRED']);
    expect(await rows({ states: [] })).toEqual([]);
  });

  it('is paged', async () => {
    const first = (await page({ first: 3 })).page;
    const second = (await page({ first: 3, after: first?.pageInfo.endCursor })).page;

    expect(first?.pageInfo.hasNextPage).toBe(true);
    expect(second?.edges.map(({ node }) => node.state)).toEqual(['HELD']);
    expect(second?.pageInfo.hasNextPage).toBe(false);
  });

  it.each<[string, Json]>([
    ['a page of none', { first: 0 }],
    ['a page of 501', { first: 501 }],
    ['a cursor of no instant', { after: encodeCursor([1e300, 'x']) }],
    ['days that end before they begin', { to: '2027-03-21' }],
    ['more than a year', { to: '2028-03-23' }],
    ['a resource of another cooperative', { resourceId: 'lumo:w1' }],
    ['a cursor of something else', { after: 'abc' }],
  ])('refuses %s', async (_what, args) => {
    expect(await page(args)).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('A Booking reference', () => {
  it('is loaded by id, many in one query; another cooperative’s is refused alone', async () => {
    const id = await confirmed();

    const { data, errors } = await karhu.ask<{ _entities: unknown[] }>(
      `query ($representations: [_Any!]!) {
        _entities(representations: $representations) {
          ... on Booking { id state resourceId service { id } customer { name phone email municipality } }
        }
      }`,
      {
        representations: [id, 'karhu:none', 'lumo:b1'].map((each) => ({
          __typename: 'Booking',
          id: each,
        })),
      },
    );

    expect(data._entities).toEqual([
      {
        id,
        state: 'CONFIRMED',
        resourceId: 'karhu:w1',
        service: { id: 'karhu:siivous' },
        customer: {
          name: 'Maija Mehiläinen',
          phone: '+358 40 123',
          email: null,
          municipality: 'FI-609',
        },
      },
      null,
      null,
    ]);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  });
});
