import { setTimeout as pause } from 'node:timers/promises';
import { isCooperativeId } from '../words/ids.js';
import type { Logger } from '../process/logger.js';
import type { Closable } from '../process/process.js';
import { askRegistry, type RegistryAnswer, type RegistryEntry } from './registry-answer.js';
import { Sender } from './sender.js';

export type { RegistryEntry };

/** What is known of an id. `none`: the network never had it. `unasked`: it is not known here, and the registry does not answer. */
export type Lookup = RegistryEntry | 'none' | 'unasked';

/** Which cooperatives there are and where each one answers. */
export interface EndpointTable {
  /** Whether a table was ever read; until then nothing is known of any cooperative. */
  readonly isLoaded: boolean;
  /** The entries whose listing may be out of date (STALE or UNREACHABLE), by id. */
  readonly outdated: readonly RegistryEntry[];
  /** Null when it is not known here, yet or at all. */
  find(cooperative: string): RegistryEntry | null;
  /** The same, but asks the registry once more before it says that there is no such cooperative. Never throws. */
  findOrAsk(cooperative: string): Promise<Lookup>;
}

/** Whether the cooperative is to be left alone: paused, or no longer a member. */
export function isSkipped({ status }: RegistryEntry): boolean {
  return status === 'PAUSED' || status === 'LEFT';
}

export interface RegistryFollowerOptions {
  /** The registry's address, such as `http://127.0.0.1:4001/registry`. */
  readonly registryUrl: string;
  /** Between two looks, where the registry cannot be asked to wait for a change, or does not answer. */
  readonly pollMs: number;
  readonly timeoutMs: number;
  readonly log: Logger;
}

/** How long the registry is asked to wait; proxies commonly give up after 30 s or later. */
const WAIT_MS = 25_000;
/** Between two answers, however fast the revisions follow each other. */
const SHORTEST_PAUSE_MS = 50;
/** Between two looks for ids that are not known: a flood of them asks no more often. */
const ASK_AGAIN_MS = 100;
const ASK_AGAIN_TIMEOUT_MS = 1_000;
/** Some tens of thousands of cooperatives. */
const LARGEST_REGISTRY_BYTES = 20_000_000;

/**
 * An endpoint table that follows the catalogue's registry: a request that waits there is answered as soon as its revision is
 * another. While the registry does not answer, the last table stays.
 */
export class RegistryFollower implements EndpointTable, Closable {
  #entries: ReadonlyMap<string, RegistryEntry> = new Map();
  #outdated: readonly RegistryEntry[] = [];
  #revision: number | null = null;
  #isLoaded = false;
  /** Counts the requests, so that an answer that is late does not take back what a later request has brought. */
  #requests = 0;
  #requestsWhenRead = 0;
  #refreshing: Promise<boolean> | null = null;
  /** A look for unknown ids that is not sent yet: whoever comes now can still share it. */
  #askingAgain: Promise<boolean> | null = null;
  #askAgainAt = 0;
  #following: Promise<void> = Promise.resolve();
  readonly #closing = new AbortController();
  readonly #sender = new Sender({ largestAnswerBytes: LARGEST_REGISTRY_BYTES });
  #isFailing = false;

  constructor(private readonly options: RegistryFollowerOptions) {}

  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  get outdated(): readonly RegistryEntry[] {
    return this.#outdated;
  }

  /** Every cooperative that the registry names, in its order. */
  get entries(): readonly RegistryEntry[] {
    return [...this.#entries.values()];
  }

  find(cooperative: string): RegistryEntry | null {
    return this.#entries.get(cooperative) ?? null;
  }

  async findOrAsk(cooperative: string): Promise<Lookup> {
    const known = this.find(cooperative);
    if (known !== null) return known;
    if (!isCooperativeId(cooperative)) return 'none';
    const hasAnswered = await this.#askAgain();
    return this.find(cooperative) ?? (hasAnswered ? 'none' : 'unasked');
  }

  /** Asks now and follows from then on. @returns After the first answer or failure. */
  async start(): Promise<void> {
    const first = await this.#read(WAIT_MS, this.options.timeoutMs);
    this.#following = this.#follow(first?.canWait ?? false);
  }

  /** Asks the registry now; calls at the same time share one request. @returns Whether it answered. Never throws. */
  refresh(): Promise<boolean> {
    this.#refreshing ??= this.#read(0, this.options.timeoutMs)
      .then((answer) => answer !== null)
      .finally(() => {
        this.#refreshing = null;
      });
    return this.#refreshing;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#sender.close();
    await Promise.all([this.#following, this.#refreshing, this.#askingAgain]);
  }

  async #follow(canWait: boolean): Promise<void> {
    const { pollMs, timeoutMs } = this.options;
    const { signal } = this.#closing;
    let pauseMs = canWait ? SHORTEST_PAUSE_MS : pollMs;
    for (;;) {
      await pause(pauseMs, null, { signal, ref: false }).catch(() => null);
      if (signal.aborted) return;
      const answer = await this.#read(WAIT_MS, WAIT_MS + timeoutMs);
      pauseMs = answer?.canWait ? SHORTEST_PAUSE_MS : pollMs;
    }
  }

  /** Every call gets a look that began after it. */
  #askAgain(): Promise<boolean> {
    this.#askingAgain ??= this.#askShared();
    return this.#askingAgain;
  }

  async #askShared(): Promise<boolean> {
    const { signal } = this.#closing;
    const pauseMs = Math.max(0, this.#askAgainAt - performance.now());
    await pause(pauseMs, null, { signal }).catch(() => null);
    this.#askingAgain = null;
    this.#askAgainAt = performance.now() + ASK_AGAIN_MS;
    const answer = await this.#read(0, Math.min(this.options.timeoutMs, ASK_AGAIN_TIMEOUT_MS));
    return answer !== null;
  }

  /** @returns Null when the registry did not answer. */
  async #read(waitMs: number, timeoutMs: number): Promise<RegistryAnswer | null> {
    const { registryUrl: url, log } = this.options;
    const request = (this.#requests += 1);
    try {
      const answer = await askRegistry({
        sender: this.#sender,
        url,
        etag: this.#revision === null ? null : `"${this.#revision}"`,
        waitMs,
        limitMs: timeoutMs,
      });
      if (answer.table) this.#replace(answer.table, request);
      this.#isFailing = false;
      return answer;
    } catch (error) {
      if (this.#closing.signal.aborted) return null;
      if (!this.#isFailing)
        log.warn({ err: error }, 'The registry does not answer; the last table stays.');
      this.#isFailing = true;
      // A registry that starts anew may count its revisions anew: ask for the whole table next time.
      this.#revision = null;
      return null;
    }
  }

  #replace(
    { revision, cooperatives }: NonNullable<RegistryAnswer['table']>,
    request: number,
  ): void {
    const isLate = request <= this.#requestsWhenRead && revision < (this.#revision ?? 0);
    if (isLate) return;
    this.#entries = new Map(cooperatives.map((entry) => [entry.id, entry]));
    this.#outdated = cooperatives
      .filter((entry) => !isSkipped(entry))
      .filter(({ state }) => state === 'STALE' || state === 'UNREACHABLE')
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    this.#revision = revision;
    this.#requestsWhenRead = this.#requests;
    this.#isLoaded = true;
  }
}
