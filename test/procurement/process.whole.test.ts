import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { request } from 'undici';
import { projectPath } from '../../schema/sdl.js';
import { connectDatabase } from '../../subgraphs/shared/mongo/database.js';
import { endWithSuite } from '../support/children.js';
import { freshDatabaseUri } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { startFakeRegistry, type FakeRegistry } from '../support/fakes/registry.js';

describe('the procurement process', () => {
  let uri: string;
  let registry: FakeRegistry;
  let children: ChildProcessByStdio<null, Readable, Readable>[] = [];

  beforeEach(async () => {
    uri = freshDatabaseUri();
    registry = await startFakeRegistry();
    children = [];
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await registry.close();
    const database = await connectDatabase(uri);
    await database.connection.dropDatabase();
    await database.close();
  });

  const spawnProcurement = (settings: Record<string, string>) => {
    const entry = projectPath('dist', 'subgraphs', 'procurement', 'main.js');
    const env = {
      ...process.env,
      ...{ MONGODB_URI: uri, PORT: '0', NOW: '2027-05-03T08:00:00Z' },
      REGISTRY_URL: registry.url,
      ...settings,
    };
    const child = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(endWithSuite(child));
    return child;
  };
  const statusOf = async (url: string): Promise<number> => {
    const { statusCode, body } = await request(`${url}/ready`);
    await body.dump();
    return statusCode;
  };

  it('is ready once it knows the cooperatives, and stops on SIGTERM', async () => {
    registry.isDead = true;
    const child = spawnProcurement({ REGISTRY_POLL_MS: '50' });
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const [, url = ''] = /^ready procurement (http:\S+)$/.exec(line) ?? [];
    expect(await statusOf(url)).toBe(503);

    registry.isDead = false;
    await eventually(
      () => statusOf(url),
      (status) => status === 200,
    );

    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it.each([
    ['a registry that is no address', { REGISTRY_URL: 'karhu' }, 'REGISTRY_URL'],
    ['a stopped clock in production', { NODE_ENV: 'production' }, 'NOW'],
    ['production without keys of others', { NODE_ENV: 'production', NOW: '' }, 'HUB_KEYS_FILE'],
    ['an address for all to reach', { HOST: '0.0.0.0' }, 'EXPOSE=true'],
  ])('refuses %s, naming the setting', async (_name, settings, named) => {
    const child = spawnProcurement(settings);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));

    const [code] = (await once(child, 'close')) as [number];

    expect(code).toBe(1);
    expect(said).toContain(named);
  });
});
