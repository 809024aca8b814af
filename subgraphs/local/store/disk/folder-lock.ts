import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

interface Holder {
  readonly pid: number;
  /** The kernel's start time of the process, where it can be had: pids are used again. */
  readonly started: string | null;
}

/**
 * Makes this process the only one that uses a data folder, which is made when missing.
 * @returns A function that gives the folder free again.
 * @throws Error naming the process that holds it. A lock whose process is gone is taken over.
 */
export function lockFolder(folder: string): () => void {
  makeFolder(folder);
  const path = join(folder, 'store.lock');
  const own = join(folder, `store.lock.${process.pid}`);
  const mine: Holder = { pid: process.pid, started: startTimeOf(process.pid) };
  writeFileSync(own, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      if (tryLink(own, path))
        return () => {
          rmSync(path, { force: true });
        };
      const holder = readHolder(path);
      if (holder !== null && isAlive(holder)) throw heldBy(folder, holder);
      removeStale(path, holder, own);
    }
    throw new Error(`The data folder ${folder} is being locked by several processes at once.`);
  } finally {
    rmSync(own, { force: true });
  }
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

function heldBy(folder: string, { pid }: Holder): Error {
  return new Error(
    `The data folder ${folder} is in use by process ${pid}; stop it or choose another folder with --data.`,
  );
}

/** A hard link appears with its content or not at all, and only one process can make it. */
function tryLink(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function readHolder(path: string): Holder | null {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof content !== 'object' || content === null || !('pid' in content)) return null;
    const { pid } = content;
    const started =
      'started' in content && typeof content.started === 'string' ? content.started : null;
    return typeof pid === 'number' && pid > 0 ? { pid, started } : null;
  } catch {
    return null;
  }
}

/** Moves the lock away first, so that a lock somebody else has just made can be put back. */
function removeStale(path: string, stale: Holder | null, own: string): void {
  const aside = `${own}.stale`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  const moved = readHolder(aside);
  if (moved !== null && (moved.pid !== stale?.pid || moved.started !== stale.started))
    tryLink(aside, path);
  rmSync(aside, { force: true });
}

function isAlive({ pid, started }: Holder): boolean {
  if (pid === process.pid) return started === startTimeOf(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (isCode(error, 'ESRCH')) return false;
  }
  const now = startTimeOf(pid);
  return started === null || now === null || started === now;
}

/** Field 22 of /proc/PID/stat (proc(5)); null where there is no such file. */
function startTimeOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
