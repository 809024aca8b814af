import { systemClock } from '../../process/clock.js';
import { Sender } from '../../owners/sender.js';
import { wordsOf } from '../../owners/outcome.js';
import type { Logger } from '../../process/logger.js';
import type { Closable } from '../../process/process.js';
import { TimeLimit } from '../../process/time-limit.js';
import { parsePublicKeys, toTrustedKey } from './public-keys.js';
import type { TrustedKey, TrustedKeys } from './verify-request.js';

export interface RemoteKeysOptions {
  /** As HUB_JWKS_URL names it. */
  readonly url: string;
  readonly isProduction: boolean;
  readonly log: Logger;
  /** After which the keys are asked for again, though all that were needed are known. */
  readonly freshForMs?: number;
  /** Between two questions, however many unknown keys are shown. */
  readonly cooldownMs?: number;
  readonly timeoutMs?: number;
}

const FRESH_FOR_MS = 300_000;
const COOLDOWN_MS = 2_000;
const TIMEOUT_MS = 2_000;
const LARGEST_ANSWER_BYTES = 256 * 1_024;

/**
 * The hub's keys, as its catalogue publishes them. While that does not answer, those that are known stay, each until it is
 * retired; a key that is not known is asked for.
 */
export class RemoteKeys implements TrustedKeys, Closable {
  readonly #sender = new Sender({ connections: 1, largestAnswerBytes: LARGEST_ANSWER_BYTES });
  #byKid: ReadonlyMap<string, TrustedKey> = new Map();
  #asking: Promise<void> | null = null;
  #askAgainAt = 0;
  #staleAt = 0;

  constructor(private readonly options: RemoteKeysOptions) {}

  find(kid: string): TrustedKey | null | Promise<TrustedKey | null> {
    const known = this.#byKid.get(kid);
    if (known === undefined) return this.#ask().then(() => this.#byKid.get(kid) ?? null);
    if (performance.now() >= this.#staleAt) void this.#ask();
    return known;
  }

  async close(): Promise<void> {
    await this.#sender.close();
    await this.#asking;
  }

  /** Never rejects. Who comes while it is asked shares the answer. */
  #ask(): Promise<void> {
    if (this.#asking !== null) return this.#asking;
    if (performance.now() < this.#askAgainAt) return Promise.resolve();
    this.#asking = this.#read().finally(() => {
      this.#asking = null;
      this.#askAgainAt = performance.now() + (this.options.cooldownMs ?? COOLDOWN_MS);
    });
    return this.#asking;
  }

  async #read(): Promise<void> {
    const { url, isProduction, log } = this.options;
    try {
      const limit = TimeLimit.within(this.options.timeoutMs ?? TIMEOUT_MS);
      const outcome = await this.#sender.send({ method: 'GET', url, limit });
      if (outcome.kind !== 'answer') throw new Error(`It ${wordsOf(outcome)}.`);
      if (outcome.status !== 200) throw new Error(`It answered with status ${outcome.status}.`);
      const json: unknown = JSON.parse(outcome.body.toString('utf8'));
      const keys = parsePublicKeys(json, isProduction, systemClock.now().getTime());
      this.#byKid = new Map(keys.map((key) => [key.kid, toTrustedKey(key)]));
      this.#staleAt = performance.now() + (this.options.freshForMs ?? FRESH_FOR_MS);
    } catch (error) {
      log.warn({ err: error }, 'The keys of the hub could not be read (HUB_JWKS_URL).');
    }
  }
}
