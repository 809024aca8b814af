import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { projectPath } from '../../schema/sdl.js';
import type { Closable } from './process.js';

/** A store of its own in a child process, and where it answers. */
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
  options: readonly string[] = [],
): Promise<StoreProcess> {
  const entry = projectPath('dist', 'subgraphs', 'embedded-store', 'main.js');
  const where = dataDir === null ? ['--memory'] : ['--data', dataDir];
  const child = spawn(process.execPath, [entry, ...where, '--with-parent', ...options], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  child.stderr.pipe(process.stderr, { end: false });
  const exited = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  const uri = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready store ')) resolve(line.slice('ready store '.length));
    });
    child.once('exit', (code) => {
      reject(new Error(`The embedded store did not start (exit code ${code ?? 'none'}).`));
    });
  });
  return {
    uri,
    close: async () => {
      child.stdin.end();
      await exited;
    },
  };
}
