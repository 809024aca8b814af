/** Somebody who waits for an answer. */
interface Waiter<Command, Answer> {
  readonly command: Command;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** Enough that a crowd is served in a few transactions, few enough that each stays short. */
const MOST_AT_ONCE = 50;

/**
 * The line in which the commands of one process stand: whoever comes while others are being served is served next, together
 * with all who have come by then. A crowd costs the database little more than one command.
 */
export class CommandLine<Command, Answer> {
  #waiting: Waiter<Command, Answer>[] = [];
  #isServing = false;

  /**
   * @param carryOut - Serves a batch; one answer a command, in order.
   * @param nameOf - No batch has two commands of one name; null for those without.
   */
  constructor(
    private readonly carryOut: (commands: readonly Command[]) => Promise<readonly Answer[]>,
    private readonly nameOf: (command: Command) => string | null,
  ) {}

  run(command: Command): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ command, resolve, reject });
      if (!this.#isServing) void this.#serveAll();
    });
  }

  async #serveAll(): Promise<void> {
    this.#isServing = true;
    while (this.#waiting.length > 0) await this.#serve(this.#takeBatch());
    this.#isServing = false;
  }

  #takeBatch(): Waiter<Command, Answer>[] {
    const names = new Set<string>();
    const batch: Waiter<Command, Answer>[] = [];
    const left: Waiter<Command, Answer>[] = [];
    for (const waiter of this.#waiting) {
      const name = this.nameOf(waiter.command);
      const isNext = batch.length < MOST_AT_ONCE && (name === null || !names.has(name));
      if (isNext && name !== null) names.add(name);
      (isNext ? batch : left).push(waiter);
    }
    this.#waiting = left;
    return batch;
  }

  async #serve(batch: readonly Waiter<Command, Answer>[]): Promise<void> {
    try {
      const answers = await this.carryOut(batch.map(({ command }) => command));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const answer = answers[index];
        if (answer === undefined) reject(new Error('A command was given no answer.'));
        else resolve(answer);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
