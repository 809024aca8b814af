import { expect, it } from '@jest/globals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { getOperationAST, parse } from 'graphql';
import { subgraphTypeDefs } from '../../../schema/sdl.js';
import { priceDocument } from '../../../subgraphs/shared/price/price-document.js';
import { subgraphPrices } from '../../../subgraphs/shared/price/subgraph-prices.js';
import { SUBGRAPH_MAX_COST } from '../../../subgraphs/shared/process/config.js';

const PRICES = subgraphPrices(buildSubgraphSchema({ typeDefs: subgraphTypeDefs('cooperative') }));

it.each<[string, number]>([
  ['id', 1],
  ['published', 1],
  ['quote(start: "2027-03-23T07:00:00Z", minutes: 120) { net }', 10 + 1],
])('a row of which an owner is asked for %s costs %d values', (field, values) => {
  const document = parse(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Service { ${field} } } }`,
  );
  const operation = getOperationAST(document, null);
  if (!operation) throw new Error('There is no operation.');
  const costOf = (rows: number): number =>
    priceDocument(document, PRICES).of(operation, { r: Array.from({ length: rows }) });

  expect(costOf(1_001) - costOf(1)).toBe(1_000 * values);
  expect(costOf(30_000) > SUBGRAPH_MAX_COST).toBe(values > 10);
});
