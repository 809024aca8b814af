import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { startCatalogue, type RunningCatalogue } from '../../support/networks/catalogue-network.js';
import { openFreshDatabase } from '../../support/database.js';
import { FakeCooperative } from '../../support/fakes/cooperative.js';

const SOURCES = '{ catalogue { sources { cooperative { id } state } } }';

describe('the index’s word on outdated copies', () => {
  let database: Database;
  let karhu: FakeCooperative;
  let catalogue: RunningCatalogue;

  beforeEach(async () => {
    database = await openFreshDatabase();
    karhu = await FakeCooperative.start('karhu');
    karhu.publish('siivous');
    catalogue = await startCatalogue(database, { registry: new Map([['karhu', karhu.url]]) });
    await catalogue.look('karhu');
  });
  afterEach(async () => {
    await catalogue.close();
    await karhu.close();
    await database.close();
  });

  const answerTo = async (query: string) =>
    (await catalogue.send('POST', '/graphql', { body: { query } })).json;

  it('comes with every answer and says what `sources` says', async () => {
    const fresh = await answerTo(SOURCES);
    karhu.behaviour = { kind: 'raw', status: 200, type: 'text/html', body: '<p>' };
    await catalogue.look('karhu');
    const stale = await answerTo(SOURCES);
    const plain = await answerTo('{ catalogue { totalCount } }');

    expect(fresh).toMatchObject({
      data: { catalogue: { sources: [{ state: 'FRESH' }] } },
      extensions: { outdated: [] },
    });
    const outdated = [{ id: 'karhu', syncedAt: expect.any(String) }];
    expect(stale).toMatchObject({
      data: { catalogue: { sources: [{ cooperative: { id: 'karhu' }, state: 'STALE' }] } },
      extensions: { outdated },
    });
    expect(plain).toMatchObject({ extensions: { outdated } });
  });
});
