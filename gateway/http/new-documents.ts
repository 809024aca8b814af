import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { RefusedRequest } from '../../subgraphs/shared/http/refused-request.js';
import { Turns } from '../limits/turns.js';
import type { GatewayContext } from '../request/gateway-context.js';
import { contextOf } from '../request/keep-context.js';

/** Hashes of documents that are known; far more than are kept parsed. */
const MOST_KNOWN = 10_000;
/** Requests that wait with a new document: what can be read of them before clients leave. */
const MOST_WAITING = 200;
/** Of who is refused. */
const RETRY_AFTER_SECONDS = 1;

/**
 * Has documents that were never valid here wait for their turn: to be read, validated and planned each holds the event loop for up to
 * some ten milliseconds. Those that are known, which the network's own pages and partners' programs send, never wait for them.
 */
export class NewDocuments {
  readonly #known = new LRUCache<string, true>({ max: MOST_KNOWN });

  constructor(private readonly turns: Pick<Turns, 'take'> = new Turns(MOST_WAITING)) {}

  /** Notes what is valid. */
  readonly plugin: ApolloServerPlugin<GatewayContext> = {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ queryHash }) => {
          this.#known.set(queryHash, true);
          return Promise.resolve();
        },
      }),
  };

  /** Adds the wait to the routes of a scope that keeps contexts; once the body is read. */
  addTo(scope: FastifyInstance): void {
    scope.addHook('preHandler', async (request) => {
      const hash = hashOf(request);
      if (hash === null || this.#known.has(hash)) return;
      if (await this.turns.take(contextOf(request).deadline)) return;
      throw new RefusedRequest(
        503,
        'Too many documents that are new here are asked at once: nothing was begun, try again in a second.',
        { 'retry-after': String(RETRY_AFTER_SECONDS) },
      );
    });
  }
}

/** SHA-256 of the document that a request brings or names, in hexadecimal; null where there is none to be read. */
function hashOf({ method, body, query: search }: FastifyRequest): string | null {
  const { query, extensions } = Object(method === 'POST' ? body : search) as Readonly<
    Record<string, unknown>
  >;
  if (typeof query === 'string') return createHash('sha256').update(query).digest('hex');
  const { persistedQuery } = Object(extensions) as { readonly persistedQuery?: unknown };
  const { sha256Hash } = Object(persistedQuery) as { readonly sha256Hash?: unknown };
  return typeof sha256Hash === 'string' ? sha256Hash : null;
}
