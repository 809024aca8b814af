import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pick } from '../../support/pick.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';

describe('a query of rows of several cooperatives', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork();
  });
  afterAll(() => network.close());
  beforeEach(() => {
    network.forgetRequests();
  });

  it('asks no cooperative for a page of the catalogue', async () => {
    const { data, errors, extensions } = await network.ask(`{
      catalogue(search: { text: "siivous" }) {
        totalCount
        edges { node { id title { text language } cooperative { name } } }
        sources { cooperative { id } state }
      }
    }`);

    expect(errors).toBeUndefined();
    expect(pick(data, 'catalogue.totalCount')).toBe(9);
    expect(network.catalogue.requests).toHaveLength(1);
    for (const id of ['karhu', 'lumo', 'tuki']) {
      expect(network.owner(id).requests).toHaveLength(0);
    }
    expect(extensions.coverage).toEqual({
      asked: [],
      answered: [],
      stale: [],
      skipped: [],
      unsupported: [],
    });
  });

  it('asks each owner exactly once, with every row once, and answers each row in its place', async () => {
    const { data, errors, extensions } = await network.ask(`{
      a: catalogue(first: 9) { edges { node { id published } } }
      cooperatives { edges { node { name members(first: 1) { edges { node { id } } } } } }
    }`);

    expect(errors).toBeUndefined();
    expect(pick(data, 'a.edges.*.node')).toEqual(
      ['karhu', 'lumo', 'tuki'].flatMap((owner) =>
        [1, 2, 3].map((index) => ({ id: `${owner}:s${index}`, published: true })),
      ),
    );
    expect(pick(data, 'cooperatives.edges.1.node')).toEqual({
      name: 'Osuuskunta lumo',
      members: { edges: [{ node: { id: 'lumo:m1' } }] },
    });
    // One fetch of services and one of cooperatives: the planner makes two.
    for (const id of ['karhu', 'lumo', 'tuki']) expect(network.owner(id).requests).toHaveLength(2);
    expect(extensions.coverage.answered).toEqual(['karhu', 'lumo', 'tuki']);
  });

  it('asks for a row once that stands in the answer many times, and gives it to every place', async () => {
    const { data } = await network.ask(`{
      catalogue(first: 9) { edges { node { id cooperative { members { totalCount } } } } }
    }`);

    const { requests } = network.owner('karhu');
    expect(requests).toHaveLength(1);
    expect(requests[0]?.variables['representations']).toEqual([
      { __typename: 'Cooperative', id: 'karhu' },
    ]);
    expect(pick(data, 'catalogue.edges.*.node.cooperative.members.totalCount')).toEqual(
      Array(9).fill(2),
    );
  });

  it('asks the owners at the same time', async () => {
    const waiting: (() => void)[] = [];
    const behaviours = ['karhu', 'lumo', 'tuki'].map((id) => {
      const owner = network.owner(id);
      const { behaviour } = owner;
      owner.behaviour = async (request, response) => {
        // Nobody answers before everybody was asked: one after the other would run into the deadline.
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          if (waiting.length === 3) for (const release of waiting) release();
        });
        await behaviour(request, response);
      };
      return () => (owner.behaviour = behaviour);
    });

    const { errors } = await network.ask(
      '{ cooperatives { edges { node { members { totalCount } } } } }',
    );
    behaviours.forEach((restore) => restore());

    expect(errors).toBeUndefined();
  });

  it('keeps aliases, arguments, fragments and conditions, and sends only the variables that are used', async () => {
    const { data, errors } = await network.ask(
      `query ($few: Int!, $no: Boolean!, $yes: Boolean = true, $id: ID!) {
        cooperative(id: $id) {
          name
          some: members(first: $few) { ...Ids }
          none: members(first: 0) @include(if: $no) { totalCount }
          count: members @include(if: $yes) { totalCount edges { node { id @skip(if: $yes) name } } }
        }
      }
      fragment Ids on MemberConnection { edges { typename_: cursor id_: node { __typename id } } }`,
      { few: 1, no: false, id: 'lumo' },
    );

    expect(errors).toBeUndefined();
    expect(pick(data, 'cooperative')).toEqual({
      name: 'Osuuskunta lumo',
      some: { edges: [{ typename_: 'lumo:m1', id_: { __typename: 'Member', id: 'lumo:m1' } }] },
      count: {
        totalCount: 2,
        edges: [{ node: { name: 'Member 1 of lumo' } }, { node: { name: 'Member 2 of lumo' } }],
      },
    });
    const [request] = network.owner('lumo').requests;
    expect(Object.keys(request?.variables ?? {}).sort()).toEqual(['few', 'no', 'representations']);
  });

  it('passes an owner’s own errors on, at their own path', async () => {
    const { data, errors } = await network.ask(`{
      cooperatives { edges { node { id bad: members(first: 0) { totalCount } members { totalCount } } } }
    }`);

    expect(pick(data, 'cooperatives.edges.2.node')).toEqual({
      id: 'tuki',
      bad: null,
      members: { totalCount: 2 },
    });
    expect(errors?.map(({ path, extensions }) => ({ path, extensions }))).toEqual(
      ['karhu', 'lumo', 'tuki'].map((cooperative, index) => ({
        path: ['cooperatives', 'edges', index, 'node', 'bad'],
        extensions: { code: 'BAD_USER_INPUT', cooperative },
      })),
    );
  });
});
