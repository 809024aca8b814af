import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mergeHours } from '../../../subgraphs/cooperative/listing/booking-rules.js';
import { openFreshDatabase } from '../../support/database.js';
import { signerOf } from '../../support/fakes/hub-keys.js';
import { startCatalogue } from '../../support/networks/catalogue-network.js';
import {
  cooperativeFile,
  serviceRow,
  startCooperative,
  type Json,
  type RunningCooperative,
} from '../support.js';

const FEED = `{ catalogueChanges { changes { revision
  cooperative { address { street postalCode locality } coordinates { latitude longitude } logo { url alt { text } }
    description(language: "sv") { text language } }
  service { id notBookableBecause updatedAt
    booking { minMinutes gridMinutes leadTimeMinutes courseMinutes openingHours { weekday from to validFrom validTo } } } } } }`;
const ALWAYS = { validFrom: null, validTo: null };
const worker = (id: string, ...hours: Json[]): Json => ({ id, kind: 'WORKER', size: 1, hours });
const MORNING = { days: ['MO', 'TU'], from: '08:00', to: '12:00' } as const;

interface Row {
  readonly revision: number;
  readonly cooperative: object | null;
  readonly service: {
    readonly id: string;
    readonly updatedAt: string;
    readonly notBookableBecause: string | null;
    readonly booking: { readonly openingHours: readonly object[] } | null;
  } | null;
}

describe('by which rules a service is booked', () => {
  let karhu: RunningCooperative;

  beforeEach(async () => {
    karhu = await startCooperative();
  });
  afterEach(() => karhu.close());

  const rows = async (): Promise<readonly Row[]> => {
    const { data } = await karhu.ask<{ catalogueChanges: { changes: Row[] } }>(FEED);
    return data.catalogueChanges.changes;
  };
  const service = async (local = 'siivous') =>
    (await rows()).find((row) => row.service?.id === `karhu:${local}`)?.service;

  it('is in the feed, with the hours of all its resources put together', async () => {
    const noon = { days: ['TU', 'WE'], from: '11:00', to: '16:00' };
    await karhu.import(
      cooperativeFile({
        resources: [
          worker('w1', MORNING),
          worker('w2', noon),
          worker('w3', { ...noon, days: ['SU'] }),
        ],
        services: [
          serviceRow({
            minMinutes: 120,
            gridMinutes: 30,
            leadTimeMinutes: 1440,
            resources: ['w1', 'w2'],
          }),
        ],
      }),
    );

    expect(await service()).toMatchObject({
      notBookableBecause: null,
      booking: {
        ...{ minMinutes: 120, gridMinutes: 30, leadTimeMinutes: 1440, courseMinutes: null },
        openingHours: [
          { weekday: 'MO', from: '08:00', to: '12:00', ...ALWAYS },
          { weekday: 'TU', from: '08:00', to: '16:00', ...ALWAYS },
          { weekday: 'WE', from: '11:00', to: '16:00', ...ALWAYS },
        ],
      },
    });
  });

  it('says how long a course is, and one step of the grid as the minimum where nothing is said', async () => {
    const course = { kind: 'TRAINING', unit: 'SEAT' };
    await karhu.import(
      cooperativeFile({
        services: [
          serviceRow({ id: 'kurssi', ...course, minMinutes: 240 }),
          serviceRow({ id: 'muu', ...course, gridMinutes: 20 }),
        ],
      }),
    );

    expect((await service('kurssi'))?.booking).toMatchObject({
      minMinutes: 240,
      courseMinutes: 240,
    });
    expect((await service('muu'))?.booking).toMatchObject({ minMinutes: 20, courseMinutes: null });
  });

  it('says why what nobody does, or what is never open, cannot be booked', async () => {
    await karhu.import(
      cooperativeFile({
        services: [serviceRow({ id: 'nobody', resources: [] }), serviceRow({ id: 'never' })],
      }),
    );

    expect((await service('nobody'))?.notBookableBecause).toBe('NO_RESOURCE');
    expect((await service('never'))?.notBookableBecause).toBe('NO_HOURS');
  });

  it('changes with the hours of a resource, and with them alone', async () => {
    const file = (hours: Json): Json => cooperativeFile({ resources: [worker('w1', hours)] });
    await karhu.import(file(MORNING));
    const before = await rows();
    await karhu.import(file({ ...MORNING, to: '13:00' }));
    const after = await service();
    await karhu.import(file({ ...MORNING, to: '13:00' }));

    expect(after?.booking?.openingHours).toMatchObject([{ to: '13:00' }, { to: '13:00' }]);
    expect((await rows()).at(-1)?.revision).toBe((before.at(-1)?.revision ?? 0) + 1);
  });

  it('is told with a publication', async () => {
    const resources = [worker('w1', MORNING)];
    await karhu.import(
      cooperativeFile({ resources, services: [serviceRow({ published: false })] }),
    );

    await karhu.publish('karhu:siivous', true);

    expect((await service())?.booking?.openingHours).toHaveLength(2);
  });

  it('is told of what an earlier release has stored, once its database is opened', async () => {
    await karhu.import(cooperativeFile({ resources: [worker('w1', MORNING)] }));
    const unset = { 'feed.listing.booking': 1, 'feed.listing.notBookableBecause': 1 };
    await karhu.database.connection.collection('services').updateMany({}, { $unset: unset });
    const old = await rows();
    expect(old.at(-1)?.service).toMatchObject({ booking: null, notBookableBecause: null });

    await karhu.server.dataSource.open();
    await karhu.server.dataSource.open();

    const [renewed] = (await rows()).slice(-1);
    expect(renewed?.service?.booking?.openingHours).toHaveLength(2);
    expect(renewed?.revision).toBe((old.at(-1)?.revision ?? 0) + 1);
  });

  it('and where the cooperative is, are taken over by the catalogue', async () => {
    const address = { street: 'Antinkatu 5', postalCode: '28100', locality: 'Pori' };
    const profile = { address, coordinates: { latitude: 61.485, longitude: 21.797 } };
    const logo = { url: 'https://karhu.example/logo.svg', alt: { fi: 'Käpälä' } };
    await karhu.import(
      cooperativeFile({
        ...{ ...profile, logo, description: { fi: 'Siivoaa.' } },
        resources: [worker('w1', MORNING)],
      }),
    );
    const told = { ...profile, logo: { url: logo.url, alt: { text: 'Käpälä' } } };
    const description = { text: 'Siivoaa.', language: 'fi' };
    expect((await rows())[0]?.cooperative).toEqual({ ...told, description });
    const database = await openFreshDatabase();
    const registry = new Map([['karhu', `${karhu.url}/graphql`]]);
    const catalogue = await startCatalogue(database, { registry, signer: signerOf('catalogue') });

    const outcome = await catalogue.look('karhu');
    const query = `{ service(id: "karhu:siivous") { bookable booking { openingHours { from } }
      cooperative { address { locality } coordinates { latitude } description { text } logo { alt { text } } } } }`;
    const found = await catalogue.read(query, 'service');
    await catalogue.close();
    await database.close();

    expect(outcome).toMatchObject({ kind: 'read' });
    expect(found).toEqual({
      bookable: true,
      booking: { openingHours: [{ from: '08:00' }, { from: '08:00' }] },
      cooperative: {
        ...{ address: { locality: 'Pori' }, coordinates: { latitude: 61.485 } },
        ...{ description: { text: 'Siivoaa.' }, logo: { alt: { text: 'Käpälä' } } },
      },
    });
  });
});

describe('hours that are put together', () => {
  it.each([
    ['meet', '08:00-12:00 12:00-16:00', '08:00-16:00'],
    ['lie within each other', '08:00-16:00 10:00-12:00', '08:00-16:00'],
    ['lie apart', '13:00-16:00 08:00-12:00', '08:00-12:00 13:00-16:00'],
    ['are the same', '08:00-16:00 08:00-16:00', '08:00-16:00'],
  ])('are as few as can be where they %s', (_how, given, merged) => {
    const rowsOf = (texts: string) =>
      texts.split(' ').map((text) => {
        const [from = '', to = ''] = text.split('-');
        return { from, to };
      });

    const found = mergeHours(rowsOf(given).map((row) => ({ ...row, days: ['MO'] })));

    expect(found.map(({ from, to }) => ({ from, to }))).toEqual(rowsOf(merged));
  });

  it('stay apart where they hold on other days', () => {
    const row = { days: ['MO' as const], from: '08:00', to: '16:00' };

    const found = mergeHours([{ ...row, validFrom: '2027-06-01', to: '20:00' }, row]);

    expect(found).toMatchObject([
      { to: '16:00', validFrom: null },
      { to: '20:00', validFrom: '2027-06-01' },
    ]);
  });

  it('are those that hold longest, where there are more than can be told', () => {
    const days = Array.from({ length: 600 }, (_none, at) =>
      new Date(Date.UTC(2027, 0, 1 + at)).toISOString().slice(0, 10),
    );

    const found = mergeHours([
      ...days.map((day) => ({
        ...{ days: ['MO' as const], from: '08:00', to: '16:00' },
        ...{ validFrom: day, validTo: day },
      })),
      { days: ['SU'], from: '10:00', to: '12:00' },
    ]);

    expect(found).toHaveLength(500);
    expect(found[0]?.validTo).toBe(days[101]);
    expect(found.at(-1)).toEqual({ weekday: 'SU', from: '10:00', to: '12:00', ...ALWAYS });
  });
});
