import { afterEach, describe, expect, it } from '@jest/globals';
import { hanging } from '../support/fake-endpoint.js';
import {
  createRequest,
  decline,
  findRequest,
  offersOf,
  START,
  startNetwork,
  work,
  type FakeNetwork,
  type RequestPayload,
} from './exchange-support.js';

const FOUR = ['aalto', 'berg', 'cirrus', 'dahl'].map((id, index) =>
  work(`${id}:siivous`, { gross: `${index + 1}0.00` }),
);

describe('createRequest', () => {
  let network: FakeNetwork;
  afterEach(() => network.close());

  it('offers the work to the cheapest who can at once, one service each, and then to those who perhaps can', async () => {
    network = await startNetwork([
      work('aalto:dear', { gross: '90.00' }),
      work('aalto:cheap', { gross: '10.00' }),
      work('berg:full', { refusal: 'SLOT_TAKEN' }),
      work('cirrus:down', { gross: '5.00' }),
      work('dahl:ok', { gross: '80.00' }),
    ]);
    await network.owners.get('cirrus')?.close();

    const { request, secret, userErrors } = await createRequest(network, { roundSize: 3 });

    expect(userErrors).toEqual([]);
    expect(secret).toMatch(/^[\w-]{22}$/);
    expect(request).toMatchObject({
      state: 'OFFERED',
      round: 1,
      cpv: ['90910000'],
      start: START,
      order: null,
      outcome: null,
    });
    expect(request?.reference).toMatch(/^[2-9B-Z]{3}-[2-9B-Z]{3}$/);
    expect(request?.offers.map(({ service, state }) => `${service.id} ${state}`)).toEqual([
      'aalto:cheap OFFERED',
      'dahl:ok OFFERED',
      'cirrus:down OFFERED',
    ]);
  });

  it('gives the same answer with the same secret when it is sent again, and offers nothing twice', async () => {
    network = await startNetwork(FOUR);

    const [first, second] = await Promise.all([
      createRequest(network, { idempotencyKey: 'same' }),
      createRequest(network, { idempotencyKey: 'same' }),
    ]);
    const third = await createRequest(network, { idempotencyKey: 'same' });

    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(
      await network.exchange.requests.findPage({ states: [], first: 9, after: null }),
    ).toHaveLength(1);
  });

  it('refuses another input with the same key', async () => {
    network = await startNetwork(FOUR);
    await createRequest(network, { idempotencyKey: 'same' });

    const { request, secret, userErrors } = await createRequest(network, {
      idempotencyKey: 'same',
      minutes: 60,
    });

    expect({ request, secret }).toEqual({ request: null, secret: null });
    expect(userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT', field: ['idempotencyKey'] }]);
  });

  it('is unfilled at once where nobody can', async () => {
    network = await startNetwork([work('aalto:full', { refusal: 'CAPACITY_EXCEEDED' })]);

    const { request } = await createRequest(network);

    expect(request).toMatchObject({ state: 'UNFILLED', offers: [] });
    expect(request?.outcome).toContain('No cooperative was found');
  });

  it('stays open while the catalogue hangs, and is offered when it answers again', async () => {
    network = await startNetwork(FOUR);
    const honestly = network.catalogue.behaviour;
    network.catalogue.behaviour = hanging;

    const { request } = await createRequest(network);

    expect(request).toMatchObject({ state: 'OPEN', round: 0, offers: [] });
    expect(request?.problem).toContain('catalogue');

    network.catalogue.behaviour = honestly;
    network.pass(1);
    await network.exchange.sweep();

    const after = await findRequest(network, request?.id);
    expect(after).toMatchObject({ state: 'OFFERED', round: 1, problem: null });
  });

  it('looks for the words of what is to be done where no codes are given', async () => {
    network = await startNetwork([
      work('aalto:a', { title: 'Ikkunanpesu' }),
      work('berg:b', { title: 'Muutto' }),
    ]);

    const { request } = await createRequest(network, {
      cpv: null,
      what: 'Isojen talojen ikkunanpesu',
    });

    expect(offersOf(request)).toEqual(['aalto OFFERED']);
  });

  it.each([
    ['an empty key', { idempotencyKey: '' }, ['idempotencyKey']],
    ['a long key', { idempotencyKey: 'k'.repeat(201) }, ['idempotencyKey']],
    ['nothing to do', { what: '  ' }, ['what']],
    ['too much to do', { what: 'w'.repeat(1_001) }, ['what']],
    ['no minutes', { minutes: 0 }, ['minutes']],
    ['no workers', { quantity: 0 }, ['quantity']],
    ['an empty round', { roundSize: 0 }, ['roundSize']],
    ['a huge round', { roundSize: 21 }, ['roundSize']],
    ['no time to answer', { answerMinutes: 0 }, ['answerMinutes']],
    ['more than a week to answer', { answerMinutes: 10_081 }, ['answerMinutes']],
    ['a nameless caller', { caller: { name: '', municipality: 'FI-609' } }, ['caller', 'name']],
  ])('refuses %s', async (_what, change, field) => {
    network = await startNetwork(FOUR);

    const { request, userErrors } = await createRequest(network, change);

    expect(request).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field }]);
    expect(network.catalogue.requests).toEqual([]);
  });

  it('refuses a start in the past by the network’s clock', async () => {
    network = await startNetwork(FOUR);

    const { userErrors } = await createRequest(network, { start: '2027-03-01T07:59:59Z' });

    expect(userErrors).toMatchObject([{ code: 'IN_THE_PAST', field: ['start'] }]);
  });
});

describe('a round of offers', () => {
  let network: FakeNetwork;
  let made: RequestPayload;
  afterEach(() => network.close());

  const start = async (change: object = {}): Promise<void> => {
    network = await startNetwork(FOUR);
    made = await createRequest(network, { roundSize: 2, ...change });
  };
  const now = () => findRequest(network, made.request?.id);

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
    if (request) await network.exchange.requests.replace({ ...request, offers, nextTryAt: lease });

    await network.exchange.sweep();
    expect((await now())?.round).toBe(1);

    network.pass(1);
    await network.exchange.sweep();
    expect(offersOf(await now()).slice(2)).toEqual(['cirrus OFFERED', 'dahl OFFERED']);
  });
});

describe('offerRequest', () => {
  let network: FakeNetwork;
  let made: RequestPayload;
  afterEach(() => network.close());

  const start = async (): Promise<void> => {
    network = await startNetwork([...FOUR, work('eken:full', { refusal: 'SLOT_TAKEN' })]);
    made = await createRequest(network, { roundSize: 1 });
  };
  const offer = async (change: object = {}): Promise<RequestPayload> => {
    const { data } = await network.ask<{ offerRequest: RequestPayload }>(
      `mutation ($input: OfferRequestInput!) {
        offerRequest(input: $input) {
          request { id state round offers { cooperative { id } state } }
          userErrors { code field }
        }
      }`,
      { input: { idempotencyKey: 'offer', requestId: made.request?.id, ...change } },
    );
    return data.offerRequest;
  };

  it('offers it to the next round at once, and once', async () => {
    await start();

    const first = await offer();
    const second = await offer();

    expect(offersOf(first.request)).toEqual(['aalto OFFERED', 'berg OFFERED']);
    expect(first.request?.round).toBe(2);
    expect(second).toEqual(first);
  });

  it('offers it to the cooperatives that are named', async () => {
    await start();

    const { request } = await offer({ cooperatives: ['dahl', 'cirrus'] });

    expect(offersOf(request)).toEqual(['aalto OFFERED', 'dahl OFFERED', 'cirrus OFFERED']);
  });

  it.each([
    ['one that has it on offer', { cooperatives: ['aalto'] }, 'INVALID_STATE'],
    ['one that cannot', { cooperatives: ['dahl', 'eken'] }, 'SLOT_TAKEN'],
    ['one without such a service', { cooperatives: ['nobody'] }, 'NOT_FOUND'],
    ['what is no cooperative', { cooperatives: ['No!'] }, 'BAD_USER_INPUT'],
    ['no one', { cooperatives: [] }, 'BAD_USER_INPUT'],
    ['an unknown request', { requestId: 'nothing' }, 'NOT_FOUND'],
  ])('refuses to offer to %s, and offers to nobody', async (_what, change, code) => {
    await start();

    const { request, userErrors } = await offer(change);

    expect(request).toBeNull();
    expect(userErrors).toMatchObject([{ code }]);
    expect((await findRequest(network, made.request?.id))?.offers).toHaveLength(1);
  });

  it('refuses another input with the same key', async () => {
    await start();
    await offer();

    const { userErrors } = await offer({ cooperatives: ['dahl'] });

    expect(userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
  });

  it('takes up an unfilled request again', async () => {
    network = await startNetwork([FOUR[0] ?? work('aalto:a')]);
    made = await createRequest(network);
    await decline(network, made.request?.offers[0]?.id);
    expect((await findRequest(network, made.request?.id))?.state).toBe('UNFILLED');

    const { request } = await offer({ cooperatives: ['aalto'] });

    expect(request?.state).toBe('OFFERED');
    expect(offersOf(request)).toEqual(['aalto DECLINED', 'aalto OFFERED']);
  });
});
