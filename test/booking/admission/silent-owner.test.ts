import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ask } from '../../support/ask.js';
import { eventually } from '../../support/eventually.js';
import { units } from '../../support/unit.js';
import { openForEach, type OpenBooking } from '../opening.js';
import { leg, orderOf, type PayloadAnswer } from '../support.js';

const LOOK_EVERY_MS = units(1);
/** Whoever has not answered for so long is silent. */
const LONG_ENOUGH_MS = units(10);
const UNAVAILABLE = { code: 'COOPERATIVE_UNAVAILABLE', retry: true };

describe('an order at a cooperative that is silent', () => {
  let opened: OpenBooking;
  let isSilent: boolean;
  openForEach(
    ['karhu', 'lumo'],
    async (now) => {
      opened = now;
      isSilent = true;
      const karhu = now.owners.owner('karhu');
      karhu.fail('hang', 'holdBookings', Infinity);
      await eventually(
        () => place(randomUUID(), [leg('karhu')]),
        ({ userErrors: [refusal] }) => refusal?.retry === true,
      );
      karhu.mend();
    },
    {
      ownerTimeoutMs: LONG_ENOUGH_MS,
      guard: { lookEveryMs: LOOK_EVERY_MS, isAnswering: () => Promise.resolve(!isSilent) },
    },
  );

  const place = (key: string, legs: readonly object[], more: object = {}): Promise<PayloadAnswer> =>
    opened.booking.command('placeOrder', { idempotencyKey: key, ...orderOf(legs, more) });
  const countOrders = (): Promise<number> =>
    opened.database.connection.collection('orders').countDocuments();

  it('is refused before anything of it is written, and begun when it is sent again later', async () => {
    const before = await countOrders();
    const both = [leg('karhu'), leg('lumo')];

    const refused = await place('second', both);
    expect(refused).toMatchObject({ order: null, secret: null, userErrors: [UNAVAILABLE] });
    expect(refused.userErrors[0]?.message).toMatch(
      /^karhu has not answered since \S+ and was not asked; it is tried again in 1 s; this order was not begun\.$/,
    );
    expect(await countOrders()).toBe(before);
    expect(opened.owners.owner('lumo').commands).toEqual([]);

    isSilent = false;
    const placed = await eventually(
      () => place('second', both),
      ({ order }) => order !== null,
    );
    expect(placed.order?.state).toBe('CONFIRMED');
  });

  it('says when to come back', async () => {
    const { extensions } = await ask<object>(
      opened.booking.url,
      'mutation ($input: HoldOrderInput!) { holdOrder(input: $input) { userErrors { code } } }',
      { input: { idempotencyKey: 'second', ...orderOf([leg('karhu')]) } },
    );

    expect(extensions).toMatchObject({ retryAfterSeconds: 1 });
  });

  it('is made without it where the buyer wants what can be had', async () => {
    const placed = await place('second', [leg('karhu'), leg('lumo')], { policy: 'BEST_EFFORT' });

    expect(placed.order?.legs.map(({ state }) => state)).toEqual(['DECLINED', 'CONFIRMED']);
  });

  it('is not kept for longer nor moved without having used up the key, and what is kept of it names no time to come', async () => {
    isSilent = false;
    const held = await eventually(
      () =>
        opened.booking.command('holdOrder', { idempotencyKey: 'held', ...orderOf([leg('karhu')]) }),
      ({ order }) => order !== null,
    );
    isSilent = true;
    opened.owners.owner('karhu').fail('hang', 'holdBookings', Infinity);
    await eventually(
      () => place(randomUUID(), [leg('karhu')]),
      ({ userErrors: [refusal] }) => refusal?.retry === true,
    );
    const act = { orderId: held.order?.id, secret: held.secret };
    const later = '2027-03-22T12:00:00Z';
    const refused = [
      await opened.booking.command('extendHold', { idempotencyKey: 'longer', ...act }),
      await opened.booking.command('moveOrder', { idempotencyKey: 'there', start: later, ...act }),
    ];
    const silent = { order: null, userErrors: [UNAVAILABLE] };
    expect(refused).toMatchObject([silent, silent]);
    const best = await place('best', [leg('karhu'), leg('lumo')], { policy: 'BEST_EFFORT' });
    expect(best.order?.legs[0]?.problem).toMatch(/has not answered since \S+ and was not asked\.$/);

    isSilent = false;
    opened.owners.owner('karhu').mend();
    const extended = await eventually(
      () => opened.booking.command('extendHold', { idempotencyKey: 'longer', ...act }),
      ({ order }) => order !== null,
    );
    expect(extended.userErrors).toEqual([]);
  });
});
