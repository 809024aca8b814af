import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { units } from '../../support/unit.js';
import { projectPath } from '../../../schema/sdl.js';
import { eventually } from '../../support/eventually.js';
import { canFindProcesses, pidOf } from '../../support/networks/pid-of.js';
import { spawnNetwork, type NetworkProcess } from '../../support/networks/network-process.js';
import { writeNetwork } from '../../support/networks/network-folder.js';

const PARTS = [
  ...['schema', 'gateway', 'subgraphs', 'test', 'dist'],
  ...['package.json', 'tsconfig.json', '.build.js'],
];
const CATALOGUE = 'subgraphs/catalogue/main.ts';
/** Makes code that does not compile. */
const BROKEN = '\nconst = ;\n';
const PROCESSES = ['gateway', 'catalogue', 'booking', 'procurement', 'karhu'];

if (!canFindProcesses) process.stderr.write('Skipped: finding processes needs /proc.\n');

(canFindProcesses ? describe : describe.skip)('npm run dev', () => {
  const checkout = mkdtempSync(join(tmpdir(), 'hub-dev-'));
  const networkDir = writeNetwork();
  const sourceOf = (file: string): string => join(checkout, file);
  let network: NetworkProcess;
  const pids = (): Map<string, number> =>
    new Map(PROCESSES.map((name) => [name, pidOf(network, name)]));
  const change = (file: string, from: string, to: string): void => {
    const text = readFileSync(sourceOf(file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no "${from}".`);
    writeFileSync(sourceOf(file), text.replace(from, to));
  };
  const untilItComplains = (file: string): Promise<unknown> =>
    eventually(
      () => Promise.resolve(network.complaint()),
      (complaint) => complaint.includes(file),
      units(600),
    );

  beforeAll(async () => {
    for (const part of PARTS) cpSync(projectPath(part), join(checkout, part), { recursive: true });
    symlinkSync(projectPath('node_modules'), join(checkout, 'node_modules'));
    network = spawnNetwork({
      cwd: checkout,
      command: [process.execPath, join('dist', 'subgraphs', 'local', 'network', 'dev.js')],
      args: ['--network', networkDir, '--memory'],
    });
    // Saved while the network still starts.
    await network.nextReady('store');
    appendFileSync(sourceOf(CATALOGUE), BROKEN);
    await network.ready;
    await eventually(
      () => Promise.resolve(network.urlByName.has('watch')),
      (isWatching) => isWatching,
      units(600),
    );
  });
  afterAll(async () => {
    await network.stop();
    for (const dir of [checkout, networkDir]) rmSync(dir, { recursive: true });
  });

  it('outlives code that did not compile when it started, and restarts the process when that is mended', async () => {
    await untilItComplains(CATALOGUE);
    const again = network.nextReady('catalogue');

    change(CATALOGUE, BROKEN, '');
    change(CATALOGUE, 'Keeps the registry', 'Keeps the very registry');

    expect(await again).toBe(network.urlByName.get('catalogue'));
  });

  it('restarts the one process whose code has changed, at its address, and no other', async () => {
    const before = pids();
    const url = network.urlByName.get('booking');
    const again = network.nextReady('booking');

    change('subgraphs/booking/main.ts', 'Keeps orders', 'Keeps all orders');

    expect(await again).toBe(url);
    const after = pids();
    expect(PROCESSES.filter((name) => after.get(name) !== before.get(name))).toEqual(['booking']);
  });

  it.each(['gateway/config.ts', 'test/project/readme.ts'])(
    'keeps a change until %s, which does not compile, is mended',
    async (file) => {
      appendFileSync(sourceOf(file), BROKEN);
      const again = network.nextReady('catalogue');
      change(CATALOGUE, 'Keeps the', 'Keeps the the');
      await untilItComplains(file);

      change(file, BROKEN, '');

      expect(await again).toBe(network.urlByName.get('catalogue'));
    },
  );
});
