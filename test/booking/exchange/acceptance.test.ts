import { describe, expect, it } from '@jest/globals';
import {
  ask,
  closeAfterEach,
  made,
  network,
  now,
  offerId,
  open,
  start,
  THREE,
} from './support/begun.js';
import { NOW } from './support/exchange-network.js';
import { acceptOffer, decline, offersOf } from './support/exchange-support.js';

closeAfterEach();

describe('acceptOffer', () => {
  it('books the work with the cooperative at once, for who asked, and ends the other offers', async () => {
    await start();

    const { offer, order, userErrors } = await acceptOffer(network, offerId(1));

    expect(userErrors).toEqual([]);
    expect(offer).toMatchObject({ state: 'ACCEPTED', isSpoken: false, answeredAt: NOW });
    expect(order?.id).toBe(network.orders.confirmed[0]);
    expect(network.orders.placed).toMatchObject([
      {
        buyer: { name: 'Aino Aalto', phone: '+358 40 1234567', municipality: 'FI-609' },
        channel: 'PHONE',
        legs: [{ serviceId: 'berg:siivous', minutes: 180, quantity: 1 }],
      },
    ]);
    const stored = await network.exchange.requests.find(made.request?.id ?? '');
    expect(network.orders.circumstances).toMatchObject([{ secretHash: stored?.secretHash }]);
    const after = await now();
    expect(after).toMatchObject({ state: 'TAKEN', order: { id: order?.id }, problem: null });
    expect(after?.outcome).toContain('berg');
    expect(offersOf(after)).toEqual(['aalto WITHDRAWN', 'berg ACCEPTED']);
  });

  it('gives the same answer when it is sent again, and books once', async () => {
    await start();

    const first = await acceptOffer(network, offerId(0), { idempotencyKey: 'yes' });
    const second = await acceptOffer(network, offerId(0), { idempotencyKey: 'yes' });

    expect(second).toEqual(first);
    expect(network.orders.placed).toHaveLength(1);
  });

  it('refuses the key of another offer', async () => {
    await start();
    await acceptOffer(network, offerId(0), { idempotencyKey: 'yes' });

    const { offer, userErrors } = await acceptOffer(network, offerId(1), { idempotencyKey: 'yes' });

    expect(offer).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
  });

  it('gives the work to exactly one of two who accept at the same moment, twenty times', async () => {
    await open(THREE);
    for (let time = 0; time < 20; time += 1) {
      await ask({ roundSize: 2 });

      const answers = await Promise.all([
        acceptOffer(network, offerId(0)),
        acceptOffer(network, offerId(1)),
      ]);

      const codes = answers.map(({ offer, userErrors }) => offer?.state ?? userErrors[0]?.code);
      expect(codes.sort()).toEqual(['ACCEPTED', 'INVALID_STATE']);
      expect(network.orders.confirmed).toHaveLength(time + 1);
      const after = await now();
      expect(after?.state).toBe('TAKEN');
      expect(
        offersOf(after)
          .map((text) => text.split(' ')[1])
          .sort(),
      ).toEqual(['ACCEPTED', 'WITHDRAWN']);
    }
  });

  it('books once where one staff member sends the same yes twice at the same moment', async () => {
    await start();

    const answers = await Promise.all(
      [1, 2, 3].map(() => acceptOffer(network, offerId(0), { idempotencyKey: 'yes' })),
    );

    expect(answers.map(({ offer }) => offer?.state)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
    expect(network.orders.confirmed).toHaveLength(1);
  });

  it('fails where the place is taken meanwhile, tells why each time it is sent, and the round goes on', async () => {
    await start();
    network.orders.behaviours.set('aalto', { kind: 'refuse', code: 'SLOT_TAKEN' });

    const first = await acceptOffer(network, offerId(0), { idempotencyKey: 'yes' });
    const second = await acceptOffer(network, offerId(0), { idempotencyKey: 'yes' });

    expect(first).toMatchObject({ offer: null, order: null, userErrors: [{ code: 'SLOT_TAKEN' }] });
    expect(second).toEqual(first);
    const after = await now();
    expect(after?.state).toBe('OFFERED');
    expect(offersOf(after)).toEqual(['aalto FAILED', 'berg OFFERED']);
    expect(after?.offers[0]?.note).toContain('SLOT_TAKEN');

    expect((await acceptOffer(network, offerId(1))).offer?.state).toBe('ACCEPTED');
  });

  it('begins the next round where the last offer of a round fails', async () => {
    await start();
    network.orders.behaviours.set('berg', { kind: 'refuse', code: 'SLOT_TAKEN' });
    await decline(network, offerId(0));

    await acceptOffer(network, offerId(1));

    expect(offersOf(await now())).toEqual(['aalto DECLINED', 'berg FAILED', 'cirrus OFFERED']);
  });

  it('is refused after the deadline, before any sweep', async () => {
    await start({ answerMinutes: 5 });
    network.pass(5);

    const { userErrors } = await acceptOffer(network, offerId(0));

    expect(userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    expect(network.orders.placed).toEqual([]);
  });

  it('is refused after it was declined, and for an offer that does not exist', async () => {
    await start();
    await decline(network, offerId(0));

    expect((await acceptOffer(network, offerId(0))).userErrors[0]?.code).toBe('INVALID_STATE');
    expect((await acceptOffer(network, 'nothing')).userErrors[0]?.code).toBe('NOT_FOUND');
  });
});
