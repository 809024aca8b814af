import { describe, expect, it } from '@jest/globals';
import { closeAfterEach, made, network, now, offerId, start } from './support/begun.js';
import {
  acceptOffer,
  closeRequest,
  offersOf,
  recordSpokenAnswer,
} from './support/exchange-support.js';

closeAfterEach();

describe('closeRequest', () => {
  it('ends the request and its open offers, once', async () => {
    await start();

    const first = await closeRequest(network, made, { idempotencyKey: 'end' });
    const second = await closeRequest(network, made, { idempotencyKey: 'end' });
    const third = await closeRequest(network, made, { idempotencyKey: 'other' });

    expect(first.request).toMatchObject({ state: 'CLOSED', outcome: 'Hoitui itse.', order: null });
    expect(offersOf(first.request)).toEqual(['aalto WITHDRAWN', 'berg WITHDRAWN']);
    expect(second).toEqual(first);
    expect(third.userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    expect((await acceptOffer(network, offerId(0))).userErrors[0]?.code).toBe('INVALID_STATE');
    network.pass(600);
    await network.exchange.sweep();
    expect((await now())?.round).toBe(1);
  });

  it('lets the order stand that was made for it', async () => {
    await start();
    const { order } = await acceptOffer(network, offerId(0));

    const { request } = await closeRequest(network, made);

    expect(request).toMatchObject({ state: 'CLOSED', order });
  });

  it('does not lose an order that is being made', async () => {
    await start();
    network.orders.behaviours.set('aalto', { kind: 'crash' });
    await expect(acceptOffer(network, offerId(0))).rejects.toThrow('gave no answer');
    network.orders.behaviours.delete('aalto');

    const { request } = await closeRequest(network, made);

    expect(request).toMatchObject({ state: 'CLOSED', order: { id: network.orders.confirmed[0] } });
    expect(offersOf(request)).toEqual(['aalto ACCEPTED', 'berg WITHDRAWN']);
  });

  it('names the order of which the owner’s answer is awaited', async () => {
    await start();
    network.orders.behaviours.set('aalto', { kind: 'pending' });
    await acceptOffer(network, offerId(0));

    const { request } = await closeRequest(network, made);

    const [pending] = network.orders.orders.keys();
    expect(request).toMatchObject({ state: 'CLOSED', order: { id: pending } });
  });

  it('drops a spoken yes that nothing came of', async () => {
    await start();
    await recordSpokenAnswer(network, offerId(0), { accepted: true });

    const { request } = await closeRequest(network, made);
    await network.exchange.sweep();

    expect(offersOf(request)).toEqual(['aalto WITHDRAWN', 'berg WITHDRAWN']);
    expect(network.orders.placed).toEqual([]);
  });

  it.each([
    ['no outcome', { outcome: ' ' }, 'BAD_USER_INPUT'],
    ['a long outcome', { outcome: 'o'.repeat(501) }, 'BAD_USER_INPUT'],
    ['an unknown request', { requestId: 'nothing' }, 'NOT_FOUND'],
  ])('refuses %s', async (_what, change, code) => {
    await start();

    const { userErrors } = await closeRequest(network, made, change);

    expect(userErrors).toMatchObject([{ code }]);
    expect((await now())?.state).toBe('OFFERED');
  });
});
