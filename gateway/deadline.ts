/** Time kept back at the end, in which the answers are merged and written. */
const RESERVE_MS = 30;

/**
 * The moment after which nothing more is waited for. One for each client request, shared by all its fetches; real
 * elapsed time, whatever the domain clock says.
 */
export class Deadline {
  readonly #startedAt: number;
  #expiresAt: number;
  /** Called when it is over. A set of functions costs a tenth of an AbortSignal's listeners. */
  readonly #waiting = new Set<() => void>();
  #timer: NodeJS.Timeout | null = null;

  /**
   * @param budgetMs - From `startedAt` until the client is to have its answer.
   * @param startedAt - `performance.now()` at the arrival of the request.
   */
  constructor(budgetMs: number, startedAt: number = performance.now()) {
    this.#startedAt = startedAt;
    this.#expiresAt = startedAt + budgetMs - RESERVE_MS;
  }

  /** Gives another budget, counted from the arrival too. Only before anything waits for it. */
  reset(budgetMs: number): void {
    if (this.#timer) throw new Error('Something waits for this deadline already.');
    this.#expiresAt = this.#startedAt + budgetMs - RESERVE_MS;
  }

  get isOver(): boolean {
    return performance.now() >= this.#expiresAt;
  }

  /** Calls back once when the deadline is over, unless `leave` is called with the same function before. */
  wait(callback: () => void): void {
    this.#waiting.add(callback);
    this.#timer ??= setTimeout(() => {
      for (const waiting of this.#waiting) waiting();
      this.#waiting.clear();
    }, this.#expiresAt - performance.now());
  }

  leave(callback: () => void): void {
    this.#waiting.delete(callback);
  }

  /** Stops the timer; called when the client has its answer. */
  clear(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#waiting.clear();
  }
}
