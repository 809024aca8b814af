import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { projectPath } from '../../../schema/sdl.js';
import { exportCooperative } from '../../../subgraphs/cooperative/data-source/export-file.js';
import {
  cooperativeFile,
  serviceRow,
  startCooperative,
  type Counts,
  type Json,
  type RunningCooperative,
} from '../support.js';

const NOTHING = { added: 0, changed: 0, removed: 0 };

/** Counts by type, without those that are 0. */
function changesOf({ changes }: { readonly changes: readonly Counts[] }): Json {
  return Object.fromEntries(
    changes.map(({ type, ...counts }) => [
      type,
      Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0)),
    ]),
  );
}

const BOOKING = {
  id: 'b1',
  service: 'siivous',
  resource: 'w1',
  from: '2027-03-22T08:00',
  to: '2027-03-22T11:00',
};

describe('importCooperative', () => {
  let karhu: RunningCooperative;

  beforeEach(async () => {
    karhu = await startCooperative();
  });
  afterEach(() => karhu.close());

  it('adds everything to an empty database and pokes the catalogue', async () => {
    const payload = await karhu.import(cooperativeFile({ bookings: [BOOKING] }));

    expect(payload).toMatchObject({
      cooperative: { id: 'karhu', name: 'Osuuskunta Karhunkynsi' },
      userErrors: [],
      unverified: [],
    });
    expect(changesOf(payload)).toEqual({
      cooperative: { added: 1 },
      members: { added: 1 },
      resources: { added: 1 },
      services: { added: 1 },
      bookings: { added: 1 },
    });
    expect(karhu.poke).toHaveBeenCalledTimes(1);
  });

  it('changes nothing when it is repeated', async () => {
    await karhu.import(cooperativeFile({ bookings: [BOOKING] }));
    karhu.poke.mockClear();

    const payload = await karhu.import(cooperativeFile({ bookings: [BOOKING] }));

    for (const counts of payload.changes) {
      expect(counts).toMatchObject({ ...NOTHING, unchanged: 1 });
    }
    expect((await karhu.feed()).revision).toBe(2);
    expect(karhu.poke).not.toHaveBeenCalled();
  });

  it('counts what it adds, changes and removes', async () => {
    const services = [serviceRow({ id: 'a' }), serviceRow({ id: 'b' }), serviceRow({ id: 'c' })];
    await karhu.import(cooperativeFile({ services }));

    const payload = await karhu.import(
      cooperativeFile({
        name: 'Osuuskunta Karhunpesä',
        members: [],
        resources: [{ id: 'w1', kind: 'WORKER', size: 1, hours: [] }],
        services: [services[0], serviceRow({ id: 'b', unit: 'DAY' }), serviceRow({ id: 'd' })],
      }),
    );

    expect(changesOf(payload)).toEqual({
      cooperative: { changed: 1 },
      members: { removed: 1 },
      resources: { changed: 1 },
      services: { added: 1, changed: 1, removed: 1, unchanged: 1 },
      bookings: {},
    });
    expect(payload.cooperative?.name).toBe('Osuuskunta Karhunpesä');
  });

  it('counts only on a dry run', async () => {
    const payload = await karhu.import(cooperativeFile(), true);

    expect(changesOf(payload)).toMatchObject({ services: { added: 1 } });
    expect(payload.cooperative).toBeNull();
    expect(await karhu.feed()).toMatchObject({ revision: 0, rows: [] });
    expect(karhu.poke).not.toHaveBeenCalled();
  });

  it('leaves nothing when the database fails half way', async () => {
    await karhu.import(cooperativeFile());
    const before = await exportCooperative(karhu.server.dataSource);
    const bookings = karhu.database.connection.model('Booking');
    const failure = jest.spyOn(bookings, 'bulkWrite').mockRejectedValue(new Error('disk full'));
    karhu.poke.mockClear();

    const { data, errors } = await karhu.ask<{ importCooperative: unknown }>(
      `mutation ($json: String!) {
        importCooperative(input: { cooperative: "karhu", json: $json }) { cooperative { id } }
      }`,
      { json: JSON.stringify(cooperativeFile({ name: 'Uusi nimi', bookings: [BOOKING] })) },
    );
    failure.mockRestore();

    expect(data.importCooperative).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(errors?.[0]?.message).not.toContain('disk full');
    expect(await exportCooperative(karhu.server.dataSource)).toEqual(before);
    expect((await karhu.feed()).revision).toBe(2);
    expect(karhu.poke).not.toHaveBeenCalled();
  });

  it('refuses a file with faults, names them all and changes nothing', async () => {
    const file = cooperativeFile({
      services: [
        serviceRow(),
        serviceRow({ id: 'b', price: { net: 28, currency: 'EUR', vatRate: '25.5' } }),
      ],
      nickname: 'Karhu',
    });

    const payload = await karhu.import(file);

    expect(payload).toEqual({
      cooperative: null,
      changes: [],
      unverified: [],
      userErrors: [
        {
          code: 'BAD_USER_INPUT',
          field: ['json'],
          message: 'services[1].price.net: wanted a decimal string such as "28.00", got 28',
        },
        { code: 'BAD_USER_INPUT', field: ['json'], message: 'nickname: wanted no such key' },
      ],
    });
    expect((await karhu.feed()).revision).toBe(0);
    expect(karhu.poke).not.toHaveBeenCalled();
  });

  it('refuses the file of another cooperative', async () => {
    const { userErrors } = await karhu.import(cooperativeFile({ id: 'lumo' }));

    expect(userErrors).toEqual([
      { code: 'BAD_USER_INPUT', field: ['json'], message: 'id: wanted "karhu", got "lumo"' },
    ]);
  });

  it.each([
    ['lumo', 'FORBIDDEN'],
    ['Karhu!', 'BAD_USER_INPUT'],
  ])('refuses to import into %s', async (cooperative, code) => {
    const { data } = await karhu.ask<{ importCooperative: { userErrors: unknown } }>(
      `mutation ($cooperative: ID!) {
        importCooperative(input: { cooperative: $cooperative, json: "{}" }) { userErrors { code field } }
      }`,
      { cooperative },
    );

    expect(data.importCooperative.userErrors).toEqual([{ code, field: ['cooperative'] }]);
  });

  it('accepts codes that no list knows and names them', async () => {
    const payload = await karhu.import(cooperativeFile({ serves: ['FI-609', 'FI-999'] }));

    expect(payload).toMatchObject({ userErrors: [], unverified: ['FI-999 (serves[1])'] });
  });
});

describe('An export', () => {
  const dir = projectPath('subgraphs', 'local', 'demo', 'cooperatives');

  it('is nothing before the first import', async () => {
    const karhu = await startCooperative();

    expect(await exportCooperative(karhu.server.dataSource)).toBeNull();
    await karhu.close();
  });

  it('leaves out what was dropped and keeps what was withdrawn', async () => {
    const karhu = await startCooperative();
    await karhu.import(cooperativeFile({ services: [serviceRow(), serviceRow({ id: 'b' })] }));
    await karhu.import(cooperativeFile());
    await karhu.publish('karhu:siivous', false);

    const file = await exportCooperative(karhu.server.dataSource);

    expect(file?.services.map(({ id, published }) => ({ id, published }))).toEqual([
      { id: 'siivous', published: false },
    ]);
    await karhu.close();
  });

  it.each(readdirSync(dir))('of %s changes nothing when it is imported', async (name) => {
    const cooperativeId = name.replace('.json', '');
    const running = await startCooperative({ cooperativeId });
    const file = JSON.parse(readFileSync(`${dir}/${name}`, 'utf8')) as Json;
    const first = await running.import(file);
    const { revision } = await running.feed();

    const exported = await exportCooperative(running.server.dataSource);
    const second = await running.import({ ...exported });

    expect(first.userErrors).toEqual([]);
    expect(first.changes[3]?.added).toBeGreaterThan(0);
    expect(second.userErrors).toEqual([]);
    for (const counts of second.changes) expect(counts).toMatchObject(NOTHING);
    expect((await running.feed()).revision).toBe(revision);
    await running.close();
  });
});
