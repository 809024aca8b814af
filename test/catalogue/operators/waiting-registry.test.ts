import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setMaxListeners } from 'node:events';
import { pino } from 'pino';
import { request } from 'undici';
import { RegistryFollower } from '../../../subgraphs/shared/owners/endpoint-table.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import {
  startCatalogue,
  until,
  type RunningCatalogue,
} from '../../support/networks/catalogue-network.js';
import { openFreshDatabase } from '../../support/database.js';
import { FakeCooperative } from '../../support/fakes/cooperative.js';
import { at } from '../../support/json-path.js';
import { units } from '../../support/unit.js';

const SOON_MS = units(10);

describe('a registry that is asked to wait', () => {
  let database: Database;
  let karhu: FakeCooperative;
  let catalogue: RunningCatalogue;
  let closables: { close(): Promise<void> }[];

  beforeEach(async () => {
    database = await openFreshDatabase();
    karhu = await FakeCooperative.start('karhu');
    catalogue = await startCatalogue(database);
    closables = [karhu, catalogue];
  });
  afterEach(async () => {
    for (const closable of closables.reverse()) await closable.close();
    await database.close();
  });

  const follow = async (to: RunningCatalogue): Promise<RegistryFollower> => {
    const follower = new RegistryFollower({
      registryUrl: `${to.url}/registry`,
      pollMs: 3_600_000,
      timeoutMs: units(100),
      log: pino({ level: 'silent' }),
    });
    await follower.start();
    closables.push(follower);
    return follower;
  };
  const wait = (etag: string, seconds = 20) =>
    catalogue.send('GET', '/registry', {
      headers: { 'if-none-match': etag, prefer: `respond-async, wait=${seconds}` },
    });
  const etagNow = async (): Promise<string> =>
    String((await catalogue.send('GET', '/registry')).headers['etag']);

  it('tells its followers at once who joins, moves, pauses, comes back and leaves', async () => {
    const other = await startCatalogue(database, { pollIntervalMs: 500 });
    closables.push(other);
    const followers = [await follow(catalogue), await follow(other)];
    const put = (path: string, body: object) =>
      catalogue.send('PUT', `/registry/karhu${path}`, { body });
    const all = (isSo: (follower: RegistryFollower) => boolean) =>
      until(() => followers.every(isSo), 2 * SOON_MS);

    await put('', { url: 'http://127.0.0.1:9/graphql' });
    await all((follower) => follower.find('karhu')?.status === 'JOINING');
    await put('', { url: karhu.url });
    await all((follower) => follower.find('karhu')?.url === karhu.url);
    await put('/state', { state: 'PAUSED', reason: 'Lomalla.' });
    await all((follower) => follower.find('karhu')?.status === 'PAUSED');
    await put('/state', { state: 'PROBATION', reason: 'Two complaints.' });
    await all((follower) => follower.find('karhu')?.reason === 'Two complaints.');
    await catalogue.send('DELETE', '/registry/karhu');
    await all((follower) => follower.find('karhu')?.status === 'LEFT');
  });

  it('answers when its revision is another, and says that it has waited', async () => {
    const etag = await etagNow();

    const waiting = wait(etag);
    await catalogue.send('PUT', '/registry/karhu', { body: { url: karhu.url } });
    const answer = await waiting;

    expect(answer).toMatchObject({ status: 200, headers: { 'preference-applied': 'wait' } });
    expect(at(answer.json, 'cooperatives.0.id')).toBe('karhu');
  });

  it('answers at once who knows another revision, and nothing new when the time is up', async () => {
    const etag = await etagNow();

    expect(await wait('"1"')).toMatchObject({
      status: 200,
      headers: { 'preference-applied': 'wait' },
    });
    expect(await wait(etag, 0)).toMatchObject({ status: 304 });
    expect(await wait(etag, 1)).toMatchObject({ status: 304 });
  });

  it('lets no more than two hundred wait, and forgets who hangs up', async () => {
    const etag = await etagNow();
    const gone = new AbortController();
    setMaxListeners(0, gone.signal);
    const headers = { 'if-none-match': etag, prefer: 'wait=25' };
    const many = Array.from({ length: 200 }, () =>
      request(`${catalogue.url}/registry`, { headers, signal: gone.signal }).catch(() => null),
    );
    await until(async () => {
      const one = await wait(etag, 0);
      return one.headers['preference-applied'] === undefined;
    });

    gone.abort();
    await Promise.all(many);

    await until(async () => (await wait(etag, 0)).headers['preference-applied'] === 'wait');
  });

  it('ends without delay though others wait', async () => {
    const waiting = wait(await etagNow());
    await follow(catalogue);
    const startedAt = performance.now();

    closables = closables.filter((each) => each !== catalogue);
    await catalogue.close();

    expect(performance.now() - startedAt).toBeLessThan(units(50));
    expect((await waiting).status).toBe(304);
  });
});
