/** So many of the last answers count. */
const REMEMBERED = 64;
/** What takes so many times as long as the slowest of them is not waited for. */
const FACTOR = 8;
/** What takes so many times as long as most of them is slow. */
const SLOW_FACTOR = 3;
/** Whoever was given less has not been silent. */
const FAIR_MS = 400;

/** How long an owner took for its last answers, and how long it is waited for because of that. In milliseconds. */
export class AnswerTimes {
  readonly #times: number[] = [];
  #next = 0;

  /** @param leastLimitMs - However fast it has been: a busy machine stands still for parts of a second. */
  constructor(private readonly leastLimitMs: number) {}

  /** @param tookMs - Of an answer; or of one that was given up because of `limitMs`, which so counts as one that is slow. */
  add(tookMs: number): void {
    this.#times[this.#next] = tookMs;
    this.#next = (this.#next + 1) % REMEMBERED;
  }

  /** After how long an answer is not waited for any more; endless where there was none. */
  get limitMs(): number {
    if (this.#times.length === 0) return Infinity;
    let slowest = 0;
    for (const ms of this.#times) if (ms > slowest) slowest = ms;
    return Math.max(this.leastLimitMs, FACTOR * slowest);
  }

  /** After how long without an answer something is wrong. */
  get slowMs(): number {
    const inOrder = [...this.#times].sort((one, other) => one - other);
    const median = inOrder[Math.floor(inOrder.length / 2)] ?? 0;
    return Math.max(FAIR_MS, SLOW_FACTOR * median);
  }
}
