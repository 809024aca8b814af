import type { Connection } from 'mongoose';
import { databaseNameOf, isDatabaseOf, withDatabaseName } from './database-name.js';
import { connectDatabase, connectServer, type Database } from './database.js';
import type { RunningNetwork } from './running-networks.js';
import {
  checkNotElsewhere,
  choosePlace,
  findReader,
  placeInFolder,
  placeOnServer,
  type Place,
} from './places.js';

/** What a command was told of where the data lie. */
export interface CommandTarget {
  /** Server, and database where it names one. */
  readonly uri: string | undefined;
  /** Data folder of a network, or of a process that runs alone. */
  readonly dataDir: string | undefined;
  /** Slug of the network. */
  readonly networkId: string | undefined;
}

/** The database of a process that a command is not. */
export interface CommandDatabase extends Database {
  /** The running network whose process reads it; null where none does, as far as is known. */
  readonly network: RunningNetwork | null;
}

/**
 * Opens the database of a process for a command. It is one that a process has opened before: a command makes no database of
 * which nobody knows. Only one that MONGODB_URI names may be new, if no other on its server is of that process.
 * @param process - Such as `catalogue`, or a cooperative's id.
 * @throws Error saying where was looked and what was found: nothing, or more than one.
 */
export async function openCommandDatabase(
  { uri, dataDir, networkId }: CommandTarget,
  process: string,
): Promise<CommandDatabase> {
  if (uri !== undefined && dataDir !== undefined) {
    throw new Error('MONGODB_URI names a server, DATA_DIR a folder: wanted one of them, got both.');
  }
  if (uri !== undefined) {
    const named = databaseNameOf(uri);
    return named === null
      ? openAt(placeOnServer(uri), process, networkId)
      : openNamed(uri, named, process);
  }
  const place =
    dataDir === undefined
      ? choosePlace(process, networkId)
      : placeInFolder(dataDir, process, networkId);
  return openAt(place, process, networkId);
}

async function openNamed(uri: string, named: string, process: string): Promise<CommandDatabase> {
  const server = await connectServer(uri);
  let other: string | undefined;
  try {
    other = (await isEmpty(server.connection))
      ? (await databaseNames(server.connection)).find((name) => isDatabaseOf(name, process))
      : undefined;
  } finally {
    await server.close();
  }
  if (other === undefined) {
    return { ...(await connectDatabase(uri)), network: findReader(uri, named, process) };
  }
  throw new Error(
    `MONGODB_URI names the database "${named}", which is empty; "${process}" has "${other}" on that server.`,
  );
}

async function openAt(
  place: Place,
  process: string,
  networkId: string | undefined,
): Promise<CommandDatabase> {
  const { description } = place;
  const server = await place.open();
  try {
    const id = place.network?.id ?? networkId;
    const name = await findDatabase(server.uri, description, process, id);
    const network = place.network ?? findReader(server.uri, name, process);
    if (network) checkNotElsewhere(network, process);
    const database = await connectDatabase(withDatabaseName(server.uri, name));
    return {
      connection: database.connection,
      network,
      close: async () => {
        await database.close();
        await server.close();
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** @throws Error when there is none, or more than one. */
async function findDatabase(
  uri: string,
  description: string,
  process: string,
  networkId: string | undefined,
): Promise<string> {
  const server = await connectServer(uri);
  const names = await databaseNames(server.connection);
  await server.close();
  const [name, ...others] = names.filter((each) => isDatabaseOf(each, process, networkId));
  if (name === undefined) {
    const where = networkId === undefined ? '' : ` of the network "${networkId}"`;
    throw new Error(
      `Wanted the database of "${process}"${where}, found none: it has never run on ${description}.`,
    );
  }
  if (others.length > 0) {
    throw new Error(
      `Wanted one database of "${process}" on ${description}, found ${[name, ...others].join(', ')}: say which network with NETWORK_ID.`,
    );
  }
  return name;
}

async function isEmpty({ db }: Connection): Promise<boolean> {
  const collections = (await db?.listCollections({}, { nameOnly: true }).toArray()) ?? [];
  return collections.length === 0;
}

/** Names of all databases of the server; none where its user may not see them. */
async function databaseNames({ db }: Connection): Promise<string[]> {
  try {
    const found = await db?.admin().listDatabases({ nameOnly: true, authorizedDatabases: true });
    return (found?.databases ?? []).map(({ name }) => name);
  } catch {
    return [];
  }
}
