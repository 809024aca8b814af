import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { LimitsSchema } from '../../../subgraphs/shared/network-file/limits.js';
import { ask } from '../../support/ask.js';
import { eventually } from '../../support/eventually.js';
import { WIDE_LIMITS_JSON } from '../../support/networks/wide-limits.js';
import { openForEach, type OpenBooking } from '../opening.js';
import { codes, FAST, leg, orderOf, type PayloadAnswer } from '../support.js';

const orders = { ...WIDE_LIMITS_JSON.orders, atOneCooperative: 2 };
const LIMITS = LimitsSchema.parse({ ...WIDE_LIMITS_JSON, orders });
const FULL = { code: 'COOPERATIVE_UNAVAILABLE', retry: true };

describe('orders at a cooperative that hangs', () => {
  let opened: OpenBooking;
  openForEach(
    ['karhu', 'lumo'],
    (now) => {
      opened = now;
    },
    { limits: LIMITS },
  );

  const place = (legs: readonly object[], more: object = {}): Promise<PayloadAnswer> =>
    opened.booking.command('placeOrder', orderOf(legs, more));
  /** As many orders as may wait for karhu, all of them waiting. */
  const fill = async (keys: readonly [string, string]): Promise<Promise<PayloadAnswer>[]> => {
    const karhu = opened.owners.owner('karhu');
    karhu.fail('hang', 'holdBookings', 1_000);
    const waiting = keys.map((idempotencyKey, hour) =>
      place([leg('karhu', 8 + hour)], { idempotencyKey }),
    );
    await eventually(
      () => Promise.resolve(karhu.commands.length),
      (count) => count >= 2,
    );
    return waiting;
  };
  const countOrders = (): Promise<number> =>
    opened.database.connection.collection('orders').countDocuments();

  it('are so many at most: further ones are refused at once and leave nothing', async () => {
    const waiting = await fill(['one', 'two']);
    const idempotencyKey = randomUUID();
    const another = orderOf([leg('lumo', 8), leg('karhu', 12)], { idempotencyKey });

    const refused = await opened.booking.command('placeOrder', another);
    expect(refused).toMatchObject({ order: null, secret: null, userErrors: [FULL] });
    expect(refused.userErrors[0]?.message).toContain('limits.orders.atOneCooperative');
    expect(codes(await place([leg('karhu', 13)]))).toEqual(['COOPERATIVE_UNAVAILABLE']);
    expect(opened.owners.owner('lumo').commands).toEqual([]);
    expect(await countOrders()).toBe(2);

    opened.owners.owner('karhu').mend();
    for (const answer of await Promise.all(waiting)) expect(answer.order?.state).toBe('CONFIRMED');
    const again = await opened.booking.command('placeOrder', another);
    expect(again.order?.state).toBe('CONFIRMED');
  });

  it('say when to come back', async () => {
    const waiting = await fill(['one', 'two']);

    const { extensions } = await ask<object>(
      opened.booking.url,
      'mutation ($input: HoldOrderInput!) { holdOrder(input: $input) { userErrors { code } } }',
      { input: { idempotencyKey: 'three', ...orderOf([leg('karhu', 12)]) } },
    );
    expect(extensions).toMatchObject({
      retryAfterSeconds: Math.ceil(FAST.answerWithinMs / 1_000),
    });

    opened.owners.owner('karhu').mend();
    await Promise.all(waiting);
  });

  it('keep nobody from ordering elsewhere, from sending the same again, nor whoever has a role', async () => {
    const waiting = await fill(['one', 'two']);

    const elsewhere = await place([leg('lumo')]);
    expect(elsewhere.order?.state).toBe('CONFIRMED');
    const repeated = place([leg('karhu', 8)], { idempotencyKey: 'one' });
    const known = opened.booking.ask<{ placeOrder: PayloadAnswer }>(
      'mutation ($input: HoldOrderInput!) { placeOrder(input: $input) { order { state } userErrors { code } } }',
      { input: { idempotencyKey: 'coordinator', ...orderOf([leg('karhu', 12)]) } },
    );
    const karhu = opened.owners.owner('karhu');
    await eventually(countOrders, (count) => count === 4);
    karhu.mend();

    const [first] = await Promise.all(waiting);
    expect((await repeated).order?.id).toBe(first?.order?.id);
    expect((await known).data.placeOrder).toMatchObject({ order: { state: 'CONFIRMED' } });
  });
});
