import { parseArgs } from 'node:util';
import { messageOf } from '../../subgraphs/shared/process/message-of.js';
import { answerHelp } from '../../subgraphs/shared/process/usage.js';

// Orders under random kills: `npm run test:faults -- [--orders 1000] [--seed N] [--kill-every-ms 700]`; of the store alone with
// `--kill-store`, while the store stands still for a minute with `--pause-store`, or while cooperatives
// hang with `--hang-owner`. `--full-disk` and `--two-holders` try the store by itself.
const USAGE =
  'Usage: npm run test:faults -- [--orders N] [--seed N] [--kill-every-ms N] [--kill-store | --pause-store [--pause-ms N] | --hang-owner | --full-disk | --two-holders]';
answerHelp(process.argv.slice(2), USAGE);

function readArguments() {
  try {
    return parseArgs({
      options: {
        orders: { type: 'string' },
        seed: { type: 'string', default: String(Date.now() % 1_000_000) },
        'kill-every-ms': { type: 'string' },
        'kill-store': { type: 'boolean', default: false },
        'pause-store': { type: 'boolean', default: false },
        'pause-ms': { type: 'string', default: '60000' },
        'hang-owner': { type: 'boolean', default: false },
        'full-disk': { type: 'boolean', default: false },
        'two-holders': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return refuseArguments(messageOf(error));
  }
}

function refuseArguments(why: string): never {
  process.stderr.write(`${why}\n${USAGE}\n`);
  process.exit(1);
}

const values = readArguments();
for (const name of ['orders', 'seed', 'kill-every-ms', 'pause-ms'] as const) {
  const given = values[name] ?? '1';
  if (!/^\d{1,9}$/.test(given)) refuseArguments(`--${name}: wanted a whole number, got ${given}.`);
}
const seed = Number(values.seed);
process.stdout.write(`seed ${seed}\n`);

/** @returns What must not be; null where it cannot be tried here, which has been said. */
async function run(): Promise<readonly string[] | null> {
  if (values['full-disk']) return (await import('./store/full-disk.js')).runFullDisk(seed);
  if (values['two-holders']) return (await import('./store/two-holders.js')).runTwoHolders(seed);
  if (values['pause-store']) {
    const { runPauseStore } = await import('./store/pause-store.js');
    return runPauseStore({ seed, pauseMs: Number(values['pause-ms']), ordering: 4, holding: 6 });
  }
  const { runFaults } = await import('./run-faults.js');
  const isHanging = values['hang-owner'];
  const kills = values['kill-store'] ? 'store' : isHanging ? 'none' : 'processes';
  const usualMs = kills === 'store' ? 4_000 : 700;
  // Who orders from one that hangs waits until it goes on.
  const orders = Number(values.orders ?? (isHanging ? 150 : 1_000));
  const report = await runFaults({
    ...{ seed, orders, clients: 12, days: 20, kills },
    killEveryMs: Number(values['kill-every-ms'] ?? usualMs),
  });
  const seconds = report.seconds.toFixed(0);
  process.stdout.write(`${orders} orders, ${report.kills} kills, ${seconds} s\n`);
  for (const [end, count] of Object.entries(report.ends).sort())
    process.stdout.write(`  ${end}: ${count}\n`);
  return report.faults;
}

const faults = await run();
for (const fault of faults ?? []) process.stdout.write(`FAULT ${fault}\n`);
if (faults)
  process.stdout.write(
    faults.length === 0 ? 'all is well\n' : `${faults.length} faults, seed ${seed}\n`,
  );
process.exitCode = (faults ?? []).length === 0 ? 0 : 1;
