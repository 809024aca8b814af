import { join } from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import { claimDatabase } from './claim-database.js';
import type { Logger } from '../process/logger.js';
import type { Closable } from '../process/process.js';
import { withDatabaseName } from './database-name.js';
import { DATABASE_LIMITS, driverLimits, type DatabaseLimits } from './limits/database-limits.js';
import { DatabaseWatch } from './limits/database-watch.js';
import { freeLostWaits } from './limits/free-lost-waits.js';
import { startStoreProcess } from './store-process.js';

/** An open database, and the store behind it when that is ours. */
export interface Database extends Closable {
  readonly connection: Connection;
}

/** Usual data folder of a process that is started alone. */
export function aloneDataDir(process: string): string {
  return join('.data', process);
}

/**
 * Opens the database that `uri` names, or one in an embedded store of its own where that is undefined.
 * @param dataDir - Data folder of the store of its own.
 * @param name - Database name in the store of its own.
 */
export async function openDatabase(
  uri: string | undefined,
  dataDir: string,
  name: string,
): Promise<Database> {
  if (uri !== undefined) return connectDatabase(uri);
  const store = await startStoreProcess(dataDir);
  try {
    const database = await connectDatabase(withDatabaseName(store.uri, name));
    const close = async (): Promise<void> => {
      await database.close();
      await store.close();
    };
    return { connection: database.connection, close };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** For each look at a database that is being opened. */
const CLAIM_TIMEOUT_MS = 10_000;

/**
 * Connects mongoose to the server and database that `uri` names.
 * @throws UnfitDatabase, NewerData before anything is written there.
 */
export async function connectDatabase(uri: string): Promise<Database> {
  const database = await connectServer(uri);
  try {
    await claimDatabase(database.connection, CLAIM_TIMEOUT_MS);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Where connections lead. */
const addresses = new WeakMap<Connection, string>();

/** Resolves when the database answers. */
async function ping({ db }: Connection): Promise<void> {
  if (!db) throw new Error('Not connected.');
  await db.command({ ping: 1 });
}

/** For a look at a database by a connection of its own. Half of what a look may take, so that nothing of it outlasts that. */
const AFRESH_MS = 2_500;
const AFRESH: DatabaseLimits = {
  serverMs: AFRESH_MS,
  silenceMs: AFRESH_MS,
  connectMs: AFRESH_MS,
  lookEveryMs: 500,
};

/** Resolves when the database answers at the address of a connection to one that is made for that, and is closed again. */
export async function pingAfresh(connection: Connection): Promise<void> {
  const uri = addresses.get(connection);
  if (uri === undefined) throw new Error('Where the connection leads is not known.');
  const database = await connectServer(uri, AFRESH);
  try {
    await ping(database.connection);
  } finally {
    await database.close();
  }
}

/** Whether the database of a connection answers. */
export function watchDatabase(connection: Connection, log: Logger): DatabaseWatch {
  return new DatabaseWatch({
    log,
    ping: () => ping(connection),
    pingAfresh: () => pingAfresh(connection),
  });
}

/** Connects to a server to look at what is there. Whoever works on a database calls `connectDatabase`, which claims it. */
export async function connectServer(
  uri: string,
  limits: DatabaseLimits = DATABASE_LIMITS,
): Promise<Database> {
  const connection = mongoose.createConnection(uri, {
    autoIndex: false,
    retryWrites: true,
    maxPoolSize: 20,
    ...driverLimits(limits),
  });
  try {
    await connection.asPromise();
  } catch (error) {
    throw new Error('The database does not answer; see MONGODB_URI.', { cause: error });
  }
  freeLostWaits(connection);
  addresses.set(connection, uri);
  return { connection, close: () => connection.close() };
}
