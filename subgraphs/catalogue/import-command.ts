import { parseConfig } from '../shared/config.js';
import { openDatabaseForCommand } from '../shared/database.js';
import { CatalogueDataSource } from './data-source.js';
import type { ImportedList } from './import-list.js';
import { CatalogueSettings } from './settings.js';

/**
 * Imports one file from the command line into the catalogue's database; a running catalogue takes it over by itself.
 * @returns The exit code: 0 when all of it is imported, 1 when nothing was.
 */
export async function runImport(
  command: string,
  readFile: (file: string) => ImportedList[],
  file: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  if (file === undefined) {
    process.stderr.write(`Usage: npm run ${command} FILE\n`);
    return 1;
  }
  try {
    const config = parseConfig(CatalogueSettings, env);
    const lists = readFile(file);
    const { MONGODB_URI: uri, DATA_DIR: dataDir, NETWORK_ID: networkId } = config;
    const database = await openDatabaseForCommand({ uri, dataDir, networkId }, 'catalogue');
    try {
      const dataSource = new CatalogueDataSource(database.connection, config.MONGODB_TIMEOUT_MS);
      await dataSource.prepare(new Date());
      const changed = await dataSource.putLists(lists);
      for (const { _id, cpv, municipalities } of lists) {
        const outcome = changed.includes(_id) ? 'imported' : 'the same as imported before';
        process.stdout.write(`${_id}: ${cpv.length + municipalities.length} rows, ${outcome}\n`);
      }
      return 0;
    } finally {
      await database.close();
    }
  } catch (error) {
    process.stderr.write(`${command}: ${(error as Error).message}\n`);
    return 1;
  }
}
