import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../bench/random.js';
import { eventually } from '../support/eventually.js';
import { units } from '../support/unit.js';
import { runClient, send, type Experience, type Told } from './client.js';
import { FaultyNetwork } from './faulty-network.js';
import { hangOwners } from './hang-owners.js';
import { findFaults, loadOrders } from './invariants.js';
import { killStores } from './store/kill-store.js';

export interface FaultRun {
  readonly seed: number;
  readonly orders: number;
  /** How many clients order at the same time. */
  readonly clients: number;
  /** Over how many days the orders spread. */
  readonly days: number;
  /** Milliseconds between two kills, on average; longer where processes take long to come back. */
  readonly killEveryMs: number;
  /** What is killed: processes of the hub, or their store alone; with `none`, cooperatives hang for a while instead. */
  readonly kills: 'processes' | 'store' | 'none';
}

export interface FaultReport {
  readonly kills: number;
  readonly seconds: number;
  /** How many clients ended with each state or code. */
  readonly ends: Readonly<Record<string, number>>;
  /** What must not be; empty when all is well. */
  readonly faults: readonly string[];
}

/** So many processes may be down at a time. */
const KILLERS = 3;
/** How many times as long as it takes to come back a process is up at least, so that some orders succeed on a busy machine too. */
const UP_FOR = 3;
/** Long after every hold. */
const LATER_MS = 24 * 3_600_000;
/** How many requests are sent a second time at the end. */
const REPEATS = 50;

/** Orders under random kills, lets everything recover, and looks for what must not be. */
export async function runFaults(run: FaultRun): Promise<FaultReport> {
  const startedAt = performance.now();
  const network = await FaultyNetwork.start();
  try {
    const { experiences, late } = await orderUnderFire(network, run);
    const faults = [...late, ...(await findAllFaults(network, experiences))];
    return {
      kills: network.kills,
      seconds: (performance.now() - startedAt) / 1_000,
      ends: countEnds(experiences),
      faults,
    };
  } finally {
    await network.close();
  }
}

/** Sends requests again, lets every hold run out, and looks for what must not be. All processes are started anew in between. */
export async function findAllFaults(
  network: FaultyNetwork,
  experiences: readonly Experience[],
): Promise<string[]> {
  const told = experiences.flatMap((each) => (each.kind === 'told' ? [each.told] : []));
  const faults = await findBrokenRepeats(network, told.slice(0, REPEATS));
  faults.push(...(await findLateEffects(network, experiences)));
  await network.restartAt(new Date(new Date().getTime() + LATER_MS));
  await eventually(
    () => loadOrders(network),
    (orders) => orders.every(({ state }) => state !== 'PENDING' && state !== 'HELD'),
    units(600),
  ).catch(() => null);
  return [...faults, ...(await findFaults(network, told))];
}

async function orderUnderFire(
  network: FaultyNetwork,
  run: FaultRun,
): Promise<{ experiences: Experience[]; late: string[] }> {
  const random = createRandom(run.seed);
  const experiences: Experience[] = [];
  let next = 0;
  let isOver = false;
  const work = async (): Promise<void> => {
    while (next < run.orders) {
      const client = next;
      next += 1;
      // Dice of its own, so that what it does depends on the seed alone, not on who comes first.
      const own = createRandom(run.seed * 100_003 + client);
      experiences.push(await runClient(client, network.entrances, own, run.days));
    }
  };
  const kill = async (): Promise<string[]> => {
    let tookMs = 0;
    for (;;) {
      const usualMs = Math.max(run.killEveryMs * KILLERS, tookMs * UP_FOR);
      await pause(usualMs * (0.5 + random()));
      if (isOver) return [];
      const killedAt = performance.now();
      await network.killOne(random);
      tookMs = performance.now() - killedAt;
    }
  };
  const isDone = (): boolean => isOver;
  const begin = {
    processes: () => Array.from({ length: KILLERS }, kill),
    store: () => [killStores(network, run.killEveryMs, random, isDone)],
    none: () => [hangOwners(network, random, isDone)],
  };
  const killing = begin[run.kills]();
  try {
    await Promise.all(Array.from({ length: run.clients }, work));
  } finally {
    isOver = true;
    await Promise.allSettled(killing);
  }
  return { experiences, late: (await Promise.all(killing)).flat() };
}

/** Sends refused orders again: who was told no is told no for ever, and nothing is ordered after all. */
async function findLateEffects(
  network: FaultyNetwork,
  experiences: readonly Experience[],
): Promise<string[]> {
  const refused = experiences.flatMap((each) => (each.kind === 'refused' ? [each] : []));
  const faults: string[] = [];
  for (const { client, request } of refused.slice(0, REPEATS)) {
    const { act, type, input, codes } = request;
    const again = await send(() => network.bookingUrl, act, input, type);
    const isSame = again.userErrors.map(({ code }) => code).join() === codes.join();
    if (again.order || again.secret !== null || !isSame)
      faults.push(`client ${client} was refused, and told otherwise when it sent ${act} again`);
  }
  return faults;
}

/** Sends requests again, as a client does whose answer was lost: the same order, secret and effect must come, and no new one. */
async function findBrokenRepeats(network: FaultyNetwork, told: readonly Told[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { client, id, secret, requests } of told) {
    for (const [index, { act, type, input, hadEffect, codes }] of requests.entries()) {
      const again = await send(() => network.bookingUrl, act, input, type);
      const isSame =
        (again.order !== null) === hadEffect &&
        again.userErrors.map(({ code }) => code).join() === codes.join() &&
        (!hadEffect || again.order?.id === id) &&
        (index > 0 || again.secret === secret);
      if (!isSame) faults.push(`client ${client} was told otherwise when it sent ${act} again`);
    }
  }
  return faults;
}

export function countEnds(experiences: readonly Experience[]): Record<string, number> {
  const ends: Record<string, number> = {};
  for (const each of experiences) {
    const end =
      each.kind === 'told'
        ? each.told.state
        : `refused ${each.request.codes[0] ?? 'without a code'}`;
    ends[end] = (ends[end] ?? 0) + 1;
  }
  return ends;
}
