import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { isTypeDefinitionNode } from 'graphql';
import { subgraphTypeDefs } from '../../../schema/sdl.js';
import { startFakeIssuer, type FakeIssuer } from '../../support/fakes/issuer.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';

const publish = (id: string, alias = 'publishService'): string =>
  `${alias}: publishService(input: { id: "${id}", published: true }) { service { id } }`;

describe('a root field that the caller may not ask for', () => {
  let issuer: FakeIssuer;
  let network: GatewayNetwork;
  beforeAll(async () => {
    issuer = await startFakeIssuer();
    network = await startGatewayNetwork({ identity: issuer.identity });
  });
  afterAll(async () => {
    await network.close();
    await issuer.close();
  });
  beforeEach(() => {
    network.forgetRequests();
  });

  /** @param accounts - As whom; the public where none. */
  const ask = async (
    accounts: readonly string[],
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
  ) => {
    const shown = accounts.length > 0 && {
      authorization: `Bearer ${await issuer.token(...accounts)}`,
    };
    const { data, errors = [] } = await network.ask(query, variables, { ...shown });
    const said = errors.map(({ path, extensions }) => ({ path, code: extensions['code'] }));
    return { data, said, messages: errors.map(({ message }) => message) };
  };

  it('is null with an error; the rest is answered, in its order', async () => {
    const { data, said, messages } = await ask(
      [],
      '{ a: orders { pageInfo { hasNextPage } } catalogue { totalCount } b: workOffers(cooperative: "karhu") { id } __typename }',
    );

    expect(JSON.stringify(data)).toBe(
      '{"a":null,"catalogue":{"totalCount":9},"b":null,"__typename":"Query"}',
    );
    expect(said).toEqual([
      { path: ['a'], code: 'UNAUTHENTICATED' },
      { path: ['b'], code: 'UNAUTHENTICATED' },
    ]);
    expect(messages[0]).toMatch(/^This needs the role /);
    expect(network.booking.requests).toEqual([]);
  });

  it('asks nobody where there is nothing else', async () => {
    const { data, said } = await ask(['auditor'], '{ orders { pageInfo { hasNextPage } } }');

    expect(data).toEqual({ orders: null });
    expect(said).toEqual([{ path: ['orders'], code: 'FORBIDDEN' }]);
    expect(network.booking.requests).toEqual([]);
  });

  it('is found in fragments; one that is skipped is no matter', async () => {
    const query = `query Q($yes: Boolean! = true, $no: Boolean!) {
      ...Open @include(if: $yes)
      ... on Query @skip(if: $yes) { orders { pageInfo { hasNextPage } } }
      c: workRequests @include(if: $no) { pageInfo { hasNextPage } }
    }
    fragment Open on Query { catalogue { totalCount } ...Closed }
    fragment Closed on Query { hidden: orders { pageInfo { hasNextPage } } }`;

    const { data, said } = await ask([], query, { no: false });

    expect(data).toEqual({ catalogue: { totalCount: 9 }, hidden: null });
    expect(said).toEqual([{ path: ['hidden'], code: 'UNAUTHENTICATED' }]);
  });

  it('is judged anew for each caller, though the document is the same', async () => {
    const query = `mutation { ${publish('karhu:s1')} }`;

    expect((await ask([], query)).said).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
    expect((await ask(['staff:karhu'], query)).said).toEqual([]);
    expect((await ask(['staff:lumo'], query)).said).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await ask([], query)).said).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
    expect(network.owner('karhu').requests).toHaveLength(1);
  });

  it.each([
    [
      'by literal',
      `mutation { ${publish('karhu:s1', 'a')} ${publish('lumo:s1', 'b')} ${publish('karhu:s2', 'c')} }`,
    ],
    [
      'by variables',
      `mutation ($a: PublishServiceInput!, $b: PublishServiceInput!, $c: PublishServiceInput!) {
        a: publishService(input: $a) { service { id } }
        b: publishService(input: $b) { service { id } }
        c: publishService(input: $c) { service { id } }
      }`,
    ],
  ])(
    'of several commands stops none that is allowed, and is not carried out: %s',
    async (_how, query) => {
      const input = (id: string) => ({ id, published: true });
      const { data, said, messages } = await ask(['staff:karhu'], query, {
        ...{ a: input('karhu:s1'), b: input('lumo:s1'), c: input('karhu:s2') },
      });

      expect(data).toEqual({
        a: { service: { id: 'karhu:s1' } },
        b: null,
        c: { service: { id: 'karhu:s2' } },
      });
      expect(said).toEqual([{ path: ['b'], code: 'FORBIDDEN' }]);
      expect(messages).toEqual(['This needs the role STAFF or MACHINE of lumo.']);
      expect(network.owner('karhu').requests).toHaveLength(2);
      expect(network.owner('lumo').requests).toEqual([]);
    },
  );

  it('is an order of an auditor, who orders nothing; for whom an officer does is not known here', async () => {
    const order = (organisationId: string | null) => ({
      input: {
        ...{ idempotencyKey: 'k', channel: 'PHONE' },
        buyer: { name: 'B', municipality: 'FI-609', ...(organisationId && { organisationId }) },
        legs: [{ serviceId: 'karhu:s1', start: '2027-03-22T08:00:00Z', minutes: 60 }],
      },
    });
    const query = 'mutation ($input: HoldOrderInput!) { placeOrder(input: $input) { secret } }';

    expect((await ask(['auditor'], query, order(null))).said).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    expect((await ask(['officer:SE-0581'], query, order('212000-0456'))).said).toEqual([]);
  });

  it('leaves what does not fit to be refused as such', async () => {
    const query =
      'mutation ($input: PublishServiceInput!) { publishService(input: $input) { service { id } } }';

    expect((await ask([], query, { input: { id: 'karhu:s1' } })).said).toMatchObject([
      { code: 'BAD_USER_INPUT' },
    ]);
    const nobodys = await ask(['staff:karhu'], `mutation { ${publish('')} }`);
    expect(nobodys.said).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  });
});

/** Types of the contract that clients are not to know. */
const OF_PROCESSES = subgraphTypeDefs('cooperative')
  .definitions.filter(isTypeDefinitionNode)
  .filter(({ directives = [] }) => directives.some(({ name }) => name.value === 'inaccessible'))
  .map(({ name }) => name.value);

describe('what only processes may ask', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork({ askedBy: ['coordinator', 'staff:karhu'] });
  });
  afterAll(() => network.close());

  it.each([
    '{ catalogueChanges { edges { cursor } } }',
    '{ catalogue { edges { node { capacity { minutes } } } } }',
    'mutation { holdBookings(input: {}) { legs { leg } } }',
    'mutation { readBookings(input: {}) { legs { leg } } }',
    '{ _entities(representations: []) { __typename } }',
    '{ _service { sdl } }',
  ])('is no field of the graph: %s', async (query) => {
    const { errors } = await network.ask(query);

    expect(errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(errors?.[0]?.message).toMatch(/^Cannot query field/);
  });

  it('is no type of the graph', async () => {
    expect(OF_PROCESSES).toEqual(expect.arrayContaining(['CatalogueChange', 'CapacitySummary']));
    for (const name of OF_PROCESSES) {
      const { data } = await network.ask(`{ __type(name: "${name}") { name } }`);

      expect(data).toEqual({ __type: null });
    }
  });

  it('is not among what introspection shows', async () => {
    const { data } = await network.ask(
      '{ __schema { types { name fields(includeDeprecated: true) { name } inputFields { name } enumValues { name } } } }',
    );

    const text = JSON.stringify(data);
    expect(text).toContain('"publishService"');
    expect(text).not.toMatch(
      /CatalogueChange|catalogueChanges|"capacity"|holdBookings|_entities|_service/,
    );
  });
});
