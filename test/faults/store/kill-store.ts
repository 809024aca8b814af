import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../bench/random.js';
import { units } from '../../support/unit.js';
import { send } from '../client.js';
import type { FaultyNetwork } from '../faulty-network.js';

/** A store that was killed answers again within, and orders succeed within as long again. */
const BACK_WITHIN_MS = units(150);
const ORDERS_WITHIN_MS = units(150);
/** Days on which nobody else orders. */
const FIRST_DAY = Date.UTC(2030, 5, 3);
const DAY_MS = 86_400_000;

/**
 * Kills the store again and again, and orders something each time it is back.
 * @param everyMs - Between two kills, on average.
 * @param isOver - Whether to stop.
 * @returns What came back too late.
 */
export async function killStores(
  network: FaultyNetwork,
  everyMs: number,
  random: Random,
  isOver: () => boolean,
): Promise<string[]> {
  const faults: string[] = [];
  for (let day = 0; ; day += 1) {
    await pause(everyMs * (0.5 + random()));
    if (isOver()) return faults;
    const awayMs = await network.killStore();
    if (awayMs > BACK_WITHIN_MS) faults.push(`the store was away for ${Math.round(awayMs)} ms`);
    const backAt = performance.now();
    await order(network, `after kill ${day} ${random()}`, FIRST_DAY + day * DAY_MS).catch(
      (error: unknown) => faults.push(String(error)),
    );
    const orderedMs = performance.now() - backAt;
    if (orderedMs > ORDERS_WITHIN_MS)
      faults.push(`an order took ${Math.round(orderedMs)} ms once the store was back`);
  }
}

async function order(network: FaultyNetwork, idempotencyKey: string, day: number): Promise<void> {
  const start = new Date(day + 8 * 3_600_000).toISOString();
  const input = {
    ...{ idempotencyKey, channel: 'PHONE', policy: 'ALL_OR_NOTHING' },
    buyer: { name: 'After the kill', municipality: 'FI-609', phone: '040 9999999' },
    legs: [{ serviceId: 'karhu:moving', start, minutes: 60, quantity: 1 }],
  };
  await send(() => network.bookingUrl, 'placeOrder', input, 'HoldOrderInput');
}
