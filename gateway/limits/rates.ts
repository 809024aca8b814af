import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { Caller } from '../../subgraphs/shared/identity/caller.js';
import type { Limits } from '../../subgraphs/shared/network-file/limits.js';
import type { Closable } from '../../subgraphs/shared/process/process.js';
import { addressPayers, callerPayers, type Payer, type PayerKind } from './payers.js';

export interface RatesOptions {
  readonly limits: Limits['rates'];
  /** Where several gateways count together; null: this process counts for itself. */
  readonly redis: Redis | null;
}

/** So many counters there are for all addresses, however many ask: two of them seldom share one, and memory is bounded. */
const ADDRESS_COUNTERS = 2 ** 17;

/** Somebody has used up their points. */
export interface Exhausted {
  readonly message: string;
  readonly retryAfterSeconds: number;
}

/** Who asks, and from where. */
export interface Asking {
  readonly caller: Caller | null;
  readonly address: string;
}

/** Counts what clients ask, in points, and says who has used up theirs. */
export class Rates implements Closable {
  readonly #limiters: ReadonlyMap<PayerKind, RateLimiterAbstract>;

  constructor(private readonly options: RatesOptions) {
    const { limits, redis } = options;
    const entries = Object.entries(limits.points) as [PayerKind, number][];
    this.#limiters = new Map(
      entries.map(([kind, points]) => [kind, createLimiter(kind, points, limits, redis)]),
    );
  }

  get costs(): Limits['rates']['costs'] {
    return this.options.limits.costs;
  }

  /** Takes points from whoever asks. @returns Null where they have enough. */
  async spend({ caller, address }: Asking, points: number): Promise<Exhausted | null> {
    const { limits } = this.options;
    const payers = caller === null ? [] : callerPayers(caller, limits);
    const isKnown = payers.length > 0;
    return this.#take(isKnown ? payers : addressPayers(address, limits), points);
  }

  /** Takes points from an address, whoever asks there: for what says nothing true of who it is. */
  async spendAt(address: string, points: number): Promise<Exhausted | null> {
    return this.#take(addressPayers(address, this.options.limits), points);
  }

  async close(): Promise<void> {
    this.options.redis?.disconnect();
    return Promise.resolve();
  }

  async #take(payers: readonly Payer[], points: number): Promise<Exhausted | null> {
    for (const { kind, key } of payers) {
      const counter = kind === 'address' ? counterOf(key) : key;
      const waitMs = await consume(this.#limiters.get(kind), counter, points);
      if (waitMs !== null) return this.#exhausted(kind, waitMs);
    }
    return null;
  }

  #exhausted(kind: PayerKind, waitMs: number): Exhausted {
    const { points, seconds } = this.options.limits;
    const retryAfterSeconds = Math.max(Math.ceil(waitMs / 1_000), 1);
    const limit = `limits.rates.points.${kind}`;
    const message = `Of the ${points[kind]} points of this ${kind} for ${seconds} s too few are left for this (${limit}); wait ${retryAfterSeconds} s.`;
    return { message, retryAfterSeconds };
  }
}

function counterOf(address: string): string {
  const number = createHash('sha256').update(address).digest().readUInt32BE();
  return String(number % ADDRESS_COUNTERS);
}

/** @returns For how long whoever has used them up waits, in ms; null where there were enough. */
async function consume(
  limiter: RateLimiterAbstract | undefined,
  key: string,
  points: number,
): Promise<number | null> {
  try {
    await limiter?.consume(key, points);
    return null;
  } catch (outcome) {
    if (outcome instanceof RateLimiterRes) return outcome.msBeforeNext;
    throw outcome;
  }
}

function createLimiter(
  kind: PayerKind,
  points: number,
  { seconds: duration }: Limits['rates'],
  redis: Redis | null,
): RateLimiterAbstract {
  const options = { keyPrefix: `hub rates ${kind}`, points, duration };
  const own = new RateLimiterMemory(options);
  if (redis === null) return own;
  return new RateLimiterRedis({
    ...options,
    storeClient: redis,
    rejectIfRedisNotReady: true,
    insuranceLimiter: own,
  });
}
