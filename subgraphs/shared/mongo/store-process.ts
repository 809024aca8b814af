import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { projectPath } from '../../../schema/sdl.js';
import { endChild } from '../process/end.js';
import type { Closable } from '../process/process.js';

/** A store of its own in a child process, and where it answers. */
export interface StoreProcess extends Closable {
  readonly uri: string;
}

/** How long a store may take to read its data. */
const READY_WITHIN_MS = 60_000;

/**
 * Starts the embedded store in a child process, which ends with this one.
 * @param dataDir - Where it keeps its data; null keeps nothing.
 * @param readyWithinMs - After that it is killed.
 * @param entry - Compiled entry of the store.
 * @throws Error with the store's own sentence, such as who holds the folder.
 */
export async function startStoreProcess(
  dataDir: string | null,
  options: readonly string[] = [],
  readyWithinMs = READY_WITHIN_MS,
  entry = projectPath('dist', 'subgraphs', 'local', 'store', 'main.js'),
): Promise<StoreProcess> {
  const where = dataDir === null ? ['--memory'] : ['--data', dataDir];
  const child = spawn(process.execPath, [entry, ...where, '--with-parent', ...options], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  child.stderr.pipe(process.stderr, { end: false });
  let tooLate: NodeJS.Timeout | undefined;
  const uri = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready store ')) resolve(line.slice('ready store '.length));
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`The embedded store did not start (exit code ${code ?? 'none'}).`));
    });
    tooLate = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The embedded store was not ready within ${readyWithinMs} ms.`));
    }, readyWithinMs);
  }).finally(() => {
    clearTimeout(tooLate);
  });
  return {
    uri,
    close: () => endChild(child, () => child.stdin.end()),
  };
}
