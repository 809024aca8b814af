import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../../support/database.js';
import { FakeCooperative } from '../../support/fakes/cooperative.js';
import { startCatalogue, type RunningCatalogue } from '../../support/networks/catalogue-network.js';

const HOURS = { weekday: 'MO', from: '08:00', to: '16:00', validFrom: null, validTo: null };
const RULES = {
  ...{ minMinutes: 240, gridMinutes: 60, leadTimeMinutes: 4_320, courseMinutes: 240 },
  openingHours: [HOURS],
};
const FORM = `id bookable notBookableBecause
  booking { minMinutes gridMinutes leadTimeMinutes courseMinutes openingHours { weekday from to validFrom validTo } }`;
const PRESENTATION = {
  address: { street: 'Antinkatu 5', postalCode: '28100', locality: 'Pori' },
  coordinates: { latitude: 61.485, longitude: 21.797 },
  logo: { url: 'https://karhu.example/logo.svg', alt: () => null },
  description: ({ language }: { language?: string }) =>
    language === 'sv' ? { text: 'Städar.', language } : { text: 'Siivoaa.', language: 'fi' },
};

describe('what a booking form needs', () => {
  let database: Database;
  let karhu: FakeCooperative;
  let catalogue: RunningCatalogue;

  beforeEach(async () => {
    database = await openFreshDatabase();
    karhu = await FakeCooperative.start('karhu');
    karhu.publish('kurssi', { kind: 'TRAINING', booking: RULES });
    catalogue = await startCatalogue(database, { registry: new Map([['karhu', karhu.url]]) });
  });
  afterEach(async () => {
    await catalogue.close();
    await karhu.close();
    await database.close();
  });
  const form = (): Promise<unknown> =>
    catalogue.read(`{ service(id: "karhu:kurssi") { ${FORM} } }`, 'service');

  it('is told of a service', async () => {
    await catalogue.look('karhu');

    expect(await form()).toEqual({
      id: 'karhu:kurssi',
      ...{ bookable: true, notBookableBecause: null, booking: RULES },
    });
  });

  it('is kept over a restart, while the owner does not answer', async () => {
    await catalogue.look('karhu');
    const before = await form();
    await catalogue.close();
    await karhu.close();
    catalogue = await startCatalogue(database);

    expect(await form()).toEqual(before);
  });

  it.each(['NO_RESOURCE', 'NO_HOURS', 'PHONE_ONLY'])(
    'says %s where its owner does',
    async (reason) => {
      karhu.publish('kurssi', { booking: RULES, notBookableBecause: reason });
      await catalogue.look('karhu');

      expect(await form()).toMatchObject({ bookable: false, notBookableBecause: reason });
    },
  );

  it('says PHONE_ONLY of all that an endpoint without bookings lists', async () => {
    karhu.takesBookings = false;
    await catalogue.look('karhu');

    expect(await form()).toMatchObject({ bookable: false, notBookableBecause: 'PHONE_ONLY' });
    const sources = await catalogue.read(
      '{ catalogue { sources { state } } }',
      'catalogue.sources',
    );
    expect(sources).toEqual([{ state: 'FRESH' }]);
    const { json } = await catalogue.send('GET', '/registry');
    expect(json).toMatchObject({ cooperatives: [{ takesBookings: false, phone: null }] });
  });

  it('says PAUSED and WITHDRAWN of what is not to be had', async () => {
    await catalogue.look('karhu');
    await catalogue.send('PUT', '/registry/karhu/state', {
      body: { state: 'PAUSED', reason: 'On holiday.' },
    });
    expect(await form()).toMatchObject({ bookable: false, notBookableBecause: 'PAUSED' });
    karhu.withdraw('kurssi');
    await catalogue.send('PUT', '/registry/karhu/state', { body: { state: 'ACTIVE' } });
    await catalogue.look('karhu');

    const query = `{ _entities(representations: [{ __typename: "Service", id: "karhu:kurssi" }]) { ... on Service { ${FORM} } } }`;
    expect(await catalogue.read(query, '_entities')).toEqual([
      expect.objectContaining({ bookable: false, notBookableBecause: 'WITHDRAWN' }),
    ]);
  });

  it('is not known of an endpoint of the last release, which goes on', async () => {
    karhu.behaviour = { kind: 'older', status: 400, of: 'release' };

    const outcome = await catalogue.look('karhu');

    expect(outcome).toMatchObject({ kind: 'read' });
    expect(await form()).toEqual({
      id: 'karhu:kurssi',
      ...{ bookable: true, notBookableBecause: null, booking: null },
    });
  });

  it('counts as a change once the endpoint has learned to tell it', async () => {
    const changed = async (): Promise<unknown> =>
      catalogue.read(
        '{ catalogue(sort: UPDATED) { edges { node { id } } } }',
        'catalogue.edges.0.node.id',
      );
    karhu.behaviour = { kind: 'older', status: 400, of: 'release' };
    karhu.publish('viimeinen');
    await catalogue.look('karhu');
    expect(await changed()).toBe('karhu:kurssi');
    await catalogue.close();
    karhu.behaviour = { kind: 'normal' };
    catalogue = await startCatalogue(database);

    await catalogue.look('karhu');

    expect(await form()).toMatchObject({ booking: RULES });
    expect(await changed()).toBe('karhu:viimeinen');
  });

  it.each([
    ['openingHours', { ...RULES, openingHours: [{ ...HOURS, to: '08:00' }] }],
    ['openingHours', { ...RULES, openingHours: Array.from({ length: 501 }, () => HOURS) }],
    ['minMinutes', { ...RULES, minMinutes: 0 }],
    ['leadTimeMinutes', { ...RULES, leadTimeMinutes: -1 }],
  ])('is refused of a feed with wrong %s', async (field, booking) => {
    karhu.publish('kurssi', { booking });

    const outcome = await catalogue.look('karhu');

    expect(outcome).toEqual({
      kind: 'failed',
      reason: expect.stringContaining(`booking.${field}`),
    });
  });

  it('has where a cooperative is, what it is and its logo', async () => {
    karhu.putProfile(PRESENTATION);
    await catalogue.look('karhu');
    const query = `{ cooperative(id: "karhu") {
      address { street postalCode locality } coordinates { latitude longitude } logo { url alt { text } }
      fi: description(language: "fi") { text } en: description(language: "en") { text language } sv: description(language: "sv") { text } } }`;

    const { address, coordinates } = PRESENTATION;
    expect(await catalogue.read(query, 'cooperative')).toEqual({
      ...{ address, coordinates, logo: { url: 'https://karhu.example/logo.svg', alt: null } },
      fi: { text: 'Siivoaa.' },
      en: { text: 'Siivoaa.', language: 'fi' },
      sv: { text: 'Städar.' },
    });
  });

  it.each([
    ['logo.url', { logo: { url: 'http://karhu.example/logo.svg', alt: () => null } }],
    ['coordinates.latitude', { coordinates: { latitude: 91, longitude: 0 } }],
    ['address.street', { address: { ...PRESENTATION.address, street: '' } }],
  ])('is refused of a feed with a wrong %s', async (field, profile) => {
    karhu.putProfile(profile);

    const outcome = await catalogue.look('karhu');

    expect(outcome).toEqual({ kind: 'failed', reason: expect.stringContaining(field) });
  });
});

describe('services', () => {
  let database: Database;
  let karhu: FakeCooperative;
  let catalogue: RunningCatalogue;

  beforeEach(async () => {
    database = await openFreshDatabase();
    karhu = await FakeCooperative.start('karhu');
    karhu.publish('eka');
    karhu.publish('toka');
    karhu.publish('pois');
    karhu.withdraw('pois');
    catalogue = await startCatalogue(database, { registry: new Map([['karhu', karhu.url]]) });
    await catalogue.look('karhu');
  });
  afterEach(async () => {
    await catalogue.close();
    await karhu.close();
    await database.close();
  });
  const QUERY = 'query ($ids: [ID!]!) { services(ids: $ids) { id } }';
  const codes = async (ids: readonly string[]): Promise<unknown> =>
    (await catalogue.ask(QUERY, { ids })).errors?.map(({ extensions }) => extensions);

  it('are in the order asked, each as often as it is, and null where there is none or no more', async () => {
    const ids = ['karhu:toka', 'karhu:none', 'karhu:eka', 'karhu:pois', 'karhu:toka'];

    const { data, errors } = await catalogue.ask(QUERY, { ids });

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      services: [{ id: 'karhu:toka' }, null, { id: 'karhu:eka' }, null, { id: 'karhu:toka' }],
    });
  });

  it('are a hundred at most, and one at least', async () => {
    const ids = Array.from({ length: 100 }, (_none, at) => `karhu:s${at}`);

    expect((await catalogue.ask(QUERY, { ids })).data).toEqual({ services: ids.map(() => null) });
    const refused = [{ code: 'BAD_USER_INPUT', argument: 'ids' }];
    expect(await codes([...ids, 'karhu:one'])).toMatchObject(refused);
    expect(await codes([])).toMatchObject(refused);
  });

  it('are refused by what is no id', async () => {
    const wrong = [{ code: 'BAD_USER_INPUT', argument: 'ids.1' }];

    expect(await codes(['karhu:eka', 'eka'])).toMatchObject(wrong);
  });
});
