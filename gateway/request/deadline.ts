/** Time kept back at the end, in which the answers are merged and written. */
const RESERVE_MS = 30;

/**
 * The moment after which nothing more is waited for. One for each client request, shared by all its fetches; real
 * elapsed time, whatever the domain clock says. It holds as long as anything waits for it, whatever became of the client.
 */
export class Deadline {
  readonly #startedAt: number;
  #expiresAt: number;
  #isCommand = false;
  #isAbandoned = false;
  /** Called when it is over. A set of functions costs a tenth of an AbortSignal's listeners. */
  readonly #waiting = new Set<() => void>();
  /** Runs exactly while something waits. */
  #timer: NodeJS.Timeout | null = null;

  /**
   * @param budgetMs - From `startedAt` until the client is to have its answer.
   * @param startedAt - `performance.now()` at the arrival of the request.
   */
  constructor(budgetMs: number, startedAt: number = performance.now()) {
    this.#startedAt = startedAt;
    this.#expiresAt = startedAt + budgetMs - RESERVE_MS;
  }

  /**
   * Makes it the deadline of a command, which is never broken off because its client left. Only before anything waits.
   * @param budgetMs - Counted from the arrival too.
   */
  becomeCommand(budgetMs: number): void {
    if (this.#timer) throw new Error('Something waits for this deadline already.');
    this.#isCommand = true;
    this.#expiresAt = this.#startedAt + budgetMs - RESERVE_MS;
  }

  /** The client has left: what is only for its eyes is over now. A command goes on. */
  abandon(): void {
    this.#isAbandoned = true;
    if (this.#isCommand) return;
    this.#expiresAt = performance.now();
    if (this.#timer) this.#end();
  }

  /** Whether it is over because nobody is there to read the answer: that is no fault of who was asked. */
  get isAbandoned(): boolean {
    return this.#isAbandoned && !this.#isCommand;
  }

  get isOver(): boolean {
    return performance.now() >= this.#expiresAt;
  }

  /** Calls back once when the deadline is over, unless `leave` is called with the same function before. */
  wait(callback: () => void): void {
    this.#waiting.add(callback);
    this.#timer ??= setTimeout(() => {
      this.#end();
    }, this.#expiresAt - performance.now());
  }

  leave(callback: () => void): void {
    this.#waiting.delete(callback);
    if (this.#waiting.size === 0) this.#stopTimer();
  }

  #end(): void {
    this.#stopTimer();
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const callback of waiting) callback();
  }

  #stopTimer(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
