import { randomBytes } from 'node:crypto';
import { rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { socketOf } from '../../shared/mongo/store-address.js';
import type { ListenAddress } from './server.js';
import type { StoreSettings } from './settings.js';

/** The longest path that fits a socket address on all platforms, with room to spare (unix(7)). */
const MAX_SOCKET_PATH_BYTES = 100;

/**
 * Whether drivers can connect to a socket at this path. They bring the names of a replica set's
 * members into lower case, and a member's name is its path.
 */
function isUsableSocketPath(path: string): boolean {
  return Buffer.byteLength(path) <= MAX_SOCKET_PATH_BYTES && path === path.toLowerCase();
}

/**
 * Where to listen: where it did before; else at a socket only this user can reach, in the data folder or else in a temporary
 * one, which is not made yet; where neither will do, at a port of this machine.
 * @throws Error when `--at` is no address of a store.
 */
export function chooseAddress({ port, at, dataDir }: StoreSettings): ListenAddress {
  if (at !== null) return addressIn(at);
  if (port !== null) return { host: '127.0.0.1', port };
  if (process.platform !== 'win32') {
    const temporary = join(tmpdir(), `store-${randomBytes(8).toString('hex')}`);
    for (const folder of [dataDir, temporary]) {
      const socketPath = folder === null ? null : join(resolve(folder), 'store.sock');
      if (socketPath !== null && isUsableSocketPath(socketPath)) return { socketPath };
    }
  }
  return { host: '127.0.0.1', port: 0 };
}

function addressIn(uri: string): ListenAddress {
  const socketPath = socketOf(uri);
  if (socketPath !== null) return { socketPath };
  if (/^mongodb:\/\/127\.0\.0\.1:\d+\//.test(uri))
    return { host: '127.0.0.1', port: Number(new URL(uri).port) };
  throw new Error(`--at must be the address of a store, got "${uri}".`);
}

/** Takes a socket away, and the folder that was made for it alone. */
export function removeSocket(address: ListenAddress, dataDir: string | null): void {
  if (!('socketPath' in address)) return;
  rmSync(address.socketPath, { force: true });
  const folder = dirname(address.socketPath);
  if (dataDir !== null && folder === resolve(dataDir)) return;
  try {
    rmdirSync(folder);
  } catch {
    // It is not ours alone, or has never been made.
  }
}
