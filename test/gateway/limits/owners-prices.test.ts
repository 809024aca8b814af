import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { getOperationAST, parse } from 'graphql';
import { subgraphTypeDefs, type SubgraphName } from '../../../schema/sdl.js';
import { priceDocument } from '../../../subgraphs/shared/price/price-document.js';
import { subgraphPrices } from '../../../subgraphs/shared/price/subgraph-prices.js';
import { SUBGRAPH_MAX_COST } from '../../../subgraphs/shared/process/config.js';
import type { FakeEndpoint } from '../../support/fakes/endpoint.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';

/** What the gateway takes where nothing else is set. */
const MAX_COST = 60_000;

const many = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_none, index) => write(index)).join(' ');

/** What the dearest question costs that came in at an endpoint, by its own prices. */
function dearest(name: SubgraphName, { requests }: FakeEndpoint): number {
  const prices = subgraphPrices(buildSubgraphSchema({ typeDefs: subgraphTypeDefs(name) }));
  const costs = requests.map(({ query, variables }) => {
    const document = parse(query);
    const operation = getOperationAST(document, null);
    return operation ? priceDocument(document, prices).of(operation, variables) : NaN;
  });
  return Math.max(...costs);
}

describe('what the gateway makes of the dearest documents that it takes', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork({
      cooperatives: ['karhu'],
      size: { services: 100, members: 100 },
    });
  });
  afterAll(() => network.close());
  beforeEach(() => {
    network.forgetRequests();
  });

  it.each([
    [
      'many live fields of many rows',
      `{ catalogue(first: 100) { edges { node { ${many(45, (n) => `a${n}: published`)} } } } }`,
    ],
    [
      'many days of many rows',
      `{ catalogue(first: 100) { edges { node { availability(from: "2027-03-01", to: "2027-04-30") { ${many(9, (n) => `a${n}: status`)} } } } } }`,
    ],
    [
      'days with their starts',
      `{ catalogue(first: 100) { edges { node { id availability(from: "2027-03-01", to: "2027-04-14") { date starts { time places } } } } } }`,
    ],
    [
      'many members',
      `{ cooperative(id: "karhu") { ${many(27, (n) => `m${n}: members(first: 100) { edges { node { ${many(15, (k) => `a${k}: id`)} } } }`)} } }`,
    ],
    [
      'as many selections as can be',
      `{ catalogue(first: 1) { edges { node { ${many(1_200, (n) => `a${n}: published`)} } } } }`,
    ],
    [
      'fragments of several levels',
      `{ catalogue(first: 10) { edges { node { ...A } } } }
        fragment A on Service { ${many(20, (n) => `a${n}: cooperative { ...B }`)} } fragment B on Cooperative { ${many(12, (n) => `b${n}: members(first: 1) { totalCount }`)} }`,
    ],
  ])('costs less than they may at an owner: %s', async (_what, query) => {
    const { status, extensions } = await network.ask(query);

    expect(status).toBe(200);
    expect(extensions.cost).toBeGreaterThan(0.7 * MAX_COST);
    expect(network.owner('karhu').requests.length).toBeGreaterThan(0);
    expect(dearest('cooperative', network.owner('karhu'))).toBeLessThan(SUBGRAPH_MAX_COST / 2);
    expect(dearest('catalogue', network.catalogue)).toBeLessThan(SUBGRAPH_MAX_COST / 2);
  });
});
