import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath } from '../../../schema/sdl.js';
import { ENTRIES } from '../../../subgraphs/local/network/processes/entries.js';
import { identityOf } from '../../../subgraphs/local/provider/accounts/identity.js';
import { KeyFolder } from '../../../subgraphs/shared/identity/processes/key-folder.js';
import { issuerInput } from '../../shared/identity/people/identity.js';
import { endWithSuite } from '../../support/children.js';
import { writeNetwork } from '../../support/networks/network-folder.js';

type Settings = Readonly<Record<string, string>>;
type Name = keyof typeof ENTRIES | 'network';

const folder = mkdtempSync(join(tmpdir(), 'hub-refused-'));
const file = (name: string): string => join(folder, name);
const own = new KeyFolder(file('own'));
const forTrying = new KeyFolder(file('trying'));
const stopped = writeNetwork({ now: '2030-01-01T00:00:00Z' });

const KEYS = {
  catalogue: { PROCESS_KEY_FILE: own.fileOf('catalogue'), HUB_KEYS_FILE: own.publicFile },
  booking: { PROCESS_KEY_FILE: own.fileOf('booking'), HUB_KEYS_FILE: own.publicFile },
  procurement: { PROCESS_KEY_FILE: own.fileOf('procurement'), HUB_KEYS_FILE: own.publicFile },
  gateway: { PROCESS_KEY_FILE: own.fileOf('gateway') },
  cooperative: { COOPERATIVE: 'karhu', HUB_JWKS_URL: 'http://127.0.0.1:1/jwks.json' },
  provider: {},
  network: { KEYS_DIR: file('own') },
} as const satisfies Record<Name, Settings>;

const NOW = { NOW: '2030-01-01T00:00:00Z' };
const DEMO = { IDENTITY_FILE: file('demo.json') };
const OPEN = { IDENTITY_FILE: file('open.json') };
const EVERYWHERE = { HOST: '0.0.0.0', NODE_ENV: 'development' };

/** What each process refuses, and the words by which that is known. */
const REFUSED: readonly [name: Name, settings: Settings, words: string][] = [
  ['catalogue', NOW, 'NOW: must be unset in production'],
  ['booking', NOW, 'NOW: must be unset in production'],
  ['procurement', NOW, 'NOW: must be unset in production'],
  ['cooperative', NOW, 'NOW: must be unset in production'],
  ['network', NOW, 'NOW: must be unset in production'],
  ['catalogue', { PROCESS_KEY_FILE: forTrying.fileOf('catalogue') }, 'PROCESS_KEY_FILE'],
  ['booking', { PROCESS_KEY_FILE: forTrying.fileOf('booking') }, 'PROCESS_KEY_FILE'],
  ['gateway', { PROCESS_KEY_FILE: forTrying.fileOf('gateway') }, 'PROCESS_KEY_FILE'],
  ['cooperative', { PROCESS_KEY_FILE: forTrying.fileOf('karhu') }, 'PROCESS_KEY_FILE'],
  ['catalogue', { HUB_KEYS_FILE: forTrying.publicFile }, 'HUB_KEYS_FILE'],
  ['booking', { HUB_KEYS_FILE: forTrying.publicFile }, 'HUB_KEYS_FILE'],
  ['procurement', { HUB_KEYS_FILE: forTrying.publicFile }, 'HUB_KEYS_FILE'],
  ['network', { KEYS_DIR: file('trying') }, 'got one of a development network'],
  ['catalogue', { PROCESS_KEY_FILE: '', HUB_KEYS_FILE: '' }, 'PROCESS_KEY_FILE: must be set'],
  ['booking', { PROCESS_KEY_FILE: '', HUB_KEYS_FILE: '' }, 'HUB_KEYS_FILE: must be set'],
  ['procurement', { PROCESS_KEY_FILE: '', HUB_KEYS_FILE: '' }, 'HUB_KEYS_FILE: must be set'],
  ['cooperative', { HUB_JWKS_URL: '' }, 'HUB_JWKS_URL'],
  ['cooperative', { HUB_JWKS_URL: 'http://hub.example/jwks.json' }, 'HUB_JWKS_URL: wanted'],
  ['network', { KEYS_DIR: '' }, 'KEYS_DIR: must be set'],
  ['catalogue', DEMO, 'of the demo provider, which is refused in production'],
  ['gateway', DEMO, 'of the demo provider, which is refused in production'],
  ['provider', {}, 'the demo provider is refused in production'],
  ['catalogue', OPEN, 'wanted an address that begins with https://'],
  ['gateway', OPEN, 'wanted an address that begins with https://'],
  // Outside production much is open to whoever reaches a process: it is told twice.
  ['catalogue', EVERYWHERE, 'HOST: wanted an address of this machine alone'],
  ['booking', EVERYWHERE, 'HOST: wanted an address of this machine alone'],
  ['procurement', EVERYWHERE, 'HOST: wanted an address of this machine alone'],
  ['gateway', EVERYWHERE, 'HOST: wanted an address of this machine alone'],
  ['cooperative', EVERYWHERE, 'HOST: wanted an address of this machine alone'],
  ['network', EVERYWHERE, 'HOST: wanted an address of this machine alone'],
];

/** Starts a process that is to end by itself. @returns Its exit code, and all that it said. */
async function startRefused(
  name: Name,
  args: readonly string[],
  settings: Settings,
): Promise<{ code: number | null; out: string; said: string }> {
  const entry = name === 'network' ? 'subgraphs/local/network/main.js' : ENTRIES[name];
  const child = spawn(process.execPath, [projectPath('dist', entry), ...args], {
    cwd: folder,
    // Were it not refused, it would find no database.
    env: {
      ...{ ...process.env, MONGODB_URI: 'mongodb://127.0.0.1:1/none', PORT: '0' },
      ...{ NODE_ENV: 'production', ...(name === 'network' && { MONGODB_URI: '' }) },
      ...{ ...KEYS[name], ...settings },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWithSuite(child);
  let [out, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, said };
}

describe('production', () => {
  beforeAll(() => {
    own.completeHub(false);
    forTrying.completeHub(true);
    forTrying.completeCooperatives(['karhu'], true);
    writeFileSync(file('demo.json'), JSON.stringify(identityOf('http://127.0.0.1:4003')));
    const issuer = issuerInput({ issuer: 'http://login.karhu.example' });
    writeFileSync(file('open.json'), JSON.stringify({ issuers: [issuer] }));
  });
  afterAll(() => {
    for (const dir of [folder, stopped]) rmSync(dir, { recursive: true });
  });

  it.each(REFUSED)('does not start %s with %j', async (name, settings, words) => {
    const { code, out, said } = await startRefused(name, [], settings);

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said).toContain(words);
  });

  it('does not start a network whose own file stops the clock', async () => {
    const { code, said } = await startRefused('network', ['--network', stopped], {});

    expect(code).toBe(1);
    expect(said).toContain('now: must be absent in production');
  });
});
