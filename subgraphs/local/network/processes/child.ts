import { fork, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { projectPath } from '../../../../schema/sdl.js';
import { endChild } from '../../../shared/process/end.js';
import { RestartPause } from '../../../shared/mongo/restart-pause.js';
import type { Logger } from '../../../shared/process/logger.js';

const PAUSE_MS = { first: 500, longest: 30_000, forgottenAfter: 60_000 };
/** Long, because all processes of a network start at once. */
const READY_WITHIN_MS = 180_000;

export interface ChildOptions {
  /** As in its `ready` line. */
  readonly name: string;
  /** Compiled entry, below `dist/`. */
  readonly entry: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  /** After that a process that is not ready is killed, and so started again. */
  readonly readyWithinMs?: number;
  /** Called at each `ready` line, the first and those after a new start; `start` waits for it. */
  readonly onReady: (url: string) => Promise<void>;
}

/** One process of the network, started again when it dies. */
export class Child {
  readonly #options: ChildOptions;
  #process: ChildProcess | null = null;
  #url: string | null = null;
  readonly #pause = new RestartPause(PAUSE_MS);
  #restart: NodeJS.Timeout | null = null;
  #isStopping = false;
  #isRestarting = false;
  #told: object | null = null;
  /** Who waits until it has started again. */
  readonly #awaiting: (() => void)[] = [];

  constructor(options: ChildOptions) {
    this.#options = options;
  }

  get name(): string {
    return this.#options.name;
  }

  get entry(): string {
    return this.#options.entry;
  }

  /**
   * Starts the process.
   * @returns Its URL, once it is usable.
   * @throws Error when it ends before that; it has said why on standard error.
   */
  start(): Promise<string> {
    const { name, entry, env, log, onReady, readyWithinMs = READY_WITHIN_MS } = this.#options;
    // After a new start it listens where it did before, so that nobody need be told.
    const port = this.#url === null ? {} : { PORT: new URL(this.#url).port };
    const startedAt = performance.now();
    const child = fork(projectPath('dist', entry), [], {
      env: { ...env, ...port },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    this.#process = child;
    const tooLate = setTimeout(() => {
      log.error({ process: name, readyWithinMs }, 'Process was not ready in time; killing it.');
      child.kill('SIGKILL');
    }, readyWithinMs);
    return new Promise((resolve, reject) => {
      if (child.stdout) {
        createInterface({ input: child.stdout }).on('line', (line) => {
          const url = line.startsWith(`ready ${name} `)
            ? line.slice(`ready ${name} `.length)
            : null;
          if (url === null) return;
          this.#url = url;
          if (this.#told) child.send(this.#told);
          clearTimeout(tooLate);
          onReady(url).then(() => {
            resolve(url);
            for (const proceed of this.#awaiting.splice(0)) proceed();
          }, reject);
        });
      }
      child.once('exit', (code, signal) => {
        clearTimeout(tooLate);
        this.#process = null;
        if (this.#isStopping) return;
        reject(new Error(`${name} ended before it was ready.`));
        if (this.#isRestarting) {
          this.#isRestarting = false;
          this.#startAgain(0);
          return;
        }
        const pauseMs = this.#pause.next(performance.now() - startedAt);
        log.warn({ process: name, code, signal, pauseMs }, 'Process ended; starting again.');
        this.#startAgain(pauseMs);
      });
    });
  }

  #startAgain(afterMs: number): void {
    this.#restart = setTimeout(() => {
      this.start().catch((error: unknown) => {
        const { name, log } = this.#options;
        log.error({ err: error, process: name }, 'Process did not start again.');
      });
    }, afterMs);
  }

  /**
   * Ends the process and starts it again at once, with the code of now; one that waits to be started again takes that anyway.
   * @returns Once it is usable again, however often it has to be started; at once where it is stopped for good.
   */
  restart(): Promise<void> {
    if (this.#isStopping) return Promise.resolve();
    const child = this.#process;
    const isReady = new Promise<void>((resolve) => this.#awaiting.push(resolve));
    if (child) {
      this.#isRestarting = true;
      void endChild(child, () => child.kill('SIGTERM'));
    }
    return isReady;
  }

  /** Sends the process a message, now and whenever it has started again. */
  tell(message: object): void {
    this.#told = message;
    this.#process?.send(message);
  }

  /** Stops the process for good; killed when it does not end by itself in time. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const proceed of this.#awaiting.splice(0)) proceed();
    if (this.#restart) clearTimeout(this.#restart);
    const child = this.#process;
    if (child) await endChild(child, () => child.kill('SIGTERM'));
  }
}
