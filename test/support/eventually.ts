import { setTimeout as pause } from 'node:timers/promises';
import { units } from './unit.js';

/**
 * Looks again and again until what it sees is true.
 * @param withinMs - How long to look; then the last thing seen is thrown.
 */
export async function eventually<Seen>(
  look: () => Promise<Seen>,
  isTrue: (seen: Seen) => boolean,
  withinMs = units(200),
): Promise<Seen> {
  const startedAt = performance.now();
  for (;;) {
    const seen = await look();
    if (isTrue(seen)) return seen;
    if (performance.now() - startedAt > withinMs) {
      throw new Error(`Not so within ${withinMs} ms; saw ${JSON.stringify(seen)}.`);
    }
    await pause(25);
  }
}
