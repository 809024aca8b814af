import { describe, expect, it } from '@jest/globals';
import { ask, closeAfterEach, FOUR, made, network, now, open } from './support/begun.js';
import { NOW, START } from './support/exchange-network.js';
import { decline, offersOf, type RequestPayload } from './support/exchange-support.js';
import { work } from './support/exchange-works.js';

describe('offerRequest', () => {
  closeAfterEach();

  const start = async (): Promise<void> => {
    await open([...FOUR, work('eken:full', { refusal: 'SLOT_TAKEN' })]);
    await ask({ roundSize: 1 });
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
    expect((await now())?.offers).toHaveLength(1);
  });

  it('refuses another input with the same key', async () => {
    await start();
    await offer();

    const { userErrors } = await offer({ cooperatives: ['dahl'] });

    expect(userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
  });

  it('refuses work whose start has passed', async () => {
    let instant = NOW;
    await open(FOUR, { now: () => instant });
    await ask({ roundSize: 1 });
    instant = START;

    const further = await offer();
    const named = await offer({ cooperatives: ['dahl'], idempotencyKey: 'named' });

    for (const { request, userErrors } of [further, named]) {
      expect(request).toBeNull();
      expect(userErrors).toMatchObject([{ code: 'IN_THE_PAST', field: ['requestId'] }]);
    }
    expect((await now())?.offers).toHaveLength(1);
  });

  it('says who does not answer where nobody else is left', async () => {
    await open([]);
    network.neverRead = ['tuki'];
    await ask();

    const further = await offer();
    const named = await offer({ cooperatives: ['tuki'], idempotencyKey: 'named' });

    expect(further.userErrors).toMatchObject([{ code: 'COOPERATIVE_UNAVAILABLE', field: null }]);
    expect(named.userErrors).toMatchObject([
      { code: 'COOPERATIVE_UNAVAILABLE', field: ['cooperatives', '0'] },
    ]);
  });

  it('offers a request for which somebody did not answer before', async () => {
    await open([]);
    network.neverRead = ['tuki'];
    await ask();
    network.works = [work('tuki:siivous')];
    network.neverRead = [];

    const { request } = await offer({ cooperatives: ['tuki'] });

    expect(request?.state).toBe('OFFERED');
    expect(offersOf(request)).toEqual(['tuki OFFERED']);
    expect((await now())?.problem).toContain('do not answer: tuki.');
  });

  it('takes up an unfilled request again', async () => {
    await open([FOUR[0] ?? work('aalto:a')]);
    await ask();
    await decline(network, made.request?.offers[0]?.id);
    expect((await now())?.state).toBe('UNFILLED');

    const { request } = await offer({ cooperatives: ['aalto'] });

    expect(request?.state).toBe('OFFERED');
    expect(offersOf(request)).toEqual(['aalto DECLINED', 'aalto OFFERED']);
  });
});
