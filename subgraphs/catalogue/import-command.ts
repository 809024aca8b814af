import { parseArgs } from 'node:util';
import { parseConfig } from '../shared/process/config.js';
import { openCommandDatabase } from '../shared/mongo/command-database.js';
import { answerHelp } from '../shared/process/usage.js';
import { CatalogueDataSource } from './store/data-source.js';
import type { ImportedList } from './store/import-list.js';
import { CatalogueSettings } from './settings.js';

/** @throws Error saying what is wrong. */
function parseCommandLine(args: readonly string[]): { file: string; dataDir: string | undefined } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: 'string' } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new Error(`Wanted one file, got ${positionals.join(' ') || 'none'}.`);
  }
  if (values.data === '') throw new Error('--data: wanted a folder, got an empty name.');
  return { file, dataDir: values.data };
}

/**
 * Imports one file from the command line into the catalogue's database; a running catalogue takes it over by itself.
 * @returns The exit code: 0 when all of it is imported, 1 when nothing was.
 */
export async function runImport(
  command: string,
  readFile: (file: string) => ImportedList[],
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const usage = `Usage: npm run ${command} -- FILE [--data DIR]`;
  answerHelp(args, usage);
  let line;
  try {
    line = parseCommandLine(args);
  } catch (error) {
    process.stderr.write(`${command}: ${(error as Error).message}\n${usage}\n`);
    return 1;
  }
  try {
    const config = parseConfig(CatalogueSettings, env);
    const lists = readFile(line.file);
    const { MONGODB_URI: uri, NETWORK_ID: networkId } = config;
    if (line.dataDir !== undefined && config.DATA_DIR !== undefined) {
      throw new Error('--data and DATA_DIR name the same: wanted one of them, got both.');
    }
    const dataDir = line.dataDir ?? config.DATA_DIR;
    const database = await openCommandDatabase({ uri, dataDir, networkId }, 'catalogue');
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
