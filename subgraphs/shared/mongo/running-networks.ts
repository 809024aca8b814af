import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isListening } from './store-address.js';

/** Where networks that run leave a note of themselves, for the commands. */
const NOTES_FOLDER = join('.data', 'running');

const RunningNetworkSchema = z.object({
  pid: z.number().int().positive().describe('Of the process that runs the network.'),
  id: z.string().describe('Slug of the network.'),
  storeUri: z
    .string()
    .nullable()
    .describe(
      'Where its own store answers; null where MONGODB_URI is, which is secret and told to nobody.',
    ),
  dataDir: z
    .string()
    .nullable()
    .describe('Full path of its data; null where it keeps nothing, or has a server.'),
  now: z
    .string()
    .optional()
    .describe('The instant at which its clock stands; absent where it runs.'),
  listsDir: z.string().optional().describe('Full path of its official lists.'),
  providerUrl: z
    .string()
    .optional()
    .describe('Issuer of its demo provider; absent where people sign in elsewhere.'),
  elsewhere: z
    .record(z.string(), z.string())
    .describe('Cooperatives that answer elsewhere, and where: their data are not in its store.'),
});

/** A network that runs on this machine, as it says itself. */
export type RunningNetwork = Readonly<z.output<typeof RunningNetworkSchema>>;

/**
 * Leaves a note of a running network, which only this user can read, until this process exits.
 * @returns Takes the note away before.
 */
export function leaveNote(network: RunningNetwork): () => void {
  mkdirSync(NOTES_FOLDER, { recursive: true, mode: 0o700 });
  const file = join(NOTES_FOLDER, `${network.pid}.json`);
  // Whoever looks meanwhile sees the whole note or none.
  const unfinished = `${file}.${network.pid}.new`;
  writeFileSync(unfinished, JSON.stringify(network), { mode: 0o600 });
  renameSync(unfinished, file);
  const takeAway = (): void => {
    rmSync(file, { force: true });
    removeIfEmpty(NOTES_FOLDER);
    removeIfEmpty(join(NOTES_FOLDER, '..'));
  };
  process.once('exit', takeAway);
  return takeAway;
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Others are in it.
  }
}

/** The networks that run from this folder. A note that a killed process left behind is passed over. */
export function findRunningNetworks(): RunningNetwork[] {
  return listNotes().flatMap((name) => {
    const network = readNote(join(NOTES_FOLDER, name));
    const isThere =
      network &&
      isRunning(network.pid) &&
      (network.storeUri === null || isListening(network.storeUri));
    return isThere ? [network] : [];
  });
}

function listNotes(): string[] {
  try {
    return readdirSync(NOTES_FOLDER).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}

function readNote(file: string): RunningNetwork | null {
  try {
    return RunningNetworkSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
