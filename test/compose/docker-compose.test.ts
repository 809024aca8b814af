import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { GatewaySettings } from '../../gateway/config.js';
import { projectPath } from '../../schema/sdl.js';
import { BookingSettings } from '../../subgraphs/booking/settings.js';
import { CatalogueSettings } from '../../subgraphs/catalogue/settings.js';
import { CooperativeSettings } from '../../subgraphs/cooperative/settings.js';
import { ProcurementSettings } from '../../subgraphs/procurement/settings.js';
import { parseConfig } from '../../subgraphs/shared/process/config.js';

interface Container {
  command: string[];
  user: string;
  restart: string;
  mem_limit: string;
  cpus: number;
  pids_limit: number;
  logging: { options: Record<string, string> };
  environment?: Record<string, string>;
  env_file?: string[];
  ports?: string[];
  volumes?: string[];
  configs?: string[];
  networks: string[];
  healthcheck?: object;
}

interface Compose {
  services: Record<string, Container>;
  networks: Record<string, { internal?: boolean }>;
  volumes: Record<string, object>;
  configs: Record<string, { file: string }>;
}

const file = projectPath('docker-compose.yml');
const text = readFileSync(file, 'utf8');
/** How often what is written once is repeated; the reader stops at a hundred by itself. */
const REPEATED = 1_000;
const { services, networks, volumes, configs } = parse(text, {
  merge: true,
  maxAliasCount: REPEATED,
}) as Compose;
const containers = Object.entries(services);
const users = containers.flatMap(([name, { environment }]) => {
  const uri = environment?.['MONGODB_URI'];
  const match = uri === undefined ? null : /^mongodb:\/\/([^:]+):.*@mongo:27017\/([^?]+)/.exec(uri);
  return match ? [{ name, user: match[1], database: match[2] }] : [];
});

/** What ends when it has done its work. */
const ENDING = ['database-users', 'keys', 'backup'];
const COOPERATIVES = ['karhu', 'lumo', 'tuki'];
const STORING = ['catalogue', 'booking', 'procurement'];
const HUB = [...STORING, 'gateway'];

const PASSWORDS = [
  'MONGO_ADMIN',
  'CATALOGUE_DB',
  'BOOKING_DB',
  'PROCUREMENT_DB',
  'KARHU_DB',
  'LUMO_DB',
  'TUKI_DB',
].map((name) => `${name}_PASSWORD`);

const SETTINGS: Readonly<Record<string, z.ZodObject>> = {
  ...{ catalogue: CatalogueSettings, booking: BookingSettings },
  ...{ procurement: ProcurementSettings, gateway: GatewaySettings },
  ...Object.fromEntries(COOPERATIVES.map((id) => [id, CooperativeSettings])),
};

/** A value as Compose makes it of a file `.env` with this one secret in it for everything that has no default. */
const given = (value: string): string =>
  value
    .replaceAll(/\$\{\w+:\?[^}]*\}/g, 'a-secret')
    .replaceAll(/\$\{\w+:-([^}]*)\}/g, (_all, usual: string) => usual);

describe('docker-compose.yml', () => {
  it('gives every process that stores something a user and a database of its own', () => {
    expect(users.map(({ name }) => name).sort()).toEqual([...STORING, ...COOPERATIVES].sort());
    for (const { name, user, database } of users) expect([user, database]).toEqual([name, name]);
  });

  it('has no password: none is a default, and without one nothing starts', () => {
    const passwords = [...text.matchAll(/\$\{(\w*PASSWORD)(:?[?-])?/g)];

    expect(new Set(passwords.map(([, name]) => name))).toEqual(new Set(PASSWORDS));
    // What has two dollar signs is the container's own, which has it from `.env`.
    const ofCompose = passwords.filter(({ index }) => text[index - 1] !== '$');
    expect(ofCompose.map(([, , form]) => form)).toEqual(ofCompose.map(() => ':?'));
    expect(text).not.toMatch(/TOKEN|SECRET/);
  });

  it('tells each process settings that it knows, and takes in production', () => {
    for (const [name, settings] of Object.entries(SETTINGS)) {
      const environment = Object.entries(services[name]?.environment ?? {});
      const env = Object.fromEntries(environment.map(([key, value]) => [key, given(value)]));

      expect(Object.keys(env).filter((key) => !(key in settings.shape))).toEqual([]);
      // As the image has it.
      const inImage = { NODE_ENV: 'production', HOST: '0.0.0.0', ...env };
      expect(() => parseConfig(settings, inImage)).not.toThrow();
    }
  });

  it('runs nothing as root, and checks the health of all that go on running', () => {
    for (const [name, { user, healthcheck, restart }] of containers) {
      expect(user).toMatch(/^(node|mongodb)$/);
      if (ENDING.includes(name)) continue;
      expect(healthcheck).toBeDefined();
      expect(restart).toBe('unless-stopped');
    }
  });

  it('limits what each may take of memory, processors and the disk for logs', () => {
    for (const [, { mem_limit, cpus, pids_limit, logging }] of containers) {
      expect(mem_limit).toMatch(/^\d+[mg]$/);
      expect(cpus).toBeGreaterThan(0);
      expect(pids_limit).toBeGreaterThan(0);
      expect(logging.options).toMatchObject({ 'max-size': '10m', 'max-file': '5' });
    }
  });

  it('listens on this machine alone, with the gateway and with what partners ask of the catalogue', () => {
    const open = containers.flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port]));

    expect(open.map(([name]) => name)).toEqual(['catalogue', 'gateway']);
    for (const [, port] of open) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('lets the hub’s own processes ask partners elsewhere, and nobody else leave this machine', () => {
    const leaving = containers.filter(([, each]) =>
      each.networks.some((name) => networks[name]?.internal !== true),
    );

    expect(leaving.map(([name]) => name).sort()).toEqual([...HUB].sort());
  });

  it('gives each process its own private key, and no other’s', () => {
    for (const [name, { volumes: mounts = [], environment = {} }] of containers) {
      if (name === 'keys') continue;
      const mounted = mounts.filter((each) => /^keys-(?!public)/.test(each));
      const isHolder = HUB.includes(name);
      expect(mounted).toEqual(isHolder ? [`keys-${name}:/keys/${name}:ro`] : []);
      expect(environment['PROCESS_KEY_FILE']).toBe(isHolder ? `/keys/${name}/key.json` : undefined);
    }
  });

  it('gives each cooperative its own file, and no other’s', () => {
    for (const [name, { volumes: mounts = [], environment = {} }] of containers) {
      const mounted = mounts.filter((each) => each.startsWith('./cooperatives'));
      const own = `/cooperatives/${name}.json`;
      const isOne = COOPERATIVES.includes(name);
      expect(mounted).toEqual(isOne ? [`.${own}:${own}:ro`] : []);
      expect(environment['IMPORT_FILE']).toBe(isOne ? own : undefined);
    }
  });

  it('has gateway and catalogue take the tokens of those that one file names', () => {
    const taking = containers.filter(([, { configs: names = [] }]) => names.length > 0);

    expect(taking.map(([name]) => name).sort()).toEqual(['catalogue', 'gateway']);
    for (const [, { environment }] of taking) {
      expect(environment?.['IDENTITY_FILE']).toBe('/identity.json');
    }
    expect(configs).toEqual({ 'identity.json': { file: './identity.json' } });
  });

  it('mounts official lists where they are read, and keeps backups apart from the data', () => {
    for (const [name, { environment = {}, volumes: mounts = [] }] of containers) {
      const reads = environment['LISTS_DIR'] !== undefined;
      expect(mounts.includes('./lists:/lists:ro')).toBe(reads);
      expect(reads).toBe(name in SETTINGS && name !== 'gateway');
    }
    expect(services['backup']?.volumes).toEqual(['backups:/data/db']);
    expect(Object.keys(volumes)).toEqual(expect.arrayContaining(['backups', 'mongo-data']));
  });

  it('takes a further cooperative in a few lines', () => {
    for (const id of COOPERATIVES) {
      const [, block = ''] = new RegExp(`^  ${id}:\n((?: {4}.*\n)+)`, 'm').exec(text) ?? [];
      expect(block.split('\n').length - 1).toBeLessThanOrEqual(7);
    }
  });

  const isHere = spawnSync('docker-compose', ['version']).error === undefined;
  if (!isHere) process.stderr.write('Skipped: docker-compose is not on this machine.\n');
  (isHere ? it : it.skip)(
    'is accepted by docker-compose beside the two files that it wants',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'hub-compose-'));
      copyFileSync(file, join(folder, 'docker-compose.yml'));
      writeFileSync(join(folder, 'identity.json'), '{}');
      writeFileSync(join(folder, '.env'), PASSWORDS.map((name) => `${name}=a-secret\n`).join(''));

      const { status, stderr } = spawnSync('docker-compose', ['config', '--quiet'], {
        cwd: folder,
        encoding: 'utf8',
      });

      rmSync(folder, { recursive: true });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    },
  );
});
