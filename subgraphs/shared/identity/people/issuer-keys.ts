import { createLocalJWKSet, type JSONWebKeySet, type JWSHeaderParameters } from 'jose';
import { z } from 'zod';
import { wordsOf } from '../../owners/outcome.js';
import type { Sender } from '../../owners/sender.js';
import type { Logger } from '../../process/logger.js';
import { TimeLimit } from '../../process/time-limit.js';
import { isSafeAddress } from '../safe-address.js';
import type { Issuer } from './identity-file.js';

/** After that keys are fetched anew before they are used, so that one that was taken back ends. */
const FRESH_MS = 600_000;
/** Before that they are not fetched again for a key that is not among them, whoever asks for how many. */
const COOLDOWN_MS = 30_000;
/** For so long nobody waits for a provider that did not answer. */
const DOWN_MS = 5_000;
/** For both questions, where the keys are and which. */
const ANSWER_WITHIN_MS = 2_000;

const Metadata = z.object({ issuer: z.string(), jwks_uri: z.string().refine(isSafeAddress) });
const Keys = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(100) });

export interface IssuerKeysOptions {
  readonly issuer: Issuer;
  /** With a limit for answers. */
  readonly sender: Sender;
  readonly log: Logger;
  /** Milliseconds that only grow. */
  readonly elapsedMs?: () => number;
  readonly cooldownMs?: number;
  readonly answerWithinMs?: number;
}

/** The provider's keys are not known and cannot be had now. */
export class ProviderDown extends Error {}

/** The keys with which an issuer signs: found by discovery, kept, fetched anew when they change, and kept while it is down. */
export class IssuerKeys {
  readonly #options: Required<IssuerKeysOptions>;
  #keys: ReturnType<typeof createLocalJWKSet> | null = null;
  /** As they were answered, and how often they were others than before. */
  #answer = '';
  #version = 0;
  #fetchedAt = -Infinity;
  #failedAt = -Infinity;
  /** Shared by all who wait. */
  #fetching: Promise<void> | null = null;

  constructor(options: IssuerKeysOptions) {
    this.#options = {
      elapsedMs: () => performance.now(),
      cooldownMs: COOLDOWN_MS,
      answerWithinMs: ANSWER_WITHIN_MS,
      ...options,
    };
  }

  /**
   * The key that a token names.
   * @throws ProviderDown where none were ever had; JWKSNoMatchingKey of jose where there is no such key.
   */
  async find(header: JWSHeaderParameters): Promise<CryptoKey> {
    await this.#refresh();
    const keys = this.#keys;
    if (!keys) throw new ProviderDown();
    try {
      return await keys(header);
    } catch (error) {
      if (!this.#isOlderThan(this.#options.cooldownMs)) throw error;
      await this.#renew();
      return await (this.#keys ?? keys)(header);
    }
  }

  /** Another number once the keys are others; what was verified with others is to be verified again. */
  async version(): Promise<number> {
    await this.#refresh();
    return this.#version;
  }

  /** While the provider is down nobody waits for it who has keys. */
  async #refresh(): Promise<void> {
    if (!this.#isOlderThan(FRESH_MS)) return;
    const isDown = this.#failedAt > this.#fetchedAt;
    const renewed = this.#renew();
    if (this.#keys === null || !isDown) await renewed;
  }

  #isOlderThan(ageMs: number): boolean {
    return this.#options.elapsedMs() - this.#fetchedAt > ageMs;
  }

  /** Fetches the keys, unless that failed just now. Those that are known are kept where it fails. */
  async #renew(): Promise<void> {
    const { elapsedMs, issuer, log } = this.#options;
    if (elapsedMs() - this.#failedAt < DOWN_MS) return;
    try {
      this.#fetching ??= this.#fetch().finally(() => (this.#fetching = null));
      await this.#fetching;
    } catch (error) {
      this.#failedAt = elapsedMs();
      log.warn({ err: error, issuer: issuer.issuer }, 'Keys of an issuer cannot be had.');
    }
  }

  async #fetch(): Promise<void> {
    const { issuer, elapsedMs, answerWithinMs } = this.#options;
    const limit = TimeLimit.within(answerWithinMs);
    const uri = issuer.jwksUri ?? (await this.#discover(limit));
    const keys = Keys.parse(await this.#get(uri, limit)) as JSONWebKeySet;
    this.#fetchedAt = elapsedMs();
    const answer = JSON.stringify(keys);
    if (answer === this.#answer) return;
    this.#keys = createLocalJWKSet(keys);
    this.#answer = answer;
    this.#version += 1;
  }

  /** OpenID Connect Discovery 1.0, section 4; where that is not answered, RFC 8414. */
  async #discover(limit: TimeLimit): Promise<string> {
    const { issuer } = this.#options.issuer;
    const { origin, pathname } = new URL(issuer);
    const path = pathname.replace(/\/$/, '');
    const openId = `${origin}${path}/.well-known/openid-configuration`;
    const oauth = `${origin}/.well-known/oauth-authorization-server${path}`;
    const answer = await this.#get(openId, limit).catch((error: unknown) => {
      if (error instanceof NotThere) return this.#get(oauth, limit);
      throw error;
    });
    const metadata = Metadata.parse(answer);
    if (metadata.issuer !== issuer) throw new Error('Its metadata are of another issuer.');
    return metadata.jwks_uri;
  }

  async #get(url: string, limit: TimeLimit): Promise<unknown> {
    const outcome = await this.#options.sender.send({ method: 'GET', url, limit });
    if (outcome.kind !== 'answer') throw new Error(`It ${wordsOf(outcome)}.`);
    if (outcome.status === 404) throw new NotThere(`There is nothing at ${url}.`);
    if (outcome.status !== 200) throw new Error(`It answered with status ${outcome.status}.`);
    return JSON.parse(outcome.body.toString('utf8')) as unknown;
  }
}

class NotThere extends Error {}
