import { fork } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import { projectPath } from '../../schema/sdl.js';
import { Matcher } from '../../subgraphs/procurement/matching/matcher.js';
import type { NeedInput } from '../../subgraphs/procurement/need/check-need.js';
import { askFreeCapacity } from '../../subgraphs/procurement/owners/free-capacity.js';
import type { ListedSupplier } from '../../subgraphs/procurement/owners/supplier-pages.js';
import { SupplierSearch } from '../../subgraphs/procurement/search/supplier-search.js';
import { loadBuiltInLists } from '../../subgraphs/shared/lists/reference-lists.js';
import {
  HttpOwnerClient,
  type OwnerClient,
} from '../../subgraphs/shared/owners/client/owner-client.js';
import { RegistryFollower } from '../../subgraphs/shared/owners/endpoint-table.js';
import { createStoppedClock } from '../../subgraphs/shared/process/clock.js';
import { answerHelp } from '../../subgraphs/shared/process/usage.js';
import { signerOf } from '../support/fakes/hub-keys.js';
import type { LightOwners } from './light-owners.js';
import { median } from './median.js';

answerHelp(
  process.argv.slice(2),
  'Usage: npm run bench:matching\nMeasures what a supplier search costs beside asking the same cooperatives alone.',
);

// A search over 200 cooperatives that answer from memory, each request signed, beside their answers alone, in turn. The list
// of what they offer is at hand, as the process keeps it. The target: 1.5 times for 5 lots over 60 days, 4 times for 50 over two years.
const ROUNDS = 9;
const WARM_UP = 3;
const TIMEOUT_MS = 30_000;

/** 50 codes of cleaning, gardening, repair and the like; a cooperative offers four of them. */
const CPVS = [...loadBuiltInLists().cpvByCode.keys()]
  .filter((code) => /^(90|77|50|55|98)\d{4}00$/.test(code) && !/^\d{2}0/.test(code))
  .slice(0, 50);

interface Question {
  readonly name: string;
  readonly lots: number;
  readonly to: string;
}

const FROM = '2027-01-04';
const QUESTIONS: readonly Question[] = [
  { name: '5 lots, 60 days', lots: 5, to: '2027-03-04' },
  { name: '50 lots, two years', lots: 50, to: '2028-12-31' },
];

function needOf({ lots, to }: Question): NeedInput {
  return {
    municipality: 'FI-609',
    from: FROM,
    to,
    weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'],
    excludePublicHolidays: 'FI',
    lots: CPVS.slice(0, lots).map((cpv, number) => ({
      id: String(number),
      cpv,
      minutesPerDay: 600 + 300 * (number % 5),
    })),
  };
}

/** What the catalogue lists: of those codes that are asked for everybody offers some. */
function listedFor({ lots }: Question, ids: readonly string[]): ListedSupplier[] {
  return ids.map((cooperative, number) => ({
    cooperative,
    name: cooperative,
    status: 'ACTIVE',
    supplier: {
      cooperative,
      country: 'FI',
      businessId: '',
      evidence: [],
      offers: [0, 1, 2, 3].map((service) => ({
        service: `${cooperative}:s${service}`,
        cpv: [CPVS[(number * 7 + service * 3) % lots] ?? ''],
        ...({ kind: 'SERVICE', currency: 'EUR' } as const),
        municipalities: ['FI-609'],
      })),
    },
  }));
}

async function startOwners(): Promise<LightOwners & { stop: () => void }> {
  const child = fork(projectPath('dist', 'test', 'bench', 'light-owners.js'));
  const told = await new Promise<LightOwners>((resolve) =>
    child.once('message', (message) => {
      resolve(message as LightOwners);
    }),
  );
  return {
    ...told,
    stop: () => {
      child.disconnect();
    },
  };
}

/** Of each measured round, in milliseconds but for the ratio. */
interface Figures {
  readonly alone: number[];
  readonly whole: number[];
  readonly ratio: number[];
  /** The longest stop of the event loop while it was matched. */
  readonly stops: number[];
}

/** Asks as the search does, and counts. */
class CountedOwners implements Pick<OwnerClient, 'ask'> {
  asked = 0;

  constructor(private readonly client: OwnerClient) {}

  ask: OwnerClient['ask'] = (...question) => {
    this.asked += 1;
    return this.client.ask(...question);
  };
}

async function timed(act: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
}

const log = pino({ level: 'warn' });
const light = await startOwners();
const registry = new RegistryFollower({
  registryUrl: light.registry,
  pollMs: 60_000,
  timeoutMs: 5_000,
  log,
});
await registry.start();
const client = new HttpOwnerClient({ registry, signer: signerOf('booking'), log });
const owners = new CountedOwners(client);
const matcher = new Matcher({
  threadUrl: pathToFileURL(
    projectPath('dist', 'subgraphs', 'procurement', 'matching', 'thread.js'),
  ),
  threads: 1,
});

async function measure(question: Question): Promise<void> {
  const need = needOf(question);
  const listed = listedFor(question, light.owners);
  const figures: Figures = { alone: [], whole: [], ratio: [], stops: [] };
  const search = new SupplierSearch({
    suppliers: { load: () => Promise.resolve(listed) },
    verifications: { findStanding: () => Promise.resolve([]) },
    agreements: { findReservedByArt77: () => Promise.resolve([]) },
    owners,
    matcher: {
      match: async (matching, limit) => {
        // The thread's part alone: reading the answers stops the loop, too.
        const delay = monitorEventLoopDelay({ resolution: 1 });
        delay.enable();
        try {
          return await matcher.match(matching, limit);
        } finally {
          delay.disable();
          figures.stops.push(delay.max / 1e6);
        }
      },
    },
    lists: loadBuiltInLists(),
    ownerTimeoutMs: TIMEOUT_MS,
    answerWithinMs: TIMEOUT_MS,
    clock: createStoppedClock(new Date('2026-12-01T09:00:00Z')),
    log,
  });
  const alone = async (): Promise<void> => {
    await Promise.all(
      listed.map(async ({ cooperative, supplier }) => {
        const services = supplier?.offers.map(({ service }) => service) ?? [];
        const told = await askFreeCapacity(
          owners,
          { cooperative, from: FROM, to: question.to, services },
          TIMEOUT_MS,
        );
        if (told.kind !== 'told') throw new Error(JSON.stringify(told));
      }),
    );
  };
  let covered = '';
  const whole = async (): Promise<void> => {
    const { joint, answers } = await search.find(need, { isSignedIn: false, buyer: null });
    const silent = answers.find(({ capacity }) => capacity === null);
    if (silent) throw new Error(JSON.stringify(silent));
    covered = `${((100 * joint.coveredMinutes) / joint.demandMinutes).toFixed(1)} % covered`;
  };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const aloneMs = await timed(alone);
    owners.asked = 0;
    const wholeMs = await timed(whole);
    if (owners.asked !== light.owners.length) throw new Error(`Asked ${owners.asked} times.`);
    if (round < WARM_UP) {
      figures.stops.pop();
      continue;
    }
    figures.alone.push(aloneMs);
    figures.whole.push(wholeMs);
    figures.ratio.push(wholeMs / aloneMs);
  }
  process.stdout.write(
    `${question.name}, ${light.owners.length} cooperatives, each asked once: the answers alone ${median(figures.alone).toFixed(0)} ms, ` +
      `the search ${median(figures.whole).toFixed(0)} ms, ratio ${median(figures.ratio).toFixed(2)}; ` +
      `the arithmetic stopped the event loop for ${median(figures.stops).toFixed(0)} ms, ${Math.max(...figures.stops).toFixed(0)} ms at most; ${covered}\n`,
  );
}

try {
  for (const question of QUESTIONS) await measure(question);
} finally {
  await matcher.stop();
  await client.close();
  await registry.close();
  light.stop();
}
