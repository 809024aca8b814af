import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { LimitsSchema } from '../../../subgraphs/shared/network-file/limits.js';
import { eventually } from '../../support/eventually.js';
import { units } from '../../support/unit.js';
import { withRoles } from '../../shared/identity/policy/askers.js';
import { openForEach, type OpenBooking } from '../opening.js';
import {
  BUYER,
  codes,
  keep,
  leg,
  orderOf,
  type PayloadAnswer,
  type RunningBooking,
  type UserErrorAnswer,
} from '../support.js';

const LIMITS = LimitsSchema.parse({
  contact: { heldLegs: 3, commandsAtOnce: 4, visitsAhead: 5, seriesVisits: 4 },
  service: { heldPercent: 100 },
});

/** A day of its own for each, so that no place is short. */
const day = (number: number): object => {
  const start = new Date(Date.UTC(2027, 2, 22 + number, 10));
  return { ...leg('karhu'), start: start.toISOString() };
};
const days = (from: number, count: number): object[] =>
  Array.from({ length: count }, (_unused, index) => day(from + index));

const limitsOf = ({ userErrors }: PayloadAnswer): (string | undefined)[] =>
  userErrors.map(({ message }) => /limits\.[\w.]+/.exec(message)?.[0]);

describe('limits of the usual network', () => {
  it('are those that are written down', () => {
    expect(LimitsSchema.parse({})).toMatchObject({
      holdMinutes: 30,
      contact: {
        ...{ heldLegs: 20, commandsAtOnce: 10, visitsAhead: 60 },
        ...{ seriesVisits: 53, openRequests: 5 },
      },
      service: { heldPercent: 50, days: 30 },
      rates: { countsLoopback: false },
    });
  });
});

describe('a stranger', () => {
  let opened: OpenBooking;
  let booking: RunningBooking;
  openForEach(
    ['karhu'],
    (now) => {
      opened = now;
      booking = now.booking;
    },
    { limits: LIMITS },
  );

  const hold = (legs: readonly object[], more: object = {}): Promise<PayloadAnswer> =>
    booking.command('holdOrder', orderOf(legs, more));
  const place = (legs: readonly object[], more: object = {}): Promise<PayloadAnswer> =>
    booking.command('placeOrder', orderOf(legs, more));
  const series = async (
    from: number,
    visits: number,
    more: object = {},
  ): Promise<PayloadAnswer> => {
    const until = new Date(Date.UTC(2027, 2, 22 + from + 7 * (visits - 1))).toISOString();
    const { data } = await booking.ask<{ placeSeries: PayloadAnswer }>(
      `mutation ($input: PlaceSeriesInput!) { placeSeries(input: $input) {
        order { id state } secret userErrors { code message field alternatives retry } } }`,
      {
        input: {
          ...{ idempotencyKey: randomUUID(), buyer: BUYER, channel: 'WEB', ...day(from) },
          ...{ until: until.slice(0, 10), ...more },
        },
      },
      withRoles(),
    );
    keep(data.placeSeries);
    return data.placeSeries;
  };

  it('is to be reached somehow, whom the coordinator need not reach', async () => {
    const buyer = { name: 'Nobody', municipality: 'FI-609' };
    const input = { idempotencyKey: 'key', ...orderOf([day(0)], { buyer }) };
    const { data } = await booking.ask<{ holdOrder: PayloadAnswer }>(
      'mutation ($input: HoldOrderInput!) { holdOrder(input: $input) { order { id } userErrors { code } } }',
      { input },
    );

    expect(data.holdOrder).toMatchObject({ order: { id: expect.any(String) }, userErrors: [] });
    for (const phone of [undefined, '+358 40 or +46 123']) {
      const refused = await hold([day(1)], { buyer: { ...buyer, phone } });
      expect(refused.userErrors).toMatchObject([
        { code: 'BAD_USER_INPUT', field: ['buyer', 'phone'] },
      ]);
    }
    expect(codes(await hold([day(1)], { buyer: { ...buyer, email: 'a@b.example' } }))).toEqual([]);
  });

  it('holds so many legs at most, and as many again once they are given back, confirmed or over', async () => {
    const first = await hold(days(0, 2));
    const refused = await hold(days(2, 2));

    expect(limitsOf(refused)).toEqual(['limits.contact.heldLegs']);
    expect(refused.userErrors).toMatchObject([{ code: 'RATE_LIMITED', retry: true }]);
    expect(codes(await hold(days(2, 1)))).toEqual([]);
    await booking.command('cancelOrder', { orderId: first.order?.id });
    expect(codes(await hold(days(4, 2)))).toEqual([]);
    expect(codes(await hold(days(6, 1)))).toEqual(['RATE_LIMITED']);
    opened.clock.advance(15);
    expect(codes(await hold(days(6, 3)))).toEqual([]);
  });

  it('is not told to wait where one order alone holds more than there ever is room for', async () => {
    const refused = await hold(days(0, 4));

    expect(refused.userErrors).toMatchObject([{ code: 'RATE_LIMITED', retry: false }]);
    expect(refused.userErrors[0]?.message).toBe(
      'Legs that are held and not confirmed at most at once for one telephone number or e-mail address: 3 ' +
        '(limits.contact.heldLegs); this order alone has 4: order fewer at a time.',
    );
    expect(codes(await hold(days(0, 3)))).toEqual([]);
  });

  it('is the same one however the number or the address is written, in whatever process', async () => {
    const email = 'Anna@Example.org';
    await hold(days(0, 3), { buyer: { ...BUYER, email } });
    const another = await opened.startAnother({ limits: LIMITS });

    const again = [
      { ...BUYER, phone: '040-1234567' },
      { ...BUYER, phone: '00358 (0)40 123 4567' },
      { ...BUYER, phone: '+358 0401234567' },
      { ...BUYER, phone: undefined, email: ' anna@example.ORG' },
    ];
    for (const buyer of again) {
      const refused = await another.command('holdOrder', orderOf([day(5)], { buyer }));
      expect(codes(refused)).toEqual(['RATE_LIMITED']);
    }
    const other = { ...BUYER, phone: '+46 40 123 4567' };
    expect(codes(await hold([day(5)], { buyer: other }))).toEqual([]);
  });

  it('gets no more by asking at the same moment, and exactly as much', async () => {
    const answers = await Promise.all(days(0, 8).map((one) => hold([one])));

    const had = answers.filter(({ order }) => order !== null);
    expect(had).toHaveLength(3);
    expect(opened.owners.owner('karhu').ledger.taking()).toHaveLength(3);
  });

  it('is told the same again with the same key, and may send a refused command again later', async () => {
    const idempotencyKey = 'first';
    const first = await hold(days(0, 3), { idempotencyKey });
    const late = await hold([day(3)], { idempotencyKey: 'late' });

    expect(codes(late)).toEqual(['RATE_LIMITED']);
    const repeated = await hold(days(0, 3), { idempotencyKey });
    expect(repeated).toMatchObject({ order: { id: first.order?.id }, secret: first.secret });
    await booking.command('cancelOrder', { orderId: first.order?.id });
    expect(await hold([day(3)], { idempotencyKey: 'late' })).toMatchObject({
      order: { state: 'HELD' },
      userErrors: [],
    });
  });

  it('has so many visits ahead at most beside one series, until they are over', async () => {
    expect(codes(await series(0, 4))).toEqual([]);
    expect(codes(await place(days(40, 5)))).toEqual([]);
    const refused = await place([day(50)]);

    expect(limitsOf(refused)).toEqual(['limits.contact.visitsAhead']);
    expect(codes(await series(51, 1))).toEqual(['RATE_LIMITED']);
    opened.clock.advance(41 * 24 * 60 + 21 * 24 * 60);
    expect(codes(await place([day(70)]))).toEqual([]);
  });

  it('counts visits that are added to a series, and those only', async () => {
    const placed = await series(0, 4);
    const until = (visits: number): string =>
      new Date(Date.UTC(2027, 2, 22 + 7 * (visits - 1))).toISOString().slice(0, 10);
    const change = async (more: object): Promise<PayloadAnswer> => {
      const known = { orderId: placed.order?.id, secret: placed.secret, fromLeg: 0 };
      const { data } = await booking.ask<{ changeSeries: PayloadAnswer }>(
        `mutation ($input: ChangeSeriesInput!) { changeSeries(input: $input) {
          order { id } userErrors { code message retry } } }`,
        { input: { idempotencyKey: randomUUID(), ...known, ...more } },
        withRoles(),
      );
      return data.changeSeries;
    };

    const tooMany = await change({ until: until(10) });
    expect(limitsOf(tooMany)).toEqual(['limits.contact.visitsAhead']);
    expect(tooMany.userErrors[0]?.message).toMatch(/alone has 10/);
    expect(codes(await change({ until: until(7) }))).toEqual([]);
    // Seven visits, of which four count as none.
    expect(codes(await place(days(50, 3)))).toEqual(['RATE_LIMITED']);
    expect(codes(await place(days(50, 2)))).toEqual([]);
    expect(codes(await change({ until: until(8) }))).toEqual(['RATE_LIMITED']);
    expect(codes(await change({ start: atDay(1) }))).toEqual([]);
    expect(codes(await change({ fromLeg: 2, end: true }))).toEqual([]);
    expect(codes(await place(days(60, 3)))).toEqual([]);
  });

  it('claims nothing by a dry run', async () => {
    for (let run = 0; run < 8; run += 1) {
      expect(codes(await series(0, 4, { dryRun: true }))).toEqual([]);
    }

    expect(codes(await place(days(0, 5)))).toEqual([]);
    const accounts = await opened.database.connection.collection('accounts').find().toArray();
    expect(accounts.flatMap(({ claims }) => claims as object[])).toHaveLength(1);
  });

  it('has so many commands at most that nobody has answered, and may always give back', async () => {
    const quick = { limits: LIMITS, answerWithinMs: units(4), ownerTimeoutMs: units(2) };
    booking = await opened.startAnother(quick);
    const karhu = opened.owners.owner('karhu');
    const orders: PayloadAnswer['order'][] = [];
    for (const one of days(0, 5)) orders.push((await place([one])).order);
    const move = (index: number): Promise<PayloadAnswer> =>
      booking.command('moveOrder', { orderId: orders[index]?.id, start: atDay(20 + index) });
    karhu.fail('hang', 'moveBookings', 9);
    const waiting = await Promise.all([0, 1, 2, 3].map(move));

    expect(waiting.flatMap(codes)).toEqual([]);
    expect(limitsOf(await move(4))).toEqual(['limits.contact.commandsAtOnce']);
    expect(codes(await booking.command('cancelOrder', { orderId: orders[4]?.id }))).toEqual([]);
    karhu.mend();
    await eventually(
      () => booking.order(orders[0]?.id ?? ''),
      ({ data }) => data.order?.state === 'CONFIRMED',
    );
    expect(codes(await move(0))).toEqual([]);
  });

  it('never keeps whoever has a role from ordering for the same person', async () => {
    await hold(days(0, 3));
    const input = { idempotencyKey: 'phone', ...orderOf(days(3, 9)) };
    const { data } = await booking.ask<{ holdOrder: PayloadAnswer }>(
      'mutation ($input: HoldOrderInput!) { holdOrder(input: $input) { order { state } userErrors { code } } }',
      { input },
      withRoles('COORDINATOR'),
    );

    expect(data.holdOrder).toEqual({ order: { state: 'HELD' }, userErrors: [] });
  });

  it('keeps a hold no longer than it may last, however often it is extended', async () => {
    const { order } = await hold([day(0)]);
    const extend = async (): Promise<UserErrorAnswer[]> =>
      (await booking.command('extendHold', { orderId: order?.id })).userErrors;
    const ends: (string | null | undefined)[] = [];
    for (const minutes of [10, 10, 9]) {
      opened.clock.advance(minutes);
      const [refusal] = await extend();
      const { data } = await booking.order(order?.id ?? '');
      ends.push(refusal?.code ?? data.order?.expiresAt);
    }

    expect(ends).toEqual(['2027-03-01T08:25:00.000Z', '2027-03-01T08:30:00.000Z', 'RATE_LIMITED']);
    opened.clock.advance(1);
    const { data } = await booking.order(order?.id ?? '');
    expect(data.order?.state).toBe('EXPIRED');
  });
});

function atDay(number: number): string {
  return new Date(Date.UTC(2027, 2, 22 + number, 10)).toISOString();
}
