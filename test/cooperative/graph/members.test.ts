import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UNSIGNED } from '../askers.js';
import { cooperativeFile, startCooperative, type RunningCooperative } from '../support.js';

const PERSON = { email: 'someone@example.org', phone: '+358 2 000 0000', languages: ['fi'] };

const MEMBERS = `query Members($first: Int!, $after: String) {
  _entities(representations: [{ __typename: "Cooperative", id: "karhu" }]) {
    ... on Cooperative {
      members(first: $first, after: $after) {
        totalCount
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        edges { cursor node { id name email phone languages } }
      }
    }
  }
}`;

interface MemberPage {
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
}

interface Answered {
  readonly _entities: readonly { readonly members: MemberPage | null }[];
}

describe('The members of a cooperative', () => {
  let karhu: RunningCooperative;

  beforeAll(async () => {
    karhu = await startCooperative();
    const members = [
      { id: 'm1', name: 'Aino', ...PERSON, public: ['name', 'languages'] },
      { id: 'm2', name: 'Pentti', ...PERSON, public: [] },
      { id: 'm3', name: 'Raili', ...PERSON, public: ['name', 'email', 'phone', 'languages'] },
      { id: 'm4', name: 'Johan', ...PERSON },
    ];
    await karhu.import(cooperativeFile({ members }));
  });
  afterAll(() => karhu.close());

  const page = async (first: number, after: string | null = null) => {
    const { data } = await karhu.ask<Answered>(MEMBERS, { first, after }, UNSIGNED);
    const members = data._entities[0]?.members;
    if (!members) throw new Error('There is no page.');
    return members;
  };

  it('show to all only what each has made public', async () => {
    const { edges } = await page(100);

    expect(edges.map(({ node }) => node)).toEqual([
      { id: 'karhu:m1', name: 'Aino', email: null, phone: null, languages: ['fi'] },
      { id: 'karhu:m2', name: null, email: null, phone: null, languages: null },
      { id: 'karhu:m3', name: 'Raili', ...PERSON },
      { id: 'karhu:m4', name: null, email: null, phone: null, languages: null },
    ]);
  });

  it('are read page by page', async () => {
    const head = await page(3);
    const tail = await page(3, head.pageInfo.endCursor);
    const beyond = await page(3, tail.pageInfo.endCursor);

    expect(head).toMatchObject({
      totalCount: 4,
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: head.edges[0]?.cursor },
    });
    expect(tail.edges.map(({ node }) => node.id)).toEqual(['karhu:m4']);
    expect(tail.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(beyond).toMatchObject({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  it.each([
    [0, null],
    [101, null],
    [-1, null],
    [20, 'nonsense'],
    [20, Buffer.from('[{"$gt":""}]').toString('base64url')],
  ])('refuse first: %s, after: %s', async (first, after) => {
    const { data, errors } = await karhu.ask<Answered>(MEMBERS, { first, after });

    expect(data._entities[0]?.members).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
