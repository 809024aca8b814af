import { findCooperativeId, parseCooperativeFile } from '../shared/network-file/index.js';
import { readTextFile } from '../shared/read-text-file.js';
import { runCommand } from './command-line.js';

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
    );
    const counts = await dataSource.import(cooperative, isDryRun);
    const lines = [
      isDryRun ? 'Checked only; nothing was changed.' : `Imported into ${cooperativeId}.`,
      ...counts.map(
        ({ type, added, changed, removed, unchanged }) =>
          `  ${type}: ${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged`,
      ),
      ...unverified.map((code) => `  No loaded list knows ${code}.`),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  },
});
