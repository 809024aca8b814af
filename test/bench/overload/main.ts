import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { answerHelp } from '../../../subgraphs/shared/process/usage.js';
import { ask, type Answer } from '../../support/ask.js';
import { startNetwork, type NetworkProcess } from '../../support/networks/network-process.js';
import { writeNetwork } from '../faults/network.js';
import { BenchProcesses } from '../start-gateway.js';
import type { Clients, Pace, Sent, Task } from './send.js';

answerHelp(
  process.argv.slice(2),
  'Usage: npm run bench:overload\nMeasures what becomes of orders at twice the rate that the machine carries.',
);

const OWNERS = ['c-one', 'c-two', 'c-three', 'c-four', 'c-five', 'c-six'];
const SERVICES = OWNERS.map((id) => `${id}:s0`);
const FOR_MS = 30_000;
const STEP_MS = 4_000;
const FIRST_RATE = 8;
const GROWTH = 1.25;
/** An order that takes longer than this shows that they pile up. */
const PILED_UP_MS = 1_000;
/** How much of what the machine carries is to succeed at twice as much; and how long a refusal may take, in the slowest hundredth of nothing. */
const LEAST_SHARE = 0.8;
const MOST_TIMES = 10;
/** Rates that are tried for that long, each lower than the one before. */
const TRIES = 3;
const NOTHINGS = 400;
/** Until code is compiled and caches are full. */
const CLIENTS = 4;
const WARM_UP = 400;
/** Until every order that was begun has come to an end. */
const SETTLED_WITHIN_MS = 30_000;

/** @param share - 0.99: the slowest hundredth takes longer. @returns NaN of none. */
function quantile(sent: readonly Sent[], share: number): number {
  const times = sent.map(({ ms }) => ms).sort((a, b) => a - b);
  return times[Math.min(Math.floor(times.length * share), times.length - 1)] ?? NaN;
}

const isMade = ({ id }: Sent): boolean => id !== null;
const isDone = ({ outcome }: Sent): boolean => outcome === 'CONFIRMED';

function say(what: string, sent: readonly Sent[]): void {
  const counts = new Map<string, Sent[]>();
  for (const one of sent) counts.set(one.outcome, [...(counts.get(one.outcome) ?? []), one]);
  const parts = [...counts].map(
    ([outcome, those]) =>
      `${those.length} ${outcome} (p50 ${quantile(those, 0.5).toFixed(0)}, p99 ${quantile(those, 0.99).toFixed(0)} ms)`,
  );
  process.stdout.write(`${what}: ${parts.join(', ')}\n`);
}

class Client {
  /** All orders so far. */
  readonly sent: Sent[] = [];

  constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
  ) {}

  /** By so many clients, each of which waits for its answer. */
  byClients(clients: number, times: number): Promise<Sent[]> {
    return this.#order({ kind: 'clients', clients, times });
  }

  /** At a steady pace, whatever is answered. */
  atPace(perSecond: number, forMs: number): Promise<Sent[]> {
    return this.#order({ kind: 'pace', perSecond, forMs });
  }

  nothing(times: number): Promise<Sent[]> {
    return this.#send({ kind: 'nothing', url: this.url, times });
  }

  async #order(how: Pace | Clients): Promise<Sent[]> {
    const { url } = this;
    const sent = await this.#send({
      ...{ url, services: SERVICES, firstNumber: this.sent.length },
      ...how,
    });
    this.sent.push(...sent);
    return sent;
  }

  #send(task: Task): Promise<Sent[]> {
    return new Promise((resolve) => {
      this.child.once('message', (sent) => {
        resolve(sent as Sent[]);
      });
      this.child.send(task);
    });
  }
}

/** The highest rate at which none is refused and none piles up, tried for a few seconds each. */
async function findRate(client: Client): Promise<number> {
  for (let rate = FIRST_RATE; ; rate *= GROWTH) {
    const sent = await client.atPace(rate, STEP_MS);
    say(`${rate.toFixed(0)} a second`, sent);
    if (!sent.every(isDone) || quantile(sent, 0.9) > PILED_UP_MS) return rate / GROWTH;
  }
}

interface OrderPage {
  readonly orders: null | {
    readonly edges: readonly { readonly node: { readonly id: string; readonly state: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** The state of every order that there is, by id. */
async function loadOrders(network: NetworkProcess): Promise<Map<string, string>> {
  const headers = await network.as('coordinator');
  const found = new Map<string, string>();
  for (let after: string | null = null; ;) {
    const { data, errors }: Answer<OrderPage | null> = await ask(
      network.urlByName.get('gateway'),
      `query ($after: String) { orders(first: 100, after: $after) {
        edges { node { id state } } pageInfo { hasNextPage endCursor } } }`,
      { after },
      headers,
    );
    if (!data?.orders) throw new Error(JSON.stringify(errors));
    for (const { node } of data.orders.edges) found.set(node.id, node.state);
    if (!data.orders.pageInfo.hasNextPage) return found;
    after = data.orders.pageInfo.endCursor;
  }
}

/** What is half done: orders of which nobody was told, though all were answered, and such as do not come to an end. */
async function findHalfDone(network: NetworkProcess, sent: readonly Sent[]): Promise<string[]> {
  const told = new Set(sent.flatMap(({ id }) => id ?? []));
  const silent = sent.filter(({ outcome }) =>
    ['SILENT', 'GATEWAY_TIMEOUT'].includes(outcome),
  ).length;
  for (const startedAt = performance.now(); ;) {
    const orders = await loadOrders(network);
    const open = [...orders].filter(([, state]) => state === 'PENDING');
    const untold = [...orders].filter(([id, state]) => state !== 'FAILED' && !told.has(id));
    const isSettled = open.length === 0 && untold.length <= silent;
    if (isSettled) return [];
    if (performance.now() - startedAt > SETTLED_WITHIN_MS) {
      return [`${open.length} orders do not come to an end`, `${untold.length} were not told`];
    }
    await pause(500);
  }
}

function verdict(what: string, isSo: boolean): void {
  process.stdout.write(`${isSo ? 'so' : 'NOT SO'}: ${what}\n`);
  if (!isSo) process.exitCode = 1;
}

async function measure(network: NetworkProcess, child: ChildProcess): Promise<void> {
  const client = new Client(child, network.urlByName.get('gateway') ?? '');
  await client.nothing(NOTHINGS);
  const nothing = quantile(await client.nothing(NOTHINGS), 0.99);
  process.stdout.write(`{ __typename } unloaded: p99 ${nothing.toFixed(1)} ms\n`);
  say('warming up', await client.byClients(CLIENTS, WARM_UP));
  const orders = async (perSecond: number): Promise<Sent[]> => {
    const sent = await client.atPace(perSecond, FOR_MS);
    say(`${perSecond.toFixed(1)} a second for ${FOR_MS / 1_000} s`, sent);
    return sent;
  };
  let rate = await findRate(client);
  let carried = await orders(rate);
  for (let tries = 1; tries < TRIES && !carried.every(isDone); tries += 1) {
    rate /= GROWTH;
    carried = await orders(rate);
  }
  const twice = await orders(2 * rate);
  const refused = twice.filter((one) => !isMade(one));
  const share = twice.filter(isDone).length / carried.length;
  const times = quantile(refused, 0.99) / nothing;
  verdict(`the machine carries ${rate.toFixed(1)} orders a second`, carried.every(isDone));
  verdict(`at twice that ${(share * 100).toFixed(0)} % of them succeed`, share >= LEAST_SHARE);
  verdict(
    `the rest is told so, with Retry-After, in ${times.toFixed(1)} times that p99 (p50 ${(quantile(refused, 0.5) / nothing).toFixed(1)})`,
    times <= MOST_TIMES && refused.every(({ hasRetryAfter }) => hasRetryAfter),
  );
  const faults = await findHalfDone(network, client.sent);
  verdict(['nothing is left half done', ...faults].join('; '), faults.length === 0);
}

const dir = mkdtempSync(join(tmpdir(), 'hub-bench-overload-'));
const processes = new BenchProcesses();
try {
  // With the usual limits.
  writeNetwork(dir, OWNERS);
  const network = await startNetwork({ args: ['--network', dir, '--data', join(dir, 'data')] });
  try {
    const { child } = await processes.fork('overload', 'send.js');
    await measure(network, child);
  } finally {
    await network.stop();
  }
} finally {
  processes.endAll();
  rmSync(dir, { recursive: true, force: true });
}
