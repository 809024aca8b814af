import { fork, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { projectPath } from '../../../schema/sdl.js';
import { endWithSuite } from '../children.js';

/** A process of the hub that is killed and started again at will; it keeps its port. */
export class KillableProcess {
  #child: ChildProcess | null = null;
  #url: string | null = null;
  #starting: Promise<string> | null = null;

  /**
   * @param entry - Compiled entry, below `dist/`.
   * @param env - Settings; PORT is chosen at the first start.
   */
  constructor(
    readonly name: string,
    private readonly entry: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** Base URL; known once it has been ready. */
  get url(): string {
    if (this.#url === null) throw new Error(`${this.name} has never been ready.`);
    return this.#url;
  }

  /** Starts it, unless it starts or runs already. @param more - Settings that replace those given at first. */
  start(more: Readonly<Record<string, string>> = {}): Promise<string> {
    this.#starting ??= this.#spawn(more);
    return this.#starting;
  }

  /** Has it hang: it keeps its connections, and does nothing until it goes on. */
  hang(): void {
    this.#child?.kill('SIGSTOP');
  }

  goOn(): void {
    this.#child?.kill('SIGCONT');
  }

  /** Ends it with SIGKILL: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    this.#starting = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await exited;
  }

  #spawn(more: Readonly<Record<string, string>>): Promise<string> {
    const port = this.#url === null ? '0' : new URL(this.#url).port;
    const child = endWithSuite(
      fork(projectPath('dist', this.entry), [], {
        env: { ...process.env, LOG_LEVEL: 'silent', ...this.env, ...more, PORT: port },
        stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      }),
    );
    this.#child = child;
    return new Promise((resolve, reject) => {
      child.once('exit', (code, signal) => {
        reject(
          new Error(`${this.name} ended (${code ?? signal ?? 'unknown'}) before it was ready.`),
        );
      });
      if (!child.stdout) return;
      createInterface({ input: child.stdout }).on('line', (line) => {
        const start = `ready ${line.split(' ')[1] ?? ''} `;
        if (!line.startsWith('ready ')) return;
        this.#url = line.slice(start.length);
        resolve(this.#url);
      });
    });
  }
}
