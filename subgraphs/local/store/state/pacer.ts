import { setImmediate } from 'node:timers/promises';
import { CommandError } from '../bson/errors.js';

/** How long one command may keep the event loop before others get a turn. */
const TURN_MS = 8;

/** Steps between two looks at the clock. */
const STEPS_PER_LOOK = 32;

/** Makes long work polite: gives others a turn now and then, and ends it at its time limit. */
export class Pacer {
  #steps = 0;
  #turnStartMs = performance.now();
  readonly #endMs: number;

  /** @param maxTimeMs - 0 for no limit. */
  constructor(maxTimeMs: number) {
    this.#endMs = maxTimeMs === 0 ? Infinity : performance.now() + maxTimeMs;
  }

  /** Milliseconds left; Infinity without a limit. */
  get remainingMs(): number {
    return this.#endMs - performance.now();
  }

  /** Counts one step; true when it is time to `await pause()`. */
  isDue(): boolean {
    this.#steps += 1;
    return this.#steps % STEPS_PER_LOOK === 0 && performance.now() - this.#turnStartMs > TURN_MS;
  }

  /** @throws CommandError 50 after the time limit. */
  async pause(): Promise<void> {
    this.check();
    await setImmediate();
    this.#turnStartMs = performance.now();
  }

  /** @throws CommandError 50 after the time limit. */
  check(): void {
    if (performance.now() > this.#endMs)
      throw new CommandError(50, 'operation exceeded time limit');
  }
}
