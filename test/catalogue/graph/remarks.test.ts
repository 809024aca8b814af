import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../../support/database.js';
import { FakeCooperative } from '../../support/fakes/cooperative.js';
import { startCatalogue, type RunningCatalogue } from '../../support/networks/catalogue-network.js';

describe('a search for codes', () => {
  let database: Database;
  let karhu: FakeCooperative;
  let catalogue: RunningCatalogue;

  beforeAll(async () => {
    database = await openFreshDatabase();
    karhu = await FakeCooperative.start('karhu');
    catalogue = await startCatalogue(database, { registry: new Map([['karhu', karhu.url]]) });
    karhu.publish('siivous');
    karhu.publish('lavia', { municipalities: ['FI-413', 'FI-609'], cpv: ['98000000'] });
    karhu.putProfile({ municipality: 'FI-413', serves: ['FI-609', 'FI-413'] });
    await catalogue.look('karhu');
  });
  afterAll(async () => {
    await catalogue.close();
    await karhu.close();
    await database.close();
  });

  const find = (search: string): Promise<unknown> =>
    catalogue.read(
      `{ catalogue(search: ${search}) { totalCount remarks { code value message } } }`,
      'catalogue',
    );

  it('of lists has no remarks', async () => {
    expect(await find('{cpv: ["90910000-9"], municipalities: ["FI-609"]}')).toMatchObject({
      remarks: [],
    });
  });

  it('with a place in the text where nobody does it says where the nearest is who does', async () => {
    expect(await find('{text: "siivous Helsingissä"}')).toMatchObject({
      remarks: [
        { code: 'PLACE_NAMED', value: 'Helsingissä' },
        {
          ...{ code: 'NOT_OFFERED_THERE', value: 'Helsingissä' },
          message: expect.stringMatching(
            /"Helsingissä" names: the nearest is \S+, [\d.]+ km away\.$/,
          ),
        },
      ],
    });
  });

  it('that no list knows goes by the tree, and says so once', async () => {
    const found = await find('{cpv: ["90910001", "90910001", "12345678-9"]}');

    expect(found).toEqual({
      totalCount: 1,
      remarks: [
        {
          code: 'UNKNOWN_CPV',
          value: '90910001',
          message: 'No list knows the CPV code 90910001: it matches by its place in the tree.',
        },
        expect.objectContaining({ code: 'UNKNOWN_CPV', value: '12345678-9' }),
      ],
    });
  });

  it('of municipalities that no list knows finds what owners wrote, and says so', async () => {
    expect(await find('{municipalities: ["FI-999"]}')).toEqual({
      totalCount: 0,
      remarks: [
        {
          code: 'UNKNOWN_MUNICIPALITY',
          value: 'FI-999',
          message: 'No list knows the municipality FI-999.',
        },
        {
          code: 'CONDITION_EXCLUDES_ALL',
          value: 'municipalities',
          message: 'Nothing is left by the condition "municipalities".',
        },
      ],
    });
  });

  it('and for what nobody offers says so, whatever else was wanted', async () => {
    expect(await find('{text: "kampaaja", language: "sv", cooperatives: ["karhu"]}')).toEqual({
      totalCount: 0,
      remarks: [
        {
          code: 'NOT_OFFERED',
          value: 'Frisör',
          message: 'Nobody in the network offers this: Frisör.',
        },
      ],
    });
  });

  it('of a municipality that has merged is one for its successor, and says so', async () => {
    const now = (await find('{municipalities: ["FI-609"]}')) as { totalCount: number };

    expect(now.totalCount).toBeGreaterThan(0);
    expect(await find('{municipalities: ["FI-537"]}')).toEqual({
      totalCount: now.totalCount,
      remarks: [
        {
          code: 'MERGED_MUNICIPALITY',
          value: 'FI-537',
          message: 'The municipality FI-537 has merged into FI-609, which was searched instead.',
        },
      ],
    });
  });

  it('shows for a municipality that has merged its successor, whatever its owner wrote', async () => {
    const found = await catalogue.read(
      `{ catalogue(search: {municipalities: ["FI-609"], cpv: ["98000000"]}) {
        edges { node { municipalities cooperative { municipality serves } } }
        facets { municipalities { value count } }
      } }`,
      'catalogue',
    );

    expect(found).toEqual({
      edges: [
        {
          node: {
            municipalities: ['FI-609'],
            cooperative: { municipality: 'FI-609', serves: ['FI-609'] },
          },
        },
      ],
      facets: { municipalities: [{ value: 'FI-609', count: 1 }] },
    });
  });

  it('of cooperatives has the same remarks', async () => {
    const listed = await catalogue.read(
      '{ cooperatives(filter: {municipalities: ["FI-537", "FI-999"]}) { totalCount remarks { code } } }',
      'cooperatives',
    );

    expect(listed).toEqual({
      totalCount: 1,
      remarks: [{ code: 'MERGED_MUNICIPALITY' }, { code: 'UNKNOWN_MUNICIPALITY' }],
    });
  });

  it('finds by the code of a municipality that has merged its successor', async () => {
    const query = '{ municipalities(text: "FI-413") { code } }';

    expect(await catalogue.read(query, 'municipalities')).toEqual([{ code: 'FI-609' }]);
  });

  it('says of `under` nothing: what no list knows has nothing below it', async () => {
    expect(await catalogue.read('{ cpvCodes(under: "12345678") { code } }', 'cpvCodes')).toEqual(
      [],
    );
  });
});
