import { readFileSync, writeFileSync } from 'node:fs';
import { projectPath } from '../../../../schema/sdl.js';
import { answerHelp } from '../../process/usage.js';
import { TABLE } from '../policy/table.js';
import { accessPage } from './page.js';

const USAGE = `Usage: npm run access [-- --check]
  Writes schema/ACCESS.md; with --check says whether it is out of date, and writes nothing.`;

const args = process.argv.slice(2);
answerHelp(args, USAGE);

const FILE = projectPath('schema', 'ACCESS.md');
const text = accessPage(TABLE);

const [mode, ...more] = args;
if (more.length > 0 || (mode !== undefined && mode !== '--check')) {
  process.stderr.write(`Wanted --check or nothing, got ${args.join(' ')}.\n${USAGE}\n`);
  process.exitCode = 1;
} else if (mode === undefined) {
  writeFileSync(FILE, text);
} else if (readFileSync(FILE, 'utf8') !== text) {
  process.stderr.write('schema/ACCESS.md is out of date; run "npm run access".\n');
  process.exitCode = 1;
}
