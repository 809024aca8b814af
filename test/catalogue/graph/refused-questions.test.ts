import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { startCatalogue, type RunningCatalogue } from '../../support/networks/catalogue-network.js';
import { openFreshDatabase } from '../../support/database.js';
import { FakeCooperative } from '../../support/fakes/cooperative.js';

describe('a catalogue that is asked what it cannot answer', () => {
  let database: Database;
  let karhu: FakeCooperative;
  let catalogue: RunningCatalogue;

  beforeAll(async () => {
    database = await openFreshDatabase();
    karhu = await FakeCooperative.start('karhu');
    catalogue = await startCatalogue(database, { registry: new Map([['karhu', karhu.url]]) });
    await catalogue.look('karhu');
  });
  afterAll(async () => {
    await catalogue.close();
    await karhu.close();
    await database.close();
  });

  it.each([
    ['{ catalogue(first: 0) { totalCount } }', '"first"'],
    ['{ catalogue(first: 101) { totalCount } }', '"first"'],
    ['{ catalogue(first: 1000000000) { totalCount } }', '"first"'],
    ['{ catalogue(first: -1) { totalCount } }', '"first"'],
    ['{ catalogue(after: "rubbish") { totalCount } }', '"after"'],
    ['{ cooperatives(first: 1001) { totalCount } }', '"first"'],
    ['{ cooperatives(after: "rubbish") { totalCount } }', '"after"'],
    ['{ cooperative(id: "karhu") { services(first: 0) { totalCount } } }', '"first"'],
    ['{ catalogue(sort: DISTANCE) { totalCount } }', 'near'],
    [
      `{ catalogue(search: {text: "${'x'.repeat(201)}"}) { totalCount } }`,
      '200 characters, got 201',
    ],
    ['{ catalogue(search: {text: "siivous\\u0007"}) { totalCount } }', 'control characters'],
    ['{ municipalities(text: "\\u001b") { code } }', 'control characters'],
    ['{ cpvCodes(text: "\\u0000") { code } }', 'control characters'],
    [
      `{ catalogue(search: {trades: ["${'x'.repeat(10_000)}"]}) { totalCount } }`,
      `no trade "${'x'.repeat(60)}…".`,
    ],
    ['{ catalogue(search: {trades: ["__proto__"]}) { totalCount } }', '"__proto__"'],
    ['{ catalogue(search: {cooperatives: ["constructor"]}) { totalCount } }', '"constructor"'],
    [
      `{ catalogue(search: {kinds: [${'SPACE '.repeat(101)}]}) { totalCount } }`,
      '100 items, got 101',
    ],
    [
      '{ catalogue(search: {cpv: ["90910000-1"]}) { totalCount } }',
      'check digit of 90910000 is 9, got 1',
    ],
    ['{ catalogue(search: {cooperatives: ["nobody"]}) { totalCount } }', '"nobody"'],
    ['{ catalogue(search: {cooperatives: ["Karhu!"]}) { totalCount } }', 'Karhu!'],
    [
      '{ catalogue(search: {maxNetPrice: {amount: "1,50", currency: EUR}}) { totalCount } }',
      '1,50',
    ],
    [
      '{ catalogue(search: {near: {latitude: 91, longitude: 0, radiusKm: 1}}) { totalCount } }',
      'latitude',
    ],
    [
      '{ catalogue(search: {near: {latitude: 0, longitude: 181, radiusKm: 1}}) { totalCount } }',
      'longitude',
    ],
    [
      '{ catalogue(search: {near: {latitude: 0, longitude: 0, radiusKm: 0}}) { totalCount } }',
      'radiusKm',
    ],
    [
      '{ catalogue(search: {available: {from: "2027-01-02", to: "2027-01-01", minutes: 60}}) { totalCount } }',
      '"search.available.to"',
    ],
    [
      '{ catalogue(search: {available: {from: "2027-01-01", to: "2028-01-02", minutes: 60}}) { totalCount } }',
      '"search.available.to"',
    ],
    [
      '{ catalogue(search: {available: {from: "2027-01-01", to: "2027-01-01", minutes: 0}}) { totalCount } }',
      '"search.available.minutes"',
    ],
    [
      '{ catalogue(search: {available: {from: "2027-01-01", to: "2027-01-01", minutes: 525601}}) { totalCount } }',
      '"search.available.minutes"',
    ],
    [
      '{ catalogue(search: {available: {from: "2027-02-29", to: "2027-03-01", minutes: 60}}) { totalCount } }',
      '2027-02-29',
    ],
    ['{ cpvCodes(under: "90910000-1") { code } }', 'check digit of 90910000 is 9, got 1'],
    ['{ service(id: "karhu") { id } }', '"id"'],
    ['{ service(id: "karhu:ä") { id } }', '"id"'],
    ['{ cooperative(id: "karhu:siivous") { id } }', '"id"'],
    ['{ cooperatives(filter: {ids: ["nobody"]}) { totalCount } }', '"nobody"'],
  ])('refuses %s', async (query, said) => {
    const { errors } = await catalogue.ask(query);

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain(said);
  });

  it.each([
    ['cpv', ['9091'], '8 digits'],
    ['municipalities', ['609'], '609'],
    ['validOn', '2027-02-29', '2027-02-29'],
    ['language', 'FI', '"FI"'],
  ])('refuses a malformed %s', async (field, value, said) => {
    const query = 'query($search: CatalogueSearch) { catalogue(search: $search) { totalCount } }';

    const { errors } = await catalogue.ask(query, { search: { [field]: value } });

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain(said);
  });
});
