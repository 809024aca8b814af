import { describe, expect, it } from '@jest/globals';
import { refuse } from '../../../subgraphs/booking/store/refusal.js';
import { closeAfterEach, made, network, now, offerId, start } from './support/begun.js';
import { acceptOffer, offersOf } from './support/exchange-support.js';

closeAfterEach();

const stored = () => network.exchange.requests.find(made.request?.id ?? '');

describe('the booking of an offer that was accepted', () => {
  it('waits for an owner that does not answer the order, and is taken when it does', async () => {
    await start();
    network.orders.behaviours.set('aalto', { kind: 'pending' });

    const { offer, order } = await acceptOffer(network, offerId(0));

    expect(offer).toMatchObject({ state: 'PENDING', caller: null });
    expect(order).toBeNull();
    expect(await now()).toMatchObject({ state: 'PENDING', order: null });
    const other = await acceptOffer(network, offerId(1));
    expect(other.userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);

    const [pending] = network.orders.orders.keys();
    network.orders.decide(pending ?? '', 'CONFIRMED');
    network.pass(1);
    await network.exchange.sweep();

    expect(await now()).toMatchObject({ state: 'TAKEN', order: { id: pending } });
    expect(network.orders.placed).toHaveLength(1);
  });

  it.each([
    ['soon, while the cooperative is asked at this moment', -1, 5],
    ['when the cooperative is asked again', 20, 20],
    ['within a minute, whenever the cooperative is asked again', 3_600, 60],
    ['within a minute, where it is not known when it is asked', null, 60],
  ])('looks at an order that waits %s', async (_when, askedInSeconds, lookedInSeconds) => {
    await start();
    network.orders.behaviours.set('aalto', { kind: 'pending' });
    await acceptOffer(network, offerId(0));
    const [pending] = network.orders.orders.values();
    if (!pending) throw new Error('There is no order.');
    const { recordedAt } = (await stored()) ?? { recordedAt: new Date(NaN) };
    const after = (seconds: number): Date => new Date(recordedAt.getTime() + seconds * 1_000);
    const wakeAt = askedInSeconds === null ? null : after(120 + askedInSeconds);
    network.orders.orders.set(pending._id, { ...pending, wakeAt });

    network.pass(2);
    await network.exchange.sweep();

    expect((await stored())?.nextTryAt).toEqual(after(120 + lookedInSeconds));
  });

  it('is offered on where an order that waited is refused in the end', async () => {
    await start({ roundSize: 1 });
    network.orders.behaviours.set('aalto', { kind: 'pending' });
    await acceptOffer(network, offerId(0));

    const [pending] = network.orders.orders.keys();
    network.orders.decide(pending ?? '', 'FAILED');
    network.pass(1);
    await network.exchange.sweep();

    expect(offersOf(await now())).toEqual(['aalto FAILED', 'berg OFFERED']);
  });

  it('is made once more with another order after one that surely had no effect', async () => {
    await start();
    network.orders.behaviours.set('aalto', { kind: 'unreached' });

    expect((await acceptOffer(network, offerId(0))).offer?.state).toBe('PENDING');

    network.orders.behaviours.delete('aalto');
    network.pass(1);
    await network.exchange.sweep();
    expect(offersOf(await now())).toEqual(['aalto ACCEPTED', 'berg WITHDRAWN']);
    expect(new Set(network.orders.placed.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2);
    expect(network.orders.confirmed).toHaveLength(1);
  });

  it('is made once more with another order where the one that waited came to nothing', async () => {
    await start();
    network.orders.behaviours.set('aalto', { kind: 'pending' });
    await acceptOffer(network, offerId(0));
    const [pending] = network.orders.orders.keys();
    network.orders.decide(pending ?? '', 'FAILED', [refuse('COOPERATIVE_UNAVAILABLE', 'Silent.')]);
    network.orders.behaviours.delete('aalto');

    for (let minute = 0; minute < 2; minute += 1) {
      network.pass(1);
      await network.exchange.sweep();
    }

    expect(await now()).toMatchObject({
      state: 'TAKEN',
      order: { id: network.orders.confirmed[0] },
    });
    expect(network.orders.confirmed).not.toContain(pending);
  });

  it('goes on with the same order after the process died between claim and order', async () => {
    await start();
    network.orders.behaviours.set('aalto', { kind: 'crash' });
    await expect(acceptOffer(network, offerId(0), { idempotencyKey: 'yes' })).rejects.toThrow(
      'gave no answer',
    );

    expect((await acceptOffer(network, offerId(1))).userErrors[0]?.code).toBe('INVALID_STATE');
    network.orders.behaviours.delete('aalto');
    await network.exchange.sweep();
    expect((await now())?.state).toBe('PENDING');
    network.pass(1);
    const other = await network.startAnother();
    await Promise.all([network.exchange.sweep(), other.sweep()]);

    expect(offersOf(await now())).toEqual(['aalto ACCEPTED', 'berg WITHDRAWN']);
    expect(new Set(network.orders.placed.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(network.orders.confirmed).toHaveLength(1);
  });

  it('goes on with the same order when it is sent again after the process died', async () => {
    await start();
    network.orders.behaviours.set('aalto', { kind: 'crash' });
    await expect(acceptOffer(network, offerId(0), { idempotencyKey: 'yes' })).rejects.toThrow(
      'gave no answer',
    );
    network.orders.behaviours.delete('aalto');

    const { offer } = await acceptOffer(network, offerId(0), { idempotencyKey: 'yes' });

    expect(offer?.state).toBe('ACCEPTED');
    expect(new Set(network.orders.placed.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });
});
