import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { projectPath } from '../../schema/sdl.js';
import { endWithSuite } from '../support/children.js';
import { freshDatabaseUri } from '../support/database.js';
import { sendJson, startFakeEndpoint } from '../support/fakes/endpoint.js';
import { HUB_KEYS } from '../support/fakes/hub-keys.js';
import { FOLLOWER, headersOf } from './askers.js';
import { cooperativeFile, serviceRow } from './support.js';

const entry = (name: string) => projectPath('dist', 'subgraphs', 'cooperative', name);

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

describe('A cooperative’s process', () => {
  let uri: string;
  let dir: string;
  let file: string;

  beforeEach(() => {
    uri = freshDatabaseUri();
    dir = mkdtempSync(join(tmpdir(), 'cooperative-'));
    file = join(dir, 'karhu.json');
    writeFileSync(file, JSON.stringify(cooperativeFile()));
  });
  afterEach(async () => {
    rmSync(dir, { recursive: true });
    const connection = await mongoose.createConnection(uri).asPromise();
    await connection.dropDatabase();
    await connection.close();
  });

  const environment = (settings: Record<string, string> = {}) => ({
    PATH: process.env['PATH'] ?? '',
    COOPERATIVE: 'karhu',
    MONGODB_URI: uri,
    PORT: '0',
    ...settings,
  });

  const run = (name: string, args: string[] = [], settings: Record<string, string> = {}) =>
    new Promise<Outcome>((resolve) => {
      const options = { env: environment(settings) };
      const child = execFile(
        process.execPath,
        [entry(name), ...args],
        options,
        (_error, stdout, stderr) => {
          resolve({ code: child.exitCode, stdout, stderr });
        },
      );
    });

  const feed = async (ready: string) => {
    const body = JSON.stringify({ query: '{ catalogueChanges { epoch revision } }' });
    const signed = headersOf(FOLLOWER, 'karhu', body);
    const response = await fetch(`${ready.replace('ready karhu ', '')}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed },
      body,
    });
    return ((await response.json()) as { data: { catalogueChanges: object } }).data
      .catalogueChanges;
  };

  it('imports its file, says that it is ready, is given a new epoch and stops on a signal', async () => {
    const hub = await startFakeEndpoint((_request, response) => {
      sendJson(response, { keys: HUB_KEYS.published });
    });
    const child = endWithSuite(
      spawn(process.execPath, [entry('main.js')], {
        env: environment({ IMPORT_FILE: file, HUB_JWKS_URL: hub.url }),
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    const exited = new Promise((resolve) => child.once('exit', resolve));
    const lines = createInterface({ input: child.stdout });
    const ready = await new Promise<string>((resolve) => lines.once('line', resolve));

    const before = await feed(ready);
    const { code } = await run('new-epoch.js');
    const after = await feed(ready);
    child.kill('SIGTERM');
    await hub.close();

    expect(ready).toMatch(/^ready karhu http:\/\/127\.0\.0\.1:\d+$/);
    expect(before).toMatchObject({ revision: 2 });
    expect(code).toBe(0);
    expect(after).toMatchObject({ revision: 2 });
    expect(after).not.toEqual(before);
    expect(await exited).toBe(0);
  });

  it('warns that nobody is known where it is told of no hub', async () => {
    const child = endWithSuite(
      spawn(process.execPath, [entry('main.js')], {
        env: environment(),
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
    const lines = createInterface({ input: child.stderr });
    const warning = await new Promise<string>((resolve) => lines.once('line', resolve));
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));

    expect(warning).toContain('can be neither followed nor booked');
  });

  it('does not start with a file that has faults', async () => {
    writeFileSync(file, JSON.stringify(cooperativeFile({ nickname: 'Karhu' })));

    const outcome = await run('main.js', [], { IMPORT_FILE: file });

    expect(outcome).toEqual({
      code: 1,
      stdout: '',
      stderr: `karhu: ${file}: nickname: wanted no such key\n`,
    });
  });

  it('is exported and imported from the command line', async () => {
    const imported = await run('import.js', [file]);
    const exported = await run('export.js');
    const copy = join(dir, 'copy.json');
    writeFileSync(copy, exported.stdout);
    const again = await run('import.js', [copy, '--dry-run']);

    expect(imported.code).toBe(0);
    expect(imported.stdout).toContain('services: 1 added');
    expect(exported).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain('services: 0 added, 0 changed, 0 removed, 1 unchanged');
    expect(again.stdout).toContain('nothing was changed');
  });

  it('names every fault on the command line and changes nothing', async () => {
    const services = [serviceRow({ unit: 'WEEK', cpv: ['85210000-4'] })];
    writeFileSync(file, JSON.stringify(cooperativeFile({ services })));

    const outcome = await run('import.js', [file]);
    const exported = await run('export.js');

    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr.trim().split('\n')).toHaveLength(2);
    expect(exported).toEqual({
      code: 1,
      stdout: '',
      stderr: 'The database holds nothing of karhu yet.\n',
    });
  });
});
