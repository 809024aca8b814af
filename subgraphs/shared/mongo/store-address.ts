import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

/** In the data folder of an embedded store while that runs: its URI. */
export const STORE_ADDRESS_FILE = 'store.uri';

/** In the data folder of an embedded store: all that it keeps. */
export const STORE_DATA_FILE = 'store.mdb';

/** URI of the store that runs on a data folder; null when none does, as far as the folder tells. */
export function findRunningStore(dataDir: string): string | null {
  const file = join(dataDir, STORE_ADDRESS_FILE);
  const uri = existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
  return uri !== null && isListening(uri) ? uri : null;
}

/** Whether a store may answer at a URI: a store that ended took its socket along. */
export function isListening(uri: string): boolean {
  const socket = socketOf(uri);
  return socket === null || existsSync(socket);
}

/** Whether anybody answers at the URI of a store: one that was killed leaves address and socket behind. */
export async function answers(uri: string): Promise<boolean> {
  const socket = socketOf(uri);
  const { hostname, port } = new URL(socket === null ? uri : 'tcp://none');
  const connection = socket === null ? connect(Number(port), hostname) : connect(socket);
  try {
    await once(connection, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    connection.destroy();
  }
}

/** Path of the socket that a store's URI names; null where it names a port. */
export function socketOf(uri: string): string | null {
  const socket = /^mongodb:\/\/(%2F[^/?]+)/i.exec(uri)?.[1];
  return socket === undefined ? null : decodeURIComponent(socket);
}

/** Whether a store keeps data in this folder, or runs on it. */
export function isDataFolder(dataDir: string): boolean {
  return existsSync(join(dataDir, STORE_DATA_FILE)) || findRunningStore(dataDir) !== null;
}
