import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeys } from '../../../subgraphs/local/network/network-keys.js';
import { RegistryClient } from '../../../subgraphs/local/network/registry-client.js';
import { answerHelp } from '../../../subgraphs/shared/process/usage.js';
import { ask, type Answer } from '../../support/ask.js';
import { eventually } from '../../support/eventually.js';
import { startNetwork, type NetworkProcess } from '../../support/networks/network-process.js';
import { pidOf } from '../../support/networks/pid-of.js';
import { WIDE_LIMITS_JSON } from '../../support/networks/wide-limits.js';
import { median } from '../median.js';
import { writeNetwork } from './network.js';

answerHelp(
  process.argv.slice(2),
  'Usage: npm run bench:faults\nMeasures what cooperatives that hang cost everybody else, beside the same load with all of them well.',
);

/** Ten, so that one is a tenth. */
const OWNERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((name) => `c-${name}`);
/** What is bearable, as a multiple of the healthy network; and until an owner is asked again. */
const MOST_TIMES = 1.3;
const ASKED_AGAIN_MS = 10_000;
/** Orders at one owner at once, and clients that order from the others meanwhile, one after the other. */
const CROWD = 200;
const CLIENTS = 4;
const OTHER_ORDERS = 120;
const READS = 60;
const LEARNED_WITHIN_MS = 30_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FIRST_DAY = Date.UTC(2030, 2, 1);

const LIVE = '{ cooperatives(first: 20) { edges { node { id members { totalCount } } } } }';
const WHO = `query ($need: WorkNeedInput!) { whoCanTake(need: $need, first: 20) {
  notAnswering { id } candidates { cooperative { id } answer } } }`;
const NEED = {
  ...{ cpv: ['90910000'], municipality: 'FI-609' },
  ...{ start: new Date(FIRST_DAY + 8 * HOUR_MS).toISOString(), minutes: 60 },
};

function verdict(what: string, isSo: boolean): void {
  process.stdout.write(`${isSo ? 'so' : 'NOT SO'}: ${what}\n`);
  if (!isSo) process.exitCode = 1;
}

const sorted = (ids: readonly string[]): string => [...ids].sort().join(' ');

/** A network that runs, and what is asked of it. */
class Bench {
  #orders = 0;

  constructor(
    private readonly network: NetworkProcess,
    private readonly registry: RegistryClient,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  #ask<Data>(query: string, variables: object = {}): Promise<Answer<Data>> {
    return ask<Data>(this.network.urlByName.get('gateway'), query, { ...variables }, this.headers);
  }

  #signal(ids: readonly string[], signal: 'SIGSTOP' | 'SIGCONT'): void {
    for (const id of ids) process.kill(pidOf(this.network, id), signal);
  }

  /** Places one order of its own caller. @returns Its milliseconds; null where it was refused or not answered. */
  async #order(owner: string): Promise<number | null> {
    const number = (this.#orders += 1);
    const start = new Date(FIRST_DAY + (number % 300) * DAY_MS + 8 * HOUR_MS).toISOString();
    const input = {
      ...{ idempotencyKey: `faults ${number}`, channel: 'PHONE' },
      buyer: { name: 'Bench', municipality: 'FI-609', phone: `040 ${1_000_000 + number}` },
      legs: [{ serviceId: `${owner}:s0`, start, minutes: 60 }],
    };
    const startedAt = performance.now();
    const { data } = await this.#ask<{ placeOrder: { order: object | null } | null } | null>(
      'mutation ($input: HoldOrderInput!) { placeOrder(input: $input) { order { state } userErrors { code } } }',
      { input },
    );
    return data?.placeOrder?.order ? performance.now() - startedAt : null;
  }

  /** Others' orders, while a crowd orders from one owner. @returns Milliseconds of each, and how many were refused. */
  async #othersOrders(owner: string): Promise<{ times: number[]; refused: number }> {
    const others = OWNERS.filter((id) => id !== owner);
    const crowd = Array.from({ length: CROWD }, () => this.#order(owner).catch(() => null));
    const times: number[] = [];
    let refused = 0;
    let next = 0;
    const client = async (): Promise<void> => {
      while (next < OTHER_ORDERS) {
        const tookMs = await this.#order(others[next++ % others.length] ?? '');
        if (tookMs === null) refused += 1;
        else times.push(tookMs);
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    await Promise.all(crowd);
    return { times, refused };
  }

  async measureOrders(): Promise<void> {
    const [crowded = ''] = OWNERS;
    await this.#othersOrders(crowded);
    const well = await this.#othersOrders(crowded);
    this.#signal([crowded], 'SIGSTOP');
    const hanging = await this.#othersOrders(crowded);
    this.#signal([crowded], 'SIGCONT');
    await this.#untilSkipped([]);
    const [before, after] = [median(well.times), median(hanging.times)];
    verdict(
      `others' orders, while ${CROWD} are at one cooperative: p50 ${before.toFixed(0)} ms where it is well, ${after.toFixed(0)} ms where it hangs, ratio ${(after / before).toFixed(2)}; refused ${well.refused} and ${hanging.refused}`,
      after <= MOST_TIMES * before && hanging.refused <= well.refused,
    );
  }

  async #skipped(): Promise<string> {
    const { extensions } = await this.#ask(LIVE);
    return sorted(extensions?.coverage.skipped.map(({ cooperative }) => cooperative) ?? []);
  }

  async #notAnswering(): Promise<string> {
    const { data, errors } = await this.#ask<{
      whoCanTake: { notAnswering: { id: string }[] } | null;
    } | null>(WHO, { need: NEED });
    const who = data?.whoCanTake;
    return who ? sorted(who.notAnswering.map(({ id }) => id)) : JSON.stringify(errors);
  }

  /** Until both processes know who is silent, and wait for nobody. */
  async #untilSkipped(ids: readonly string[]): Promise<void> {
    const wanted = sorted(ids);
    const isKnown = async (): Promise<boolean> =>
      (await this.#skipped()) === wanted && (await this.#notAnswering()) === wanted;
    await eventually(isKnown, Boolean, LEARNED_WITHIN_MS);
  }

  async #times(
    look: () => Promise<string>,
    wanted: string,
  ): Promise<{ ms: number; wrong: number }> {
    const times: number[] = [];
    let wrong = 0;
    for (let read = 0; read < READS; read += 1) {
      const startedAt = performance.now();
      if ((await look()) !== wanted) wrong += 1;
      times.push(performance.now() - startedAt);
    }
    return { ms: median(times), wrong };
  }

  async measureReads(): Promise<void> {
    const kinds = { 'a live query': () => this.#skipped(), whoCanTake: () => this.#notAnswering() };
    for (const look of Object.values(kinds)) await this.#times(look, '');
    const well = new Map<string, number>();
    for (const [kind, look] of Object.entries(kinds)) {
      well.set(kind, (await this.#times(look, '')).ms);
    }
    for (const share of [10, 2]) {
      const stopped = OWNERS.slice(0, OWNERS.length / share);
      this.#signal(stopped, 'SIGSTOP');
      await this.#untilSkipped(stopped);
      for (const [kind, look] of Object.entries(kinds)) {
        const { ms, wrong } = await this.#times(look, sorted(stopped));
        const before = well.get(kind) ?? NaN;
        verdict(
          `${kind} with ${stopped.length} of ${OWNERS.length} stopped: ${before.toFixed(1)} ms before, ${ms.toFixed(1)} ms now, ratio ${(ms / before).toFixed(2)}; coverage wrong ${wrong} times`,
          ms <= MOST_TIMES * before && wrong === 0,
        );
      }
      this.#signal(stopped, 'SIGCONT');
      await this.#untilSkipped([]);
    }
  }

  async #tellAskedAgain(how: string): Promise<void> {
    const startedAt = performance.now();
    await this.#untilSkipped([]).catch(() => null);
    const ms = performance.now() - startedAt;
    verdict(`one that has ${how} is asked again after ${ms.toFixed(0)} ms`, ms <= ASKED_AGAIN_MS);
  }

  async measureAskedAgain(): Promise<void> {
    const [id = ''] = OWNERS.slice(-1);
    for (const how of ['healed', 'poked']) {
      this.#signal([id], 'SIGSTOP');
      await this.#untilSkipped([id]);
      this.#signal([id], 'SIGCONT');
      if (how === 'poked') await this.registry.poke(id);
      await this.#tellAskedAgain(how);
    }
    // An address at which somebody listens and says nothing.
    const mute = createServer(() => undefined).unref();
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as AddressInfo;
    await this.registry.put(id, `http://127.0.0.1:${port}/graphql`);
    await this.#untilSkipped([id]);
    await this.registry.put(id, `${this.network.urlByName.get(id) ?? ''}/graphql`);
    await this.#tellAskedAgain('moved');
  }
}

const dir = mkdtempSync(join(tmpdir(), 'hub-bench-faults-'));
try {
  // Nobody is stopped by a limit on strangers.
  writeNetwork(dir, OWNERS, WIDE_LIMITS_JSON);
  const dataDir = join(dir, 'data');
  const { signer } = openKeys({ dataDir, keysDir: undefined, isProduction: false });
  const network = await startNetwork({ args: ['--network', dir, '--data', dataDir] });
  try {
    const registry = new RegistryClient(network.urlByName.get('catalogue') ?? '', { signer });
    const bench = new Bench(network, registry, await network.as('coordinator'));
    await bench.measureReads();
    await bench.measureOrders();
    await bench.measureAskedAgain();
  } finally {
    for (const id of OWNERS) process.kill(pidOf(network, id), 'SIGCONT');
    await network.stop();
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
process.exit();
