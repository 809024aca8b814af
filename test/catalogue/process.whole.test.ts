import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFile, spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { request } from 'undici';
import { projectPath } from '../../schema/sdl.js';
import { endWithSuite } from '../support/children.js';
import { until } from '../support/networks/catalogue-network.js';
import { connectDatabase } from '../../subgraphs/shared/mongo/database.js';
import { freshDatabaseUri } from '../support/database.js';
import { at } from '../support/json-path.js';
import { FakeCooperative } from '../support/fakes/cooperative.js';

describe('the catalogue process', () => {
  let uri: string;
  let karhu: FakeCooperative;
  let children: ChildProcessByStdio<null, Readable, Readable>[] = [];

  beforeEach(async () => {
    uri = freshDatabaseUri();
    karhu = await FakeCooperative.start('karhu');
    karhu.publish('siivous');
    children = [];
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await karhu.close();
    const database = await connectDatabase(uri);
    await database.connection.dropDatabase();
    await database.close();
  });

  const spawnCatalogue = (settings: Record<string, string>) => {
    const entry = projectPath('dist', 'subgraphs', 'catalogue', 'main.js');
    const env = { ...process.env, MONGODB_URI: uri, PORT: '0', ...settings };
    const child = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(endWithSuite(child));
    return child;
  };
  const start = async (settings: Record<string, string> = {}) => {
    const child = spawnCatalogue(settings);
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const [, url = ''] = /^ready catalogue (http:\S+)$/.exec(line) ?? [];
    return { child, url };
  };
  const totalAt = async (url: string): Promise<number> => {
    const { body } = await request(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ catalogue { totalCount } }' }),
    });
    const { data } = (await body.json()) as { data: { catalogue: { totalCount: number } } };
    return data.catalogue.totalCount;
  };

  it('is ready when it can answer, stops on SIGTERM, and answers again with everybody down', async () => {
    const first = await start({ REGISTRY: `karhu=${karhu.url}` });
    await until(async () => (await totalAt(first.url)) === 1);
    first.child.kill('SIGTERM');
    const [code] = (await once(first.child, 'exit')) as [number];
    await karhu.close();

    const second = await start();

    expect(code).toBe(0);
    expect(await totalAt(second.url)).toBe(1);
    const ready = await request(`${second.url}/ready`);
    expect(ready.statusCode).toBe(200);
    await ready.body.dump();
  });

  it('loses nothing that was found when it is killed', async () => {
    const first = await start({ REGISTRY: JSON.stringify({ karhu: karhu.url }) });
    await until(async () => (await totalAt(first.url)) === 1);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');

    const second = await start();

    expect(await totalAt(second.url)).toBe(1);
  });

  it('is given a list by a command while it runs on a store of its own', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
    const file = join(folder, 'cpv.csv');
    await writeFile(
      file,
      'code,check,name_en,name_fi,name_sv\n33711000,7,Perfumes,Hajuvedet,Parfymer\n',
    );
    const settings = { MONGODB_URI: '', DATA_DIR: join(folder, 'data') };
    const { child, url } = await start(settings);

    const entry = projectPath('dist', 'subgraphs', 'catalogue', 'import-cpv.js');
    const env = { ...process.env, ...settings };
    const { stdout } = await promisify(execFile)(process.execPath, [entry, file], { env });

    expect(stdout).toBe('cpv: 1 rows, imported\n');
    await until(async () => {
      const { body } = await request(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ cpvCodes(text: "33711000") { checkDigit } }' }),
      });
      return at(await body.json(), 'data.cpvCodes.0.checkDigit') === '7';
    });
    child.kill('SIGTERM');
    await once(child, 'exit');
    await rm(folder, { recursive: true });
  });

  it.each([
    ['a registry in no form', { REGISTRY: 'karhu' }, 'REGISTRY'],
    [
      'a stopped clock in production',
      { NODE_ENV: 'production', NOW: '2027-01-01T00:00:00Z' },
      'NOW',
    ],
    ['a port that is none', { PORT: '70000' }, 'PORT'],
    ['production without a key', { NODE_ENV: 'production' }, 'PROCESS_KEY_FILE'],
    ['keys that are not there', { HUB_KEYS_FILE: '/nowhere' }, 'HUB_KEYS_FILE'],
    [
      'a cooperative with the name of a process',
      { REGISTRY: 'booking=http://a.example' },
      'REGISTRY',
    ],
  ])('refuses %s, naming the setting', async (_name, settings, named) => {
    const child = spawnCatalogue(settings);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));

    const [code] = (await once(child, 'close')) as [number];

    expect(code).toBe(1);
    expect(said).toContain(named);
  });
});
