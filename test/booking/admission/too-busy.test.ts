import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { LimitsSchema } from '../../../subgraphs/shared/network-file/limits.js';
import { ask } from '../../support/ask.js';
import { eventually } from '../../support/eventually.js';
import { WIDE_LIMITS_JSON } from '../../support/networks/wide-limits.js';
import { units } from '../../support/unit.js';
import { openForEach, type OpenBooking } from '../opening.js';
import { codes, leg, orderOf, type PayloadAnswer } from '../support.js';

const orders = { ...WIDE_LIMITS_JSON.orders, atOnce: 1 };
const LIMITS = LimitsSchema.parse({ ...WIDE_LIMITS_JSON, orders });
/** Long, so that the order that has the place keeps it for as long as a test looks. */
const ANSWER_WITHIN_MS = units(160);

describe('an order while as many are made as can be', () => {
  let opened: OpenBooking;
  openForEach(
    ['karhu', 'lumo'],
    (now) => {
      opened = now;
    },
    { limits: LIMITS, answerWithinMs: ANSWER_WITHIN_MS },
  );

  const place = (legs: readonly object[], more: object = {}): Promise<PayloadAnswer> =>
    opened.booking.command('placeOrder', orderOf(legs, more));
  const countOrders = (): Promise<number> =>
    opened.database.connection.collection('orders').countDocuments();
  /** The one order that can be made, which waits for its owner. */
  const occupy = async (idempotencyKey: string): Promise<[Promise<PayloadAnswer>]> => {
    const karhu = opened.owners.owner('karhu');
    karhu.fail('hang', 'holdBookings', 1_000);
    const before = await countOrders();
    const waiting = place([leg('karhu')], { idempotencyKey });
    await eventually(countOrders, (count) => count > before);
    return [waiting];
  };

  it('is refused at once, is told when to come back, leaves nothing, and may be sent again', async () => {
    const [waiting] = await occupy('first');
    const input = { idempotencyKey: randomUUID(), ...orderOf([leg('lumo')]) };

    const { data, extensions } = await ask<{ placeOrder: PayloadAnswer }>(
      opened.booking.url,
      `mutation ($input: HoldOrderInput!) { placeOrder(input: $input) {
        order { id } userErrors { code message retry } } }`,
      { input },
    );
    expect(data.placeOrder).toMatchObject({
      order: null,
      userErrors: [
        { code: 'TOO_BUSY', retry: true, message: expect.stringContaining('limits.orders.atOnce') },
      ],
    });
    expect(extensions).toMatchObject({ retryAfterSeconds: Math.ceil(ANSWER_WITHIN_MS / 1_000) });
    expect(await countOrders()).toBe(1);
    expect(await opened.database.connection.collection('accounts').countDocuments()).toBe(1);
    expect(opened.owners.owner('lumo').commands).toEqual([]);

    opened.owners.owner('karhu').mend();
    expect((await waiting).order?.state).toBe('CONFIRMED');
    const again = await opened.booking.command('placeOrder', input);
    expect(again.order?.state).toBe('CONFIRMED');
  });

  it('is carried out for whoever has a role', async () => {
    const [waiting] = await occupy('first');

    const { data } = await opened.booking.ask<{ placeOrder: PayloadAnswer }>(
      'mutation ($input: HoldOrderInput!) { placeOrder(input: $input) { order { state } userErrors { code } } }',
      { input: { idempotencyKey: 'coordinator', ...orderOf([leg('lumo')]) } },
    );
    expect(data.placeOrder).toEqual({ order: { state: 'CONFIRMED' }, userErrors: [] });

    opened.owners.owner('karhu').mend();
    await waiting;
  });

  it('is answered where it was made before, confirmed, read and called off', async () => {
    const held = await opened.booking.command(
      'holdOrder',
      orderOf([leg('lumo')], { idempotencyKey: 'held' }),
    );
    const orderId = held.order?.id ?? '';
    const [waiting] = await occupy('first');

    expect(codes(await place([leg('lumo')]))).toEqual(['TOO_BUSY']);
    const repeated = await opened.booking.command(
      'holdOrder',
      orderOf([leg('lumo')], { idempotencyKey: 'held' }),
    );
    expect(repeated.order?.id).toBe(orderId);
    expect((await opened.booking.order(orderId)).data.order?.state).toBe('HELD');
    const confirmed = await opened.booking.command('confirmOrder', { orderId });
    expect(confirmed.order?.state).toBe('CONFIRMED');
    const cancelled = await opened.booking.command('cancelOrder', { orderId });
    expect(cancelled.order?.state).toBe('CANCELLED');

    opened.owners.owner('karhu').mend();
    await waiting;
  });
});
