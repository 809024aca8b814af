import type { TimeLimit } from '../process/time-limit.js';

/** For whom there is no place, and what they are told. */
export interface Line {
  /** So many may wait. */
  readonly mostWaiting: number;
  readonly refuse: () => Error;
}

const ENDLESS: Line = {
  mostWaiting: Infinity,
  refuse: () => new Error('The time was over before there was a place.'),
};

/** Lets at most `places` tasks run at once; the others wait in line. */
export class Gate {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /** @param line - Anybody may wait where it is left out. */
  constructor(
    places: number,
    private readonly line = ENDLESS,
  ) {
    this.#free = places;
  }

  /**
   * @param limit - Waits no longer than that for a place; as long as it takes where it is left out. The task itself has to keep it.
   * @throws Error what the line has for those who may not wait, or waited in vain; otherwise what the task throws.
   */
  async run<Result>(task: () => Promise<Result>, limit?: TimeLimit): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#wait(limit);
    try {
      return await task();
    } finally {
      // Handed over rather than freed, so that nobody steps in between.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }

  #wait(limit: TimeLimit | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length >= this.line.mostWaiting) {
        reject(this.line.refuse());
        return;
      }
      const enter = (): void => {
        limit?.leave(leave);
        resolve();
      };
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(this.line.refuse());
      };
      this.#waiting.push(enter);
      limit?.wait(leave);
    });
  }
}
