import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clock } from '../../../subgraphs/shared/process/clock.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import {
  startCatalogue,
  until,
  type RunningCatalogue,
} from '../../support/networks/catalogue-network.js';
import { openFreshDatabase } from '../../support/database.js';
import { at } from '../../support/json-path.js';
import { FakeCooperative } from '../../support/fakes/cooperative.js';

describe('several catalogue processes on one database', () => {
  let database: Database;
  let karhu: FakeCooperative;
  let running: RunningCatalogue[] = [];

  beforeEach(async () => {
    database = await openFreshDatabase();
    karhu = await FakeCooperative.start('karhu');
    karhu.publish('siivous');
    running = [];
  });
  afterEach(async () => {
    for (const catalogue of running) await catalogue.close();
    await karhu.close();
    await database.close();
  });

  const start = async (realClock?: Clock): Promise<RunningCatalogue> => {
    const registry = new Map([['karhu', karhu.url]]);
    const options = { registry, pollIntervalMs: 100, ...(realClock && { realClock }) };
    const catalogue = await startCatalogue(database, options);
    running.push(catalogue);
    return catalogue;
  };
  const finds = async (catalogue: RunningCatalogue, id: string): Promise<boolean> => {
    const found = await catalogue.read(`{ service(id: "${id}") { id } }`, 'service');
    return found !== null;
  };
  const sourceOf = (catalogue: RunningCatalogue): Promise<unknown> =>
    catalogue.read('{ catalogue { sources { state } } }', 'catalogue.sources.0');

  it('lets one follow the feeds, and the other follow what it writes', async () => {
    const leader = await start();
    const other = await start();
    await until(() => finds(other, 'karhu:siivous'));

    const id = karhu.publish('uusi');
    await until(() => finds(other, id));
    karhu.withdraw('siivous');
    await until(async () => !(await finds(other, 'karhu:siivous')));

    expect([leader.isFollowing(), other.isFollowing()]).toEqual([true, false]);
    expect(await sourceOf(other)).toEqual({ state: 'FRESH' });
  });

  it('numbers the registry alike in both', async () => {
    const leader = await start();
    const other = await start();
    await leader.send('PUT', '/registry/lumo', { body: { url: 'http://127.0.0.1:9/graphql' } });
    const registryOf = async (catalogue: RunningCatalogue): Promise<unknown> =>
      (await catalogue.send('GET', '/registry')).json;
    const revisionOf = async (catalogue: RunningCatalogue): Promise<unknown> =>
      at(await registryOf(catalogue), 'revision');

    await until(async () => (await revisionOf(other)) === (await revisionOf(leader)));

    expect(at(await registryOf(leader), 'cooperatives.length')).toBe(2);
    expect(at(await registryOf(other), 'cooperatives.length')).toBe(2);
  });

  it('looks at a feed in whichever process is poked', async () => {
    await start();
    const other = await start();
    const id = karhu.publish('uusi');

    const { status } = await other.send('POST', '/poke/karhu');

    expect(status).toBe(200);
    expect(await finds(other, id)).toBe(true);
  });

  it('stores each page once when both read the same feed at the same time', async () => {
    for (let n = 1; n <= 1_100; n += 1) karhu.publish(`s${n}`);
    const leader = await start();
    const other = await start();

    const outcomes = await Promise.all([
      leader.look('karhu'),
      other.look('karhu'),
      leader.look('karhu'),
      other.look('karhu'),
    ]);

    expect(outcomes).toEqual(Array(4).fill({ kind: 'read', revision: karhu.revision }));
    const total = await other.read('{ catalogue { totalCount } }', 'catalogue.totalCount');
    expect(total).toBe(1_101);
    const records = await database.connection.collection('registrations').findOne({});
    expect(records?.['serviceCount']).toBe(1_101);
  });

  it('hands over at once when the follower stops', async () => {
    const leader = await start();
    const other = await start();
    await leader.close();
    running = [other];

    const id = karhu.publish('uusi');
    await until(() => finds(other, id));

    expect(other.isFollowing()).toBe(true);
  });

  it('takes over from a follower that was killed when its lease has expired, not before', async () => {
    let aheadMs = 0;
    const ahead: Clock = { now: () => new Date(Date.now() + aheadMs) };
    const leader = await start();
    const other = await start(ahead);
    await leader.look('karhu');
    expect(other.isFollowing()).toBe(false);

    // Seen from the other's clock the lease is not renewed any more.
    aheadMs = 9_000;
    await other.look('karhu');
    expect(other.isFollowing()).toBe(false);
    aheadMs = 60_000;
    await until(() => other.isFollowing());

    const id = karhu.publish('uusi');
    await until(() => finds(other, id));
  });
});
