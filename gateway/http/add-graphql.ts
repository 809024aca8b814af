import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import { addGraphqlRoute } from '../../subgraphs/shared/http/graphql-route.js';
import { refuse } from '../../subgraphs/shared/http/refused-request.js';
import type { GatewayContext } from '../request/gateway-context.js';
import { contextOf, findContext } from '../request/keep-context.js';
import { Cors } from './cors.js';
import { keepCaller, type CallerOptions } from './keep-caller.js';
import type { NewDocuments } from './new-documents.js';
import { tagPublicAnswer } from './tag-public-answer.js';

/** Documents are written by people, or by what people wrote: whatever is long in a request belongs into its variables. */
const DOCUMENT_LIMIT_BYTES = 50_000;
/** In a request; a hundred legs with all that can be said of them have a tenth of it. */
const MOST_VALUES = 20_000;

export interface GraphqlOptions extends CallerOptions {
  /** Started. */
  readonly apollo: ApolloServer<GatewayContext>;
  readonly newDocuments: NewDocuments;
  readonly requestLimitBytes: number;
  readonly corsOrigins: readonly string[];
}

/** Adds `/graphql` for clients: pages of other sites may ask, caches may keep what is public. @param app - Keeps contexts. */
export function addGraphql(app: FastifyInstance, options: GraphqlOptions): void {
  const { apollo, newDocuments, requestLimitBytes, corsOrigins } = options;
  const cors = new Cors(corsOrigins);
  void app.register((scope, _options, done) => {
    scope.addHook('onRequest', ({ method, raw }, reply, next) => {
      if (method === 'OPTIONS') {
        void reply.code(204).headers(cors.ofPreflight(raw)).send();
        return;
      }
      reply.headers(cors.of(raw)).header('cache-control', 'no-store');
      next();
    });
    keepCaller(scope, options);
    scope.addHook('onRequest', (request, reply, next) => {
      if (contextOf(request).caller !== null) cors.close(reply);
      next();
    });
    scope.addHook('onSend', tagPublicAnswer);
    scope.setErrorHandler((error, request, reply) => {
      refuse(error, request, reply, findContext(request)?.log);
    });
    addGraphqlRoute(scope, {
      ...{ apollo, requestLimitBytes, createContext: contextOf },
      documentLimitBytes: DOCUMENT_LIMIT_BYTES,
      mostValues: MOST_VALUES,
      addHooks: (route) => {
        newDocuments.addTo(route);
      },
    });
    done();
  });
}
