import { randomUUID } from 'node:crypto';
import { claimDatabase } from '../../subgraphs/shared/mongo/claim-database.js';
import { withDatabaseName } from '../../subgraphs/shared/mongo/database-name.js';
import { connectServer, type Database } from '../../subgraphs/shared/mongo/database.js';
import { units } from './unit.js';

function serverUri(): string {
  const server = process.env['MONGODB_URI'];
  if (!server) throw new Error('MONGODB_URI is not set: run the tests through "npm test".');
  return server;
}

const freshName = (): string => `test-${randomUUID()}`;

/** URI of a database that nobody else uses, on the server of this test run. */
export function freshDatabaseUri(): string {
  return withDatabaseName(serverUri(), freshName());
}

/** Of the suite that runs: to connect takes longer than to make a database. */
let server: Promise<Database> | null = null;

/** Opens a database that nobody else uses; closing drops it. */
export async function openFreshDatabase(): Promise<Database> {
  server ??= connectServer(serverUri());
  const { connection } = await server;
  const fresh = connection.useDb(freshName());
  await claimDatabase(fresh, units(100));
  return {
    connection: fresh,
    close: async () => {
      await fresh.dropDatabase();
    },
  };
}

/** A suite has ended. */
export async function disconnect(): Promise<void> {
  const connected = server;
  server = null;
  await (await connected)?.close();
}
