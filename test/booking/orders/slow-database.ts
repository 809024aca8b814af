import { randomUUID } from 'node:crypto';
import { withDatabaseName } from '../../../subgraphs/shared/mongo/database-name.js';
import { connectDatabase, type Database } from '../../../subgraphs/shared/mongo/database.js';
import type { Closable } from '../../../subgraphs/shared/process/process.js';
import { startStore } from '../../local/store/support.js';

/** A database whose writes take as long as a test wants. */
export interface SlowDatabase extends Closable {
  readonly database: Database;
  /** Of a second connection. */
  readonly uri: string;
  /** The next updates, so many, are begun that much later. */
  slowDown(blockTimeMS: number, times: number): Promise<void>;
  /** Updates take no longer than they must. */
  recover(): Promise<void>;
}

export async function startSlowDatabase(): Promise<SlowDatabase> {
  const store = await startStore(['--memory', '--port', '0', '--fail-points']);
  const uri = withDatabaseName(store.uri, `test-${randomUUID()}`);
  const database = await connectDatabase(uri);
  const set = async (mode: object | string, data: object): Promise<void> => {
    const admin = database.connection.getClient().db('admin');
    await admin.command({ configureFailPoint: 'failCommand', mode, data });
  };
  return {
    database,
    uri,
    slowDown: (blockTimeMS, times) =>
      set({ times }, { failCommands: ['update'], blockConnection: true, blockTimeMS }),
    recover: () => set('off', {}),
    close: async () => {
      await database.close();
      await store.stop();
    },
  };
}
