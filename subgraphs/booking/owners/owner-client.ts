import { Agent } from 'undici';
import { isSkipped, type RegistryFollower } from '../../shared/owners/endpoint-table.js';
import type { Logger } from '../../shared/process/logger.js';
import type { Closable } from '../../shared/process/process.js';
import { within } from '../../shared/process/time-limit.js';
import { describeFailure, readEnvelope, readText } from './read-reply.js';
import { traceHeaders } from './trace-headers.js';

/**
 * What came back from a cooperative. `unreached`: surely not carried out (unknown or paused cooperative, connection refused).
 * `unknown`: may have been carried out; ask again with the same key. `refused`: GraphQL errors without data. `hopeless`: not
 * carried out, and asking again will not help.
 * `reason` goes after the cooperative's name, and holds nothing of its own words, which may repeat personal data. `isAnswered`: it
 * did answer, but with what is of no use.
 */
export type OwnerReply<Data> =
  | { readonly kind: 'answer'; readonly data: Data }
  | {
      readonly kind: 'unreached' | 'unknown' | 'refused' | 'hopeless';
      readonly reason: string;
      readonly isAnswered?: true;
    };

export type OwnerFailure = Exclude<OwnerReply<never>, { readonly kind: 'answer' }>;

/** One GraphQL operation. */
export interface OwnerOperation {
  readonly query: string;
  readonly variables: object;
}

/** Asks cooperatives' own endpoints. Their answers are untrusted. */
export interface OwnerClient extends Closable {
  /** Ids of all cooperatives that may be asked now. */
  readonly cooperatives: readonly string[];
  /** Whether the network has, or had, such a cooperative; true also where that cannot be known now. Never throws. */
  isMember(cooperative: string): Promise<boolean>;
  /**
   * One GraphQL operation on the cooperative's own endpoint. Never throws.
   * @param read - Checks the answer's data, and throws when they are malformed.
   */
  ask<Data>(
    cooperative: string,
    operation: OwnerOperation,
    read: (data: unknown) => Data,
    timeoutMs: number,
  ): Promise<OwnerReply<Data>>;
}

export interface OwnerClientOptions {
  /** Null when there is no registry to follow: then nobody can be asked. */
  readonly registry: RegistryFollower | null;
  /** Secret; shown to every cooperative. */
  readonly token: string | undefined;
  readonly log: Logger;
}

const CONNECTIONS_PER_ORIGIN = 64;
const CONNECT_TIMEOUT_MS = 1_000;

/** The client over HTTP: keeps connections alive, one pool an origin; follows no redirects. */
export class HttpOwnerClient implements OwnerClient {
  readonly #agent = new Agent({
    connections: CONNECTIONS_PER_ORIGIN,
    connect: { timeout: CONNECT_TIMEOUT_MS },
    keepAliveTimeout: 30_000,
  });
  /** Those that failed last, so that a failure is logged once and not with every question. */
  readonly #failing = new Set<string>();

  constructor(private readonly options: OwnerClientOptions) {}

  get cooperatives(): readonly string[] {
    const entries = this.options.registry?.entries ?? [];
    return entries.filter((entry) => !isSkipped(entry)).map(({ id }) => id);
  }

  async isMember(cooperative: string): Promise<boolean> {
    const { registry } = this.options;
    return registry !== null && (await registry.findOrAsk(cooperative)) !== 'none';
  }

  async ask<Data>(
    cooperative: string,
    operation: OwnerOperation,
    read: (data: unknown) => Data,
    timeoutMs: number,
  ): Promise<OwnerReply<Data>> {
    const entry = (await this.options.registry?.findOrAsk(cooperative)) ?? 'none';
    if (entry === 'none') return { kind: 'unreached', reason: 'is not in the registry' };
    if (entry === 'unasked') {
      return { kind: 'unreached', reason: 'is not known here, and the registry does not answer' };
    }
    if (entry.status === 'LEFT') return { kind: 'hopeless', reason: 'has left the network' };
    if (isSkipped(entry)) return { kind: 'unreached', reason: 'is paused' };
    try {
      const reply = readEnvelope(await this.#post(entry.url, operation, timeoutMs), read);
      this.#note(cooperative, reply.kind === 'answer' ? null : reply.reason);
      return reply;
    } catch (error) {
      const failure = describeFailure(error, timeoutMs);
      this.#note(cooperative, failure.reason);
      return failure;
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #post(url: string, operation: OwnerOperation, timeoutMs: number): Promise<string> {
    const { origin, pathname, search } = new URL(url);
    const { token } = this.options;
    const response = await this.#agent.request({
      origin,
      path: pathname + search,
      method: 'POST',
      headers: {
        ...traceHeaders(),
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(operation),
      ...within(timeoutMs),
    });
    return readText(response);
  }

  #note(cooperative: string, failure: string | null): void {
    if (failure === null) {
      if (this.#failing.delete(cooperative)) {
        this.options.log.info({ cooperative }, 'Cooperative answers again.');
      }
    } else if (!this.#failing.has(cooperative)) {
      this.#failing.add(cooperative);
      this.options.log.warn({ cooperative, reason: failure }, 'Cooperative gave no usable answer.');
    }
  }
}

/** Tells members from others, of these ids. */
export async function findMembers(
  owners: Pick<OwnerClient, 'isMember'>,
  ids: readonly string[],
): Promise<(cooperative: string) => boolean> {
  const found = await Promise.all(ids.map(async (id) => ((await owners.isMember(id)) ? [id] : [])));
  const members = new Set(found.flat());
  return (cooperative) => members.has(cooperative);
}
