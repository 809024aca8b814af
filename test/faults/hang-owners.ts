import { setTimeout as pause } from 'node:timers/promises';
import { createRandom, pick, type Random } from '../bench/random.js';
import { ask } from '../support/ask.js';
import { eventually } from '../support/eventually.js';
import { send } from './client.js';
import { COOPERATIVES } from './cooperatives.js';
import { units } from '../support/unit.js';
import type { FaultyNetwork } from './faulty-network.js';

/** How long one hangs, and how long all are well in between, on average. */
const HANGS_MS = units(60);
const WELL_MS = units(20);
/** A cooperative that goes on is asked again within so long. */
const ASKED_AGAIN_MS = units(100);
/** Days on which nobody else orders. */
const FIRST_DAY = Date.UTC(2030, 5, 3);
const DAY_MS = 86_400_000;
const LIVE = 'query ($id: ID!) { cooperative(id: $id) { members { totalCount } } }';

/**
 * Has one cooperative after the other hang for some seconds and go on.
 * @returns What must not be: one that is not asked again in time, and others of which nothing can be ordered while one hangs.
 */
export async function hangOwners(
  network: FaultyNetwork,
  random: Random,
  isOver: () => boolean,
): Promise<string[]> {
  const faults: string[] = [];
  const gateway = network.entrances[0] ?? '';
  const isAnswering = async (id: string): Promise<boolean> => {
    const { errors } = await ask<object>(gateway, LIVE, { id });
    return errors === undefined;
  };
  const dice = createRandom(Math.floor(random() * 2 ** 32));
  for (let round = 1; !isOver(); round += 1) {
    await pause(WELL_MS * (0.5 + dice()));
    const { id } = pick(dice, COOPERATIVES);
    const other = pick(
      dice,
      COOPERATIVES.filter((each) => each.id !== id),
    );
    network.owner(id).hang();
    const hangsMs = HANGS_MS * (0.5 + dice());
    const endsAt = performance.now() + hangsMs;
    const key = `while ${id} hangs ${dice()}`;
    let tries = 0;
    const isOrdered = (): Promise<boolean> => {
      tries += 1;
      return order(network, other.id, `${key} ${tries}`, round);
    };
    // On a busy machine one that is well may be slow once.
    await eventually(isOrdered, Boolean, hangsMs).catch(() => {
      faults.push(`round ${round}: ${id} hung, and ${other.id} took no order`);
    });
    await pause(Math.max(endsAt - performance.now(), 0));
    network.owner(id).goOn();
    await eventually(() => isAnswering(id), Boolean, ASKED_AGAIN_MS).catch(() => {
      faults.push(`round ${round}: ${id} went on and was not asked within ${ASKED_AGAIN_MS} ms`);
    });
  }
  return faults;
}

/** Orders something of one that is well. @returns Whether it was had. */
async function order(
  network: FaultyNetwork,
  owner: string,
  idempotencyKey: string,
  day: number,
): Promise<boolean> {
  const input = {
    ...{ idempotencyKey, channel: 'PHONE', policy: 'ALL_OR_NOTHING' },
    buyer: { name: 'Another', municipality: 'FI-609', phone: '040 9999999' },
    legs: [
      {
        ...{ serviceId: `${owner}:moving`, minutes: 60, quantity: 1 },
        start: new Date(FIRST_DAY + day * DAY_MS + 8 * 3_600_000).toISOString(),
      },
    ],
  };
  const gateway = (): string => network.entrances[0] ?? '';
  const answer = await send(gateway, 'placeOrder', input, 'HoldOrderInput');
  return answer.order !== null;
}
