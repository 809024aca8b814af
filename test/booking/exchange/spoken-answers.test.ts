import { describe, expect, it } from '@jest/globals';
import { ask, closeAfterEach, made, network, now, open, THREE } from './support/begun.js';
import { NOW } from './support/exchange-network.js';
import { acceptOffer, offersOf, recordSpokenAnswer } from './support/exchange-support.js';

closeAfterEach();

describe('recordSpokenAnswer', () => {
  const down = async (): Promise<void> => {
    await open(THREE);
    await network.owners.get('aalto')?.close();
    await ask({ roundSize: 3 });
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

    await ask({ roundSize: 3 });
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
    await open(THREE, { now: () => instant });
    await network.owners.get('aalto')?.close();
    await ask({ roundSize: 3 });
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
