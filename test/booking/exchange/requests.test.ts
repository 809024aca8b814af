import { afterEach, describe, expect, it } from '@jest/globals';
import { hanging } from '../../support/fakes/endpoint.js';
import { NOW, START, startNetwork, type FakeNetwork } from './support/exchange-network.js';
import { createRequest, findRequest, offersOf } from './support/exchange-support.js';
import { work } from './support/exchange-works.js';

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
      await network.exchange.requests.findPage({
        ...{ states: [], filter: {}, share: null, first: 9, after: null },
      }),
    ).toHaveLength(1);
  });

  it('says what of a long description was not searched for, and is not unfilled for it', async () => {
    network = await startNetwork([]);
    const what = `${'hei kiitos '.repeat(20)}siivous`;

    const { request } = await createRequest(network, { what, cpv: [] });

    expect(request?.state).toBe('OPEN');
    expect(request?.problem).toContain('Not understood: "hei kiitos hei kiitos siivous"');
  });

  it('says it as well when the beginning of the description led to offers', async () => {
    const beginning = 'siivous '.repeat(25);
    network = await startNetwork([work('aalto:siivous', { title: beginning })]);
    const what = `${beginning}ja ikkunanpesu`;

    const { request } = await createRequest(network, { what, cpv: [] });

    expect(request?.state).toBe('OFFERED');
    expect(request?.problem).toContain('Not searched for: "ja ikkunanpesu".');
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

  it('stays open while somebody who may be able to does not answer, and is offered when it does', async () => {
    network = await startNetwork([
      work('aalto:full', { refusal: 'CAPACITY_EXCEEDED' }),
      work('berg:full', { hasRoom: false }),
    ]);
    network.neverRead = ['tuki'];
    await network.owners.get('berg')?.close();

    const { request } = await createRequest(network);

    expect(request).toMatchObject({ state: 'OPEN', round: 0, offers: [], outcome: null });
    expect(request?.problem).toContain('berg, tuki');

    network.pass(1);
    await network.exchange.sweep();
    expect(await findRequest(network, request?.id)).toEqual(request);

    await network.reopen('berg');
    network.pass(1);
    await network.exchange.sweep();
    const after = await findRequest(network, request?.id);
    expect(after).toMatchObject({ state: 'OFFERED', problem: null });
    expect(offersOf(after)).toEqual(['berg OFFERED']);
  });

  it.each([
    [0, 1],
    [4, 4],
    [600, 15],
  ])('is looked up again, when it has been open for %i minutes, after %i', async (waited, next) => {
    network = await startNetwork([]);
    network.neverRead = ['tuki'];
    const { request } = await createRequest(network);
    network.pass(waited);
    await network.exchange.sweep();

    const stored = await network.exchange.requests.find(request?.id ?? '');

    const sinceMs = (stored?.nextTryAt?.getTime() ?? NaN) - (stored?.recordedAt.getTime() ?? NaN);
    expect(sinceMs / 60_000).toBe(waited + next);
  });

  it('is unfilled when its start comes and still nobody has answered', async () => {
    let instant = NOW;
    network = await startNetwork([], { now: () => instant });
    network.neverRead = ['tuki'];
    const { request } = await createRequest(network);

    instant = START;
    network.pass(1);
    await network.exchange.sweep();

    const after = await findRequest(network, request?.id);
    expect(after).toMatchObject({ state: 'UNFILLED', problem: null });
    expect(after?.outcome).toContain('The start has passed');
  });

  it('looks for the words of what is to be done where no codes are given', async () => {
    network = await startNetwork([
      work('aalto:a', { title: 'Ikkunanpesu' }),
      work('berg:b', { title: 'Muutto' }),
    ]);

    const { request } = await createRequest(network, { cpv: null, what: 'Ikkunanpesu' });

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
    ['a wrong check digit', { cpv: ['90911000-6', '90911300-1'] }, ['cpv', '1']],
  ])('refuses %s', async (_what, change, field) => {
    network = await startNetwork(FOUR);

    const { request, userErrors } = await createRequest(network, change);

    expect(request).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field }]);
    expect(network.catalogue.requests).toEqual([]);
  });

  it.each<[string, object, object]>([
    [
      'a start that is too far',
      { start: '2099-12-31T23:30:00Z' },
      {
        code: 'TOO_LATE',
        field: ['start'],
        message: expect.stringContaining('from 2100-01-01T01:30+02:00'),
      },
    ],
    [
      'control characters',
      { what: 'Siivous\u001b[31m' },
      { code: 'BAD_USER_INPUT', field: ['what'] },
    ],
    [
      'a name with half of a character',
      { caller: { name: 'Aino \ud800', municipality: 'FI-609' } },
      { code: 'BAD_USER_INPUT', field: ['caller', 'name'] },
    ],
  ])('refuses %s', async (_what, change, refusal) => {
    network = await startNetwork(FOUR);

    const { request, userErrors } = await createRequest(network, change);

    expect(request).toBeNull();
    expect(userErrors).toMatchObject([refusal]);
  });

  it('refuses a start in the past by the network’s clock', async () => {
    network = await startNetwork(FOUR);

    const { userErrors } = await createRequest(network, { start: '2027-03-01T07:59:59Z' });

    expect(userErrors).toMatchObject([{ code: 'IN_THE_PAST', field: ['start'] }]);
  });
});
