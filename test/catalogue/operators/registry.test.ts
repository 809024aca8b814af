import { describe, expect, it } from '@jest/globals';
import type { CatalogueServerOptions } from '../../../subgraphs/catalogue/server.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { until, type RunningCatalogue } from '../../support/networks/catalogue-network.js';
import { openKarhuForEach, type FollowedKarhu } from '../../support/networks/followed-karhu.js';
import { at } from '../../support/json-path.js';
import { FakeCooperative } from '../../support/fakes/cooperative.js';

const TOTAL = '{ catalogue { totalCount } }';

/** Pauses a cooperative as an operator does: in the database, numbered as every change is. */
async function pause({ connection }: Database, id: string, reason: string): Promise<void> {
  const counters = connection.collection<{ _id: string; sequence: number }>('counters');
  const counter = await counters.findOneAndUpdate(
    { _id: 'changes' },
    { $inc: { sequence: 1, registryRevision: 1 } },
    { returnDocument: 'after' },
  );
  await connection
    .collection<{ _id: string }>('registrations')
    .updateOne({ _id: id }, { $set: { status: 'PAUSED', reason, sequence: counter?.sequence } });
}

describe('the registry', () => {
  let database: Database;
  let karhu: FakeCooperative;
  let opened: FollowedKarhu;

  openKarhuForEach((fresh) => {
    opened = fresh;
    ({ database, karhu } = opened);
    karhu.publish('siivous');
  });

  const start = (options?: Partial<CatalogueServerOptions>): Promise<RunningCatalogue> =>
    opened.start({ registry: new Map(), ...options });

  it('takes in a cooperative at run time and reads it at once', async () => {
    const catalogue = await start({ pollIntervalMs: 200 });

    const put = await catalogue.send('PUT', '/registry/karhu', { body: { url: karhu.url } });
    await until(async () => {
      return (await catalogue.read(TOTAL, 'catalogue.totalCount')) === 1;
    });
    // The row is found as soon as its page is stored, and its owner is judged right after.
    await catalogue.look('karhu');

    expect(put.status).toBe(200);
    expect(at(put.json, 'cooperative')).toMatchObject({ id: 'karhu', url: karhu.url });
    const { json } = await catalogue.send('GET', '/registry');
    expect(json).toEqual({
      revision: expect.any(Number) as unknown,
      cooperatives: [
        {
          id: 'karhu',
          url: karhu.url,
          name: 'Osuuskunta karhu',
          businessId: expect.stringMatching(/^\d{7}-\d$/) as unknown,
          ...{ takesBookings: true, phone: null },
          timeZone: 'Europe/Helsinki',
          status: 'ACTIVE',
          state: 'FRESH',
          reason: null,
          since: expect.stringMatching(/Z$/) as unknown,
          syncedAt: expect.stringMatching(/Z$/) as unknown,
        },
      ],
    });
    expect(at(json, 'revision')).toBeGreaterThan(at(put.json, 'revision') as number);
  });

  it('is sent again only when its revision has risen', async () => {
    const catalogue = await start();
    const first = await catalogue.send('GET', '/registry');
    const etag = String(first.headers['etag']);

    const same = await catalogue.send('GET', '/registry', { headers: { 'if-none-match': etag } });
    await catalogue.send('PUT', '/registry/karhu', { body: { url: karhu.url } });
    const changed = await catalogue.send('GET', '/registry', {
      headers: { 'if-none-match': etag },
    });

    expect(etag).toBe(`"${String(at(first.json, 'revision'))}"`);
    expect(same.status).toBe(304);
    expect(changed.status).toBe(200);
  });

  it('changes nothing when the same address is put again', async () => {
    const catalogue = await start();
    await catalogue.send('PUT', '/registry/karhu', { body: { url: karhu.url } });
    await catalogue.look('karhu');
    const before = await catalogue.send('GET', '/registry');

    await catalogue.send('PUT', '/registry/karhu', { body: { url: karhu.url } });

    const after = await catalogue.send('GET', '/registry');
    expect(at(after.json, 'revision')).toBe(at(before.json, 'revision'));
  });

  it('asks a moved cooperative at its new address', async () => {
    const catalogue = await start({ registry: new Map([['karhu', 'http://127.0.0.1:9/graphql']]) });
    expect(await catalogue.look('karhu')).toMatchObject({ kind: 'failed' });

    await catalogue.send('PUT', '/registry/karhu', { body: { url: karhu.url } });
    await catalogue.look('karhu');

    const { data } = await catalogue.ask(
      '{ catalogue { totalCount } cooperative(id: "karhu") { status } }',
    );
    expect(data).toEqual({ catalogue: { totalCount: 1 }, cooperative: { status: 'ACTIVE' } });
  });

  it('lists who has left no more, but still knows it and what it offered', async () => {
    const catalogue = await start({ registry: new Map([['karhu', karhu.url]]) });
    await catalogue.look('karhu');

    const gone = await catalogue.send('DELETE', '/registry/karhu');

    expect(at(gone.json, 'cooperative')).toMatchObject({ status: 'LEFT' });
    const { data, errors } = await catalogue.ask(`{
      catalogue { totalCount sources { state } }
      cooperatives { totalCount }
      asked: cooperatives(filter: {statuses: [LEFT]}) { edges { node { id } } }
      cooperative(id: "karhu") { name status statusReason services { totalCount } }
      service(id: "karhu:siivous") { id }
      _entities(representations: [{__typename: "Service", id: "karhu:siivous"}]) {
        ... on Service { title { text } withdrawnAt }
      }
    }`);
    expect(data).toEqual({
      catalogue: { totalCount: 0, sources: [] },
      cooperatives: { totalCount: 0 },
      asked: { edges: [{ node: { id: 'karhu' } }] },
      cooperative: {
        name: 'Osuuskunta karhu',
        status: 'LEFT',
        statusReason: 'Removed from the registry.',
        services: { totalCount: 0 },
      },
      service: null,
      _entities: [
        { title: { text: 'Siivouspalvelut' }, withdrawnAt: at(gone.json, 'cooperative.since') },
      ],
    });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['GONE']);
  });

  it('takes back who has left, with all that was known', async () => {
    const catalogue = await start({ registry: new Map([['karhu', karhu.url]]) });
    await catalogue.look('karhu');
    await catalogue.send('DELETE', '/registry/karhu');
    karhu.requests.length = 0;
    expect(await catalogue.look('karhu')).toEqual({ kind: 'not-asked' });
    expect(karhu.requests).toEqual([]);

    await catalogue.send('PUT', '/registry/karhu', { body: { url: karhu.url } });
    await catalogue.look('karhu');

    const found = await catalogue.read(
      '{ catalogue { totalCount sources { state } } }',
      'catalogue',
    );
    expect(found).toEqual({ totalCount: 1, sources: [{ state: 'FRESH' }] });
  });

  it('neither asks nor lists who was paused, but still shows what it offers to those who know the id', async () => {
    const catalogue = await start({ registry: new Map([['karhu', karhu.url]]) });
    await catalogue.look('karhu');
    await pause(database, 'karhu', 'Away until May.');
    await until(async () => (await catalogue.read(TOTAL, 'catalogue.totalCount')) === 0);
    karhu.requests.length = 0;

    const poked = await catalogue.send('POST', '/poke/karhu');

    expect(poked).toMatchObject({ status: 200, json: { state: 'PAUSED' } });
    expect(karhu.requests).toEqual([]);
    const { data, errors } = await catalogue.ask(`{
      catalogue { sources { state reason } }
      service(id: "karhu:siivous") { id cooperative { status statusReason services { totalCount } } }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      catalogue: { sources: [{ state: 'PAUSED', reason: 'Away until May.' }] },
      service: {
        id: 'karhu:siivous',
        cooperative: {
          status: 'PAUSED',
          statusReason: 'Away until May.',
          services: { totalCount: 0 },
        },
      },
    });
  });

  it('names who failed when a poke fails, and who is unknown', async () => {
    const catalogue = await start({ registry: new Map([['karhu', 'http://127.0.0.1:9/graphql']]) });

    const failed = await catalogue.send('POST', '/poke/karhu');
    const unknown = await catalogue.send('POST', '/poke/lumo');

    expect(failed).toMatchObject({
      status: 502,
      json: { code: 'DOWNSTREAM_SERVICE_ERROR', message: 'karhu: connection refused' },
    });
    expect(unknown).toMatchObject({ status: 404, json: { code: 'NOT_FOUND' } });
  });

  it.each([
    ['a malformed id', '/registry/Karhu', { url: 'http://127.0.0.1:9/graphql' }],
    ['no address', '/registry/karhu', {}],
    ['an address of a file', '/registry/karhu', { url: 'file:///etc/passwd' }],
    ['an address with a password', '/registry/karhu', { url: 'http://a:b@127.0.0.1/graphql' }],
    ['an unknown key', '/registry/karhu', { url: 'http://127.0.0.1:9/graphql', status: 'PAUSED' }],
  ])('refuses %s', async (_name, path, body) => {
    const catalogue = await start();

    const { status, json } = await catalogue.send('PUT', path, { body });

    expect({ status, code: at(json, 'code') }).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
    const { json: registry } = await catalogue.send('GET', '/registry');
    expect(at(registry, 'cooperatives')).toEqual([]);
  });
});
