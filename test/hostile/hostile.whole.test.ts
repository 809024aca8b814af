import { describe, expect, it } from '@jest/globals';
import { createRandom, pick } from '../bench/random.js';
import { MODES } from './modes.js';
import { runHostile } from './run-hostile.js';

/** All of them take minutes: `npm run test:hostile`. */
const AT_A_TIME = 4;

describe('an endpoint that misbehaves', () => {
  it('costs its own live rows, says nothing through the hub, and heals', async () => {
    const seed = Number(process.env['HOSTILE_SEED'] ?? Date.now() % 1_000_000);
    const random = createRandom(seed);
    const modes = new Set(Array.from({ length: AT_A_TIME }, () => pick(random, MODES)));
    process.stdout.write(
      `Seed of the modes: ${seed} (HOSTILE_SEED sets it): ${[...modes].map(({ name }) => name).join(', ')}.\n`,
    );

    const { faults } = await runHostile([...modes]);

    expect(faults).toEqual([]);
  });
});
