import { parseArgs } from 'node:util';
import { answerHelp } from '../../subgraphs/shared/process/usage.js';

// Orders under random kills: `npm run test:faults -- [--orders 1000] [--seed N] [--kill-every-ms 700]`.
answerHelp(
  process.argv.slice(2),
  'Usage: npm run test:faults -- [--orders N] [--seed N] [--kill-every-ms N]',
);
const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    'kill-every-ms': { type: 'string', default: '700' },
  },
});
const { runFaults } = await import('./run-faults.js');
const seed = Number(values.seed);
process.stdout.write(`seed ${seed}\n`);
const { faults, kills, seconds, ends } = await runFaults({
  seed,
  orders: Number(values.orders),
  clients: 12,
  days: 20,
  killEveryMs: Number(values['kill-every-ms']),
});
process.stdout.write(`${values.orders} orders, ${kills} kills, ${seconds.toFixed(0)} s\n`);
for (const [end, count] of Object.entries(ends).sort())
  process.stdout.write(`  ${end}: ${count}\n`);
for (const fault of faults) process.stdout.write(`FAULT ${fault}\n`);
process.stdout.write(
  faults.length === 0 ? 'all is well\n' : `${faults.length} faults, seed ${seed}\n`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
