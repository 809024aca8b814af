import { parseArgs } from 'node:util';
import { openCommandDatabase } from '../shared/mongo/command-database.js';
import { answerHelp } from '../shared/process/usage.js';
import { CooperativeDataSource } from './data-source/data-source.js';
import { openCooperative, type OpenCooperative } from './open-cooperative.js';
import { parseSettings } from './settings.js';
import { messageOf } from '../shared/process/message-of.js';

/** What a command was told on its command line. */
interface CommandLine {
  /** Null where none was named. */
  readonly file: string | null;
  readonly isDryRun: boolean;
  /** Data folder to work on. */
  readonly dataDir: string | undefined;
}

/** One command on a cooperative's database. */
export interface Command {
  /** How it is called: `import:cooperative -- FILE [--dry-run]`. Without FILE there it takes none, without brackets it wants one. */
  readonly usage: string;
  /** The cooperative that the file is of; COOPERATIVE alone says so where absent. @throws Error when they contradict each other. */
  readonly cooperativeOf?: (file: string, named: string | undefined) => string;
  readonly run: (
    dataSource: CooperativeDataSource,
    cooperative: OpenCooperative,
    line: CommandLine,
  ) => Promise<void>;
}

/**
 * Runs a command on the database of a cooperative that runs or ran, with the clock and the lists of its network. A failure is
 * a message on standard error and exit code 1.
 */
export async function runCommand(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  command: Command,
): Promise<void> {
  answerHelp(args, `Usage: npm run ${command.usage}`);
  try {
    const line = parseCommandLine(args, command.usage);
    const named = env['COOPERATIVE'] === '' ? undefined : env['COOPERATIVE'];
    const id = line.file === null ? named : (command.cooperativeOf?.(line.file, named) ?? named);
    const settings = parseSettings({ ...env, COOPERATIVE: id });
    const { COOPERATIVE, MONGODB_URI: uri, NETWORK_ID: networkId } = settings;
    if (line.dataDir !== undefined && settings.DATA_DIR !== undefined) {
      throw new Error('--data and DATA_DIR name the same: wanted one of them, got both.');
    }
    const dataDir = line.dataDir ?? settings.DATA_DIR;
    const database = await openCommandDatabase({ uri, dataDir, networkId }, COOPERATIVE);
    try {
      const { now: NOW = settings.NOW, listsDir: LISTS_DIR = settings.LISTS_DIR } =
        database.network ?? {};
      const opened = { ...settings, NOW, LISTS_DIR };
      const cooperative = await openCooperative(opened, () => Promise.resolve(database));
      const dataSource = new CooperativeDataSource(cooperative);
      await dataSource.open();
      await command.run(dataSource, cooperative, line);
    } finally {
      await database.close();
    }
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}

/** @throws Error saying what is wrong, and how the command is called. */
function parseCommandLine(args: readonly string[], usage: string): CommandLine {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const takesFile = usage.includes('FILE');
    const wantsFile = takesFile && !usage.includes('[FILE]');
    const [file = null, ...more] = positionals;
    if (file === null ? wantsFile : !takesFile || more.length > 0) {
      const wanted = wantsFile ? 'one file' : takesFile ? 'one file at most' : 'no file';
      throw new Error(`Wanted ${wanted}, got ${positionals.join(' ') || 'none'}.`);
    }
    if (values.data === '') throw new Error('--data: wanted a folder, got an empty name.');
    if (values['dry-run'] && !usage.includes('--dry-run')) {
      throw new Error('Wanted no --dry-run: nothing would be left to do.');
    }
    return { file, isDryRun: values['dry-run'], dataDir: values.data };
  } catch (error) {
    throw new Error(`${(error as Error).message}\nUsage: npm run ${usage}`, { cause: error });
  }
}
