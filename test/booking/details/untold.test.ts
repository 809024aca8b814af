import { buildSubgraphSchema } from '@apollo/subgraph';
import { describe, expect, it } from '@jest/globals';
import { graphql, parse } from 'graphql';
import { readFileSync } from 'node:fs';
import { RELEASED_CONTRACT_FILE } from '../../../schema/contract.js';
import { scalarResolvers } from '../../../schema/scalars.js';
import { subgraphTypeDefs } from '../../../schema/sdl.js';
import { operationOf } from '../../../subgraphs/booking/orders/owners/owner-operations.js';
import { readDetails } from '../../../subgraphs/shared/order-details/read-details.js';
import { newOrder } from '../saga/order-records.js';

const place = { street: 'Itsenäisyydenkatu 4', postalCode: '28100', accessNote: 'Ovikoodi 1917' };
const details = readDetails({ place, wish: 'Kissa ei saa päästä ulos' }, 'FI-609');
const MARKER = /Anna|1234567|Itsenäisyydenkatu|28100|1917|Kissa/;

/** What is wrong with what is asked, as an endpoint says it. */
async function errorsOf(
  act: 'confirm' | 'enrol',
  sdl: ReturnType<typeof parse>,
): Promise<string[]> {
  const order = { ...newOrder('ALL_OR_NOTHING', ['karhu']), details };
  const question = {
    cooperative: 'karhu',
    act,
    key: 'key',
    legs: [0],
    isForAll: false,
    start: null,
  };
  const { query, variables } = operationOf(question, order, 15);
  const { errors = [] } = await graphql({
    schema: buildSubgraphSchema({ typeDefs: sdl, resolvers: scalarResolvers }),
    source: query,
    variableValues: JSON.parse(JSON.stringify(variables)) as Record<string, unknown>,
  });
  return errors.map(({ message }) => message);
}

describe.each(['confirm', 'enrol'] as const)('what is asked of an owner (%s)', (act) => {
  it('has nothing of the buyer repeated by a system of the last release, which finds the document wrong', async () => {
    const errors = await errorsOf(act, parse(readFileSync(RELEASED_CONTRACT_FILE, 'utf8')));

    expect(errors[0]).toMatch(/^Unknown type "OrderDetailsInput"/);
    expect(errors.join()).not.toMatch(MARKER);
  });

  it('fits the contract', async () => {
    // Nothing is answered here, so that it is asked at all.
    expect(await errorsOf(act, subgraphTypeDefs('cooperative'))).toEqual([]);
  });
});
