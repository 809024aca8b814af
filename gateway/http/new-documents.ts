import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import type { DocumentStore } from '../../subgraphs/shared/graphql/document-store.js';
import { RefusedRequest } from '../../subgraphs/shared/http/refused-request.js';
import { parseExtensions } from '../../subgraphs/shared/http/read-request.js';
import { FairLine } from '../../subgraphs/shared/turns/fair-line.js';
import { rootFieldNames } from '../documents/root-field-names.js';
import { networkOf } from '../limits/payers.js';
import type { GatewayContext } from '../request/gateway-context.js';
import { contextOf } from '../request/keep-context.js';

/** Operations that are remembered as planned; more than the documents that are kept have, by far. */
const MOST_PLANNED = 10_000;
/** Requests that wait with a new document: what can be read of them before clients leave. */
const MOST_WAITING = 200;
/** Of who is refused. */
const RETRY_AFTER_SECONDS = 1;
/** What the schema says of itself: worked out in one piece, each time anew. */
const INTROSPECTION = ['__schema', '__type'];

/**
 * Has what is new here wait for its turn: to be read, validated and planned a document holds the event loop for up to some ten
 * milliseconds. Operations of kept documents, which the network's own pages and partners' programs send, never wait for that. Whatever
 * reads the schema always takes a turn.
 */
export class NewDocuments {
  readonly #planned = new LRUCache<string, true>({ max: MOST_PLANNED });

  /** @param store - Of the documents that need not be read again. */
  constructor(
    private readonly store: Pick<DocumentStore, 'has'>,
    private readonly line: Pick<FairLine<string>, 'take'> = new FairLine(MOST_WAITING),
  ) {}

  /** Notes what is valid. */
  readonly plugin: ApolloServerPlugin<GatewayContext> = {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ queryHash, document, operation, request }) => {
          const key = keyOf(queryHash, request.operationName);
          if (!operation || this.#planned.has(key)) return Promise.resolve();
          const names = rootFieldNames(document, operation);
          if (!INTROSPECTION.some((name) => names.has(name))) this.#planned.set(key, true);
          return Promise.resolve();
        },
      }),
  };

  /** Adds the wait to the routes of a scope that keeps contexts; once the body is read. */
  addTo(scope: FastifyInstance): void {
    scope.addHook('preHandler', async (request) => {
      const { hash, operationName } = namesIn(request);
      if (hash === null) return;
      if (this.store.has(hash) && this.#planned.has(keyOf(hash, operationName))) return;
      const context = contextOf(request);
      if (await this.line.take(callerOf(context), context.deadline)) return;
      throw new RefusedRequest(
        503,
        'Too many documents that are new here are asked at once: nothing was begun, try again in a second.',
        { 'retry-after': String(RETRY_AFTER_SECONDS) },
      );
    });
  }
}

/** Whoever is known waits in a line of their own, all others at one address in one. */
function callerOf({ caller, address }: GatewayContext): string {
  return caller ? `${caller.issuer} ${caller.subject}` : networkOf(address);
}

/** @param operationName - As it came; however long it is, the key is short. */
function keyOf(hash: string, operationName: unknown): string {
  return typeof operationName === 'string'
    ? createHash('sha256').update(`${hash} ${operationName}`).digest('base64url')
    : hash;
}

/** What a request asks for: the SHA-256 of the document that it brings or names, in hexadecimal, null where there is none to be read. */
function namesIn({ method, body, query: search }: FastifyRequest): {
  readonly hash: string | null;
  readonly operationName: unknown;
} {
  const { query, extensions, operationName } = Object(
    method === 'POST' ? body : search,
  ) as Readonly<Record<string, unknown>>;
  if (typeof query === 'string') {
    return { hash: createHash('sha256').update(query).digest('hex'), operationName };
  }
  const read = typeof extensions === 'string' ? parseExtensions(extensions) : extensions;
  const { persistedQuery } = Object(read) as { readonly persistedQuery?: unknown };
  const { sha256Hash } = Object(persistedQuery) as { readonly sha256Hash?: unknown };
  return { hash: typeof sha256Hash === 'string' ? sha256Hash : null, operationName };
}
