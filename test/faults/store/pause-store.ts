import { setTimeout as pause } from 'node:timers/promises';
import { createRandom, pick, type Random } from '../../bench/random.js';
import { eventually } from '../../support/eventually.js';
import { units } from '../../support/unit.js';
import { runClient, send, type Experience } from '../client.js';
import { COOPERATIVES } from '../cooperatives.js';
import { FaultyNetwork } from '../faulty-network.js';
import { countEnds, findAllFaults } from '../run-faults.js';

export interface PauseRun {
  readonly seed: number;
  /** How long the store stands still, in milliseconds. */
  readonly pauseMs: number;
  /** How many clients order, and how many hold 100 legs at a time, all the while. */
  readonly ordering: number;
  readonly holding: number;
}

/** After the store goes on everything takes commands again within. */
const BACK_WITHIN_MS = units(100);
/** Within that whoever uses a store that stands still says so. */
const NOTICED_WITHIN_MS = units(150);
/** Long enough that large commands are being written when the store stands still. */
const BEFORE_MS = units(50);
const LEGS = 100;
const DAYS = 20;
/** Days on which the crowd holds, and those who look whether a cooperative is well. */
const CROWD_FROM = Date.UTC(2030, 7, 1);
const LOOKED_FROM = Date.UTC(2030, 10, 1);
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const HOLD = `mutation ($input: HoldBookingsInput!) {
  holdBookings(input: $input) { legs { leg } userErrors { code } }
}`;

/**
 * Stops the store under a crowd that orders and holds, lets it go on, and looks when everything takes commands again.
 * @returns What must not be.
 */
export async function runPauseStore(run: PauseRun): Promise<string[]> {
  const { seed, pauseMs } = run;
  const network = await FaultyNetwork.start();
  let isOver = false;
  try {
    const random = createRandom(seed);
    const experiences: Experience[] = [];
    let isPast = false;
    const order = async (first: number): Promise<void> => {
      for (let client = first; !isOver; client += run.ordering) {
        const own = createRandom(seed * 100_003 + client);
        experiences.push(await runClient(client, network.entrances, own, DAYS));
      }
    };
    const hold = async (client: number): Promise<void> => {
      for (let round = 0; !isPast; round += 1)
        await holdMany(network, `crowd ${client} ${round}`, random).catch(() => pause(50));
    };
    const ordering = Promise.all(
      Array.from({ length: run.ordering }, (_none, index) => order(index)),
    );
    const holding = Promise.all(Array.from({ length: run.holding }, (_none, index) => hold(index)));
    ordering.catch(() => undefined);
    await pause(BEFORE_MS);
    network.pauseStore();
    const faults = await findReady(network, 503, NOTICED_WITHIN_MS, pauseMs);
    network.resumeStore();
    isPast = true;
    const back = await Promise.all([
      findReady(network, 200, BACK_WITHIN_MS, 0),
      ...COOPERATIVES.map(({ id }) => findSilent(id, () => holdOne(network, id))),
      findSilent('booking', () => orderOne(network, `after ${random()}`)),
    ]);
    faults.push(...back.flat());
    isOver = true;
    await Promise.all([ordering, holding]);
    for (const [end, count] of Object.entries(countEnds(experiences)).sort())
      process.stdout.write(`  ${end}: ${count}\n`);
    return [...faults, ...(await findAllFaults(network, experiences))];
  } finally {
    isOver = true;
    await network.close();
  }
}

/** Who does not say in time whether it is ready. @param atLeastMs - How long this takes, however soon all have said so. */
async function findReady(
  network: FaultyNetwork,
  wanted: number,
  withinMs: number,
  atLeastMs: number,
): Promise<string[]> {
  const enough = pause(atLeastMs);
  const found = await Promise.all(
    [...network.databaseUsers].map(async ([name, url]) => {
      const startedAt = performance.now();
      try {
        await eventually(
          async () => (await fetch(`${url}/ready`)).status,
          (status) => status === wanted,
          withinMs,
        );
        process.stdout.write(`  ${name} says ${wanted} after ${since(startedAt)} ms\n`);
        return [];
      } catch (error) {
        return [`${name} does not say ${wanted}: ${String(error)}`];
      }
    }),
  );
  await enough;
  return found.flat();
}

/** Who takes no command in time. */
async function findSilent(name: string, command: () => Promise<unknown>): Promise<string[]> {
  const startedAt = performance.now();
  try {
    await eventually(
      () => command().then(() => null, String),
      (refusal) => refusal === null,
      BACK_WITHIN_MS,
    );
  } catch (error) {
    return [`${name} takes no command: ${String(error)}`];
  }
  const tookMs = since(startedAt);
  process.stdout.write(`  ${name} takes commands after ${tookMs} ms\n`);
  return tookMs > BACK_WITHIN_MS ? [`${name} took no command for ${tookMs} ms`] : [];
}

/** @throws Error when it is not decided. */
async function holdMany(network: FaultyNetwork, key: string, random: Random): Promise<void> {
  const cooperative = pick(random, COOPERATIVES);
  const legs = Array.from({ length: LEGS }, (_none, leg) => ({
    leg,
    serviceId: pick(random, cooperative.services).id,
    start: at(CROWD_FROM + Math.floor(random() * 60) * DAY_MS, 8 + Math.floor(random() * 7)),
    minutes: 60,
    quantity: 1,
  }));
  await holdLegs(network, cooperative.id, key, legs);
}

async function holdOne(network: FaultyNetwork, id: string): Promise<void> {
  const leg = { leg: 0, serviceId: `${id}:moving`, minutes: 60, quantity: 1 };
  await holdLegs(network, id, `looked ${id}`, [{ ...leg, start: at(LOOKED_FROM, 8) }]);
}

async function holdLegs(
  network: FaultyNetwork,
  id: string,
  key: string,
  legs: readonly object[],
): Promise<void> {
  const input = {
    ...{ idempotencyKey: key, cooperative: id, orderId: key, orderReference: key },
    ...{ municipality: 'FI-609', holdMinutes: 30, isEachForItself: true, legs },
  };
  const asked = { id, url: network.ownerUrl(id) };
  const { data, errors } = await network.asker.asBooking<{ holdBookings: object | null } | null>(
    asked,
    HOLD,
    { input },
  );
  if (!data?.holdBookings)
    throw new Error(JSON.stringify(errors?.map(({ extensions }) => extensions)));
}

async function orderOne(network: FaultyNetwork, idempotencyKey: string): Promise<void> {
  const input = {
    ...{ idempotencyKey, channel: 'PHONE', policy: 'ALL_OR_NOTHING' },
    buyer: { name: 'After the pause', municipality: 'FI-609', phone: '040 9999999' },
    legs: [
      { serviceId: 'karhu:moving', start: at(LOOKED_FROM + DAY_MS, 8), minutes: 60, quantity: 1 },
    ],
  };
  const { order } = await send(() => network.bookingUrl, 'placeOrder', input, 'HoldOrderInput');
  if (order?.state !== 'CONFIRMED') throw new Error(`It is ${order?.state ?? 'refused'}.`);
}

const at = (day: number, hour: number): string => new Date(day + hour * HOUR_MS).toISOString();
const since = (startedAt: number): number => Math.round(performance.now() - startedAt);
