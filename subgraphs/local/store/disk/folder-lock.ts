import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { tryLock } from 'fs-native-extensions';
import { z } from 'zod';
import { answers, findRunningStore, socketOf } from '../../../shared/mongo/store-address.js';

/** Who holds a folder, as it says in the folder. */
const HolderSchema = z.object({
  pid: z.number().int().positive(),
  /** Names the machine, or the container. */
  host: z.string().optional(),
  /** Names the run of the kernel: containers of one machine have the same. */
  boot: z.string().nullish(),
});
type Holder = Readonly<z.output<typeof HolderSchema>>;

/** Fixed, so that writing it never needs room that a full disk has not. */
const HOLDER_BYTES = 512;
const ATTEMPTS = 10;

/**
 * Makes this process the only one that uses a data folder. The kernel holds the lock, so it is gone with the process, and holds in
 * every namespace of the machine. For folders that several machines share it may not: a holder that ran elsewhere and did not give
 * its folder free is believed. So is a store that answers there, as older releases have another lock.
 * @returns A function that gives the folder free again.
 * @throws Error naming the holder.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const file = join(folder, 'store.lock');
  const lock = openLocked(folder, file);
  try {
    const before = readHolder(file);
    const me: Holder = { pid: process.pid, host: hostname(), boot: bootId() };
    if (before !== null && isElsewhere(before, me)) throw leftElsewhere(folder, file, before);
    const address = await answeringIn(folder);
    if (address !== null)
      throw new Error(`The data folder ${folder} is in use: a store answers at ${address}.`);
    writeHolder(lock, JSON.stringify(me));
  } catch (error) {
    closeSync(lock);
    throw error;
  }
  return () => {
    writeHolder(lock, '');
    closeSync(lock);
  };
}

/** @returns The descriptor of the lock file, locked. The file stays for good: one that is made anew could be locked twice. */
function openLocked(folder: string, file: string): number {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const lock = openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600);
    if (!tryLock(lock)) {
      closeSync(lock);
      const { pid, host } = readHolder(file) ?? {};
      throw new Error(
        `The data folder ${folder} is in use by process ${pid ?? 'unknown'}${host === undefined || host === hostname() ? '' : ` of ${host}`}; stop it or choose another folder with --data.`,
      );
    }
    // Somebody may have taken the file away in between.
    if (statSync(file, { throwIfNoEntry: false })?.ino === fstatSync(lock).ino) return lock;
    closeSync(lock);
  }
  throw new Error(`The lock of the data folder ${folder} is taken away again and again.`);
}

function writeHolder(lock: number, text: string): void {
  writeSync(lock, text.padEnd(HOLDER_BYTES), 0);
}

/** Null where nobody holds the folder, or the file says nothing. */
function readHolder(file: string): Holder | null {
  try {
    return HolderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Whether this kernel cannot know if a holder still runs. The same machine may have been started anew, then it does not. */
function isElsewhere({ host, boot }: Holder, me: Holder): boolean {
  if (host === undefined || host === me.host) return false;
  return boot == null || boot !== me.boot;
}

function leftElsewhere(folder: string, file: string, { pid, host }: Holder): Error {
  return new Error(
    `The data folder ${folder} was in use by process ${pid} of ${host ?? 'unknown'}, which has not given it free: stop that, or remove ${file} if it has ended.`,
  );
}

/** Of this run of the kernel (random(4)); null where the system has none. */
function bootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}

/** Address of a store that answers at a socket. At a port anybody may have come to listen. */
async function answeringIn(folder: string): Promise<string | null> {
  const usual = `mongodb://${encodeURIComponent(join(folder, 'store.sock'))}/`;
  for (const uri of [findRunningStore(folder), usual]) {
    if (uri !== null && socketOf(uri) !== null && (await answers(uri))) return uri;
  }
  return null;
}
