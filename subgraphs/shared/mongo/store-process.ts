import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { projectPath } from '../../../schema/sdl.js';
import { endChild } from '../process/end.js';
import { createLogger, type Logger } from '../process/logger.js';
import type { Closable } from '../process/process.js';
import { RestartPause } from './restart-pause.js';

/** How long a store may take to read its data. */
const READY_WITHIN_MS = 60_000;
/** Short, since nothing of a network goes on without its store: it answers again within 15 s whatever came before. */
const PAUSE_MS = { first: 100, longest: 5_000, forgottenAfter: 60_000 };

export interface StoreProcessOptions {
  /** More of its command line. */
  readonly args?: readonly string[];
  /** After that a store that is not ready is killed. */
  readonly readyWithinMs?: number;
  /** Compiled entry of the store. */
  readonly entry?: string;
  /** Is told of its ends and new starts; standard error where absent. */
  readonly log?: Logger;
  /** Called whenever it answers again after it died. One that keeps nothing has come back empty. */
  readonly onRestart?: () => void;
}

/** A store of its own in a child process, started again when it dies, and where it answers all the while. */
export interface StoreProcess extends Closable {
  readonly uri: string;
}

/**
 * Starts the embedded store in a child process, which ends with this one.
 * @param dataDir - Where it keeps its data; null keeps nothing.
 * @throws Error with the store's own sentence, such as who holds the folder.
 */
export async function startStoreProcess(
  dataDir: string | null,
  options: StoreProcessOptions = {},
): Promise<StoreProcess> {
  const store = new SupervisedStore(dataDir, options);
  await store.start();
  return store;
}

type StoreChild = ChildProcessByStdio<Writable, Readable, Readable>;

class SupervisedStore implements StoreProcess {
  #uri: string | null = null;
  #child: StoreChild | null = null;
  #restart: NodeJS.Timeout | null = null;
  #isClosing = false;
  readonly #pause = new RestartPause(PAUSE_MS);
  readonly #log: Logger;

  constructor(
    private readonly dataDir: string | null,
    private readonly options: StoreProcessOptions,
  ) {
    this.#log = options.log ?? createLogger('store', 'warn');
  }

  get uri(): string {
    return this.#uri ?? '';
  }

  async start(): Promise<void> {
    const { readyWithinMs = READY_WITHIN_MS } = this.options;
    const child = this.#spawn();
    this.#child = child;
    const startedAt = performance.now();
    child.once('exit', (code, signal) => {
      this.#child = null;
      // One that has never been ready has said why, and its starter is told.
      if (this.#uri === null || this.#isClosing) return;
      this.#startAgain(code, signal, performance.now() - startedAt);
    });
    this.#uri = await readyUri(child, readyWithinMs);
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    if (this.#restart) clearTimeout(this.#restart);
    const child = this.#child;
    if (child) await endChild(child, () => child.stdin.end());
  }

  #spawn(): StoreChild {
    const { args = [], entry = projectPath('dist', 'subgraphs', 'local', 'store', 'main.js') } =
      this.options;
    const where = this.dataDir === null ? ['--memory'] : ['--data', this.dataDir];
    // After a new start it answers where it did before, so that nobody need be told.
    const again = this.#uri === null ? [] : ['--at', this.#uri];
    const child = spawn(process.execPath, [entry, ...where, '--with-parent', ...args, ...again], {
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    child.stderr.pipe(process.stderr, { end: false });
    // A store that died takes no more; its end is seen elsewhere.
    child.stdin.on('error', () => undefined);
    return child;
  }

  #startAgain(code: number | null, signal: NodeJS.Signals | null, ranForMs: number): void {
    const pauseMs = this.#pause.next(ranForMs);
    this.#log.warn({ code, signal, pauseMs }, 'Store ended; starting again.');
    this.#restart = setTimeout(() => {
      this.start().then(this.options.onRestart, (error: unknown) => {
        this.#log.error({ err: error }, 'Store did not start again.');
      });
    }, pauseMs);
  }
}

/** @returns Its URI, once it answers. @throws Error when it ends before that, or is not ready in time: then it is killed. */
async function readyUri(child: StoreChild, withinMs: number): Promise<string> {
  let tooLate: NodeJS.Timeout | undefined;
  return new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready store ')) resolve(line.slice('ready store '.length));
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`The embedded store did not start (exit code ${code ?? 'none'}).`));
    });
    tooLate = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The embedded store was not ready within ${withinMs} ms.`));
    }, withinMs);
  }).finally(() => {
    clearTimeout(tooLate);
  });
}
