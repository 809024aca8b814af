import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ask } from '../support/ask.js';
import { startNetwork, type NetworkProcess } from '../support/networks/network-process.js';
import { answerHelp } from '../../subgraphs/shared/process/usage.js';
import { median } from './median.js';

answerHelp(
  process.argv.slice(2),
  'Usage: npm run bench:availability\nMeasures how many queries and milliseconds availability costs an owner.',
);

// Availability of one service and of forty, once and under fifty aliases, asked of their owner; on the embedded store.
// `--beside DIR` asks another built checkout in turn with this one, and prints the ratios.
const SERVICES = 40;
const BOOKINGS = 1_200;

const { values } = parseArgs({ options: { beside: { type: 'string' } } });

const WEEK = 'from: "2030-05-06", to: "2030-05-12"';
const MONTH = 'from: "2030-05-01", to: "2030-05-31"';
const STATUS = 'date status';
const STARTS = 'date status freeMinutes starts { time places }';

interface Question {
  readonly name: string;
  readonly services: number;
  readonly aliases: number;
  /** The arguments that name the days. */
  readonly days: string;
  /** What is asked of each day. */
  readonly fields: string;
  readonly rounds: number;
}

const FORTY = { services: SERVICES, aliases: 1, rounds: 30 };

const QUESTIONS: readonly Question[] = [
  { name: 'one, a month', services: 1, aliases: 1, days: MONTH, fields: STARTS, rounds: 60 },
  { name: 'forty, a week, the status', ...FORTY, days: WEEK, fields: STATUS },
  { name: 'forty, a week, every start', ...FORTY, days: WEEK, fields: STARTS },
  { name: 'forty, a month, every start', ...FORTY, days: MONTH, fields: STARTS },
  {
    name: 'forty, a week, the status, under fifty aliases',
    ...FORTY,
    aliases: 50,
    days: WEEK,
    fields: STATUS,
    rounds: 3,
  },
];

function range(count: number): number[] {
  return Array.from({ length: count }, (_unused, index) => index);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** A cooperative with as many workers as services, each behind its own, and their bookings of May 2030. */
function cooperativeFile(): object {
  return {
    id: 'many',
    name: 'many',
    country: 'FI',
    businessId: '1572860-0',
    timeZone: 'Europe/Helsinki',
    municipality: 'FI-609',
    serves: ['FI-609'],
    languages: ['fi'],
    resources: range(SERVICES).map((index) => ({
      id: `r${index}`,
      kind: 'WORKER',
      size: 1,
      hours: [{ days: ['MO', 'TU', 'WE', 'TH', 'FR'], from: '08:00', to: '16:00' }],
    })),
    services: range(SERVICES).map((index) => ({
      id: `s${index}`,
      kind: 'SERVICE',
      title: { fi: `Palvelu ${index}` },
      cpv: ['90910000'],
      resources: [`r${index}`],
      unit: 'HOUR',
      price: { net: '28.00', currency: 'EUR', vatRate: '25.5' },
      gridMinutes: 30,
    })),
    bookings: range(BOOKINGS).map((index) => {
      const day = `2030-05-${twoDigits(1 + (Math.floor(index / SERVICES) % 31))}`;
      const hour = 8 + (index % 7);
      const [service, resource] = [`s${index % SERVICES}`, `r${index % SERVICES}`];
      const times = {
        from: `${day}T${twoDigits(hour)}:00`,
        to: `${day}T${twoDigits(hour + 1)}:00`,
      };
      return { id: `b${index}`, service, resource, ...times };
    }),
  };
}

function writeNetwork(dir: string): void {
  const cooperatives = join(dir, 'cooperatives');
  mkdirSync(cooperatives, { recursive: true });
  writeFileSync(join(dir, 'network.json'), JSON.stringify({ id: 'bench', name: { en: 'Bench' } }));
  writeFileSync(join(cooperatives, 'many.json'), JSON.stringify(cooperativeFile()));
}

/** @returns Milliseconds. */
async function timed(
  network: NetworkProcess,
  { services, aliases, days, fields }: Question,
): Promise<number> {
  const asked = range(aliases).map(
    (index) => `a${index}: availability(${days}, minutes: 60) { ...Day }`,
  );
  const query = `fragment Day on AvailabilityDay { ${fields} }
    query ($rows: [_Any!]!) { _entities(representations: $rows) { ... on Service { ${asked.join(' ')} } } }`;
  const rows = range(services).map((index) => ({ __typename: 'Service', id: `many:s${index}` }));
  const startedAt = performance.now();
  const { data, errors } = await ask<{ _entities: Record<string, object[]>[] }>(
    network.urlByName.get('many'),
    query,
    { rows },
  );
  const tookMs = performance.now() - startedAt;
  if (data._entities[services - 1]?.[`a${aliases - 1}`]?.length) return tookMs;
  throw new Error(JSON.stringify(errors?.slice(0, 3)));
}

async function measure(networks: readonly NetworkProcess[], question: Question): Promise<void> {
  const figures = networks.map((): number[] => []);
  // The first rounds warm up.
  for (const round of range(question.rounds + Math.ceil(question.rounds / 3))) {
    for (const [index, network] of networks.entries()) {
      const tookMs = await timed(network, question);
      if (round >= question.rounds / 3) figures[index]?.push(tookMs);
    }
  }
  const [here = NaN, beside = NaN] = figures.map(median);
  const ratio =
    networks.length > 1
      ? `; beside ${beside.toFixed(1)} ms, ratio ${(here / beside).toFixed(2)}`
      : '';
  process.stdout.write(`${question.name}: median ${here.toFixed(1)} ms${ratio}\n`);
}

const dir = mkdtempSync(join(tmpdir(), 'hub-bench-availability-'));
const networks: NetworkProcess[] = [];
try {
  writeNetwork(dir);
  for (const [index, checkout] of [null, ...(values.beside ? [values.beside] : [])].entries()) {
    const args = ['--network', dir, '--data', join(dir, `data-${index}`)];
    const other = checkout && {
      cwd: checkout,
      command: [
        process.execPath,
        join(checkout, 'dist', 'subgraphs', 'local', 'network', 'main.js'),
      ] as const,
    };
    networks.push(await startNetwork({ args, ...other }));
  }
  for (const question of QUESTIONS) await measure(networks, question);
} finally {
  for (const network of networks) await network.stop();
  rmSync(dir, { recursive: true, force: true });
}
