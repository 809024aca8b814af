/** Lets at most `places` tasks run at once; the others wait in line. */
export class Gate {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /** @param mostWaiting - From how many on the line is full. */
  constructor(
    places: number,
    private readonly mostWaiting = Infinity,
  ) {
    this.#free = places;
  }

  /** Whether who comes now would wait behind as many as may wait. Whoever wants that kept asks before `run`. */
  get isFull(): boolean {
    return this.#free === 0 && this.#waiting.length >= this.mostWaiting;
  }

  async run<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await task();
    } finally {
      // Handed over rather than freed, so that nobody steps in between.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
