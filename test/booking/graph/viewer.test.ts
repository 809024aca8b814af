import { describe, expect, it } from '@jest/globals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, isEnumType } from 'graphql';
import { subgraphTypeDefs } from '../../../schema/sdl.js';
import { viewerResolvers } from '../../../subgraphs/booking/graph/viewer-resolvers.js';
import { ROLES, type Caller } from '../../../subgraphs/shared/identity/caller.js';

const resolvers: object = viewerResolvers;
const schema = buildSubgraphSchema({
  typeDefs: subgraphTypeDefs('booking'),
  resolvers: { ...resolvers },
});

async function viewerOf(caller: Caller | null): Promise<unknown> {
  const source = '{ viewer { name roles { role organisation } } }';
  const { data } = await graphql({
    schema,
    source,
    contextValue: { asker: { caller, process: null } },
  });
  return JSON.parse(JSON.stringify(data?.['viewer']));
}

describe('the viewer', () => {
  it('is nobody, without roles, where no token was shown', async () => {
    expect(await viewerOf(null)).toEqual({ name: null, roles: [] });
  });

  it('has the name and each role of who asks', async () => {
    const grants = [
      { role: 'STAFF', organisation: 'karhu' },
      { role: 'HOUSEHOLD', organisation: null },
    ] as const;
    const caller = { issuer: 'https://id.example', subject: 'p1', name: 'Aino', grants };

    expect(await viewerOf(caller)).toEqual({ name: 'Aino', roles: grants });
  });

  it('can be of every role that there is', () => {
    const role = schema.getType('Role');

    expect(isEnumType(role) && role.getValues().map(({ name }) => name)).toEqual([...ROLES]);
  });
});
