import { fork, spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { projectPath } from '../../schema/sdl.js';

/** Processes of a bench, which end with it. */
export class BenchProcesses {
  readonly #children: ChildProcess[] = [];

  /** Starts one that tells with one message what is to be known of it. @param path - Below `dist/test/bench`. */
  async fork(...path: readonly string[]): Promise<{ child: ChildProcess; told: unknown }> {
    const child = fork(projectPath('dist', 'test', 'bench', ...path));
    this.#children.push(child);
    const told = await new Promise((resolve) => child.once('message', resolve));
    return { child, told };
  }

  /** Starts a gateway. @param path - Below `dist`. @returns Its base URL and the id of its process. */
  async startGateway(
    path: readonly string[],
    env: Readonly<Record<string, string>>,
  ): Promise<{ readonly url: string; readonly pid: number }> {
    const child = spawn(process.execPath, [projectPath('dist', ...path)], {
      env: { ...process.env, PORT: '0', NODE_ENV: 'production', ACCESS_LOG: 'false', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#children.push(child);
    const url = await new Promise<string>((resolve, reject) => {
      child.once('exit', () => {
        reject(new Error(`${path.join('/')} did not start.`));
      });
      createInterface({ input: child.stdout }).on('line', (line) => {
        const [word, , address] = line.split(' ');
        if (word === 'ready' && address !== undefined) resolve(address);
      });
    });
    return { url, pid: child.pid ?? 0 };
  }

  endAll(): void {
    for (const child of this.#children) child.kill();
  }
}
