import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Logger } from 'pino';
import { inFolder } from './folder-fault.js';
import { lockFolder } from './folder-lock.js';

/** What others than the owner may do, as bits of a mode. */
const OTHERS = 0o077;

/**
 * Makes a data folder where it is missing, and this process its only user. What a store keeps in it only its owner can read; a
 * folder that others may enter is told of.
 * @returns A function that gives the folder free again.
 * @throws Error with a sentence for people.
 */
export async function holdFolder(folder: string, log: Logger): Promise<() => void> {
  const unlock = await inFolder(folder, () => {
    makeFolder(folder);
    return lockFolder(folder);
  });
  if (process.platform === 'win32') return unlock;
  const mode = statSync(folder).mode & 0o777;
  if ((mode & OTHERS) !== 0)
    log.warn(
      { folder, mode: mode.toString(8) },
      'Other users of this machine may enter the data folder; chmod 700 keeps them out.',
    );
  for (const name of readdirSync(folder).filter((each) => each.startsWith('store.'))) {
    const file = join(folder, name);
    if ((statSync(file).mode & OTHERS) !== 0) chmodSync(file, 0o600);
  }
  return unlock;
}

/**
 * Makes a folder, and those above it, where it is missing. `mkdirSync` does so too, but tries for ever where a folder says of one
 * to be made in it that there is no such folder, as those of Linux's /proc do.
 */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const above = dirname(folder);
    switch ((error as NodeJS.ErrnoException).code) {
      case 'EEXIST':
        if (statSync(folder).isDirectory()) return;
        throw error;
      case 'ENOENT':
        if (existsSync(above)) throw error;
        makeFolder(above);
        makeFolder(folder);
        return;
      case undefined:
      default:
        throw error;
    }
  }
}
