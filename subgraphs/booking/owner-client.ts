import { Agent, errors, type Dispatcher } from 'undici';
import { z } from 'zod';
import { isSkipped, type RegistryFollower } from '../shared/endpoint-table.js';
import type { Logger } from '../shared/logger.js';
import type { Closable } from '../shared/process.js';
import { traceHeaders } from './trace-headers.js';

/**
 * What came back from a cooperative. `unreached`: surely not carried out (unknown or paused cooperative, connection refused).
 * `unknown`: may have been carried out; ask again with the same key. `refused`: GraphQL errors without data.
 */
export type OwnerReply<Data> =
  | { readonly kind: 'answer'; readonly data: Data }
  | { readonly kind: 'unreached' | 'unknown' | 'refused'; readonly reason: string };

/** One GraphQL operation. */
export interface OwnerOperation {
  readonly query: string;
  readonly variables: object;
}

/** Asks cooperatives' own endpoints. Their answers are untrusted. */
export interface OwnerClient extends Closable {
  /** Ids of all cooperatives that may be asked now. */
  readonly cooperatives: readonly string[];
  /** Whether the network has, or had, such a cooperative; true for all while the registry has not been read yet. */
  isMember(cooperative: string): boolean;
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

const LARGEST_ANSWER_BYTES = 5_000_000;
const CONNECTIONS_PER_ORIGIN = 64;
const CONNECT_TIMEOUT_MS = 1_000;
const NOT_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'];

const Envelope = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string() })).nullish(),
});

/** An answer that says nothing of what was done. */
class Unusable extends Error {}

/** The client over HTTP: keeps connections alive, one pool an origin; follows no redirects. */
export class HttpOwnerClient implements OwnerClient {
  readonly #agent = new Agent({
    connections: CONNECTIONS_PER_ORIGIN,
    connect: { timeout: CONNECT_TIMEOUT_MS },
    keepAliveTimeout: 30_000,
    // The time limit of the question counts, from its start to the last byte.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  /** Those that failed last, so that a failure is logged once and not with every question. */
  readonly #failing = new Set<string>();

  constructor(private readonly options: OwnerClientOptions) {}

  get cooperatives(): readonly string[] {
    const entries = this.options.registry?.entries ?? [];
    return entries.filter((entry) => !isSkipped(entry)).map(({ id }) => id);
  }

  isMember(cooperative: string): boolean {
    const { registry } = this.options;
    if (registry === null) return false;
    return !registry.isLoaded || registry.find(cooperative) !== null;
  }

  async ask<Data>(
    cooperative: string,
    operation: OwnerOperation,
    read: (data: unknown) => Data,
    timeoutMs: number,
  ): Promise<OwnerReply<Data>> {
    const entry = this.options.registry?.find(cooperative) ?? null;
    if (entry === null) return { kind: 'unreached', reason: 'is not in the registry' };
    if (isSkipped(entry)) return { kind: 'unreached', reason: 'is paused or has left the network' };
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
      signal: AbortSignal.timeout(timeoutMs),
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

async function readText({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<string> {
  const type = String(headers['content-type'] ?? '').split(';')[0] ?? '';
  const isJson = /^application\/(graphql-response\+)?json$/i.test(type.trim());
  const isEncoded = (headers['content-encoding'] ?? 'identity') !== 'identity';
  const isRedirect = statusCode >= 300 && statusCode < 400;
  if (!isJson || isEncoded || isRedirect) {
    body.on('error', () => undefined).destroy();
    throw new Unusable(`answered with status ${statusCode} and no plain JSON`);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop destroys the body, and with it the connection.
    if (size > LARGEST_ANSWER_BYTES) throw new Unusable('answered with too much');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readEnvelope<Data>(text: string, read: (data: unknown) => Data): OwnerReply<Data> {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new Unusable('answered with broken JSON');
  }
  const envelope = Envelope.safeParse(answer);
  if (!envelope.success) throw new Unusable('answered with JSON that is not GraphQL');
  const { data, errors: faults } = envelope.data;
  const isEmpty = !data || Object.values(data).every((value) => value === null);
  const [fault] = faults ?? [];
  if (isEmpty && fault) return { kind: 'refused', reason: `says: ${fault.message.slice(0, 200)}` };
  try {
    return { kind: 'answer', data: read(data) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 500) : 'unreadable';
    throw new Unusable(`answered with malformed data: ${reason}`);
  }
}

type OwnerFailure = Exclude<OwnerReply<never>, { readonly kind: 'answer' }>;

function describeFailure(error: unknown, timeoutMs: number): OwnerFailure {
  if (error instanceof Unusable) return { kind: 'unknown', reason: error.message };
  if (error instanceof errors.ConnectTimeoutError) {
    return { kind: 'unreached', reason: 'could not be reached in time' };
  }
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  if (NOT_CONNECTED.includes(String(code)))
    return { kind: 'unreached', reason: 'could not be reached' };
  return name === 'TimeoutError'
    ? { kind: 'unknown', reason: `did not answer within ${timeoutMs} ms` }
    : { kind: 'unknown', reason: 'broke off the connection' };
}
