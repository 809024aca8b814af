import { afterEach, describe, expect, it } from '@jest/globals';
import { PUBLIC } from '../../shared/identity/policy/askers.js';
import { startNetwork, type FakeNetwork } from './support/exchange-network.js';
import {
  acceptOffer,
  closeRequest,
  createRequest,
  decline,
  OFFER,
  recordSpokenAnswer,
  type RequestPayload,
  type SeenOffer,
} from './support/exchange-support.js';
import { work } from './support/exchange-works.js';

const TWO = ['aalto', 'berg'].map((id) => work(`${id}:siivous`));

let network: FakeNetwork;
afterEach(() => network.close());

/** What a cooperative sees of its offers. */
async function seenBy(cooperative: string, states: string[] | null = null): Promise<SeenOffer[]> {
  const { data } = await network.ask<{ workOffers: SeenOffer[] }>(
    `query ($cooperative: ID!, $states: [WorkOfferState!]) {
      workOffers(cooperative: $cooperative, states: $states) { ${OFFER} what municipality start minutes quantity }
    }`,
    { cooperative, states },
  );
  return data.workOffers;
}

describe('who asked for the work', () => {
  const offerOf = (made: RequestPayload, cooperative: string): string | undefined =>
    made.request?.offers.find((offer) => offer.cooperative.id === cooperative)?.id;

  it('is told to the one that has taken it, and to nobody in any other state', async () => {
    network = await startNetwork(TWO);
    const ways: Record<string, (made: RequestPayload) => Promise<unknown>> = {
      OFFERED: () => Promise.resolve(),
      DECLINED: (made) => decline(network, offerOf(made, 'aalto')),
      PENDING: (made) => recordSpokenAnswer(network, offerOf(made, 'aalto'), { accepted: true }),
      WITHDRAWN: (made) => acceptOffer(network, offerOf(made, 'berg')),
      ACCEPTED: (made) => acceptOffer(network, offerOf(made, 'aalto')),
      FAILED: async (made) => {
        network.orders.behaviours.set('aalto', { kind: 'refuse', code: 'SLOT_TAKEN' });
        await acceptOffer(network, offerOf(made, 'aalto'));
      },
      TIMED_OUT: async () => {
        network.pass(60);
        await network.exchange.sweep();
      },
    };
    for (const [state, lead] of Object.entries(ways)) {
      const made = await createRequest(network);
      await lead(made);
      const offers = await seenBy('aalto', [state]);
      const offer = offers.find(({ id }) => id === offerOf(made, 'aalto'));
      expect({ state, caller: offer?.caller }).toEqual({
        state,
        caller: state === 'ACCEPTED' ? { name: 'Aino Aalto', phone: '+358 40 1234567' } : null,
      });
    }
  });

  it('is not among what a cooperative that is asked gets to know', async () => {
    network = await startNetwork(TWO);
    await createRequest(network);

    const told = JSON.stringify([
      ...(network.owners.get('aalto')?.requests ?? []),
      ...network.catalogue.requests,
    ]);

    expect(told).toContain('FI-609');
    expect(told).not.toMatch(/Aino|1234567|FI-684/);
  });

  it('is not told with an order that the owner has not confirmed yet', async () => {
    network = await startNetwork(TWO);
    const made = await createRequest(network);
    network.orders.behaviours.set('aalto', { kind: 'pending' });

    const { offer, order } = await acceptOffer(network, offerOf(made, 'aalto'));

    expect(offer?.state).toBe('PENDING');
    expect(order).toBeNull();
  });
});

describe('workOffers', () => {
  it('lists what a cooperative was offered, the latest first, with what, where and when', async () => {
    network = await startNetwork(TWO);
    await createRequest(network, { what: 'Ensin' });
    network.pass(1);
    await createRequest(network, { what: 'Sitten' });

    const offers = await seenBy('aalto');

    expect(offers).toMatchObject([
      { what: 'Sitten', municipality: 'FI-609', minutes: 180, quantity: 1, state: 'OFFERED' },
      { what: 'Ensin' },
    ]);
    expect(offers.every(({ cooperative }) => cooperative.id === 'aalto')).toBe(true);
    expect(await seenBy('aalto', ['DECLINED'])).toEqual([]);
    expect(await seenBy('nobody')).toEqual([]);
  });

  it('refuses what is no cooperative', async () => {
    network = await startNetwork([]);

    const { errors } = await network.ask('{ workOffers(cooperative: "No!") { id } }');

    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});

describe('a request’s secret', () => {
  const read = async (id: string | undefined, secret: string | null) => {
    const query =
      'query ($id: ID!, $secret: String) { workRequest(id: $id, secret: $secret) { id } }';
    const { data, errors } = await network.ask<{ workRequest: object | null }>(query, {
      id,
      secret,
    });
    return errors?.[0]?.extensions['code'] ?? data.workRequest;
  };

  it('is needed by the public, and lets its holder read and close', async () => {
    network = await startNetwork(TWO, { asker: PUBLIC });
    const made = await createRequest(network);

    expect(await read('nothing', null)).toBeNull();
    expect(await read(made.request?.id, null)).toBe('FORBIDDEN');
    expect(await read(made.request?.id, 'wrong')).toBe('FORBIDDEN');
    expect(await read(made.request?.id, made.secret)).toEqual({ id: made.request?.id });
    const refusedClosing = await closeRequest(network, { ...made, secret: null });
    expect(refusedClosing.userErrors[0]?.code).toBe('FORBIDDEN');
    expect((await closeRequest(network, made)).request?.state).toBe('CLOSED');
  });

  it('is stored nowhere as it is, and neither is the key that opens it', async () => {
    network = await startNetwork(TWO);
    const { secret } = await createRequest(network, { idempotencyKey: 'hard to guess' });

    const [stored] = await network.exchange.requests.findPage({
      states: [],
      filter: {},
      share: null,
      first: 1,
      after: null,
    });

    expect(JSON.stringify(stored)).not.toContain(secret);
    expect(JSON.stringify(stored)).not.toContain('hard to guess');
  });
});

describe('what needs a role', () => {
  it('is refused to the public and changes nothing', async () => {
    network = await startNetwork(TWO, { asker: PUBLIC });
    const made = await createRequest(network);
    const offer = { idempotencyKey: 'k', offerId: made.request?.offers[0]?.id };
    const input = { ...offer, requestId: made.request?.id, accepted: true };

    const { data, errors = [] } = await network.ask<object>(
      `mutation ($offerId: ID!, $requestId: ID!, $accepted: Boolean!, $idempotencyKey: String!) {
        acceptOffer(input: { idempotencyKey: $idempotencyKey, offerId: $offerId }) { userErrors { code } }
        declineOffer(input: { idempotencyKey: $idempotencyKey, offerId: $offerId }) { userErrors { code } }
        recordSpokenAnswer(input: { idempotencyKey: $idempotencyKey, offerId: $offerId, accepted: $accepted }) { userErrors { code } }
        offerRequest(input: { idempotencyKey: $idempotencyKey, requestId: $requestId }) { userErrors { code } }
      }`,
      input,
    );
    const lists = await network.ask<object>(
      '{ workOffers(cooperative: "aalto") { id } workRequests { edges { cursor } } }',
    );

    expect(
      [...errors, ...(lists.errors ?? [])].map(({ extensions }) => extensions['code']),
    ).toEqual(Array.from({ length: 6 }, () => 'UNAUTHENTICATED'));
    expect({ ...data, ...lists.data }).toEqual({
      ...{ acceptOffer: null, declineOffer: null, recordSpokenAnswer: null, offerRequest: null },
      ...{ workOffers: null, workRequests: null },
    });
    const stored = await network.exchange.requests.find(made.request?.id ?? '');
    expect(stored?.offers.map(({ state }) => state)).toEqual(['OFFERED', 'OFFERED']);
    expect(network.orders.placed).toEqual([]);
  });
});
