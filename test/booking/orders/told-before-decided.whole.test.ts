import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ask } from '../../support/ask.js';
import { eventually } from '../../support/eventually.js';
import type { LedgerInput } from '../../support/fakes/ledger.js';
import type { FakeOwner } from '../../support/fakes/owners.js';
import { units } from '../../support/unit.js';
import { openForEach } from '../opening.js';
import {
  BUYER,
  codes,
  leg,
  orderOf,
  told,
  type PayloadAnswer,
  type RunningBooking,
} from '../support.js';

const AFTERNOON = '2027-03-22T15:00:00Z';

describe('a command whose caller was told that it goes on, and that is refused later', () => {
  let booking: RunningBooking;
  /** Makes what a test begins with, however busy the machine is. */
  let patient: RunningBooking;
  let lumo: FakeOwner;

  openForEach(
    ['karhu', 'lumo'],
    async (opened) => {
      booking = opened.booking;
      patient = await opened.startAnother({ answerWithinMs: units(100) });
      lumo = opened.owners.owner('lumo');
    },
    { answerWithinMs: units(15) },
  );

  const both = [leg('karhu'), leg('lumo')];
  const rowsOf = (orderId: string) => lumo.ledger.of(orderId);
  const expire = (orderId: string): void => {
    for (const row of rowsOf(orderId)) row.state = 'EXPIRED';
  };
  const begin = (orderId: string): void => {
    for (const row of rowsOf(orderId)) row.state = 'STARTED';
  };
  const shut = (): void => {
    lumo.ledger.capacityByService.set('lumo:siivous', 0);
  };
  const close = (orderId: string): void => {
    const all = { idempotencyKey: 'close', orderId, legs: null } as unknown as LedgerInput;
    lumo.ledger.run('releaseBookings', all);
  };

  interface Case {
    readonly name: string;
    /** What of lumo's fails until it refuses. */
    readonly act: string;
    /** The command that made the order, if it is another one. */
    readonly after?: 'holdOrder' | 'placeOrder';
    readonly input: object;
    /** Has lumo refuse from now on. */
    readonly spoil: (orderId: string) => void;
  }
  const cases: Case[] = [
    { name: 'placeOrder', act: 'confirmBookings', input: orderOf(both), spoil: expire },
    {
      name: 'enrol',
      act: 'enrolBookings',
      input: { buyer: BUYER, channel: 'PHONE', leg: leg('lumo') },
      spoil: close,
    },
    {
      name: 'confirmOrder',
      act: 'confirmBookings',
      after: 'holdOrder',
      input: {},
      spoil: expire,
    },
    { name: 'extendHold', act: 'extendBookings', after: 'holdOrder', input: {}, spoil: expire },
    {
      name: 'moveOrder',
      act: 'moveBookings',
      after: 'placeOrder',
      input: { leg: 1, start: AFTERNOON },
      spoil: shut,
    },
    { name: 'cancelOrder', act: 'cancelBookings', after: 'placeOrder', input: {}, spoil: begin },
    {
      name: 'cancelLeg',
      act: 'cancelBookings',
      after: 'placeOrder',
      input: { leg: 1 },
      spoil: begin,
    },
  ];

  it.each(cases)(
    'is answered as the first time: $name',
    async ({ name, act, after, input, spoil }) => {
      const made = after ? await patient.command(after, orderOf(both)) : null;
      const { secret } = made ?? {};
      const order = made ? { orderId: made.order?.id, secret } : {};
      const command = { idempotencyKey: randomUUID(), ...order, ...input };
      lumo.fail('broken', act, 99);

      const first = await booking.command(name, command);
      const id = first.order?.id ?? '';
      spoil(id);
      lumo.mend();
      const over = await eventually(
        async () => (await booking.order(id)).data.order,
        (seen) => seen !== null && seen.history.some(({ text }) => text.includes('refuse')),
      );
      const again = await booking.command(name, command);

      expect(first).toMatchObject({ order: { state: 'PENDING' }, userErrors: [] });
      expect(told(again)).toEqual(told(first));
      expect(again.order?.state).not.toBe('PENDING');
      // Why it came to nothing is told by the order.
      expect(again.order?.problem ?? over?.problem).not.toBeNull();
    },
  );

  it('is answered as the first time: placeSeries', async () => {
    const input = {
      ...{ idempotencyKey: randomUUID(), buyer: BUYER, channel: 'PHONE' },
      ...{ serviceId: 'lumo:siivous', start: '2027-03-22T10:00:00Z', minutes: 60 },
      until: '2027-04-05',
    };
    const place = async (): Promise<PayloadAnswer & { conflicts: object[] }> => {
      const { data } = await ask<{ placeSeries: PayloadAnswer & { conflicts: object[] } }>(
        booking.url,
        `mutation ($input: PlaceSeriesInput!) { placeSeries(input: $input) {
          order { id state } secret conflicts { start } userErrors { code message retry } } }`,
        { input },
      );
      return data.placeSeries;
    };
    lumo.fail('broken', 'confirmBookings', 99);

    const first = await place();
    expire(first.order?.id ?? '');
    lumo.mend();
    await eventually(place, ({ order }) => order?.state !== 'PENDING');
    const again = await place();

    expect(first).toMatchObject({ order: { state: 'PENDING' }, conflicts: [], userErrors: [] });
    expect({ ...told(again), conflicts: again.conflicts }).toEqual({
      ...told(first),
      conflicts: first.conflicts,
    });
  });

  it('is remembered also where it only joins another with the same aim', async () => {
    const { order, secret } = await patient.command('holdOrder', orderOf(both));
    const confirm = () => ({ orderId: order?.id, secret, idempotencyKey: randomUUID() });
    lumo.fail('broken', 'confirmBookings', 99);
    const [one, other] = [confirm(), confirm()];

    await booking.command('confirmOrder', one);
    const joined = await booking.command('confirmOrder', other);
    expire(order?.id ?? '');
    lumo.mend();
    await eventually(
      () => booking.command('confirmOrder', one),
      (seen) => seen.order?.state === 'EXPIRED',
    );

    expect(joined).toMatchObject({ order: { state: 'PENDING' }, userErrors: [] });
    expect(told(await booking.command('confirmOrder', other))).toEqual(told(joined));
    const another = { ...other, orderId: order?.id };
    expect(codes(await booking.command('cancelOrder', another))).toEqual(['IDEMPOTENCY_CONFLICT']);
  });

  it('is told that nothing was decided where another one is under way, and is carried out when it is sent again', async () => {
    const { order, secret } = await patient.command('placeOrder', orderOf(both));
    const move = (hour: number) => ({
      ...{ orderId: order?.id, secret, idempotencyKey: randomUUID(), leg: 1 },
      start: `2027-03-22T${hour}:00:00Z`,
    });
    const later = move(18);
    lumo.fail('broken', 'moveBookings', 99);

    await booking.command('moveOrder', move(15));
    const busy = await booking.command('moveOrder', later);
    lumo.mend();
    const carriedOut = await eventually(
      () => booking.command('moveOrder', later),
      ({ userErrors }) => userErrors.every(({ retry }) => !retry),
    );

    expect(busy.userErrors).toMatchObject([{ code: 'COOPERATIVE_UNAVAILABLE', retry: true }]);
    expect(carriedOut.order?.legs[1]?.start).toBe('2027-03-22T18:00:00.000Z');
  });
});
