import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectPath } from '../../../schema/sdl.js';
import { endWithSuite } from '../children.js';
import { units } from '../unit.js';
import { askToken } from './demo-provider.js';

/** How long a network may take to boot, on a busy machine too; and how long to end when it is told to. */
const READY_WITHIN_MS = units(1_800);
const STOP_WITHIN_MS = units(200);

/** A network booted as `npm start` boots it, by its compiled entry. */
export interface NetworkProcess {
  readonly pid: number;
  /** Resolves when its gateway is ready. Rejects with standard error when it ends before, or takes too long: then it is killed. */
  readonly ready: Promise<void>;
  /** Every `ready` line so far, by name. */
  readonly urlByName: ReadonlyMap<string, string>;
  /** What it has said on standard error so far. */
  readonly complaint: () => string;
  /** Headers of a request as an account of its demo provider, such as `staff:karhu`. */
  as(account: string): Promise<Readonly<Record<string, string>>>;
  /** Resolves with the URL of the process's next `ready` line. Rejects when the network ends before. */
  nextReady(name: string): Promise<string>;
  /** Sends SIGINT to all of its processes, as Ctrl-C does, ready or not; kills what does not end. @returns The exit code. */
  stop(): Promise<number | null>;
}

export interface NetworkProcessOptions {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A checkout with its own `dist/`, or a folder to stand in; a temporary one where absent. */
  readonly cwd?: string;
  /** Program and first arguments; the compiled entry where absent. */
  readonly command?: readonly [string, ...string[]];
  readonly readyWithinMs?: number;
}

/** Boots a network. @returns Once its gateway is ready. @throws Error with standard error when it ends before; then nothing runs. */
export async function startNetwork(options: NetworkProcessOptions): Promise<NetworkProcess> {
  const network = spawnNetwork(options);
  await network.ready;
  return network;
}

/** Begins to boot a network, which can be stopped from now on, also by who gives up waiting for it. */
export function spawnNetwork(options: NetworkProcessOptions): NetworkProcess {
  const { readyWithinMs = READY_WITHIN_MS } = options;
  const [program, ...first] = options.command ?? [
    process.execPath,
    projectPath('dist', 'subgraphs', 'local', 'network', 'main.js'),
  ];
  // A store of its own: two networks on one server would share their databases.
  const env = { ...process.env, MONGODB_URI: '', LOG_LEVEL: 'silent', PORT: '0', ...options.env };
  const temporary = options.cwd === undefined ? mkdtempSync(join(tmpdir(), 'hub-network-')) : null;
  const child = spawn(program, [...first, ...options.args], {
    cwd: options.cwd ?? temporary ?? projectPath(),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const pid = child.pid ?? 0;
  const signal = (name: NodeJS.Signals): void => {
    try {
      process.kill(-pid, name);
    } catch {
      // All of them have ended.
    }
  };
  endWithSuite(child, signal);
  const urlByName = new Map<string, string>();
  const waiting = new Map<string, ((url: string) => void)[]>();
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.once('close', () => {
    if (temporary !== null) rmSync(temporary, { recursive: true, force: true });
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [word, name = '', url = ''] = line.split(' ');
    if (word !== 'ready') return;
    urlByName.set(name, url);
    for (const resolve of waiting.get(name) ?? []) resolve(url);
    waiting.delete(name);
  });
  const ended = exited.then((code): never => {
    throw new Error(`The network ended with code ${String(code)}: ${complaint}`);
  });
  const nextReady = (name: string): Promise<string> => {
    const said = new Promise<string>((resolve) =>
      waiting.set(name, [...(waiting.get(name) ?? []), resolve]),
    );
    return noted(Promise.race([said, ended]));
  };
  const stop = async (): Promise<number | null> => {
    signal('SIGINT');
    const kill = setTimeout(() => {
      signal('SIGKILL');
    }, STOP_WITHIN_MS);
    return exited.finally(() => {
      clearTimeout(kill);
    });
  };
  const ready = new Promise<void>((resolve, reject) => {
    const tooLate = setTimeout(() => {
      signal('SIGKILL');
      reject(new Error(`The network was not ready within ${readyWithinMs} ms: ${complaint}`));
    }, readyWithinMs);
    void nextReady('gateway')
      .then(() => {
        resolve();
      }, reject)
      .finally(() => {
        clearTimeout(tooLate);
      });
  });
  const as = async (account: string): Promise<Readonly<Record<string, string>>> => ({
    authorization: `Bearer ${await askToken(urlByName.get('provider') ?? '', account)}`,
  });
  return { pid, ready: noted(ready), urlByName, as, complaint: () => complaint, nextReady, stop };
}

/** Of a promise for which nobody need wait: whoever stops the network early does not. */
function noted<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined);
  return promise;
}
