import { parseArgs } from 'node:util';
import { systemClock } from '../../shared/process/clock.js';
import { HUB_PROCESSES } from '../../shared/identity/processes/hub-processes.js';
import { KeyFolder } from '../../shared/identity/processes/key-folder.js';
import { answerHelp } from '../../shared/process/usage.js';
import { exitWith } from './run-network.js';

// `npm run keys`: the keys by which the processes of a network in production know each other. Says where what is public lies.

const USAGE = `Usage: npm run keys -- DIR [ID…] [--rotate ID]
  DIR           folder for the keys, without ID of the hub's processes; those that it has stay
  ID            cooperatives that are to have a key, with which each signs that its feed has grown;
                then no others are made
  --rotate ID   give this process another key; that which it had is taken for an hour more,
                in which it gets no third. Of the hub: ${HUB_PROCESSES.join(', ')}`;

try {
  answerHelp(process.argv.slice(2), USAGE);
  const { values, positionals } = parseArgs({
    options: { rotate: { type: 'string' } },
    allowPositionals: true,
  });
  const { rotate } = values;
  const [dir = '', ...cooperatives] = positionals;
  if (dir === '') throw new Error(`Wanted a folder, got none.\n${USAGE}`);
  const folder = new KeyFolder(dir);
  if (rotate !== undefined) folder.rotate(rotate, systemClock.now().getTime());
  else if (cooperatives.length > 0) folder.completeCooperatives(cooperatives, false);
  else folder.completeHub(false);
  const changed = rotate === undefined ? cooperatives : [rotate];
  const files =
    changed.length > 0 ? changed.map((id) => folder.publicFileOf(id)) : [folder.publicFile];
  process.stdout.write(`${files.join('\n')}\n`);
} catch (error) {
  exitWith(error);
}
