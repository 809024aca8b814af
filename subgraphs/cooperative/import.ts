import {
  findCooperativeId,
  LARGEST_FILE_BYTES,
  parseCooperativeFile,
} from '../shared/network-file/index.js';
import { readTextFile } from '../shared/process/read-text-file.js';
import { runCommand } from './command-line.js';
import { reportLines } from './report-lines.js';

const read = (file: string): string => readTextFile(file, 'the file of a cooperative');

// Imports a network file into the database of the cooperative that it is of.
await runCommand(process.argv.slice(2), process.env, {
  usage: 'import:cooperative -- FILE [--dry-run] [--data DIR]',
  cooperativeOf: (file, named) => findCooperativeId(read(file), file, named),
  run: async (dataSource, { cooperativeId, lists }, { file, isDryRun }) => {
    const name = file ?? '';
    const { cooperative, unverified } = parseCooperativeFile(
      read(name),
      name,
      lists,
      cooperativeId,
      LARGEST_FILE_BYTES,
    );
    const report = await dataSource.import(cooperative, isDryRun);
    const lines = [
      isDryRun ? 'Checked only; nothing was changed.' : `Imported into ${cooperativeId}.`,
      ...reportLines(report, cooperative.timeZone),
      ...unverified.map((code) => `  No loaded list knows ${code}.`),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  },
});
