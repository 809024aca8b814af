import { existsSync } from 'node:fs';
import { join } from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import { claimDatabase, UnfitDatabase } from './claim-database.js';
import type { Closable } from './process.js';
import { NewerData } from './release.js';
import { findRunningStore } from './store-address.js';
import { networkDatabaseName, withDatabaseName } from './database-name.js';
import { startStoreProcess } from './store-process.js';

/** An open database, and the store behind it when that is ours. */
export interface Database extends Closable {
  readonly connection: Connection;
}

/** Usual data folder of a process that is started alone. */
export function aloneDataDir(process: string): string {
  return join('.data', process);
}

/** Where a command finds the database of a process that it is not. */
export interface CommandTarget {
  /** Names server and database; goes before all else. */
  readonly uri: string | undefined;
  /** Data folder of a process that was started alone; its usual one where undefined, when that is there. */
  readonly dataDir: string | undefined;
  /** Network that `npm start` keeps in `.data`; used where there is no such folder. */
  readonly networkId: string;
}

/**
 * Opens the database of a process for a command, whether or not the process runs: through the store that runs on the data
 * folder, else through one of its own.
 * @param process - Such as `catalogue`, or a cooperative's id.
 */
export async function openDatabaseForCommand(
  { uri, dataDir, networkId }: CommandTarget,
  process: string,
): Promise<Database> {
  if (uri !== undefined) return connectDatabase(uri);
  const usual = aloneDataDir(process);
  const alone = dataDir ?? (existsSync(usual) ? usual : undefined);
  const folder = alone ?? '.data';
  const name = alone === undefined ? networkDatabaseName(networkId, process) : process;
  const running = findRunningStore(folder);
  if (running !== null) {
    try {
      return await connectDatabase(withDatabaseName(running, name));
    } catch (error) {
      if (error instanceof NewerData || error instanceof UnfitDatabase) throw error;
      // The store was killed and left its address behind: one of our own takes the folder over.
    }
  }
  return openDatabase(undefined, folder, name);
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
  const connection = mongoose.createConnection(uri, {
    autoIndex: false,
    serverSelectionTimeoutMS: 10_000,
    retryWrites: true,
    maxPoolSize: 20,
  });
  try {
    await connection.asPromise();
  } catch (error) {
    throw new Error('The database does not answer; see MONGODB_URI.', { cause: error });
  }
  try {
    await claimDatabase(connection, CLAIM_TIMEOUT_MS);
  } catch (error) {
    await connection.close();
    throw error;
  }
  return { connection, close: () => connection.close() };
}
