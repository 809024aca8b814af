import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { businessIdFor } from '../support/business-id.js';
import { openKeys } from '../../subgraphs/local/network/network-keys.js';
import { ask, type Answer } from '../support/ask.js';
import { hubAsker, type HubAsker } from '../support/networks/hub-asker.js';
import { startNetwork, type NetworkProcess } from '../support/networks/network-process.js';
import { WIDE_LIMITS_JSON } from '../support/networks/wide-limits.js';
import { answerHelp } from '../../subgraphs/shared/process/usage.js';
import { median } from './median.js';

answerHelp(
  process.argv.slice(2),
  'Usage: npm run bench:booking\nMeasures what a booking command costs.',
);

// Holds a second, an order of five legs against single ones, and a month of availability; on the embedded store, and on a real
// MongoDB too where MONGODB_URI names one.
const RESOURCES = 1_000;
const HOLDS = 1_500;
const CLIENTS = 32;
const ORDERS = 60;
const MONTH_READS = 240;
const MONTH_BOOKINGS = 1_000;
const FIRST_DAY = Date.UTC(2030, 2, 1);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LEG_OWNERS = ['c-one', 'c-two', 'c-three', 'c-four', 'c-five'];

const ALL_DAY = {
  days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
  from: '00:00',
  to: '24:00',
};

function range(count: number): number[] {
  return Array.from({ length: count }, (_unused, index) => index);
}

/** A cooperative with `sizes.length` resources of those sizes, each behind a service of its own: `s0`, `s1`, … */
function cooperativeFile(id: string, sizes: readonly number[], bookings: object[] = []): object {
  return {
    id,
    name: id,
    country: 'FI',
    businessId: businessIdFor(id),
    timeZone: 'Europe/Helsinki',
    municipality: 'FI-609',
    serves: ['FI-609'],
    languages: ['fi'],
    resources: sizes.map((size, index) => ({
      id: `r${index}`,
      kind: 'POOL',
      size,
      hours: [ALL_DAY],
      worksOnPublicHolidays: true,
    })),
    services: sizes.map((_size, index) => ({
      id: `s${index}`,
      kind: 'SERVICE',
      title: { fi: `Palvelu ${index}` },
      cpv: ['90910000'],
      resources: [`r${index}`],
      unit: 'HOUR',
      price: { net: '28.00', currency: 'EUR', vatRate: '25.5' },
      gridMinutes: 60,
    })),
    bookings,
  };
}

/** A month in which one resource of 40 places has a thousand bookings. */
function monthOfBookings(): object[] {
  return range(MONTH_BOOKINGS).map((index) => {
    const day = String(1 + (index % 31)).padStart(2, '0');
    const hour = 8 + (Math.floor(index / 31) % 8);
    const at = (hours: number): string => `2030-05-${day}T${String(hours).padStart(2, '0')}:00`;
    return { id: `b${index}`, service: 's0', resource: 'r0', from: at(hour), to: at(hour + 1) };
  });
}

function writeNetwork(dir: string): void {
  const cooperatives = join(dir, 'cooperatives');
  mkdirSync(cooperatives, { recursive: true });
  const write = (id: string, file: object): void => {
    writeFileSync(join(cooperatives, `${id}.json`), JSON.stringify(file));
  };
  const network = { id: 'bench', name: { en: 'Bench' }, limits: WIDE_LIMITS_JSON };
  writeFileSync(join(dir, 'network.json'), JSON.stringify(network));
  write(
    'wide',
    cooperativeFile(
      'wide',
      range(RESOURCES).map(() => 1),
    ),
  );
  write('narrow', cooperativeFile('narrow', [1_000_000]));
  write('month', cooperativeFile('month', [40], monthOfBookings()));
  for (const id of LEG_OWNERS) write(id, cooperativeFile(id, [1_000]));
}

interface Answered {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

type Send = (
  query: string,
  variables: { readonly input: object },
) => Promise<Answer<Record<string, Answered | null> | null>>;

async function command(send: Send, act: string, type: string, input: object): Promise<void> {
  const { data, errors } = await send(
    `mutation ($input: ${type}!) { ${act}(input: $input) { userErrors { code message } } }`,
    { input },
  );
  const [refusal] = data?.[act]?.userErrors ?? [];
  if (refusal ?? errors) throw new Error(`${act}: ${JSON.stringify(refusal ?? errors)}`);
}

/** Runs `work` for each number from 0 to below `count`, by so many clients at once. @returns Seconds. */
async function timed(count: number, clients: number, work: (n: number) => Promise<void>) {
  const startedAt = performance.now();
  let next = 0;
  const run = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(range(clients).map(run));
  return (performance.now() - startedAt) / 1_000;
}

function hold(cooperative: string, service: string, order: string, startsAt: number): object {
  const leg = {
    leg: 0,
    serviceId: `${cooperative}:${service}`,
    start: new Date(startsAt).toISOString(),
    minutes: 60,
    quantity: 1,
  };
  return {
    idempotencyKey: order,
    cooperative,
    orderId: order,
    orderReference: order,
    municipality: 'FI-609',
    holdMinutes: 60,
    legs: [leg],
  };
}

async function measureHolds(
  network: NetworkProcess,
  { asBooking }: HubAsker,
  label: string,
): Promise<void> {
  const at =
    (id: string): Send =>
    (query, variables) =>
      asBooking({ id, url: network.urlByName.get(id) }, query, variables);
  const contended = await timed(HOLDS, CLIENTS, (n) =>
    command(
      at('narrow'),
      'holdBookings',
      'HoldBookingsInput',
      hold('narrow', 's0', `narrow-${n}`, FIRST_DAY + (n % 30) * DAY_MS + 8 * HOUR_MS),
    ),
  );
  const spread = await timed(HOLDS, CLIENTS, (n) =>
    command(
      at('wide'),
      'holdBookings',
      'HoldBookingsInput',
      hold(
        'wide',
        `s${n % RESOURCES}`,
        `wide-${n}`,
        FIRST_DAY + (8 + Math.floor(n / RESOURCES)) * HOUR_MS,
      ),
    ),
  );
  const perSecond = (seconds: number): string => `${(HOLDS / seconds).toFixed(0)} holds/s`;
  process.stdout.write(
    `${label}: one contended resource ${perSecond(contended)}, ${RESOURCES} resources ${perSecond(spread)}, ratio ${(contended / spread).toFixed(2)}\n`,
  );
}

/** @param caller - A number: each is another person. */
function order(key: string, caller: number, owners: readonly string[], startsAt: number): object {
  return {
    idempotencyKey: key,
    buyer: { name: 'Bench', municipality: 'FI-609', phone: `040 ${1_000_000 + caller}` },
    channel: 'PHONE',
    legs: owners.map((owner) => ({
      serviceId: `${owner}:s0`,
      start: new Date(startsAt).toISOString(),
      minutes: 60,
    })),
  };
}

async function measureOrders(network: NetworkProcess, label: string): Promise<void> {
  let callers = 0;
  const place = (key: string, owners: readonly string[], startsAt: number): Promise<void> =>
    command(
      (query, variables) => ask(network.urlByName.get('gateway'), query, variables),
      'placeOrder',
      'HoldOrderInput',
      order(key, callers++, owners, startsAt),
    );
  const singles: number[] = [];
  const five: number[] = [];
  const fiveAtOne: number[] = [];
  for (const n of range(ORDERS)) {
    const startsAt = FIRST_DAY + n * DAY_MS + 8 * HOUR_MS;
    // One after the other, as one caller after the other would; the first rounds warm up.
    const oneByOne = await timed(LEG_OWNERS.length, 1, (index) =>
      place(`single ${n} ${index}`, [LEG_OWNERS[index] ?? ''], startsAt),
    );
    const together = await timed(1, 1, () => place(`five ${n}`, LEG_OWNERS, startsAt));
    const first = LEG_OWNERS[0] ?? '';
    const atOne = await timed(1, 1, () =>
      place(
        `at one ${n}`,
        range(LEG_OWNERS.length).map(() => first),
        startsAt,
      ),
    );
    if (n < ORDERS / 4) continue;
    singles.push(oneByOne);
    five.push(together);
    fiveAtOne.push(atOne);
  }
  const single = median(singles) / LEG_OWNERS.length;
  const times = (figures: readonly number[]): string =>
    `${(median(figures) * 1_000).toFixed(1)} ms, ${(median(figures) / single).toFixed(2)}× one single, ${(median(figures) / median(singles)).toFixed(2)}× five singles`;
  process.stdout.write(
    `${label}: a single order ${(single * 1_000).toFixed(1)} ms; 5 legs at 5 cooperatives ${times(five)}; 5 legs at one ${times(fiveAtOne)}\n`,
  );
}

async function measureMonth(network: NetworkProcess, label: string): Promise<void> {
  const query = `{ _entities(representations: [{ __typename: "Service", id: "month:s0" }]) { ... on Service {
    availability(from: "2030-05-01", to: "2030-05-31", minutes: 60) { date freeMinutes starts { places } } } } }`;
  const times: number[] = [];
  for (const n of range(MONTH_READS)) {
    const seconds = await timed(1, 1, async () => {
      const { data, errors } = await ask<{ _entities: [{ availability: object[] }] }>(
        network.urlByName.get('month'),
        query,
      );
      if (data._entities[0].availability.length !== 31) throw new Error(JSON.stringify(errors));
    });
    if (n >= MONTH_READS / 3) times.push(seconds * 1_000);
  }
  process.stdout.write(
    `${label}: a month of availability with ${MONTH_BOOKINGS} bookings, over HTTP, median ${median(times).toFixed(1)} ms\n`,
  );
}

async function measure(label: string, env: Readonly<Record<string, string>>): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'hub-bench-booking-'));
  try {
    writeNetwork(dir);
    const dataDir = join(dir, 'data');
    const keys = openKeys({ dataDir, keysDir: undefined, isProduction: false });
    const network = await startNetwork({
      args: ['--network', dir, '--data', dataDir],
      env,
    });
    try {
      await measureMonth(network, label);
      await measureHolds(network, hubAsker(keys), label);
      await measureOrders(network, label);
    } finally {
      await network.stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

await measure('embedded', {});
const real = process.env['MONGODB_URI'];
if (real) await measure('MongoDB', { MONGODB_URI: real });
else process.stdout.write('Skipped a real MongoDB: MONGODB_URI is not set.\n');
