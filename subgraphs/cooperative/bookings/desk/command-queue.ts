import { undecided } from '../../../shared/mongo/limits/database-limits.js';
import { TimeLimit, within } from '../../../shared/process/time-limit.js';

/** Somebody who waits for an answer. */
interface Waiter<Command, Answer> {
  readonly command: Command;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

export interface CommandLineOptions<Command, Answer> {
  /** Serves a batch; one answer a command, in order. @param limit - After that nobody waits for it any more. */
  readonly carryOut: (commands: readonly Command[], limit: TimeLimit) => Promise<readonly Answer[]>;
  /** No batch has two commands of one name, and of those of one name nobody overtakes. */
  readonly namesOf: (command: Command) => readonly string[];
  /** Whether a failure may be due to one command of the batch: then each is served alone. */
  readonly isOfOne: (error: unknown) => boolean;
  /** Told of each batch whether the database did its part, and how many milliseconds it took. */
  readonly onServed?: (isDecided: boolean, tookMs: number) => void;
  /** Milliseconds that a batch may take; a minute where it is left out. */
  readonly batchWithinMs?: number;
  /** Milliseconds by `performance.now()`, which is taken where it is left out. */
  readonly now?: () => number;
}

/** Enough that a crowd is served in a few transactions, few enough that each stays short. */
const MOST_AT_ONCE = 50;
/**
 * As long as a server lets a transaction live: far longer than whoever asks waits for an answer, so that a batch which is slow only because the
 * machine is busy is carried out, and whoever asks again finds it done.
 */
const BATCH_WITHIN_MS = 60_000;
/** Longer than anybody waits for an answer, so that all of a crowd that wants the last place are told that it is taken. */
const ANSWERED_WITHIN_MS = 10_000;
/** Whatever they are. */
const MOST_WAITING = 1_000;
/** How much the last batch says of how long one takes. */
const WEIGHT = 0.3;

/**
 * The line in which the commands of one process stand: whoever comes while others are being served is served next, together
 * with all who have come by then. A crowd costs the database little more than one command. A batch that takes too long is refused as
 * undecided, and the next one is served.
 */
export class CommandQueue<Command, Answer> {
  #waiting: Waiter<Command, Answer>[] = [];
  #isServing = false;
  /** When the batch that is being served began. */
  #servingSince = 0;
  /** How long a batch has taken of late; 0 before the first. */
  #batchMs = 0;

  constructor(private readonly options: CommandLineOptions<Command, Answer>) {}

  /**
   * Whether a command that comes now is likely to be answered while somebody waits for it.
   * @param canComeLater - Where it ends what there is it is let in although that takes longer, as long as the line is not endless.
   */
  hasRoom(canComeLater: boolean): boolean {
    const waiting = this.#waiting.length;
    if (!canComeLater) return waiting < MOST_WAITING;
    const soFarMs = this.#isServing ? this.#now() - this.#servingSince : 0;
    if (waiting === 0) return soFarMs <= ANSWERED_WITHIN_MS;
    const batches = Math.ceil((waiting + 1) / MOST_AT_ONCE);
    const beingServedMs = Math.max(this.#batchMs, soFarMs);
    return beingServedMs + batches * this.#batchMs <= ANSWERED_WITHIN_MS && waiting < MOST_WAITING;
  }

  run(command: Command): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ command, resolve, reject });
      if (!this.#isServing) void this.#serveAll();
    });
  }

  async #serveAll(): Promise<void> {
    this.#isServing = true;
    while (this.#waiting.length > 0) {
      this.#servingSince = this.#now();
      await this.#serve(this.#takeBatch());
      const tookMs = this.#now() - this.#servingSince;
      this.#batchMs += (tookMs - this.#batchMs) * (this.#batchMs === 0 ? 1 : WEIGHT);
    }
    this.#isServing = false;
  }

  #now(): number {
    return this.options.now?.() ?? performance.now();
  }

  #takeBatch(): Waiter<Command, Answer>[] {
    const seen = new Set<string>();
    const batch: Waiter<Command, Answer>[] = [];
    const left: Waiter<Command, Answer>[] = [];
    for (const waiter of this.#waiting) {
      const names = this.options.namesOf(waiter.command);
      const isNext = batch.length < MOST_AT_ONCE && !names.some((name) => seen.has(name));
      for (const name of names) seen.add(name);
      (isNext ? batch : left).push(waiter);
    }
    this.#waiting = left;
    return batch;
  }

  async #serve(batch: readonly Waiter<Command, Answer>[]): Promise<void> {
    const { carryOut, isOfOne, onServed, batchWithinMs = BATCH_WITHIN_MS } = this.options;
    const begunAt = performance.now();
    const limit = TimeLimit.within(batchWithinMs);
    try {
      const commands = batch.map(({ command }) => command);
      const answers = await within(limit, carryOut(commands, limit), undecided);
      onServed?.(true, performance.now() - begunAt);
      for (const [index, { resolve, reject }] of batch.entries()) {
        const answer = answers[index];
        if (answer === undefined) reject(new Error('A command was given no answer.'));
        else resolve(answer);
      }
    } catch (error) {
      onServed?.(isOfOne(error), performance.now() - begunAt);
      if (batch.length > 1 && isOfOne(error)) {
        // Whose it is shows when each stands alone: a fault of one is nobody else's.
        for (const waiter of batch) await this.#serve([waiter]);
        return;
      }
      for (const { reject } of batch) reject(error);
    }
  }
}
