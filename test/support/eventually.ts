import { setTimeout as pause } from 'node:timers/promises';
import { units } from './unit.js';

/** How long it is until the second look, by how much longer until each after that, and how long at most. */
const FIRST_PAUSE_MS = 10;
const GROWTH = 1.5;
const LONGEST_PAUSE_MS = 100;

/**
 * Looks again and again, less and less often, until what it sees is true.
 * @param withinMs - How long to look; then the last thing seen is thrown.
 */
export async function eventually<Seen>(
  look: () => Promise<Seen>,
  isTrue: (seen: Seen) => boolean,
  withinMs = units(200),
): Promise<Seen> {
  const startedAt = performance.now();
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * GROWTH, LONGEST_PAUSE_MS)) {
    const seen = await look();
    if (isTrue(seen)) return seen;
    if (performance.now() - startedAt > withinMs) {
      throw new Error(`Not so within ${withinMs} ms; saw ${JSON.stringify(seen)}.`);
    }
    await pause(pauseMs);
  }
}
