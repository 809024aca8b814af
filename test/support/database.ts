import { randomUUID } from 'node:crypto';
import { withDatabaseName } from '../../subgraphs/shared/mongo/database-name.js';
import { connectDatabase, type Database } from '../../subgraphs/shared/mongo/database.js';

/** URI of a database that nobody else uses, on the server of this test run. */
export function freshDatabaseUri(): string {
  const server = process.env['MONGODB_URI'];
  if (!server) throw new Error('MONGODB_URI is not set: run the tests through "npm test".');
  return withDatabaseName(server, `test-${randomUUID()}`);
}

/** Opens a database that nobody else uses; closing drops it. */
export async function openFreshDatabase(): Promise<Database> {
  const database = await connectDatabase(freshDatabaseUri());
  return {
    connection: database.connection,
    close: async () => {
      await database.connection.dropDatabase();
      await database.close();
    },
  };
}
