import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { spawnNetwork, type NetworkProcess } from '../../support/networks/network-process.js';
import { runCommand, writeNetwork, type Outcome } from '../../support/networks/network-folder.js';

describe('the demo provider as a process', () => {
  it.each([
    [{ NODE_ENV: 'production' }, 'NODE_ENV: the demo provider is refused in production'],
    [{ PORT: 'many' }, 'PORT:'],
  ])('is refused with %j, and leaves nothing', async (env, message) => {
    const cwd = mkdtempSync(join(tmpdir(), 'hub-provider-test-'));

    const outcome = await runCommand('local/provider/main.js', [], cwd, env);

    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain(message);
    rmSync(cwd, { recursive: true });
  });
});

describe('npm run token', () => {
  const desk = mkdtempSync(join(tmpdir(), 'hub-token-'));
  const folder = writeNetwork({ id: 'signed' });
  const keysFile = join(desk, '.data', 'provider', 'keys.json');
  let network: NetworkProcess;
  const start = async (): Promise<void> => {
    network = spawnNetwork({ args: ['--network', folder], cwd: desk });
    await network.ready;
  };
  const token = (args: readonly string[], env: Record<string, string> = {}, cwd = desk) =>
    runCommand('local/provider/token/main.js', args, cwd, env);
  const claimsIn = ({ stdout }: Outcome) => decodeJwt(stdout.trim());

  beforeAll(start);
  afterAll(async () => {
    await network.stop();
    for (const dir of [desk, folder]) rmSync(dir, { recursive: true });
  });

  it('prints a token of the network that runs from this folder, and nothing else', async () => {
    const outcome = await token(['--as', 'staff:karhu']);

    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(claimsIn(outcome)).toMatchObject({
      iss: network.urlByName.get('provider'),
      sub: 'staff:karhu',
      staff_of: ['karhu'],
    });
  });

  it('asks the hub that is named where one signs in, from wherever it runs', async () => {
    const hub = network.urlByName.get('gateway') ?? '';
    const [named, set, machine] = await Promise.all([
      token(['--as', 'coordinator', '--hub', hub], {}, tmpdir()),
      token(['--as', 'officer:SE-0581'], { HUB_URL: hub }, tmpdir()),
      token(['--as', 'machine:FI-609', '--hub', hub], {}, tmpdir()),
    ]);

    expect(claimsIn(named)).toMatchObject({ roles: ['coordinator'] });
    expect(claimsIn(set)).toMatchObject({ officer_of: ['212000-0456'] });
    expect(claimsIn(machine)).toMatchObject({ machine_of: '0137323-9' });
  });

  it('knows a cooperative that was registered since, and no other', async () => {
    const before = await token(['--as', 'staff:uusi']);
    const { stdout: coordinator } = await token(['--as', 'coordinator']);
    await fetch(`${network.urlByName.get('catalogue') ?? ''}/registry/uusi`, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${coordinator.trim()}`,
      },
      body: JSON.stringify({ url: 'http://127.0.0.1:1/graphql' }),
    });
    const after = await token(['--as', 'staff:uusi']);

    expect(before).toMatchObject({ code: 1, stdout: '' });
    expect(before.stderr).toContain('wanted a cooperative of the network, which has karhu');
    expect(after).toMatchObject({ code: 0, stderr: '' });
  });

  it.each([
    [['--as', 'boss'], {}, 'wanted coordinator, auditor'],
    [['--as', 'auditor'], { NETWORK_ID: 'other' }, 'No network "other" runs from this folder'],
    [['--as', 'auditor', '--hub', 'http://127.0.0.1:1'], {}, 'could not be reached'],
    [['--nonsense'], {}, "Unknown option '--nonsense'"],
  ])('refuses %j with %j in a sentence', async (args, env, message) => {
    const outcome = await token(args, env);

    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain(message);
  });

  it('has nothing to ask where people sign in elsewhere: such a network has no demo provider', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'hub-elsewhere-'));
    const other = spawnNetwork({
      args: ['--network', folder, '--memory'],
      cwd: elsewhere,
      env: { IDENTITY_FILE: join(desk, '.data', 'provider', 'identity.json') },
    });
    await other.ready;

    const outcome = await token(['--as', 'auditor'], {}, elsewhere);
    await other.stop();

    expect(other.urlByName.has('provider')).toBe(false);
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain('The network "signed" has no demo provider');
    rmSync(elsewhere, { recursive: true });
  });

  it('goes on after the network was started again: its keys are kept, for this user alone', async () => {
    const before = readFileSync(keysFile, 'utf8');
    await network.stop();
    await start();

    expect(readFileSync(keysFile, 'utf8')).toBe(before);
    expect(statSync(keysFile).mode & 0o077).toBe(0);
    expect(await token(['--as', 'auditor'])).toMatchObject({ code: 0 });
  });
});
