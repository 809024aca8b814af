import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../../support/database.js';
import { FakeCooperative } from '../../support/fakes/cooperative.js';
import { startCatalogue, type RunningCatalogue } from '../../support/networks/catalogue-network.js';

interface Page {
  readonly edges: readonly { readonly node: { readonly id: string }; readonly cursor: string }[];
  readonly unlisted: readonly { readonly id: string; readonly because: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

describe('a walk of what was updated', () => {
  let database: Database;
  let karhu: FakeCooperative;
  let lumo: FakeCooperative;
  let catalogue: RunningCatalogue;

  beforeEach(async () => {
    database = await openFreshDatabase();
    karhu = await FakeCooperative.start('karhu');
    lumo = await FakeCooperative.start('lumo');
    catalogue = await startCatalogue(database, {
      registry: new Map([
        ['karhu', karhu.url],
        ['lumo', lumo.url],
      ]),
    });
    for (const id of ['a', 'b', 'c', 'd', 'e']) karhu.publish(id);
    lumo.publish('x');
    await catalogue.look('karhu');
    await catalogue.look('lumo');
  });
  afterEach(async () => {
    await catalogue.close();
    await karhu.close();
    await lumo.close();
    await database.close();
  });

  const WALK = `query ($after: String, $first: Int!, $withUnlisted: Boolean!, $sort: CatalogueSort!, $search: CatalogueSearch) {
    catalogue(sort: $sort, first: $first, after: $after, withUnlisted: $withUnlisted, search: $search) {
      edges { node { id } cursor } unlisted { id because unlistedAt } pageInfo { hasNextPage endCursor } totalCount } }`;
  const page = async (after: string | null, more: object = {}): Promise<Page> => {
    const variables = { after, first: 2, withUnlisted: true, sort: 'UPDATED', ...more };
    const { data } = await catalogue.ask(WALK, variables);
    return (data as { catalogue: Page }).catalogue;
  };

  /** What a site has that keeps a copy, after a walk from a cursor. */
  const mirror = async (
    copy: Set<string>,
    start: string | null,
    between: () => Promise<unknown> = () => Promise.resolve(),
    more: object = {},
  ): Promise<string | null> => {
    for (let after = start; ;) {
      const { edges, unlisted, pageInfo } = await page(after, more);
      for (const { node } of edges) copy.add(node.id);
      for (const { id } of unlisted) copy.delete(id);
      after = pageInfo.endCursor ?? after;
      if (!pageInfo.hasNextPage) return after;
      await between();
    }
  };
  const onOffer = (...ids: string[]): Set<string> => new Set(ids);

  it('tells what was withdrawn between its pages, and between two walks', async () => {
    const copy = new Set<string>();
    let pages = 0;
    const cursor = await mirror(copy, null, async () => {
      pages += 1;
      if (pages !== 1) return;
      karhu.withdraw('a');
      karhu.withdraw('e');
      await catalogue.look('karhu');
    });
    expect(copy).toEqual(onOffer('karhu:b', 'karhu:c', 'karhu:d', 'lumo:x'));

    karhu.withdraw('c');
    karhu.publish('a', { updatedAt: '2026-11-23T00:00:00Z' });
    await catalogue.look('karhu');
    await mirror(copy, cursor);

    expect(copy).toEqual(onOffer('karhu:a', 'karhu:b', 'karhu:d', 'lumo:x'));
  });

  it('tells each once, rows and what is unlisted counted together among those asked for', async () => {
    for (const id of ['a', 'b', 'c']) karhu.withdraw(id);
    karhu.publish('d', { updatedAt: '2026-11-23T00:00:00Z' });
    await catalogue.look('karhu');
    const seen: string[][] = [];
    for (let after: string | null = null; ;) {
      const { edges, unlisted, pageInfo, totalCount } = await page(after);
      seen.push([...edges.map(({ node }) => node.id), ...unlisted.map(({ id }) => `-${id}`)]);
      expect(totalCount).toBe(3);
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }

    expect(seen).toEqual([
      ['karhu:e', 'lumo:x'],
      ['-karhu:a', '-karhu:b'],
      ['karhu:d', '-karhu:c'],
    ]);
  });

  it('tells what a reading from the start did not see any more', async () => {
    const copy = new Set<string>();
    const cursor = await mirror(copy, null);
    karhu.replaceDatabase('second');
    karhu.publish('b');
    await catalogue.look('karhu');

    await mirror(copy, cursor);

    expect(copy).toEqual(onOffer('karhu:b', 'lumo:x'));
  });

  it('tells of a cooperative that is paused, and of one that comes back', async () => {
    const copy = new Set<string>();
    const paused = { state: 'PAUSED', reason: 'On holiday.' };
    let cursor = await mirror(copy, null);
    await catalogue.send('PUT', '/registry/karhu/state', { body: paused });
    const { unlisted } = await page(cursor);
    expect(unlisted[0]).toMatchObject({ id: 'karhu:a', because: 'PAUSED' });
    cursor = await mirror(copy, cursor);
    expect(copy).toEqual(onOffer('lumo:x'));

    await catalogue.send('PUT', '/registry/karhu/state', { body: { state: 'ACTIVE' } });
    await mirror(copy, cursor);

    expect(copy.size).toBe(6);
  });

  it('tells of a cooperative that has left, and of one that joins again', async () => {
    const copy = new Set<string>();
    let cursor = await mirror(copy, null);
    await catalogue.send('DELETE', '/registry/lumo');
    const { unlisted } = await page(cursor);
    expect(unlisted).toMatchObject([{ id: 'lumo:x', because: 'WITHDRAWN' }]);
    cursor = await mirror(copy, cursor);
    expect(copy.has('lumo:x')).toBe(false);

    await catalogue.send('PUT', '/registry/lumo', { body: { url: lumo.url } });
    await mirror(copy, cursor);

    expect(copy.has('lumo:x')).toBe(true);
  });

  it('tells of all that is unlisted, whatever is searched for', async () => {
    karhu.withdraw('a');
    await catalogue.look('karhu');

    const { edges, unlisted } = await page(null, { search: { cooperatives: ['lumo'] } });

    expect(edges.map(({ node }) => node.id)).toEqual(['lumo:x']);
    expect(unlisted).toMatchObject([{ id: 'karhu:a', because: 'WITHDRAWN' }]);
  });

  it('is as it was for who does not ask for that, and goes on with the same cursors', async () => {
    karhu.withdraw('a');
    await catalogue.look('karhu');
    const before = await page(null, { withUnlisted: false, first: 10 });
    const last = before.edges.at(-1)?.cursor ?? null;

    expect(before.unlisted).toEqual([]);
    expect(before.pageInfo).toEqual({ hasNextPage: false, endCursor: last });
    expect(await page(last)).toMatchObject({ edges: [], unlisted: [{ id: 'karhu:a' }] });
  });

  it('is refused in another order', async () => {
    const variables = { first: 2, withUnlisted: true, sort: 'TITLE' };

    const { errors } = await catalogue.ask(WALK, variables);

    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'BAD_USER_INPUT', argument: 'withUnlisted' },
    ]);
  });
});
