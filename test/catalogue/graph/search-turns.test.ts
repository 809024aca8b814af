import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitForSearch } from '../../../subgraphs/catalogue/graph/search-turn.js';
import type { CatalogueContext } from '../../../subgraphs/catalogue/graph/context.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../../support/database.js';
import { FakeCooperative } from '../../support/fakes/cooperative.js';
import { startCatalogue, type RunningCatalogue } from '../../support/networks/catalogue-network.js';

/** Words that nobody has written. */
const STRANGE = 'qwzrtplmk xvbnhgfdwq zzplokmijnb wqasxcvfrt plmnkobhvgt yhnbgtrfvc qazplmwsxok';
const search = (name: string, text: string): string =>
  `${name}: catalogue(search: { text: "${text}" }, first: 1) { totalCount edges { node { id } } }`;

describe('searches for words', () => {
  let database: Database;
  let karhu: FakeCooperative;
  let catalogue: RunningCatalogue;
  beforeAll(async () => {
    database = await openFreshDatabase();
    karhu = await FakeCooperative.start('karhu');
    karhu.publish('a', { title: { fi: 'Siivous' } });
    catalogue = await startCatalogue(database, { registry: new Map([['karhu', karhu.url]]) });
    await catalogue.look('karhu');
  });
  afterAll(async () => {
    await catalogue.close();
    await karhu.close();
    await database.close();
  });
  const ask = async (query: string): Promise<unknown> =>
    (await catalogue.send('POST', '/graphql', { body: { query } })).json;

  it('of one request let those of another in between', async () => {
    const order: string[] = [];
    const many = Array.from({ length: 20 }, (_none, at) => search(`a${at}`, `${STRANGE} ${at}`));
    const long = ask(`{ ${many.join(' ')} }`).then((json) => {
      order.push('many');
      return json;
    });
    const short = ask(`{ ${search('one', 'siivous')} }`).then((json) => {
      order.push('one');
      return json;
    });

    expect(await short).toMatchObject({
      data: { one: { totalCount: 1, edges: [{ node: { id: 'karhu:a' } }] } },
    });
    expect(await long).toMatchObject({ data: { a0: { totalCount: 0 }, a19: { totalCount: 0 } } });
    expect(order).toEqual(['one', 'many']);
  });

  it('are refused where too many of them wait', async () => {
    const context = {
      searchLine: { take: () => Promise.resolve(false) },
      signal: new AbortController().signal,
    } as unknown as CatalogueContext;

    await expect(waitForSearch(context)).rejects.toMatchObject({
      extensions: { code: 'TOO_BUSY' },
    });
  });
});
