/** A moment after which nothing more is waited for; real elapsed time, whatever the domain clock says. */
export class TimeLimit {
  /** Called when it is over. A set of functions costs a tenth of an AbortSignal's listeners. */
  readonly #waiting = new Set<() => void>();
  /** Runs exactly while something waits. */
  #timer: NodeJS.Timeout | null = null;
  #endsAt: number;

  /**
   * @param endsAt - As `performance.now()` counts.
   * @param signal - Ends it before, when nobody waits any more.
   */
  constructor(
    endsAt: number,
    private readonly signal?: AbortSignal,
  ) {
    this.#endsAt = endsAt;
    const end = (): void => {
      this.end();
    };
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end, { once: true });
  }

  /** Of work that begins now. @param signal - Ends it before, when nobody waits for the work any more. */
  static within(limitMs: number, signal?: AbortSignal): TimeLimit {
    return new TimeLimit(performance.now() + limitMs, signal);
  }

  /** Whether nobody waits any more: that something was not done in time is no fault of who was asked then. */
  get isAbandoned(): boolean {
    return this.signal?.aborted ?? false;
  }

  get isOver(): boolean {
    return this.remainingMs === 0;
  }

  /** 0 when it is over. */
  get remainingMs(): number {
    return Math.max(0, this.#endsAt - performance.now());
  }

  /** Calls back once when it is over, unless `leave` is called with the same function before. */
  wait(callback: () => void): void {
    this.#waiting.add(callback);
    this.#timer ??= setTimeout(() => {
      this.end();
    }, this.remainingMs);
  }

  leave(callback: () => void): void {
    this.#waiting.delete(callback);
    if (this.#waiting.size === 0) this.#stopTimer();
  }

  /** Another moment, only before anything waits. @param endsAt - As `performance.now()` counts. */
  moveTo(endsAt: number): void {
    if (this.#timer) throw new Error('Something waits for this time limit already.');
    this.#endsAt = endsAt;
  }

  /** Makes now that moment. */
  end(): void {
    // A timer may be early by a part of a millisecond.
    this.#endsAt = Math.min(this.#endsAt, performance.now());
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

/**
 * Waits for work, but no longer than a limit. The work goes on: to end, it has to look at the limit itself.
 * @param refuse - What is thrown when the time is over.
 */
export function within<Result>(
  limit: TimeLimit,
  work: Promise<Result>,
  refuse: () => Error,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      reject(refuse());
    };
    limit.wait(giveUp);
    work.then(resolve, reject).finally(() => {
      limit.leave(giveUp);
    });
  });
}
