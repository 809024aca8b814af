import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { units } from '../../support/unit.js';
import { projectPath } from '../../../schema/sdl.js';
import { eventually } from '../../support/eventually.js';
import { spawnNetwork, type NetworkProcess } from '../../support/networks/network-process.js';
import { writeNetwork } from '../../support/networks/network-folder.js';
import { canFindProcesses, pidOf } from '../../support/networks/pid-of.js';

const PROCESSES = ['catalogue', 'booking', 'procurement', 'karhu', 'gateway'];

if (!canFindProcesses) process.stderr.write('Skipped: finding processes needs /proc.\n');

/** Whether a process runs; one that has ended, and for which nobody has waited, does not. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

const untilAllEnded = (pids: readonly number[]): Promise<unknown> =>
  eventually(
    () => Promise.resolve(pids.filter(isRunning)),
    (running) => running.length === 0,
    units(200),
  );

(canFindProcesses ? describe : describe.skip)('all processes of a network', () => {
  let dir: string;
  let networkDir: string;
  let network: NetworkProcess;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'hub-end-'));
    networkDir = writeNetwork();
  });
  afterEach(async () => {
    await network.stop();
    for (const each of [dir, networkDir]) rmSync(each, { recursive: true });
  });

  /** @returns Its pids: of its store, and of the other processes. */
  async function boot(
    command?: [string, ...string[]],
  ): Promise<{ store: number; others: number[] }> {
    const args = ['--network', networkDir, '--data', join(dir, 'data')];
    network = spawnNetwork({ cwd: dir, args, ...(command && { command }) });
    await network.ready;
    const pid = command ? networkUnder(network.pid) : network.pid;
    const others = PROCESSES.map((name) => pidOf({ pid }, name));
    return { store: pidOf({ pid }, 'store'), others: command ? [...others, pid] : others };
  }

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'end when npm, which runs it, gets %s',
    async (signal) => {
      const entry = projectPath('dist', 'subgraphs', 'local', 'network', 'main.js');
      const scripts = { start: `node ${JSON.stringify(entry)}` };
      writeFileSync(join(dir, 'package.json'), JSON.stringify({ scripts }));
      const { store, others } = await boot(['npm', 'start', '--silent', '--']);

      process.kill(network.pid, signal);

      await untilAllEnded([store, ...others]);
    },
  );

  it('end when the one that started them is killed, even with a store that answers no more', async () => {
    const { store, others } = await boot();
    process.kill(store, 'SIGSTOP');

    process.kill(network.pid, 'SIGKILL');

    await untilAllEnded(others);
    process.kill(store, 'SIGCONT');
    await untilAllEnded([store]);
  });
});

/** Pid of the network below npm, with a shell between them or none. */
function networkUnder(pid: number): number {
  const childOf = (of: number): number =>
    Number(readFileSync(`/proc/${of}/task/${of}/children`, 'utf8').trim().split(' ')[0]);
  const child = childOf(pid);
  return readFileSync(`/proc/${child}/cmdline`, 'utf8').startsWith('hub ') ? child : childOf(child);
}
