import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../../support/database.js';
import { FakeCooperative } from '../../support/fakes/cooperative.js';
import { startCatalogue, type RunningCatalogue } from '../../support/networks/catalogue-network.js';

describe('trades', () => {
  let database: Database;
  let karhu: FakeCooperative;
  let catalogue: RunningCatalogue;

  beforeAll(async () => {
    database = await openFreshDatabase();
    karhu = await FakeCooperative.start('karhu');
    catalogue = await startCatalogue(database, { registry: new Map([['karhu', karhu.url]]) });
    karhu.publish('ikkunat', { title: { fi: 'Ikkunanpesu' }, cpv: ['90911300'] });
    karhu.publish('maalaus', { title: { fi: 'Sisämaalaus' }, cpv: ['45440000'] });
    karhu.publish('sijainen', {
      kind: 'SUBSTITUTION',
      title: { fi: 'Maalarin sijaisuus' },
      cpv: ['79623000'],
    });
    await catalogue.look('karhu');
  });
  afterAll(async () => {
    await catalogue.close();
    await karhu.close();
    await database.close();
  });

  const find = (search: string, wanted: string): Promise<unknown> =>
    catalogue.read(`{ catalogue(search: ${search}) { ${wanted} } }`, 'catalogue');

  it('lead to what is meant in another language, and say how surely', async () => {
    const wanted = 'edges { node { id } fit matchedBy } remarks { code value message }';

    expect(await find('{text: "målare imorgon"}', wanted)).toEqual({
      edges: [{ node: { id: 'karhu:maalaus' }, fit: 'GOOD', matchedBy: ['TRADE'] }],
      remarks: [
        {
          code: 'WORD_PASSED_OVER',
          value: 'imorgon',
          message: '"imorgon" says nothing of what is wanted and did not count.',
        },
      ],
    });
    expect(await find('{text: "maalari"}', 'edges { node { id } fit }')).toEqual({
      edges: [
        { node: { id: 'karhu:maalaus' }, fit: 'GOOD' },
        { node: { id: 'karhu:sijainen' }, fit: 'LOOSE' },
      ],
    });
    expect(await find('{kinds: [SPACE]}', 'edges { fit }')).toEqual({ edges: [] });
    expect(await find('{cpv: ["90911300"]}', 'edges { fit }')).toEqual({
      edges: [{ fit: 'GOOD' }],
    });
    expect(await find('{cpv: ["90911310"]}', 'edges { fit }')).toEqual({
      edges: [{ fit: 'LOOSE' }],
    });
  });

  it('are counted as people name them, and filter', async () => {
    const facets = 'facets { trades { value count label(language: "sv") { text } } }';

    expect(await find('{trades: ["painting", "window-cleaning"]}', `totalCount ${facets}`)).toEqual(
      {
        totalCount: 2,
        facets: {
          trades: [
            { value: 'painting', count: 1, label: { text: 'Målning' } },
            { value: 'window-cleaning', count: 1, label: { text: 'Fönsterputsning' } },
          ],
        },
      },
    );
  });

  it('that nobody knows are refused', async () => {
    const { errors } = await catalogue.ask(
      '{ catalogue(search: {trades: ["juggling"]}) { totalCount } }',
    );

    expect(errors?.[0]).toMatchObject({
      message: '"search.trades": the network has no trade "juggling".',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it("that are near are suggested where nothing is found, in the searcher's language", async () => {
    const wanted =
      'totalCount suggestions { kind text trade municipality municipalityName { text } distanceKm count }';

    expect(await find('{text: "elektriker", language: "sv"}', wanted)).toEqual({
      totalCount: 0,
      suggestions: [
        {
          kind: 'TRADE',
          text: 'Målning',
          trade: 'painting',
          municipality: null,
          municipalityName: null,
          distanceKm: null,
          count: 1,
        },
      ],
    });
    expect(await find('{text: "målare", municipalities: ["FI-684"]}', wanted)).toMatchObject({
      suggestions: [
        {
          kind: 'PLACE',
          text: 'målare',
          municipality: 'FI-609',
          municipalityName: { text: 'Pori' },
          distanceKm: expect.any(Number),
        },
      ],
    });
  });
});
