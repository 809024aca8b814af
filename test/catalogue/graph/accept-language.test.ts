import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../../support/database.js';
import { FakeCooperative } from '../../support/fakes/cooperative.js';
import { at } from '../../support/json-path.js';
import { startCatalogue, type RunningCatalogue } from '../../support/networks/catalogue-network.js';

describe('Accept-Language', () => {
  let database: Database;
  let karhu: FakeCooperative;
  let catalogue: RunningCatalogue;

  beforeAll(async () => {
    database = await openFreshDatabase();
    karhu = await FakeCooperative.start('karhu');
    const both = { fi: 'Siivous', sv: 'Städning' };
    karhu.publish('a', { title: { fi: 'Siivous' } });
    karhu.publish('b', {
      ...{ title: both, description: both, languages: ['fi', 'sv'] },
      images: [{ url: 'https://example.org/a.jpg', alt: both }],
    });
    catalogue = await startCatalogue(database, { registry: new Map([['karhu', karhu.url]]) });
    await catalogue.look('karhu');
  });
  afterAll(async () => {
    await catalogue.close();
    await karhu.close();
    await database.close();
  });

  const read = async (query: string, path: string, accepted: string): Promise<unknown> => {
    const headers = { 'accept-language': accepted };
    const { json } = await catalogue.send('POST', '/graphql', { body: { query }, headers });
    return at(json, `data.${path}`);
  };
  const SERVICE = '{ service(id: "karhu:b") { field: FIELD { text } } }';

  it.each([
    ['title', 'Städning'],
    ['description', 'Städning'],
    ['images { alt', 'Städning'],
  ])('is the default of the language of %s', async (field, swedish) => {
    const isNested = field.includes('{');
    const query = isNested
      ? `{ service(id: "karhu:b") { ${field} { text } } } }`
      : SERVICE.replace('FIELD', field);
    const path = isNested ? 'service.images.0.alt.text' : 'service.field.text';

    expect(await read(query, path, 'sv-FI, fi;q=0.5')).toBe(swedish);
    expect(await read(query, path, 'de, *;q=0.5')).toBe('Siivous');
    expect(await read(query, path, 'en, fi;q=0.5')).toBe('Siivous');
  });

  it.each([
    [
      '{ municipalities(text: "609") { name { text } } }',
      'municipalities.0.name.text',
      'Björneborg',
    ],
    ['{ cpvCodes(text: "90910000") { label { text } } }', 'cpvCodes.0.label.text', 'Städning'],
    [
      '{ catalogue(search: {cpv: ["90910000"]}) { facets { cpvDivisions { label { language } } } } }',
      'catalogue.facets.cpvDivisions.0.label.language',
      'sv',
    ],
    [
      '{ catalogue { facets { municipalities { label { text } } } } }',
      'catalogue.facets.municipalities.0.label.text',
      'Björneborg',
    ],
  ])('is that of %s', async (query, path, swedish) => {
    expect(await read(query, path, 'sv')).toBe(swedish);
    expect(await read(query, path, 'fi')).not.toBe(swedish);
  });

  it('gives way to a language that the document names', async () => {
    const title = '{ service(id: "karhu:b") { title(language: "fi") { text } } }';
    const facet =
      '{ catalogue(search: {language: "fi"}) { facets { municipalities { label { text } } } } }';

    expect(await read(title, 'service.title.text', 'sv')).toBe('Siivous');
    expect(await read(facet, 'catalogue.facets.municipalities.0.label.text', 'sv')).toBe('Pori');
  });

  it('counts where a variable gives no language, and puts offers in it first among equals', async () => {
    const query =
      'query ($language: LanguageCode) { catalogue(search: {text: "siivous", language: $language}) { edges { node { id } } } }';

    expect(await read(query, 'catalogue.edges.0.node.id', 'sv')).toBe('karhu:b');
    expect(await read(query, 'catalogue.edges.0.node.id', 'fi')).toBe('karhu:a');
  });
});
