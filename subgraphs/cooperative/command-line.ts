import { openDatabaseForCommand } from '../shared/database.js';
import { CooperativeDataSource } from './data-source.js';
import { openCooperative, type OpenCooperative } from './open-cooperative.js';
import { parseSettings } from './settings.js';

/**
 * Runs one command on a cooperative's database, with the settings of its process. A failure is a message on standard error
 * and exit code 1.
 */
export async function runCommand(
  env: NodeJS.ProcessEnv,
  work: (dataSource: CooperativeDataSource, cooperative: OpenCooperative) => Promise<void>,
): Promise<void> {
  try {
    const settings = parseSettings(env);
    const { COOPERATIVE, DATA_DIR, MONGODB_URI, NETWORK_ID } = settings;
    const target = { uri: MONGODB_URI, dataDir: DATA_DIR, networkId: NETWORK_ID };
    const cooperative = await openCooperative(settings, () =>
      openDatabaseForCommand(target, COOPERATIVE),
    );
    try {
      const dataSource = new CooperativeDataSource(cooperative);
      await dataSource.open();
      await work(dataSource, cooperative);
    } finally {
      await cooperative.close();
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
