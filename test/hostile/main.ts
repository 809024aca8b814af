import { MODES } from './modes.js';
import { answerHelp } from '../../subgraphs/shared/process/usage.js';

// One owner that misbehaves in every way there is: `npm run test:hostile -- [NAME …]`.
const names = process.argv.slice(2);
answerHelp(
  names,
  `Usage: npm run test:hostile -- [MODE …]\n${MODES.map(({ name }) => `  ${name}`).join('\n')}`,
);
const unknown = names.filter((name) => !MODES.some((mode) => mode.name === name));
if (unknown.length > 0) {
  process.stderr.write(`Wanted modes of --help, got ${unknown.join(' ')}.\n`);
  process.exit(1);
}
const { runHostile } = await import('./run-hostile.js');
const modes = MODES.filter(({ name }) => names.length === 0 || names.includes(name));
process.stdout.write(`${modes.length} of ${MODES.length} modes\n`);
const { faults } = await runHostile(modes, (line) => process.stdout.write(`${line}\n`));
process.stdout.write(faults.length === 0 ? 'all is well\n' : `${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
