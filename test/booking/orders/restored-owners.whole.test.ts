import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino, type Logger } from 'pino';
import type { BookingServerOptions } from '../../../subgraphs/booking/server.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../../support/database.js';
import { eventually } from '../../support/eventually.js';
import { startFakeOwners, type FakeOwner, type FakeOwners } from '../../support/fakes/owners.js';
import type { LedgerLeg } from '../../support/fakes/ledger.js';
import { units } from '../../support/unit.js';
import {
  codes,
  forgetOrders,
  leg,
  orderOf,
  startBooking,
  TestClock,
  type PayloadAnswer,
  type RunningBooking,
} from '../support.js';

interface OrderView {
  readonly id: string;
  readonly state: string;
  readonly problem: string | null;
  readonly legs: {
    readonly state: string;
    readonly start: string;
    readonly problem: string | null;
    readonly disagreement: string | null;
  }[];
}

const VIEW = 'id state problem legs { state start problem disagreement }';

describe('an order of a cooperative whose books are older than the order', () => {
  let database: Database;
  let owners: FakeOwners;
  let booking: RunningBooking;
  let karhu: FakeOwner;
  let lumo: FakeOwner;
  let lines: string[];
  const clock = new TestClock();
  const open = (times: Partial<BookingServerOptions> = {}): Promise<RunningBooking> => {
    const log: Logger = pino({ level: 'warn' }, { write: (line) => lines.push(line) });
    return startBooking(database, owners, clock, { log, lookEveryMs: 60_000, ...times });
  };

  beforeAll(async () => {
    database = await openFreshDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await forgetOrders(database);
    owners = await startFakeOwners(['karhu', 'lumo'], clock);
    lines = [];
    booking = await open();
    karhu = owners.owner('karhu');
    lumo = owners.owner('lumo');
  });
  afterEach(async () => {
    await booking.close();
    await owners.close();
  });

  const secretOf = new Map<string, string>();
  const place = async (...legs: readonly object[]): Promise<string> => {
    const { order, secret } = await booking.command('placeOrder', orderOf(legs));
    expect(order?.state).toBe('CONFIRMED');
    secretOf.set(order?.id ?? '', secret ?? '');
    return order?.id ?? '';
  };
  const act = (name: string, orderId: string, more: object = {}): Promise<PayloadAnswer> =>
    booking.command(name, { orderId, secret: secretOf.get(orderId), ...more });
  const read = async (id: string): Promise<OrderView> => {
    const query = `query ($id: ID!, $secret: String) { order(id: $id, secret: $secret) { ${VIEW} } }`;
    const { data } = await booking.ask<{ order: OrderView }>(query, {
      id,
      secret: secretOf.get(id),
    });
    return data.order;
  };
  const listed = async (needsAttention = true): Promise<OrderView[]> => {
    const { data } = await booking.ask<{ orders: { edges: { node: OrderView }[] } }>(
      `query ($is: Boolean) { orders(filter: { needsAttention: $is }) { edges { node { ${VIEW} } } } }`,
      { is: needsAttention },
    );
    return data.orders.edges.map(({ node }) => node);
  };
  const becomes = (id: string, isIt: (order: OrderView) => boolean): Promise<OrderView> =>
    eventually(() => read(id), isIt);
  const restore = (owner: FakeOwner, change: Partial<LedgerLeg>): void => {
    for (const row of owner.ledger.rows) Object.assign(row, change);
  };
  const lookNow = (): Promise<unknown> =>
    database.connection
      .collection('orders')
      .updateMany({}, { $set: { lookAt: new Date('2020-01-01T00:00:00Z') } });
  const findings = (): unknown[] =>
    lines
      .map((line) => JSON.parse(line) as { msg: string })
      .filter(({ msg }) => msg.startsWith('An owner has a leg otherwise'));

  it('made after the backup stands, is listed with the reason, and can be called off', async () => {
    const id = await place(leg('karhu'), leg('lumo'));
    karhu.ledger.rows.length = 0;

    const order = await read(id);
    await read(id);
    const list = await listed();
    const others = await listed(false);
    const cancelled = await act('cancelOrder', id);

    expect(order).toMatchObject({
      state: 'CONFIRMED',
      problem: 'Leg 0: Its owner knows nothing of it; it is confirmed here.',
      legs: [
        {
          state: 'CONFIRMED',
          disagreement: 'NOT_KNOWN',
          problem: 'Its owner knows nothing of it; it is confirmed here.',
        },
        { state: 'CONFIRMED', disagreement: null, problem: null },
      ],
    });
    expect(list).toEqual([order]);
    expect(others).toEqual([]);
    expect(findings()).toMatchObject([
      { order: id, leg: 0, cooperative: 'karhu', disagreement: 'NOT_KNOWN' },
    ]);
    expect(cancelled.order?.state).toBe('CANCELLED');
    expect(await read(id)).toMatchObject({
      problem: null,
      legs: [
        { state: 'CANCELLED', disagreement: null, problem: null },
        { state: 'CANCELLED', disagreement: null, problem: null },
      ],
    });
    expect(lumo.ledger.taking()).toEqual([]);
    expect(await listed()).toEqual([]);
  });

  it('is found out though nobody reads it, and so are the other orders there', async () => {
    await booking.close();
    // Who is not heard in time is looked at again only after a minute.
    booking = await open({ ownerTimeoutMs: units(50), answerWithinMs: units(100) });
    const ids = [await place(leg('karhu', 8)), await place(leg('karhu', 10))];
    karhu.ledger.rows.length = 0;
    const first = ids[0] ?? '';
    await database.connection
      .collection<{ _id: string }>('orders')
      .updateOne({ _id: first }, { $set: { lookAt: new Date('2020-01-01T00:00:00Z') } });

    const list = await eventually(listed, (orders) => orders.length === 2);

    expect(list.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(findings()).toHaveLength(2);
  });

  it('agrees again by itself when the books are whole again', async () => {
    const id = await place(leg('karhu'));
    const rows = karhu.ledger.rows.splice(0);
    expect(await read(id)).toMatchObject({ legs: [{ disagreement: 'NOT_KNOWN' }] });

    karhu.ledger.rows.push(...rows);

    expect(await read(id)).toMatchObject({
      state: 'CONFIRMED',
      problem: null,
      legs: [{ state: 'CONFIRMED', disagreement: null, problem: null }],
    });
    expect(await listed()).toEqual([]);
  });

  it('is confirmed once more where the backup has it as held', async () => {
    const id = await place(leg('karhu'));
    restore(karhu, { state: 'HELD', expiresAt: new Date('2027-03-01T08:10:00Z') });

    expect(await read(id)).toMatchObject({
      state: 'CONFIRMED',
      legs: [{ state: 'CONFIRMED', disagreement: 'OTHER_STATE' }],
    });
    const order = await becomes(id, ({ legs }) => legs[0]?.disagreement === null);

    expect(order).toMatchObject({ state: 'CONFIRMED', problem: null });
    expect(karhu.ledger.rows).toMatchObject([{ state: 'CONFIRMED' }]);
  });

  it('is not dropped where that hold has run out', async () => {
    const id = await place(leg('karhu'));
    restore(karhu, { state: 'EXPIRED', expiresAt: null });

    expect(await read(id)).toMatchObject({
      state: 'CONFIRMED',
      legs: [
        {
          state: 'CONFIRMED',
          disagreement: 'OTHER_STATE',
          problem: 'Its owner has it as expired; it is confirmed here.',
        },
      ],
    });
    expect(await listed()).toHaveLength(1);
  });

  it.each(['a new key', 'the same key'])(
    'never says CANCELLED while the owner has it, asked once more with %s',
    async (which) => {
      const id = await place(leg('karhu'));
      const key = 'the key with which it was called off';
      await act('cancelOrder', id, { idempotencyKey: key });
      restore(karhu, { state: 'CONFIRMED' });

      const again = await act(
        'cancelOrder',
        id,
        which === 'a new key' ? {} : { idempotencyKey: key },
      );

      const isTaken = karhu.ledger.taking().length > 0;
      expect(isTaken && again.order?.state === 'CANCELLED').toBe(false);
      expect(codes(again)).toEqual([]);
      await becomes(id, ({ state }) => state === 'CANCELLED');
      expect(karhu.ledger.taking()).toEqual([]);
    },
  );

  it('is called off there once more, though nobody asks', async () => {
    const id = await place(leg('karhu'));
    await act('cancelOrder', id);
    restore(karhu, { state: 'CONFIRMED' });

    await lookNow();
    await eventually(
      () => Promise.resolve(karhu.ledger.taking()),
      (taken) => taken.length === 0,
    );

    expect(await becomes(id, ({ state }) => state === 'CANCELLED')).toMatchObject({
      problem: null,
      legs: [{ state: 'CANCELLED', disagreement: null, problem: null }],
    });
  });

  it('is called off by itself once, and is a person’s to see to when it stands again', async () => {
    const id = await place(leg('karhu'));
    await act('cancelOrder', id);
    restore(karhu, { state: 'CONFIRMED' });
    await read(id);
    await becomes(id, ({ state }) => state === 'CANCELLED');

    restore(karhu, { state: 'CONFIRMED' });
    const order = await read(id);

    expect(order).toMatchObject({
      state: 'CONFIRMED',
      legs: [{ state: 'CONFIRMED', disagreement: 'STILL_STANDING' }],
    });
    expect(await listed()).toHaveLength(1);
    expect((await act('cancelOrder', id)).order?.state).toBe('CANCELLED');
    expect(karhu.ledger.taking()).toEqual([]);
    expect(await listed()).toEqual([]);
  });

  it('keeps its other legs where one that was called off stands again', async () => {
    const id = await place(leg('karhu', 8), leg('karhu', 10));
    await act('cancelLeg', id, { leg: 1 });
    restore(karhu, { state: 'CONFIRMED' });

    expect(await read(id)).toMatchObject({ state: 'CONFIRMED' });
    await becomes(id, ({ legs }) => legs[1]?.state === 'CANCELLED');

    expect(karhu.ledger.rows).toMatchObject([{ state: 'CONFIRMED' }, { state: 'CANCELLED' }]);
    expect(await read(id)).toMatchObject({
      state: 'CONFIRMED',
      legs: [{ state: 'CONFIRMED' }, {}],
    });
  });

  it('is shown as begun where the owner has begun what was called off', async () => {
    const id = await place(leg('karhu'));
    await act('cancelOrder', id);
    restore(karhu, { state: 'STARTED' });

    const again = await act('cancelOrder', id);

    expect(codes(again)).toEqual(['INVALID_STATE']);
    expect(await read(id)).toMatchObject({
      state: 'CONFIRMED',
      legs: [{ state: 'STARTED', disagreement: 'STILL_STANDING' }],
    });
    expect(await listed()).toHaveLength(1);
  });

  it('is listed at the start that its owner has, until that is agreed', async () => {
    const id = await place(leg('karhu', 8));
    const [before, after] = ['2027-03-22T08:00:00.000Z', '2027-03-22T12:00:00.000Z'];
    await act('moveOrder', id, { leg: 0, start: after });
    restore(karhu, { start: new Date(before) });

    const order = await read(id);
    const later = await read(id);

    expect(order).toMatchObject({
      legs: [
        {
          ...{ start: before, disagreement: 'OTHER_START' },
          problem: expect.stringContaining('2027-03-22T14:00+02:00'),
        },
      ],
    });
    expect(later).toEqual(order);
    expect(await listed()).toHaveLength(1);
    await act('moveOrder', id, { leg: 0, start: before });
    expect(await read(id)).toMatchObject({ legs: [{ disagreement: null, problem: null }] });
  });

  it('that was confirmed is not said to be fine without looking', async () => {
    const id = await place(leg('karhu'));
    karhu.ledger.rows.length = 0;

    const { order } = await act('confirmOrder', id);

    expect(order).toMatchObject({
      state: 'CONFIRMED',
      legs: [{ problem: 'Its owner knows nothing of it; it is confirmed here.' }],
    });
  });

  it('is left as it is where the owner does not answer, or refuses to', async () => {
    const id = await place(leg('karhu'));
    karhu.ledger.rows.length = 0;
    karhu.fail('error', 'readBookings', 1);
    karhu.fail('broken', 'readBookings', 1);

    expect(await read(id)).toMatchObject({ legs: [{ disagreement: null }] });
    expect(await read(id)).toMatchObject({ legs: [{ disagreement: null }] });
  });

  it('shows its other legs as their owners have them while one owner is silent', async () => {
    lumo.fail('hang', 'confirmBookings', 99);
    const wish = orderOf([leg('karhu'), leg('lumo')]);
    const { order, secret } = await booking.command('placeOrder', wish);
    expect(order?.state).toBe('PENDING');
    secretOf.set(order?.id ?? '', secret ?? '');
    restore(karhu, { state: 'CANCELLED' });

    const seen = await read(order?.id ?? '');

    expect(seen).toMatchObject({ state: 'PENDING', legs: [{ state: 'CANCELLED' }, {}] });
  });
});
