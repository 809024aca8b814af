import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { request } from 'undici';
import { projectPath } from '../../schema/sdl.js';
import { connectDatabase } from '../../subgraphs/shared/mongo/database.js';
import { ask } from '../support/ask.js';
import { endWithSuite } from '../support/children.js';
import { freshDatabaseUri } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { startFakeOwners, type FakeOwners } from '../support/fakes/owners.js';
import { units } from '../support/unit.js';
import { leg, orderOf, TestClock } from './support.js';

describe('the booking process', () => {
  const clock = new TestClock();
  let uri: string;
  let owners: FakeOwners;
  let children: ChildProcessByStdio<null, Readable, Readable>[] = [];

  beforeEach(async () => {
    uri = freshDatabaseUri();
    owners = await startFakeOwners(['karhu', 'lumo'], clock);
    children = [];
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await owners.close();
    const database = await connectDatabase(uri);
    await database.connection.dropDatabase();
    await database.close();
  });

  const spawnBooking = (settings: Record<string, string>) => {
    const entry = projectPath('dist', 'subgraphs', 'booking', 'main.js');
    const env = {
      ...process.env,
      ...{ MONGODB_URI: uri, PORT: '0', NOW: clock.now().toISOString() },
      REGISTRY_URL: owners.registry.url,
      ...settings,
    };
    const child = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(endWithSuite(child));
    return child;
  };
  const start = async (settings: Record<string, string> = {}) => {
    const child = spawnBooking(settings);
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const [, url = ''] = /^ready booking (http:\S+)$/.exec(line) ?? [];
    return { child, url };
  };
  const place = (url: string) =>
    ask<{ placeOrder: { order: { id: string; state: string } | null } }>(
      url,
      'mutation ($input: HoldOrderInput!) { placeOrder(input: $input) { order { id state } } }',
      { input: { idempotencyKey: 'the same', ...orderOf([leg('karhu'), leg('lumo')]) } },
    );
  const statusOf = async (url: string): Promise<number> => {
    const { statusCode, body } = await request(`${url}/ready`);
    await body.dump();
    return statusCode;
  };

  it('is ready once it knows the cooperatives, and stops on SIGTERM', async () => {
    owners.registry.isDead = true;
    const { child, url } = await start({ REGISTRY_POLL_MS: '50' });
    expect(await statusOf(url)).toBe(503);

    owners.registry.isDead = false;
    await eventually(
      () => statusOf(url),
      (status) => status === 200,
    );

    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('finishes after a restart what it was killed in the middle of', async () => {
    const times = {
      LEASE_MS: String(units(15)),
      OWNER_TIMEOUT_MS: String(units(5)),
      SWEEP_MS: '50',
    };
    const first = await start(times);
    owners.owner('lumo').fail('hang', 'confirmBookings');
    const arrival = owners.owner('lumo').arrival('confirmBookings');
    const broken = place(first.url).catch(() => null);
    await arrival;
    first.child.kill('SIGKILL');
    expect(await broken).toBeNull();

    const second = await start(times);

    const states = (): string[] =>
      ['karhu', 'lumo'].flatMap((id) =>
        owners.owner(id).ledger.rows.map((row) => `${id} ${row.state}`),
      );
    await eventually(
      () => Promise.resolve(states()),
      (seen) => seen.every((state) => state.endsWith('CONFIRMED')),
    );
    const { data } = await place(second.url);
    expect(data.placeOrder.order?.state).toBe('CONFIRMED');
    expect(states()).toEqual(['karhu CONFIRMED', 'lumo CONFIRMED']);
  });

  it.each([
    ['a registry that is no address', { REGISTRY_URL: 'karhu' }, 'REGISTRY_URL'],
    ['a stopped clock in production', { NODE_ENV: 'production' }, 'NOW'],
    ['production without a key', { NODE_ENV: 'production', NOW: '' }, 'PROCESS_KEY_FILE'],
    ['production without keys of others', { NODE_ENV: 'production', NOW: '' }, 'HUB_KEYS_FILE'],
    ['a key that is not there', { PROCESS_KEY_FILE: '/nowhere' }, 'PROCESS_KEY_FILE'],
    ['an address for all to reach', { HOST: '0.0.0.0' }, 'EXPOSE=true'],
    ['a lease that ends before an attempt', { LEASE_MS: '2000' }, 'LEASE_MS'],
  ])('refuses %s, naming the setting', async (_name, settings, named) => {
    const child = spawnBooking(settings);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));

    const [code] = (await once(child, 'close')) as [number];

    expect(code).toBe(1);
    expect(said).toContain(named);
  });
});
