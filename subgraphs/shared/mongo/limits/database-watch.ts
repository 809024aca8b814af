import { endToBeStartedAgain } from '../../process/end.js';
import type { Logger } from '../../process/logger.js';
import { messageOf } from '../../process/message-of.js';
import { TimeLimit, within } from '../../process/time-limit.js';
import { undecided } from './database-limits.js';

export interface DatabaseWatchOptions {
  readonly log: Logger;
  /** Resolves when the database answers. */
  readonly ping: () => Promise<unknown>;
  /** Resolves when the database answers a connection that is made for that. */
  readonly pingAfresh: () => Promise<unknown>;
  /** How long a look may take, in milliseconds; 5 s where it is left out. */
  readonly answersWithinMs?: number;
  /** Ends the process where that cannot help itself. */
  readonly end?: () => void;
  /** Real elapsed time, in milliseconds. */
  readonly now?: () => number;
}

const LOOK_EVERY_MS = 2_000;
const ANSWERS_WITHIN_MS = 5_000;
/** Far longer than a database that is started again needs, and than a pause that passes. */
const HELPLESS_AFTER_MS = 150_000;
/** A batch that was given up says no more of the database. */
const FORGOTTEN_AFTER_MS = 120_000;

/**
 * Whether the database answers, looked at all the while. A process for which it has not answered in so long a time, and that a new
 * connection would help, ends: whoever keeps it running starts it again. One whose database is away from everybody stays.
 */
export class DatabaseWatch {
  #timer: NodeJS.Timeout | undefined;
  #isLooking = false;
  /** When the first look was begun of those that were in vain since the last answer; null while it answers. */
  #silentSince: number | null = null;
  /** When the first batch was begun of those that were given up since the last that was not, and when the last of them ended. */
  #undecided: { readonly since: number; readonly last: number } | null = null;
  readonly #now: () => number;

  constructor(private readonly options: DatabaseWatchOptions) {
    this.#now = options.now ?? (() => performance.now());
  }

  /** What is wrong, as a sentence; null where nothing is. */
  get fault(): string | null {
    const undecidedSince = this.#undecidedSince();
    if (this.silence !== null || undecidedSince === null) return this.silence;
    return `The database has carried out no commands for ${this.#secondsSince(undecidedSince)} s.`;
  }

  /** That nothing answers, as a sentence; null where something does, and else may be wrong with it all the same. */
  get silence(): string | null {
    if (this.#silentSince === null) return null;
    return `The database has not answered for ${this.#secondsSince(this.#silentSince)} s.`;
  }

  /** Looks every other second from now on. Does not keep the process alive. */
  start(): void {
    this.#timer ??= setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Looks once, unless it is looked already. Never rejects. */
  async look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    await this.#ask();
    if (this.#isOverdue() && (await this.#isAnsweredAfresh())) {
      // The database may have come back to both of them just now.
      await this.#ask();
      if (this.#isOverdue()) this.#end();
    }
    this.#isLooking = false;
  }

  async #ask(): Promise<void> {
    const begunAt = this.#now();
    const { log } = this.options;
    try {
      await this.#inTime(this.options.ping());
      if (this.#silentSince === null) return;
      log.warn('The database answers again.');
      this.#silentSince = null;
      // What was given up while nothing answered tells nothing of what does now.
      this.#undecided = null;
    } catch (error) {
      if (this.#silentSince === null)
        log.warn({ reason: messageOf(error) }, 'The database does not answer.');
      this.#silentSince ??= begunAt;
    }
  }

  async #isAnsweredAfresh(): Promise<boolean> {
    try {
      await this.#inTime(this.options.pingAfresh());
      return true;
    } catch {
      return false;
    }
  }

  #inTime(answer: Promise<unknown>): Promise<unknown> {
    const { answersWithinMs = ANSWERS_WITHIN_MS } = this.options;
    return within(TimeLimit.within(answersWithinMs), answer, undecided);
  }

  /** Notes what became of a batch of commands. @param isDecided - False where it was given up after its time. */
  note(isDecided: boolean, tookMs: number): void {
    const last = this.#now();
    const since = this.#undecidedSince() ?? last - tookMs;
    this.#undecided = isDecided ? null : { since, last };
  }

  /** Null where none was given up of late: nobody may have sent any since. */
  #undecidedSince(): number | null {
    const { since, last } = this.#undecided ?? { since: null, last: 0 };
    return this.#now() - last < FORGOTTEN_AFTER_MS ? since : null;
  }

  #isOverdue(): boolean {
    const since = Math.min(this.#silentSince ?? Infinity, this.#undecidedSince() ?? Infinity);
    return this.#now() - since >= HELPLESS_AFTER_MS;
  }

  #end(): void {
    const { log, end = endToBeStartedAgain } = this.options;
    log.error({ reason: this.fault }, 'Ending, to be started again.');
    end();
  }

  #secondsSince(at: number): number {
    return Math.round((this.#now() - at) / 1_000);
  }
}
