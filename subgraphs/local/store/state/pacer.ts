import { setImmediate, setTimeout } from 'node:timers/promises';
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

  /** @param limitMs - Infinity for no limit. */
  constructor(limitMs: number) {
    this.#endMs = performance.now() + limitMs;
  }

  /** Milliseconds left, below 0 when over; Infinity without a limit. */
  get remainingMs(): number {
    return this.#endMs - performance.now();
  }

  /** Counts one step; true when it is time to `await pause()`. */
  isDue(): boolean {
    this.#steps += 1;
    if (this.#steps % STEPS_PER_LOOK !== 0) return false;
    const nowMs = performance.now();
    return nowMs - this.#turnStartMs > TURN_MS || nowMs > this.#endMs;
  }

  /** @throws CommandError 50 after the time limit. */
  async pause(): Promise<void> {
    this.check();
    await setImmediate();
    this.#turnStartMs = performance.now();
  }

  /** Lets time pass, no longer than to the time limit. @throws CommandError 50 at the time limit. */
  async sleep(ms: number): Promise<void> {
    const left = this.remainingMs;
    await setTimeout(Math.min(ms, Math.max(0, left)));
    if (ms >= left) throw expired();
    this.#turnStartMs = performance.now();
  }

  /** @throws CommandError 50 after the time limit. */
  check(): void {
    if (performance.now() > this.#endMs) throw expired();
  }
}

function expired(): CommandError {
  return new CommandError(50, 'operation exceeded time limit');
}
