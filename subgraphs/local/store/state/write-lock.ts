import { CommandError } from '../bson/errors.js';

/** Lets one writer through at a time, in the order of asking. */
export class WriteLock {
  #isHeld = false;
  readonly #waiting: (() => void)[] = [];

  /**
   * Waits for the lock.
   * @returns A function that passes it on.
   * @throws CommandError 50 when it takes longer than `limitMs`.
   */
  async acquire(limitMs: number): Promise<() => void> {
    if (!this.#isHeld) this.#isHeld = true;
    else await this.#wait(limitMs);
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      const next = this.#waiting.shift();
      if (next === undefined) this.#isHeld = false;
      else next();
    };
  }

  #wait(limitMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined = undefined;
      const proceed = (): void => {
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.push(proceed);
      if (!Number.isFinite(limitMs)) return;
      timer = setTimeout(
        () => {
          const at = this.#waiting.indexOf(proceed);
          if (at >= 0) this.#waiting.splice(at, 1);
          reject(
            new CommandError(50, 'operation exceeded time limit while waiting for other writers'),
          );
        },
        Math.max(0, limitMs),
      );
    });
  }
}
