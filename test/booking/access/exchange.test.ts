import { describe, expect, it } from '@jest/globals';
import type { Asker } from '../../../subgraphs/shared/identity/policy/rule.js';
import { BUYER, type RunningBooking } from '../support.js';
import { codesOf, command, openForAll, refusalsOf } from './open-access.js';
import { expected, ofEach, PEOPLE, PORI } from './people.js';

interface Seen {
  readonly id: string;
  readonly cooperative: { readonly id: string };
  readonly note: string | null;
  readonly caller: { readonly name: string } | null;
}

interface Made {
  readonly request: { readonly id: string; readonly offers: readonly Seen[] };
  readonly secret: string;
}

const OFFER = 'id cooperative { id } note caller { name phone }';

let booking: RunningBooking;
const requests = new Map<string, Made>();

const create = async (name: string, asker: Asker, caller: object = BUYER): Promise<void> => {
  const input = {
    ...{ idempotencyKey: name, what: 'Siivous', municipality: 'FI-609', caller },
    ...{ start: '2027-03-22T10:00:00Z', minutes: 60, channel: 'PHONE' },
  };
  const how = ['createRequest', 'CreateRequestInput'] as const;
  const fields = `request { id offers { ${OFFER} } } secret`;
  requests.set(name, await command<Made>(booking, how, input, asker, fields));
};
const made = (name: string): Made => {
  const found = requests.get(name);
  if (!found) throw new Error(`There is no request ${name}.`);
  return found;
};
const offerTo = (cooperative: string, name: string): string =>
  made(name).request.offers.find((offer) => offer.cooperative.id === cooperative)?.id ?? '';

const NAMES = ['nobodys', 'in its name', 'of household', 'of member', 'of officer'];

openForAll(async (opened) => {
  ({ booking } = opened);
  await create('nobodys', PEOPLE.public);
  await create('in its name', PEOPLE.public, { ...BUYER, organisationId: PORI });
  await create('of household', PEOPLE.household);
  await create('of member', PEOPLE.member);
  await create('of officer', PEOPLE.officer);
  const answer = [
    ['declineOffer', 'DeclineOfferInput'] as const,
    { idempotencyKey: 'no', offerId: offerTo('karhu', 'of household'), note: 'Ei ehditä' },
  ] as const;
  await command(booking, ...answer, PEOPLE.staff, 'userErrors { code }');
});

describe('a request', () => {
  const readBy = async (asker: Asker, isOpened: boolean): Promise<string[]> => {
    const fields = NAMES.map((name, index) => {
      const { request, secret } = made(name);
      return `a${index}: workRequest(id: "${request.id}"${isOpened ? `, secret: "${secret}"` : ''})
        { id what caller { name } offers { id state } }`;
    });
    const { data } = await booking.ask<Record<string, object | null>>(
      `{ ${fields.join(' ')} }`,
      {},
      asker,
    );
    return NAMES.filter((_name, index) => data[`a${index}`] !== null);
  };
  const reads = {
    household: ['of household'],
    member: ['of member'],
    ...{ officer: ['of officer'], machineOfPori: ['of officer'] },
    coordinator: NAMES,
  };

  it('is read by whose it is and the coordinator', async () => {
    expect(await ofEach((asker) => readBy(asker, false))).toEqual(expected<string[]>([], reads));
  });

  it('is read by its secret, whoever shows that', async () => {
    expect(await ofEach((asker) => readBy(asker, true))).toEqual(expected(NAMES, {}));
  });

  it('is in the list of whoever may read it', async () => {
    const list = async (asker: Asker): Promise<string[] | string> => {
      const { data, errors } = await booking.ask<{
        workRequests: { edges: { node: { id: string } }[] } | null;
      }>('{ workRequests { edges { node { id } } } }', {}, asker);
      const seen = data.workRequests?.edges.map(({ node }) => node.id);
      if (!seen) return String(errors?.[0]?.extensions['code']);
      return NAMES.filter((name) => seen.includes(made(name).request.id));
    };

    expect(await ofEach(list)).toEqual(
      expected<string[] | string>('FORBIDDEN', {
        public: 'UNAUTHENTICATED',
        ...{ neighbour: [], officerOfTurku: [], officerOfKarhu: [], machine: [] },
        ...reads,
      }),
    );
  });

  it('is closed by whose it is, the coordinator, and whoever shows the secret', async () => {
    await create('closed', PEOPLE.household);
    const { request, secret } = made('closed');
    const close = (asker: Asker, shown: string | null) =>
      booking.ask(
        `mutation ($input: CloseRequestInput!) { closeRequest(input: $input) { userErrors { code } } }`,
        {
          input: {
            ...{ idempotencyKey: `${Math.random()}`, requestId: request.id },
            ...{ secret: shown, outcome: 'Hoitui.' },
          },
        },
        asker,
      );
    await close(PEOPLE.household, null);

    expect(await ofEach(async (asker) => codesOf(await close(asker, null)))).toEqual(
      expected(
        { closeRequest: 'FORBIDDEN' },
        {
          household: { closeRequest: 'INVALID_STATE' },
          coordinator: { closeRequest: 'INVALID_STATE' },
        },
      ),
    );
    expect(codesOf(await close(PEOPLE.public, secret))).toEqual({ closeRequest: 'INVALID_STATE' });
    expect(codesOf(await close(PEOPLE.public, 'x'))).toEqual({ closeRequest: 'FORBIDDEN' });
  });
});

describe('the exchange', () => {
  it('is led by the coordinator, and an offer answered by the cooperative asked', async () => {
    const offer = `idempotencyKey: "", offerId: "${offerTo('karhu', 'nobodys')}"`;
    const refused = async (asker: Asker): Promise<string[]> =>
      refusalsOf(
        await booking.ask(
          `mutation {
            offerRequest(input: { idempotencyKey: "", requestId: "${made('nobodys').request.id}" }) { userErrors { code } }
            recordSpokenAnswer(input: { ${offer}, accepted: true }) { userErrors { code } }
            acceptOffer(input: { ${offer} }) { userErrors { code } }
            declineOffer(input: { ${offer} }) { userErrors { code } }
          }`,
          {},
          asker,
        ),
      );
    const leading = ['offerRequest', 'recordSpokenAnswer'];
    const answering = ['acceptOffer', 'declineOffer'];
    const to = (code: string, names: readonly string[]) => names.map((name) => `${name} ${code}`);

    expect(await ofEach(refused)).toEqual(
      expected(to('FORBIDDEN', [...leading, ...answering]), {
        public: to('UNAUTHENTICATED', [...leading, ...answering]),
        coordinator: to('FORBIDDEN', answering),
        staff: to('FORBIDDEN', leading),
        machine: to('FORBIDDEN', leading),
      }),
    );
  });

  it('tells whoever may answer offers that there is none, and others not', async () => {
    const accept = (asker: Asker) =>
      booking.ask(
        'mutation { acceptOffer(input: { idempotencyKey: "x", offerId: "none" }) { userErrors { code } } }',
        {},
        asker,
      );

    expect(codesOf(await accept(PEOPLE.staff))).toEqual({ acceptOffer: 'NOT_FOUND' });
    expect(codesOf(await accept(PEOPLE.household))).toEqual({ acceptOffer: 'FORBIDDEN' });
  });

  it('shows a cooperative’s offers to its people and the coordinator', async () => {
    const list = async (asker: Asker): Promise<number | string> => {
      const { data, errors } = await booking.ask<{ workOffers: object[] | null }>(
        '{ workOffers(cooperative: "karhu") { id note } }',
        {},
        asker,
      );
      return data.workOffers?.length ?? String(errors?.[0]?.extensions['code']);
    };
    const all = requests.size;

    expect(await ofEach(list)).toEqual(
      expected<number | string>('FORBIDDEN', {
        public: 'UNAUTHENTICATED',
        ...{ staff: all, machine: all, coordinator: all },
      }),
    );
  });
});

describe('what was said with an answer', () => {
  const notes = async (asker: Asker): Promise<(string | null)[]> => {
    const { request, secret } = made('of household');
    const { data } = await booking.ask<{ workRequest: { offers: Seen[] } }>(
      `query ($id: ID!, $secret: String) { workRequest(id: $id, secret: $secret) { offers { ${OFFER} } } }`,
      { id: request.id, secret },
      asker,
    );
    return data.workRequest.offers.map(({ note }) => note);
  };

  it('is for the cooperative that answered and the coordinator, not for who asked', async () => {
    expect(await ofEach(async (asker) => (await notes(asker)).includes('Ei ehditä'))).toEqual(
      expected(false, { staff: true, machine: true, coordinator: true }),
    );
  });
});

describe('an offer that is taken', () => {
  it('tells the cooperative who asked, and gives it the order, which is theirs who asked for the work', async () => {
    await create('taken', PEOPLE.member);
    const accepted = await command<{
      offer: Seen;
      order: { id: string; buyer: { name: string } };
    }>(
      booking,
      ['acceptOffer', 'AcceptOfferInput'],
      { idempotencyKey: 'yes', offerId: offerTo('karhu', 'taken') },
      PEOPLE.machine,
      `offer { ${OFFER} } order { id buyer { name } }`,
    );
    const readBy = async (asker: Asker): Promise<boolean> => {
      const query = 'query ($id: ID!) { order(id: $id) { id } }';
      const variables = { id: accepted.order.id };
      return (
        (await booking.ask<{ order: object | null }>(query, variables, asker)).data.order !== null
      );
    };

    expect(accepted.offer.caller).toEqual({ name: BUYER.name, phone: BUYER.phone });
    expect(accepted.order.buyer).toEqual({ name: BUYER.name });
    expect(await ofEach(readBy)).toEqual(
      expected(false, { member: true, staff: true, machine: true, coordinator: true }),
    );
  });
});
