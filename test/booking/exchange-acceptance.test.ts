import { afterEach, describe, expect, it } from '@jest/globals';
import { refuse } from '../../subgraphs/booking/refusal.js';
import {
  acceptOffer,
  closeRequest,
  createRequest,
  decline,
  findRequest,
  NOW,
  offersOf,
  recordSpokenAnswer,
  startNetwork,
  work,
  type FakeNetwork,
  type RequestPayload,
} from './exchange-support.js';

const THREE = ['aalto', 'berg', 'cirrus'].map((id, index) =>
  work(`${id}:siivous`, { gross: `${index + 1}0.00` }),
);

let network: FakeNetwork;
let made: RequestPayload;
afterEach(() => network.close());

async function start(change: object = {}, options: object = {}): Promise<void> {
  network = await startNetwork(THREE, options);
  made = await createRequest(network, { roundSize: 2, ...change });
}
const now = () => findRequest(network, made.request?.id);
const offerId = (index: number): string | undefined => made.request?.offers[index]?.id;

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
    network = await startNetwork(THREE);
    for (let time = 0; time < 20; time += 1) {
      made = await createRequest(network, { roundSize: 2 });

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

describe('recordSpokenAnswer', () => {
  const down = async (): Promise<void> => {
    network = await startNetwork(THREE);
    await network.owners.get('aalto')?.close();
    made = await createRequest(network, { roundSize: 3 });
  };
  const aalto = (): string | undefined =>
    made.request?.offers.find(({ cooperative }) => cooperative.id === 'aalto')?.id;

  it('keeps a yes until the cooperative answers again, and then books', async () => {
    await down();

    const { offer } = await recordSpokenAnswer(network, aalto(), {
      accepted: true,
      note: 'Eva sanoi joo',
    });

    expect(offer).toMatchObject({
      state: 'PENDING',
      isSpoken: true,
      note: 'Eva sanoi joo',
      caller: null,
    });
    for (let minute = 0; minute < 3; minute += 1) {
      await network.exchange.sweep();
      network.pass(1);
    }
    const waiting = await now();
    expect(waiting?.state).toBe('PENDING');
    expect(waiting?.problem).toContain('aalto');
    // Nobody is sent an order while it is down.
    expect(network.orders.placed).toEqual([]);

    await network.reopen('aalto');
    await network.exchange.sweep();

    expect(await now()).toMatchObject({
      state: 'TAKEN',
      order: { id: network.orders.confirmed[0] },
    });
  });

  it('is offered on where the cooperative refuses when it is back', async () => {
    await down();
    await recordSpokenAnswer(network, aalto(), { accepted: true });
    network.orders.behaviours.set('aalto', { kind: 'refuse', code: 'SLOT_TAKEN' });

    await network.reopen('aalto');
    await network.exchange.sweep();

    const after = await now();
    expect(after?.state).toBe('OFFERED');
    expect(offersOf(after)).toContain('aalto FAILED');
  });

  it('declines with a no', async () => {
    await down();

    const { offer } = await recordSpokenAnswer(network, aalto(), { accepted: false, note: 'Ei' });

    expect(offer).toMatchObject({ state: 'DECLINED', isSpoken: true, note: 'Ei' });
  });

  it('lets nobody else take the work after a yes', async () => {
    await down();
    await recordSpokenAnswer(network, aalto(), { accepted: true });

    const other = made.request?.offers.find(({ cooperative }) => cooperative.id === 'berg');
    const { userErrors } = await acceptOffer(network, other?.id);

    expect(userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
  });

  it('takes a yes after the deadline, but not after somebody else took the work', async () => {
    await down();
    network.pass(60);
    await network.exchange.sweep();
    expect((await now())?.state).toBe('UNFILLED');

    const late = await recordSpokenAnswer(network, aalto(), { accepted: true });
    expect(late.offer?.state).toBe('PENDING');

    made = await createRequest(network, { roundSize: 3 });
    const berg = made.request?.offers.find(({ cooperative }) => cooperative.id === 'berg');
    await acceptOffer(network, berg?.id);
    const { userErrors } = await recordSpokenAnswer(network, aalto(), { accepted: true });
    expect(userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
  });

  it('has no further effect when it is sent again, and refuses another input with its key', async () => {
    await down();
    const yes = { accepted: true, idempotencyKey: 'said' };

    const first = await recordSpokenAnswer(network, aalto(), yes);
    const second = await recordSpokenAnswer(network, aalto(), yes);
    const third = await recordSpokenAnswer(network, aalto(), { ...yes, accepted: false });

    expect(second).toEqual(first);
    expect(third.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
  });

  it('gives up at the start of the work', async () => {
    let instant = NOW;
    network = await startNetwork(THREE, { now: () => instant });
    await network.owners.get('aalto')?.close();
    made = await createRequest(network, { roundSize: 3 });
    await recordSpokenAnswer(network, aalto(), { accepted: true });

    instant = '2027-03-22T07:00:00.000Z';
    await network.exchange.sweep();
    network.pass(60);
    await network.exchange.sweep();

    const after = await now();
    expect(after?.state).toBe('UNFILLED');
    expect(after?.outcome).toContain('The start has passed');
    expect(offersOf(after)).toContain('aalto FAILED');
    expect(network.orders.placed).toEqual([]);
  });

  it('refuses a note of more than 500 characters', async () => {
    await down();

    const { userErrors } = await recordSpokenAnswer(network, aalto(), {
      accepted: true,
      note: 'n'.repeat(501),
    });

    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['note'] }]);
  });
});

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
    ['a wrong secret', { secret: 'guessed' }, 'FORBIDDEN'],
    ['an unknown request', { requestId: 'nothing' }, 'NOT_FOUND'],
  ])('refuses %s', async (_what, change, code) => {
    await start();

    const { userErrors } = await closeRequest(network, made, change);

    expect(userErrors).toMatchObject([{ code }]);
    expect((await now())?.state).toBe('OFFERED');
  });
});
