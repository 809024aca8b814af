import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { CooperativeDataSource } from '../../subgraphs/cooperative/data-source/data-source.js';
import { importAtStart } from '../../subgraphs/cooperative/import-at-start.js';
import { parseSettings } from '../../subgraphs/cooperative/settings.js';
import { loadBuiltInLists } from '../../subgraphs/shared/lists/reference-lists.js';
import {
  cooperativeFile,
  startCooperative,
  type Json,
  type RunningCooperative,
} from './support.js';
import { units } from '../support/unit.js';

describe('A cooperative at its start', () => {
  let karhu: RunningCooperative;
  let dir: string;

  beforeEach(async () => {
    karhu = await startCooperative();
    dir = mkdtempSync(join(tmpdir(), 'cooperative-'));
  });
  afterEach(async () => {
    rmSync(dir, { recursive: true });
    await karhu.close();
  });

  const importFile = async (file: Json, settings: Record<string, string> = {}) => {
    const path = join(dir, 'karhu.json');
    writeFileSync(path, JSON.stringify(file));
    await importAtStart(
      karhu.server.dataSource,
      { cooperativeId: 'karhu', lists: loadBuiltInLists() },
      parseSettings({ COOPERATIVE: 'karhu', IMPORT_FILE: path, ...settings }),
      pino({ level: 'silent' }),
    );
  };

  it('imports its file into an empty database only', async () => {
    await importFile(cooperativeFile());
    await importFile(cooperativeFile({ services: [] }));

    expect((await karhu.feed()).rows).toEqual(['1 karhu', '2 karhu:siivous']);
  });

  it('imports its file always where it is told to; the same file changes nothing', async () => {
    const always = { IMPORT_MODE: 'always' };

    await importFile(cooperativeFile(), always);
    await importFile(cooperativeFile(), always);
    const same = await karhu.feed();
    await importFile(cooperativeFile({ services: [] }), always);

    expect(same.revision).toBe(2);
    expect((await karhu.feed()).rows).toEqual(['1 karhu', '3 karhu:siivous withdrawn']);
  });

  it('refuses the database of another cooperative', async () => {
    const { connection } = karhu.database;
    const lumo = new CooperativeDataSource({
      connection,
      cooperativeId: 'lumo',
      clock: karhu.clock,
      timeoutMs: units(100),
    });

    await expect(lumo.open()).rejects.toThrow(
      'This database belongs to the cooperative "karhu"; "lumo" needs one of its own.',
    );
  });

  it.each([
    { HUB_JWKS_URL: 'https://hub.example/jwks.json' },
    { HUB_JWKS_URL: 'http://127.0.0.1:4001/jwks.json' },
    { HUB_JWKS_URL: 'http://catalogue:4001/jwks.json', HUB_JWKS_INSECURE: 'true' },
  ])('takes the hub’s keys in production from %j', (env) => {
    const settings = { COOPERATIVE: 'karhu', NODE_ENV: 'production', ...env };

    expect(parseSettings(settings).HUB_JWKS_URL).toBe(env.HUB_JWKS_URL);
  });

  it.each([
    [{}, 'COOPERATIVE:'],
    [{ COOPERATIVE: 'Karhu!' }, 'COOPERATIVE: must be a slug'],
    [
      { COOPERATIVE: 'karhu', NODE_ENV: 'production', NOW: '2027-03-01T08:00:00Z' },
      'NOW: must be unset in production',
    ],
    [{ COOPERATIVE: 'karhu', NOW: 'yesterday' }, 'NOW:'],
    [
      {
        ...{ COOPERATIVE: 'karhu', NODE_ENV: 'production' },
        HUB_JWKS_URL: 'http://hub.example/.well-known/jwks.json',
      },
      'HUB_JWKS_URL: wanted an address in production that begins with https://',
    ],
    [{ COOPERATIVE: 'karhu', HUB_JWKS_INSECURE: 'yes' }, 'HUB_JWKS_INSECURE:'],
    [{ COOPERATIVE: 'karhu', PORT: '70000' }, 'PORT:'],
    [{ COOPERATIVE: 'karhu', IMPORT_MODE: 'sometimes' }, 'IMPORT_MODE:'],
    [{ COOPERATIVE: 'karhu', POKE_URL: 'file:///etc/passwd' }, 'POKE_URL:'],
  ])('refuses the settings %j', (env, message) => {
    expect(() => parseSettings(env)).toThrow(message);
  });
});
