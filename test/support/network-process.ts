import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { projectPath } from '../../schema/sdl.js';

/** A network booted as `npm start` boots it, by its compiled entry. */
export interface NetworkProcess {
  readonly pid: number;
  /** Every `ready` line so far, by name. */
  readonly urlByName: ReadonlyMap<string, string>;
  /** Resolves with the URL of the process's next `ready` line. */
  nextReady(name: string): Promise<string>;
  /** Sends SIGINT to all of its processes, as Ctrl-C does. @returns The exit code. */
  stop(): Promise<number | null>;
}

export interface NetworkProcessOptions {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A checkout with its own `dist/`; this one where absent. */
  readonly cwd?: string;
  /** Program and first arguments; the compiled entry where absent. */
  readonly command?: readonly [string, ...string[]];
}

/** Boots a network. @returns When its gateway is ready. @throws Error with standard error when it ends before. */
export async function startNetwork(options: NetworkProcessOptions): Promise<NetworkProcess> {
  const [program, ...first] = options.command ?? [
    process.execPath,
    projectPath('dist', 'subgraphs', 'network', 'main.js'),
  ];
  // A store of its own: two networks on one server would share their databases.
  const env = { ...process.env, MONGODB_URI: '', LOG_LEVEL: 'silent', PORT: '0', ...options.env };
  const child = spawn(program, [...first, ...options.args], {
    cwd: options.cwd ?? projectPath(),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const pid = child.pid ?? 0;
  const urlByName = new Map<string, string>();
  const waiting = new Map<string, ((url: string) => void)[]>();
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [word, name = '', url = ''] = line.split(' ');
    if (word !== 'ready') return;
    urlByName.set(name, url);
    for (const resolve of waiting.get(name) ?? []) resolve(url);
    waiting.delete(name);
  });
  const nextReady = (name: string): Promise<string> =>
    new Promise((resolve) => waiting.set(name, [...(waiting.get(name) ?? []), resolve]));
  await Promise.race([
    nextReady('gateway'),
    exited.then((code) => {
      throw new Error(`The network ended with code ${String(code)}: ${complaint}`);
    }),
  ]);
  return {
    pid,
    urlByName,
    nextReady,
    stop: () => {
      process.kill(-pid, 'SIGINT');
      return exited;
    },
  };
}
