import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';

describe('a document that the catalogue answers alone', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork();
  });
  afterAll(() => network.close());

  const DOCUMENTS: readonly (readonly [string, string, Record<string, unknown>])[] = [
    [
      'a page',
      '{ catalogue(search: { text: "siivous" }, first: 2) { totalCount edges { node { id title { text } cooperative { name } } } } }',
      {},
    ],
    [
      'aliases and fragments',
      `query A { one: cooperative(id: "karhu") { ...Names } two: cooperative(id: "lumo") { ...Names country } }
       fragment Names on Cooperative { handle: id name }`,
      {},
    ],
    [
      'variables with defaults',
      'query ($first: Int! = 1, $id: ID!) { catalogue(first: $first) { edges { node { id } } } service(id: $id) { id kind } }',
      { id: 'karhu:s2' },
    ],
    [
      'a condition',
      'query ($no: Boolean = false) { catalogue { totalCount edges @include(if: $no) { cursor } } }',
      {},
    ],
    ['type names', '{ __typename catalogue { __typename totalCount } }', {}],
    [
      'the same key twice',
      '{ catalogue { totalCount } catalogue { pageInfo { hasNextPage } } }',
      {},
    ],
  ];

  it.each(DOCUMENTS)(
    'has the same answer the first time and later: %s',
    async (_what, query, variables) => {
      const first = await network.ask(query, variables);
      const later = await network.ask(query, variables);

      expect(first.errors).toBeUndefined();
      expect(JSON.stringify(later.data)).toBe(JSON.stringify(first.data));
      expect(later.extensions).toEqual(first.extensions);
    },
  );

  it.each([
    ['of a wrong type', { first: 'many' }],
    ['missing', {}],
  ])('is refused each time when a variable is %s', async (_what, variables) => {
    const query = 'query ($first: Int!) { catalogue(first: $first) { totalCount } }';
    await network.ask(query, { first: 1 });
    network.forgetRequests();

    const { data, errors } = await network.ask(query, variables);

    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(network.catalogue.requests).toHaveLength(0);
  });
});
