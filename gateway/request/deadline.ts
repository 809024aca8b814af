import { TimeLimit } from '../../subgraphs/shared/process/time-limit.js';

/** Time kept back at the end, in which the answers are merged and written. */
const RESERVE_MS = 30;

/**
 * The time limit of a client request, shared by all its fetches. It holds as long as anything waits for it, whatever became
 * of the client.
 */
export class Deadline extends TimeLimit {
  readonly #startedAt: number;
  #isCommand = false;
  #isAbandoned = false;

  /**
   * @param budgetMs - From `startedAt` until the client is to have its answer.
   * @param startedAt - `performance.now()` at the arrival of the request.
   */
  constructor(budgetMs: number, startedAt: number = performance.now()) {
    super(startedAt + budgetMs - RESERVE_MS);
    this.#startedAt = startedAt;
  }

  /**
   * Makes it the deadline of a command, which is never broken off because its client left. Only before anything waits.
   * @param budgetMs - Counted from the arrival too.
   */
  becomeCommand(budgetMs: number): void {
    this.extendTo(budgetMs);
    this.#isCommand = true;
  }

  /** Another moment. Only before anything waits. @param budgetMs - Counted from the arrival too. */
  extendTo(budgetMs: number): void {
    this.moveTo(this.#startedAt + budgetMs - RESERVE_MS);
  }

  /** The client has left: what is only for its eyes is over now. A command goes on. */
  abandon(): void {
    this.#isAbandoned = true;
    if (!this.#isCommand) this.end();
  }

  /** Whether it is over because nobody is there to read the answer. */
  override get isAbandoned(): boolean {
    return this.#isAbandoned && !this.#isCommand;
  }
}
