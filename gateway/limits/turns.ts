import type { TimeLimit } from '../../subgraphs/shared/process/time-limit.js';

/**
 * Lets work that holds the event loop begin one at a time: as long as it held the loop, the loop is then left to everybody else. So
 * such work takes half of the loop's time at most, whoever brings however much of it. Where none waits it begins at once.
 */
export class Turns {
  /** Let in by their order. */
  readonly #waiting = new Set<() => void>();
  #isTaken = false;

  /** @param most - That may wait at once. */
  constructor(private readonly most: number) {}

  /**
   * Waits for the turn of work that begins, and does all that holds the loop, before anything else is waited for.
   * @param limit - Until when it is worth waiting.
   * @returns Whether the turn came: not where too many wait, or where the time was over before.
   */
  async take(limit: TimeLimit): Promise<boolean> {
    if (this.#isTaken) {
      if (this.#waiting.size >= this.most || limit.isOver) return false;
      if (!(await this.#comes(limit))) return false;
    }
    this.#isTaken = true;
    const startedAt = performance.now();
    setImmediate(() => {
      setTimeout(() => {
        this.#pass();
      }, performance.now() - startedAt);
    });
    return true;
  }

  #comes(limit: TimeLimit): Promise<boolean> {
    return new Promise((resolve) => {
      const begin = (): void => {
        limit.leave(giveUp);
        resolve(true);
      };
      const giveUp = (): void => {
        this.#waiting.delete(begin);
        resolve(false);
      };
      this.#waiting.add(begin);
      limit.wait(giveUp);
    });
  }

  #pass(): void {
    const [next] = this.#waiting;
    if (next) {
      this.#waiting.delete(next);
      next();
    } else {
      this.#isTaken = false;
    }
  }
}
