import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { LARGEST_FILE_BYTES, parseCooperativeFile } from '../shared/network-file/index.js';
import { runCommand } from './command-line.js';
import { reportLines } from './report-lines.js';

// Imports a network file: `import.js FILE [--dry-run]`.
await runCommand(process.env, async (dataSource, { cooperativeId, lists }) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Error('Wanted FILE [--dry-run].');
  const text = await readFile(file, 'utf8');
  const limit = LARGEST_FILE_BYTES;
  const { cooperative, unverified } = parseCooperativeFile(text, file, lists, cooperativeId, limit);
  const report = await dataSource.import(cooperative, values['dry-run']);
  const lines = [
    values['dry-run'] ? 'Checked only; nothing was changed.' : `Imported into ${cooperativeId}.`,
    ...reportLines(report),
    ...unverified.map((code) => `  No loaded list knows ${code}.`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
});
