import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { STORE_DATA_FILE } from '../../shared/mongo/store-address.js';
import type { Services } from './call/call.js';
import { Cursors } from './call/cursors.js';
import { FailPoints } from './call/fail-points.js';
import { REPLICA_SET } from './commands/handshake.js';
import { serveConnection } from './connection.js';
import { checkDataFile } from './disk/check-file.js';
import { createDiskStorage } from './disk/disk-storage.js';
import { startHousekeeping } from './housekeeping.js';
import { createRandom } from './random.js';
import { holdFolder } from './disk/data-folder.js';
import { inFolder } from './disk/folder-fault.js';
import { checkFolderRelease, noteFolderRelease } from './disk/folder-release.js';
import { Sessions } from './state/sessions.js';
import { createMemoryStorage, type Storage } from './state/storage.js';
import { Store } from './state/store.js';

export type ListenAddress =
  | { readonly socketPath: string }
  | { readonly host: string; /** 0 for any free one. */ readonly port: number };

export interface EmbeddedStoreOptions {
  /** Where the data is kept; null to keep nothing. */
  readonly dataDir: string | null;
  readonly listen: ListenAddress;
  /** Allows `configureFailPoint`. */
  readonly failPoints?: boolean;
  /** The share of transactions, 0 to 1, that fail with a conflict (112, TransientTransactionError). */
  readonly conflicts?: number;
  /** Decides which transactions `conflicts` hits. */
  readonly seed?: number;
  /** Faster, but data may be lost at a power cut; for tests. */
  readonly noSync?: boolean;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  /** Seconds between two sweeps of expired transactions, cursors and sessions, each with a line of figures at info. */
  readonly sweepSeconds?: number;
  /** Told when the disk refuses a commit: the store must not go on then. */
  readonly onFailure?: (error: unknown) => void;
}

export interface EmbeddedStore {
  /** For MongoDB drivers; a database name may be put after its host, before the `?`. */
  readonly uri: string;
  /** Waits for running writes, then stops; the data folder is free afterwards. */
  close(): Promise<void>;
}

/**
 * Starts a store.
 * @throws Error when the data folder is in use (with its holder), cannot be written or was written by a later release, or the
 *   address cannot be listened on.
 */
export async function createEmbeddedStore(options: EmbeddedStoreOptions): Promise<EmbeddedStore> {
  const { dataDir, log } = options;
  const nowMs = options.clock ?? (() => Math.floor(performance.timeOrigin + performance.now()));
  const folder = dataDir === null ? null : resolve(dataDir);
  const unlock = folder === null ? () => undefined : await holdFolder(folder, log);
  const storage =
    folder === null ? createMemoryStorage() : await openStorage(folder, options, unlock);
  const store = new Store(storage, log, (error) => {
    log.fatal({ err: error }, 'The disk refused a commit.');
    options.onFailure?.(error);
  });
  let address = '';
  const services: Services = {
    store,
    sessions: new Sessions(nowMs),
    cursors: new Cursors(nowMs),
    failPoints: options.failPoints === true ? new FailPoints() : null,
    nowMs,
    random: createRandom(options.seed ?? 1),
    conflicts: options.conflicts ?? 0,
    address: () => address,
    log,
  };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveConnection(socket, services);
  });
  const shutDown = async (): Promise<void> => {
    await store.close();
    unlock();
  };
  try {
    store.load();
    services.sessions.load(storage);
    address = await listen(server, options.listen);
    if (folder !== null) {
      await inFolder(folder, () => {
        noteFolderRelease(folder);
      });
    }
  } catch (error) {
    await shutDown();
    throw error;
  }
  const stopHousekeeping = startHousekeeping(
    services,
    options.sweepSeconds ?? 60,
    () => sockets.size,
  );
  const isSocket = 'socketPath' in options.listen;
  return {
    uri: `mongodb://${isSocket ? encodeURIComponent(address) : address}/?replicaSet=${REPLICA_SET}`,
    async close() {
      stopHousekeeping();
      const closed = new Promise((done) => server.close(done));
      for (const socket of sockets) socket.destroy();
      await closed;
      await shutDown();
    },
  };
}

async function openStorage(
  folder: string,
  { noSync = false, log }: EmbeddedStoreOptions,
  unlock: () => void,
): Promise<Storage> {
  const file = join(folder, STORE_DATA_FILE);
  try {
    const isUsed = checkFolderRelease(folder);
    checkDataFile(file, isUsed);
    return await inFolder(folder, () => createDiskStorage(file, { noSync, log }));
  } catch (error) {
    unlock();
    throw error;
  }
}

/** @returns The address as drivers are told it: the raw path, or host and port. */
async function listen(server: Server, address: ListenAddress): Promise<string> {
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.once('listening', done);
    if ('socketPath' in address) {
      mkdirSync(dirname(address.socketPath), { recursive: true, mode: 0o700 });
      rmSync(address.socketPath, { force: true });
      const mask = process.umask(0o177);
      server.listen(address.socketPath);
      process.umask(mask);
    } else server.listen(address.port, address.host);
  });
  if ('socketPath' in address) {
    chmodSync(address.socketPath, 0o600);
    return address.socketPath;
  }
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : address.port;
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return `${host}:${port}`;
}
