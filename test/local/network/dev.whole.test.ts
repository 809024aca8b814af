import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { units } from '../../support/unit.js';
import { projectPath } from '../../../schema/sdl.js';
import { eventually } from '../../support/eventually.js';
import { canFindProcesses, pidOf } from '../../support/networks/pid-of.js';
import { spawnNetwork, type NetworkProcess } from '../../support/networks/network-process.js';
import { writeNetwork } from '../../support/networks/network-folder.js';

const PARTS = ['schema', 'gateway', 'subgraphs', 'dist', 'package.json', 'tsconfig.json', 'test'];
const PROCESSES = ['gateway', 'catalogue', 'booking', 'karhu'];

if (!canFindProcesses) process.stderr.write('Skipped: finding processes needs /proc.\n');

(canFindProcesses ? describe : describe.skip)('npm run dev', () => {
  const checkout = mkdtempSync(join(tmpdir(), 'hub-dev-'));
  const networkDir = writeNetwork();
  const source = join(checkout, 'subgraphs', 'booking', 'main.ts');
  let network: NetworkProcess;
  const pids = (): Map<string, number> =>
    new Map(PROCESSES.map((name) => [name, pidOf(network, name)]));

  beforeAll(async () => {
    for (const part of PARTS) cpSync(projectPath(part), join(checkout, part), { recursive: true });
    symlinkSync(projectPath('node_modules'), join(checkout, 'node_modules'));
    network = spawnNetwork({
      cwd: checkout,
      command: [process.execPath, join('dist', 'subgraphs', 'local', 'network', 'dev.js')],
      args: ['--network', networkDir, '--memory'],
    });
    await network.ready;
  });
  afterAll(async () => {
    await network.stop();
    for (const dir of [checkout, networkDir]) rmSync(dir, { recursive: true });
  });

  it('restarts the one process whose code has changed, at its address, and no other', async () => {
    const before = pids();
    const url = network.urlByName.get('booking');
    const again = network.nextReady('booking');
    await eventually(
      () => Promise.resolve(network.urlByName.has('watch')),
      (isWatching) => isWatching,
      units(600),
    );

    writeFileSync(source, readFileSync(source, 'utf8').replace('Keeps orders', 'Keeps all orders'));

    expect(await again).toBe(url);
    const after = pids();
    expect(PROCESSES.filter((name) => after.get(name) !== before.get(name))).toEqual(['booking']);
  });
});
