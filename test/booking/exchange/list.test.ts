import { afterEach, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '../../../subgraphs/shared/graphql/connection.js';
import { startNetwork, type FakeNetwork } from './support/exchange-network.js';
import { closeRequest, createRequest } from './support/exchange-support.js';
import { work } from './support/exchange-works.js';

const TWO = ['aalto', 'berg'].map((id) => work(`${id}:siivous`));

let network: FakeNetwork;
afterEach(() => network.close());

describe('workRequests', () => {
  interface Page {
    readonly workRequests: {
      readonly edges: readonly { readonly node: { readonly what: string } }[];
      readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
    };
  }
  const page = (variables: object) =>
    network.ask<Page>(
      `query ($states: [WorkRequestState!], $first: Int!, $after: String) {
        workRequests(states: $states, first: $first, after: $after) {
          edges { node { what } } pageInfo { endCursor hasNextPage }
        }
      }`,
      { first: 2, ...variables },
    );
  const whatOf = ({ workRequests }: Page): string[] =>
    workRequests.edges.map(({ node }) => node.what);

  it('lists the latest first, page by page, also where the network’s clock stands still', async () => {
    network = await startNetwork(TWO);
    for (const what of ['yksi', 'kaksi', 'kolme']) {
      await createRequest(network, { what });
      network.pass(1);
    }

    const first = await page({});
    const second = await page({ after: first.data.workRequests.pageInfo.endCursor });

    expect(whatOf(first.data)).toEqual(['kolme', 'kaksi']);
    expect(first.data.workRequests.pageInfo.hasNextPage).toBe(true);
    expect(whatOf(second.data)).toEqual(['yksi']);
    expect(second.data.workRequests.pageInfo.hasNextPage).toBe(false);
  });

  it('lists only those in the states asked for', async () => {
    network = await startNetwork(TWO);
    const made = await createRequest(network, { what: 'suljettu' });
    await closeRequest(network, made);
    await createRequest(network, { what: 'auki' });

    expect(whatOf((await page({ states: ['CLOSED'] })).data)).toEqual(['suljettu']);
    expect(whatOf((await page({ states: ['OFFERED', 'OPEN'] })).data)).toEqual(['auki']);
  });

  it.each([
    ['no rows', { first: 0 }],
    ['too many rows', { first: 101 }],
    ['a made-up cursor', { after: 'x' }],
    ['an empty cursor', { after: '' }],
    ['a cursor of no time', { after: encodeCursor([1e300, 'x']) }],
  ])('refuses %s', async (_what, variables) => {
    network = await startNetwork([]);

    const { errors } = await page(variables);

    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});
