import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import { subgraphSdl } from '../../../../schema/sdl.js';
import { honest } from '../../../support/fakes/endpoint.js';
import { pick } from '../../../support/pick.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../../support/networks/gateway-network.js';

/** An endpoint that answers the contract as it was before members had names and before services were published. */
function olderSchema(): GraphQLSchema {
  const sdl = subgraphSdl('cooperative')
    .replace(/"Name; null unless[^"]*"\s+name: String/, '')
    .replace(/"Live from the owner: whether it is[^"]*"\s+published: Boolean\n/, '')
    .replace(/"Puts a service on offer[^"]*"\s+publishService\(.*\n/, '');
  return buildSubgraphSchema({
    typeDefs: parse(sdl),
    resolvers: {
      Service: { __resolveReference: (row: object) => row },
      Cooperative: {
        __resolveReference: (row: object) => row,
        members: () => ({ edges: [{ node: { id: 'lumo:m1' }, cursor: '1' }], totalCount: 1 }),
      },
    },
  });
}

describe('an endpoint that answers an older contract', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork({
      cooperatives: ['karhu', 'lumo'],
      askedBy: ['staff:lumo'],
    });
    network.owner('lumo').behaviour = honest(olderSchema());
  });
  afterAll(() => network.close());
  beforeEach(() => {
    network.forgetRequests();
  });

  const QUERY = `query ($first: Int!) {
    cooperatives { edges { node { members(first: $first) { totalCount edges { node { id name } } } } } }
  }`;

  it('is asked again without what it does not know, and the answer says so', async () => {
    const { data, errors, extensions } = await network.ask(QUERY, { first: 1 });

    expect(pick(data, 'cooperatives.edges.*.node.members.edges')).toEqual([
      [{ node: { id: 'karhu:m1', name: 'Member 1 of karhu' } }],
      [{ node: { id: 'lumo:m1', name: null } }],
    ]);
    expect(errors).toEqual([
      {
        message: expect.stringMatching(/older version of the contract, which has no Member\.name/),
        path: ['cooperatives', 'edges', 1, 'node', 'members', 'edges', 0, 'node', 'name'],
        extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', cooperative: 'lumo' },
      },
    ]);
    expect(extensions.coverage).toMatchObject({
      answered: ['karhu', 'lumo'],
      skipped: [],
      unsupported: [{ cooperative: 'lumo', field: 'Member.name' }],
    });
    expect(network.owner('lumo').requests).toHaveLength(2);
  });

  it('is asked only once from then on', async () => {
    const { extensions } = await network.ask(QUERY, { first: 1 });

    expect(network.owner('lumo').requests).toHaveLength(1);
    expect(extensions.coverage.unsupported).toEqual([
      { cooperative: 'lumo', field: 'Member.name' },
    ]);
  });

  it('is not called lacking when nothing it lacks was asked for', async () => {
    const { extensions } = await network.ask(
      '{ cooperatives { edges { node { members { totalCount } } } } }',
    );

    expect(extensions.coverage.unsupported).toEqual([]);
  });

  it('gives null for a field that was all that was asked for', async () => {
    const { data, errors } = await network.ask('{ service(id: "lumo:s1") { id published } }');

    expect(pick(data, 'service')).toEqual({ id: 'lumo:s1', published: null });
    expect(errors?.map(({ path }) => path)).toEqual([['service', 'published']]);
  });

  it('refuses a mutation that it does not know', async () => {
    const { data, errors, extensions } = await network.ask(
      'mutation { publishService(input: { id: "lumo:s1", published: true }) { service { id } } }',
    );

    expect(data).toEqual({ publishService: null });
    expect(errors?.[0]?.path).toEqual(['publishService']);
    expect(extensions.coverage.unsupported).toEqual([
      { cooperative: 'lumo', field: 'Mutation.publishService' },
    ]);
  });

  it('fails when it refuses anything else', async () => {
    network.owner('karhu').behaviour = (_request, response) => {
      response
        .writeHead(400, { 'content-type': 'application/json' })
        .end('{"errors":[{"message":"No.","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}');
    };

    const { errors } = await network.ask('{ cooperative(id: "karhu") { members { totalCount } } }');

    expect(network.owner('karhu').requests).toHaveLength(1);
    expect(errors?.[0]?.extensions).toEqual({
      code: 'DOWNSTREAM_SERVICE_ERROR',
      cooperative: 'karhu',
    });
  });
});
