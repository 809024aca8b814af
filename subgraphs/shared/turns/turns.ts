import { setImmediate } from 'node:timers/promises';

/** After so long others get their turn; real time, like all waiting here. */
const TURN_MS = 5;

/** Lets others have their turn in between, where an answer takes a while to work out. */
export class Turns {
  #pauseAt = performance.now() + TURN_MS;
  #last: Promise<void> = Promise.resolve();

  /** @param signal - Ends the work when nobody waits for it any more; where left out, it is always done. */
  constructor(private readonly signal?: AbortSignal) {}

  /** To be called after each small part. Rejects with the signal's reason. */
  async pass(): Promise<void> {
    if (performance.now() < this.#pauseAt) return;
    await setImmediate();
    this.signal?.throwIfAborted();
    this.#pauseAt = performance.now() + TURN_MS;
  }

  /** The same for parts that are all ready at once: to be called before each, they go on one after the other. */
  passInLine(): Promise<void> {
    this.#last = this.#last.then(() => this.pass());
    return this.#last;
  }
}

/**
 * Does work that gives others their turn between its parts.
 * @param signal - Ends it when nobody waits for it any more: rejects with its reason. Where left out, it is always done.
 */
export async function inTurns<Result>(
  parts: Generator<undefined, Result>,
  signal?: AbortSignal,
): Promise<Result> {
  const turns = new Turns(signal);
  for (;;) {
    const part = parts.next();
    if (part.done) return part.value;
    await turns.pass();
  }
}
