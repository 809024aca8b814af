import { describe, expect, it } from '@jest/globals';
import { ask, closeAfterEach, FOUR, made, network, now, open } from './support/begun.js';
import { decline, offersOf } from './support/exchange-support.js';
import { work } from './support/exchange-works.js';

describe('a round of offers', () => {
  closeAfterEach();

  const start = async (change: object = {}): Promise<void> => {
    await open(FOUR);
    await ask({ roundSize: 2, ...change });
  };

  it('is followed by the next one as soon as everybody has declined', async () => {
    await start();
    const [aalto, berg] = made.request?.offers ?? [];

    const first = await decline(network, aalto?.id, 'Ei ehditä.');
    expect(first.offer).toMatchObject({ state: 'DECLINED', note: 'Ei ehditä.', isSpoken: false });
    expect(first.offer?.answeredAt).not.toBeNull();
    expect(offersOf(await now())).toEqual(['aalto DECLINED', 'berg OFFERED']);

    await decline(network, berg?.id);
    const after = await now();
    expect(after?.round).toBe(2);
    expect(offersOf(after)).toEqual([
      'aalto DECLINED',
      'berg DECLINED',
      'cirrus OFFERED',
      'dahl OFFERED',
    ]);
  });

  it('is followed by the next one when the deadline passes, and not before', async () => {
    await start({ answerMinutes: 30 });

    network.pass(29);
    await network.exchange.sweep();
    expect(offersOf(await now())).toEqual(['aalto OFFERED', 'berg OFFERED']);

    network.pass(1);
    await network.exchange.sweep();
    expect(offersOf(await now())).toEqual([
      'aalto TIMED_OUT',
      'berg TIMED_OUT',
      'cirrus OFFERED',
      'dahl OFFERED',
    ]);
  });

  it('is the last one when nobody is left: the request is unfilled and tells why', async () => {
    await start({ roundSize: 4 });
    await decline(network, made.request?.offers[0]?.id);

    network.pass(60);
    await network.exchange.sweep();

    const after = await now();
    expect(after).toMatchObject({ state: 'UNFILLED', order: null, problem: null });
    expect(after?.outcome).toContain('4; 1 declined, 3 did not answer');
  });

  it('looks for candidates anew', async () => {
    await start();
    network.works = [
      ...network.works.filter(({ id }) => !id.startsWith('cirrus')),
      work('aalto:new'),
    ];

    network.pass(60);
    await network.exchange.sweep();

    expect(offersOf(await now())).toEqual(['aalto TIMED_OUT', 'berg TIMED_OUT', 'dahl OFFERED']);
  });

  it('begins once, though several processes sweep at the same time', async () => {
    await start();
    const other = await network.startAnother();

    network.pass(60);
    await Promise.all([network.exchange.sweep(), other.sweep(), network.exchange.sweep()]);

    const after = await now();
    expect(after?.round).toBe(2);
    expect(after?.offers).toHaveLength(4);
  });

  it('goes on after a process died while it looked for candidates', async () => {
    await start();
    network.pass(60);
    const request = await network.exchange.requests.find(made.request?.id ?? '');
    // What a process writes down before it begins to look.
    const offers =
      request?.offers.map((offer) => ({ ...offer, state: 'TIMED_OUT' as const })) ?? [];
    const lease = new Date((request?.offers[0]?.deadline.getTime() ?? 0) + 30_000);
    if (request)
      await network.exchange.requests.replace(request, { ...request, offers, nextTryAt: lease });

    await network.exchange.sweep();
    expect((await now())?.round).toBe(1);

    network.pass(1);
    await network.exchange.sweep();
    expect(offersOf(await now()).slice(2)).toEqual(['cirrus OFFERED', 'dahl OFFERED']);
  });
});
