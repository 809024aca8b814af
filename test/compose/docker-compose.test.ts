import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { projectPath } from '../../schema/sdl.js';

interface Container {
  command: string[];
  user: string;
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  networks: string[];
  healthcheck?: object;
}

const file = projectPath('docker-compose.yml');
const { services } = parse(readFileSync(file, 'utf8'), { merge: true }) as {
  services: Record<string, Container>;
};
const users = Object.entries(services).flatMap(([name, { environment }]) => {
  const uri = environment?.['MONGODB_URI'];
  const match = uri === undefined ? null : /^mongodb:\/\/([^:]+):.*@mongo:27017\/([^?]+)/.exec(uri);
  return match ? [{ name, user: match[1], database: match[2] }] : [];
});

/** What ends when it has done its work. */
const ENDING = ['database-users', 'keys'];

describe('docker-compose.yml', () => {
  it('gives every process that stores something a user and a database of its own', () => {
    expect(users.map(({ name }) => name)).toEqual([
      'catalogue',
      'booking',
      'karhu',
      'lumo',
      'tuki',
    ]);
    for (const { name, user, database } of users) expect([user, database]).toEqual([name, name]);
  });

  it('runs nothing as root and checks the health of all that go on running', () => {
    for (const [name, { user, healthcheck }] of Object.entries(services)) {
      expect(user).toMatch(/^(node|mongodb)$/);
      if (!ENDING.includes(name)) expect(healthcheck).toBeDefined();
    }
  });

  it('opens the gateway alone to the outside', () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined);

    expect(open.map(([name]) => name)).toEqual(['gateway']);
  });

  it('gives each process its own private key, and no other’s', () => {
    const holders = ['catalogue', 'booking', 'gateway'];
    for (const [name, { volumes = [], environment = {} }] of Object.entries(services)) {
      if (name === 'keys') continue;
      const mounted = volumes.map(String).filter((each) => /^keys-(?!public)/.test(each));
      const isHolder = holders.includes(name);
      expect(mounted).toEqual(isHolder ? [`keys-${name}:/keys/${name}:ro`] : []);
      expect(environment['PROCESS_KEY_FILE']).toBe(isHolder ? `/keys/${name}/key.json` : undefined);
    }
  });

  it('has no secret of its own that processes show each other', () => {
    expect(readFileSync(file, 'utf8')).not.toMatch(/TOKEN/);
  });

  const compose = spawnSync('docker-compose', ['-f', file, 'config', '--quiet'], {
    encoding: 'utf8',
  });
  const isHere = compose.error === undefined;
  if (!isHere) process.stderr.write('Skipped: docker-compose is not on this machine.\n');
  (isHere ? it : it.skip)('is accepted by docker-compose', () => {
    expect(compose.stderr).toBe('');
    expect(compose.status).toBe(0);
  });
});
