export interface PauseBounds {
  /** Milliseconds before the first new start. */
  readonly first: number;
  /** Milliseconds; it doubles each time up to this. */
  readonly longest: number;
  /** A process that ran for so many milliseconds starts afresh. */
  readonly forgottenAfter: number;
}

/** The pause before a process that died is started again: longer each time, so that one that cannot run costs little. */
export class RestartPause {
  #nextMs: number;

  constructor(private readonly bounds: PauseBounds) {
    this.#nextMs = bounds.first;
  }

  /** @param ranForMs - How long it ran. @returns Milliseconds. */
  next(ranForMs: number): number {
    const { first, longest, forgottenAfter } = this.bounds;
    const pauseMs = ranForMs > forgottenAfter ? first : this.#nextMs;
    this.#nextMs = Math.min(pauseMs * 2, longest);
    return pauseMs;
  }
}
