import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { startCatalogue, type RunningCatalogue } from '../../support/networks/catalogue-network.js';
import { openFreshDatabase } from '../../support/database.js';
import { at } from '../../support/json-path.js';
import { FakeCooperative } from '../../support/fakes/cooperative.js';

const SEK = { net: '300.00', vatRate: '25', gross: '375.00', currency: 'SEK' };

describe('questions to the catalogue', () => {
  let database: Database;
  let karhu: FakeCooperative;
  let lumo: FakeCooperative;
  let catalogue: RunningCatalogue;

  beforeAll(async () => {
    database = await openFreshDatabase();
    karhu = await FakeCooperative.start('karhu');
    karhu.putProfile({
      name: 'Åkarhu',
      contact: { email: 'info@karhu.example', phone: null, url: 'https://karhu.example' },
      evidence: [
        {
          scheme: 'WISE',
          issuer: 'Lautakunta',
          number: 'W-1',
          grade: null,
          validFrom: '2026-01-01',
          validTo: '2026-11-23',
          disadvantagedShare: 0.62,
        },
      ],
    });
    karhu.publish('siivous', {
      title: { fi: 'Siivouspalvelut' },
      description: { fi: 'Viikkosiivous kotiin.' },
      images: [{ url: 'https://karhu.example/a.jpg', alt: { fi: 'Luuta' } }],
    });
    karhu.publish('tila', {
      kind: 'SPACE',
      title: { fi: 'Kokoustila' },
      cpv: ['70000000'],
      unit: 'DAY',
      capacity: { from: '2026-11-23', minMinutes: 60, longestMinutes: [0, 525_600] },
    });
    karhu.publish('pois');
    karhu.withdraw('pois');
    lumo = await FakeCooperative.start('lumo');
    lumo.putProfile({
      name: 'Lumo',
      country: 'SE',
      municipality: 'SE-0580',
      serves: ['SE-0580'],
      languages: ['sv'],
      businessId: '769600-0008',
      timeZone: 'Europe/Stockholm',
    });
    lumo.publish('stad', {
      title: { sv: 'Hemstädning' },
      languages: ['sv'],
      municipalities: ['SE-0580'],
      price: SEK,
      cpv: ['90911000'],
    });
    catalogue = await startCatalogue(database, {
      registry: new Map([
        ['karhu', karhu.url],
        ['lumo', lumo.url],
        ['virta', 'http://127.0.0.1:9/graphql'],
      ]),
    });
    for (const id of ['karhu', 'lumo', 'virta']) await catalogue.look(id);
  });
  afterAll(async () => {
    await catalogue.close();
    await karhu.close();
    await lumo.close();
    await database.close();
  });

  interface Edge {
    readonly node: { readonly id: string };
    readonly matchedBy: readonly string[];
    readonly distanceKm: number | null;
  }
  const search = async (condition: string): Promise<Edge[]> => {
    const wanted = '{ edges { node { id } matchedBy distanceKm } }';
    const query = `{ catalogue(search: {${condition}}) ${wanted} }`;
    return (await catalogue.read(query, 'catalogue.edges')) as Edge[];
  };
  const idsFor = async (condition: string): Promise<string[]> =>
    (await search(condition)).map(({ node }) => node.id);

  it.each([
    ['text: "siivous"', ['karhu:siivous', 'lumo:stad']],
    ['text: "viikkosiivous"', ['lumo:stad', 'karhu:siivous']],
    ['trades: ["meeting-rooms"]', ['karhu:tila']],
    ['trades: ["premises", "office-cleaning"]', ['karhu:tila']],
    ['kinds: [SPACE]', ['karhu:tila']],
    ['cpv: ["90911000"]', ['lumo:stad', 'karhu:siivous']],
    ['municipalities: ["SE-0580"]', ['lumo:stad']],
    ['cooperatives: ["karhu"], kinds: [SERVICE]', ['karhu:siivous']],
    ['ids: ["karhu:tila", "karhu:none", "-"]', ['karhu:tila']],
    ['ids: ["karhu:tila"], kinds: [SERVICE]', []],
    ['certifications: [WISE], kinds: [SERVICE]', ['karhu:siivous']],
    ['certifications: [WISE], validOn: "2026-11-24"', []],
    ['evidence: [{scheme: WISE}], kinds: [SERVICE]', ['karhu:siivous']],
    ['evidence: [{scheme: WISE, grade: "AAA"}]', []],
    ['evidence: [{scheme: WISE}], certifications: [ECO_LABEL]', []],
    ['maxNetPrice: {amount: "28", currency: EUR}, kinds: [SERVICE]', ['karhu:siivous']],
    ['maxNetPrice: {amount: "27.99", currency: EUR}', []],
    ['near: {latitude: 58.41, longitude: 15.62, radiusKm: 20}', ['lumo:stad']],
    [
      'available: {from: "2026-11-23", to: "2026-11-23", minutes: 60}',
      ['lumo:stad', 'karhu:siivous'],
    ],
    [
      'available: {from: "2026-11-23", to: "2026-11-24", minutes: 525600}, kinds: [SPACE]',
      ['karhu:tila'],
    ],
    [
      'available: {from: "2027-01-01", to: "2028-01-01", minutes: 60}, kinds: [SPACE]',
      ['karhu:tila'],
    ],
    ['available: {from: "2027-01-01", to: "2028-01-01", minutes: 1}, kinds: [SPACE]', []],
    ['available: {from: "2026-11-19", to: "2026-11-22", minutes: 60}', []],
    ['available: {from: "2026-11-01", to: "2026-11-23", minutes: 525600}, kinds: [SPACE]', []],
    ['text: "   ", kinds: [SPACE], cpv: null, near: null', ['karhu:tila']],
  ])('finds by %s', async (condition, ids) => {
    expect(await idsFor(condition)).toEqual(ids);
  });

  it('says why and how far', async () => {
    const [exact, broader] = await search('cpv: ["90911000"]');
    expect([exact?.matchedBy, broader?.matchedBy]).toEqual([['CPV_EXACT'], ['CPV_BROADER']]);
    const [near] = await search('near: {latitude: 58.5, longitude: 15.62, radiusKm: 20}');
    expect(near?.distanceKm).toBeCloseTo(10, 0);
  });

  it('pages through everything, each row once', async () => {
    const seen: unknown[] = [];
    const query = `query($after: String) { catalogue(first: 1, after: $after, sort: TITLE) {
      totalCount edges { node { id } cursor } pageInfo { hasNextPage startCursor endCursor }
    } }`;
    for (let hasNextPage = true, after: unknown = null; hasNextPage;) {
      const { data } = await catalogue.ask(query, { after });
      expect(at(data, 'catalogue.totalCount')).toBe(3);
      const cursor = at(data, 'catalogue.edges.0.cursor');
      expect(at(data, 'catalogue.pageInfo.startCursor')).toBe(cursor);
      seen.push(at(data, 'catalogue.edges.0.node.id'));
      after = at(data, 'catalogue.pageInfo.endCursor');
      hasNextPage = at(data, 'catalogue.pageInfo.hasNextPage') === true;
    }
    expect(seen).toEqual(['lumo:stad', 'karhu:tila', 'karhu:siivous']);
  });

  it('counts facets over all matches and labels them in the language of the search', async () => {
    const { data } = await catalogue.ask(`{ catalogue(first: 1, search: {language: "sv"}) { facets {
      kinds { value count label { text } fi: label(language: "fi") { text language } }
      cpvDivisions { value count label { text } } municipalities { value count label { text } }
      cooperatives { value count label { text language } } certifications { value count label { text } }
    } } }`);
    expect(at(data, 'catalogue.facets')).toEqual({
      kinds: [
        {
          value: 'SERVICE',
          count: 2,
          label: { text: 'Tjänster' },
          fi: { text: 'Palvelut', language: 'fi' },
        },
        {
          value: 'SPACE',
          count: 1,
          label: { text: 'Lokaler' },
          fi: { text: 'Tilat', language: 'fi' },
        },
      ],
      cpvDivisions: [
        { value: '90000000', count: 2, label: { text: expect.any(String) as unknown } },
        { value: '70000000', count: 1, label: { text: expect.any(String) as unknown } },
      ],
      municipalities: [
        { value: 'FI-609', count: 2, label: { text: 'Björneborg' } },
        { value: 'SE-0580', count: 1, label: { text: 'Linköping' } },
      ],
      cooperatives: [
        { value: 'karhu', count: 2, label: { text: 'Åkarhu', language: 'fi' } },
        { value: 'lumo', count: 1, label: { text: 'Lumo', language: 'sv' } },
      ],
      certifications: [
        { value: 'WISE', count: 2, label: { text: 'Arbetsintegrerande socialt företag' } },
      ],
    });
  });

  it('names every member among the sources, those never read too', async () => {
    const { data } = await catalogue.ask(
      '{ catalogue { sources { cooperative { id name status } state reason syncedAt } } }',
    );
    expect(at(data, 'catalogue.sources')).toMatchObject([
      {
        cooperative: { id: 'karhu', name: 'Åkarhu', status: 'ACTIVE' },
        state: 'FRESH',
        reason: null,
      },
      { cooperative: { id: 'lumo' }, state: 'FRESH' },
      {
        cooperative: { id: 'virta', name: 'virta', status: 'JOINING' },
        state: 'NEVER',
        reason: 'connection refused',
        syncedAt: null,
      },
    ]);
  });

  it('lists cooperatives by name, filtered and paged', async () => {
    const list = async (given: string): Promise<string[]> => {
      const query = `{ cooperatives${given} { edges { node { id } } } }`;
      const edges = (await catalogue.read(query, 'cooperatives.edges')) as Edge[];
      return edges.map(({ node }) => node.id);
    };
    expect(await list('')).toEqual(['lumo', 'virta', 'karhu']);
    expect(await list('(filter: {countries: ["SE"]})')).toEqual(['lumo']);
    expect(await list('(filter: {municipalities: ["FI-609"]})')).toEqual(['karhu']);
    expect(await list('(filter: {statuses: [JOINING]})')).toEqual(['virta']);
    expect(await list('(filter: {ids: ["karhu", "virta"], statuses: [ACTIVE]})')).toEqual([
      'karhu',
    ]);
    expect(await list('(filter: {certifications: [WISE]})')).toEqual(['karhu']);
    expect(await list('(filter: {certifications: [WISE], validOn: "2027-01-01"})')).toEqual([]);
    expect(await list('(filter: {evidence: [{scheme: WISE}]})')).toEqual(['karhu']);
    expect(await list('(filter: {evidence: [{scheme: WISE, grade: "AA"}]})')).toEqual([]);
    const { data } = await catalogue.ask(
      '{ cooperatives(first: 2) { totalCount pageInfo { endCursor hasNextPage } } }',
    );
    expect(at(data, 'cooperatives')).toMatchObject({
      totalCount: 3,
      pageInfo: { hasNextPage: true },
    });
    expect(await list(`(after: "${String(at(data, 'cooperatives.pageInfo.endCursor'))}")`)).toEqual(
      ['karhu'],
    );
  });

  it('shows a cooperative with its services', async () => {
    const { data } = await catalogue.ask(`{ cooperative(id: "karhu") {
      name country businessId timeZone municipality serves languages contact { email phone url }
      evidence { scheme issuer number grade validFrom validTo disadvantagedShare }
      services(first: 1) { totalCount edges { node { id price { gross } images { url alt { text } } } cursor } pageInfo { hasNextPage endCursor } }
    } }`);
    expect(at(data, 'cooperative')).toMatchObject({
      country: 'FI',
      businessId: '1572860-0',
      timeZone: 'Europe/Helsinki',
      contact: { email: 'info@karhu.example', phone: null, url: 'https://karhu.example' },
      evidence: [{ scheme: 'WISE', validTo: '2026-11-23', disadvantagedShare: 0.62 }],
      services: {
        totalCount: 2,
        edges: [
          {
            node: {
              id: 'karhu:siivous',
              price: { gross: '35.14' },
              images: [{ url: 'https://karhu.example/a.jpg', alt: { text: 'Luuta' } }],
            },
          },
        ],
        pageInfo: { hasNextPage: true },
      },
    });
    const after = String(at(data, 'cooperative.services.pageInfo.endCursor'));
    const next = await catalogue.read(
      `{ cooperative(id: "karhu") { services(after: "${after}") { edges { node { id } } } } }`,
      'cooperative.services.edges',
    );
    expect(next).toEqual([{ node: { id: 'karhu:tila' } }]);
  });

  it('tells an id that was withdrawn from one that never was', async () => {
    const { data, errors } = await catalogue.ask(
      '{ gone: service(id: "karhu:pois") { id } never: service(id: "karhu:never") { id } nobody: cooperative(id: "nobody") { id } }',
    );
    expect(data).toEqual({ gone: null, never: null, nobody: null });
    expect(errors).toMatchObject([
      { path: ['gone'], extensions: { code: 'GONE', withdrawnAt: '2026-11-20T12:00:00.000Z' } },
    ]);
  });

  it('resolves references of the gateway, null for each that is unknown', async () => {
    const { data, errors } = await catalogue.ask(
      `query($representations: [_Any!]!) { _entities(representations: $representations) {
        ... on Service { title { text } cooperative { name } } ... on Cooperative { name }
      } }`,
      {
        representations: [
          { __typename: 'Service', id: 'karhu:siivous' },
          { __typename: 'Service', id: 'karhu:never' },
          { __typename: 'Cooperative', id: 'lumo' },
          { __typename: 'Cooperative', id: 'no such' },
        ],
      },
    );
    expect(errors).toBeUndefined();
    expect(at(data, '_entities')).toEqual([
      { title: { text: 'Siivouspalvelut' }, cooperative: { name: 'Åkarhu' } },
      null,
      { name: 'Lumo' },
      null,
    ]);
  });

  it('looks up municipalities and CPV codes', async () => {
    const { data } = await catalogue.ask(`{
      byName: municipalities(text: "linkö") { code name { text language } country latitude }
      bySwedishName: municipalities(text: "BJÖRNEB") { code }
      byCode: municipalities(text: "0580", country: "SE") { code }
      other: municipalities(country: "DE") { code }
      byWord: cpvCodes(text: "siivou", under: "90900000") { code }
      entry: cpvCodes(text: "9091000") { code checkDigit label(language: "de") { language } parent services }
    }`);
    expect(at(data, 'byName')).toMatchObject([
      { code: 'SE-0580', name: { text: 'Linköping', language: 'sv' }, country: 'SE' },
    ]);
    expect(at(data, 'bySwedishName')).toEqual([{ code: 'FI-609' }]);
    expect(at(data, 'byCode')).toEqual([{ code: 'SE-0580' }]);
    expect(at(data, 'other')).toEqual([]);
    expect(at(data, 'byWord.length')).toBeGreaterThan(0);
    expect(at(data, 'entry')).toMatchObject([
      { code: '90910000', checkDigit: '9', label: { language: 'en' }, services: 2 },
    ]);
    expect(at(data, 'entry.0.parent')).toMatch(/^90/);
  });

  it.each([
    ['municipalities(text: "537")', ['FI-609']],
    ['municipalities(text: "fi-262")', ['FI-050']],
    ['municipalities(text: "Noormarkku")', ['FI-609']],
    ['municipalities(text: "Luvia", country: "SE")', []],
    ['cpvCodes(text: "90910000-9")', ['90910000']],
    ['cpvCodes(text: "90910000-")', ['90910000']],
    ['cpvCodes(text: "90910000-8")', []],
  ])('finds %s', async (lookup, codes) => {
    const found = await catalogue.read(`{ found: ${lookup} { code } }`, 'found');

    expect(found).toEqual(codes.map((code) => ({ code })));
  });
});
