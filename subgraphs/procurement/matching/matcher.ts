import { Worker } from 'node:worker_threads';
import { Gate } from '../../shared/turns/gate.js';
import type { TimeLimit } from '../../shared/process/time-limit.js';
import { Turns } from '../../shared/turns/turns.js';
import type { Matched } from './match.js';
import { suppliersOf, type Matching } from './suppliers.js';
import type { Told } from './thread.js';

/** Why there is no answer: no thread was free in time, it took too long, or the arithmetic failed. Only that search is lost. */
export type MatchingErrorCode = 'NO_THREAD' | 'TIMED_OUT' | 'FAILED';

export class MatchingError extends Error {
  override readonly name = 'MatchingError';

  constructor(
    readonly code: MatchingErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export interface MatcherSettings {
  /** Where the compiled `thread.ts` is. */
  readonly threadUrl: URL;
  /** How many matchings are computed at once, each by a thread of its own. */
  readonly threads: number;
}

/** A thread may not grow beyond this; the greatest matchings that are let in take a third. */
const MOST_MEGABYTES = 768;

/**
 * Matches in threads of their own, so that this one stays free: arithmetic over two years takes up to seconds. Threads are started when
 * they are needed first, and kept; one that fails, or is not done in time, is ended, and the next search starts another.
 */
export class Matcher {
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  readonly #gate: Gate;

  constructor(private readonly settings: MatcherSettings) {
    this.#gate = new Gate(settings.threads, {
      mostWaiting: Infinity,
      refuse: () => new MatchingError('NO_THREAD', 'No thread was free in time.'),
    });
  }

  /**
   * @param limit - For waiting and computing together.
   * @throws MatchingError
   */
  async match(matching: Matching, limit: TimeLimit): Promise<Matched> {
    return await this.#gate.run(() => this.#compute(matching, limit), limit);
  }

  /** Ends all threads; what is being computed fails. */
  async stop(): Promise<void> {
    await Promise.all([...this.#all].map((thread) => thread.terminate()));
  }

  async #compute(matching: Matching, limit: TimeLimit): Promise<Matched> {
    if (limit.isOver) throw timedOut();
    const thread = this.#idle.pop() ?? this.#start();
    thread.ref();
    try {
      const [matched] = await Promise.all([answerOf(thread, limit), tell(thread, matching)]);
      thread.unref();
      this.#idle.push(thread);
      return matched;
    } catch (error) {
      await thread.terminate();
      throw error;
    }
  }

  #start(): Worker {
    const thread = new Worker(this.settings.threadUrl, {
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    this.#all.add(thread);
    thread.once('exit', () => {
      this.#all.delete(thread);
      const index = this.#idle.indexOf(thread);
      if (index >= 0) this.#idle.splice(index, 1);
    });
    return thread;
  }
}

function timedOut(): MatchingError {
  return new MatchingError('TIMED_OUT', 'There was no time to compute it.');
}

function answerOf(thread: Worker, limit: TimeLimit): Promise<Matched> {
  return new Promise((resolve, reject) => {
    const settle = (outcome: () => void): void => {
      limit.leave(onTime);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      outcome();
    };
    const onMessage = (matched: Matched): void => {
      settle(() => {
        resolve(matched);
      });
    };
    const fail = (error: MatchingError): void => {
      settle(() => {
        reject(error);
      });
    };
    const onError = (cause: unknown): void => {
      fail(new MatchingError('FAILED', 'The arithmetic failed.', { cause }));
    };
    const onExit = (): void => {
      fail(new MatchingError('FAILED', 'The thread ended.'));
    };
    const onTime = (): void => {
      fail(timedOut());
    };
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    limit.wait(onTime);
  });
}

/** Hands over a matching piece by piece, and lets others in between. */
async function tell(thread: Worker, matching: Matching): Promise<void> {
  const post = (piece: Told): void => {
    thread.postMessage(piece);
  };
  post({ kind: 'need', days: matching.days, lots: matching.lots });
  const turns = new Turns();
  for (const supplier of suppliersOf(matching)) {
    post({ kind: 'supplier', supplier });
    await turns.pass();
  }
  post({ kind: 'end' });
}
