import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Express } from 'express';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { publicError } from '../../schema/errors.js';
import { scalarResolvers } from '../../schema/scalars.js';
import { subgraphTypeDefs, type SubgraphName } from '../../schema/sdl.js';
import { listen } from './listen.js';
import type { Logger } from './logger.js';
import { createErrorMask } from './mask-error.js';
import type { Closable } from './process.js';

export interface SubgraphServerOptions<Context extends object> {
  readonly name: SubgraphName;
  readonly resolvers: object;
  /**
   * Called once a request: what its resolvers receive, with loaders of its own.
   * @param signal - Aborted when the caller has gone before it was answered: long work for it ends there.
   */
  readonly createContext: (request: IncomingMessage, signal: AbortSignal) => Context;
  /** Whether questions can be answered now; decides `/ready`. */
  readonly isReady: () => boolean;
  readonly log: Logger;
  /** Further routes, added before the GraphQL endpoint. */
  readonly addRoutes?: (app: Express) => void;
}

/** One HTTP server with `/graphql`, `/health` and `/ready`, built but not listening. */
export interface SubgraphServer extends Closable {
  /** Listens. @param port - 0 for any free one. @returns The base URL, without a slash at its end. */
  listen(host: string, port: number): Promise<string>;
}

/** Builds the server of a subgraph: schema, error mask, health routes. */
export async function createSubgraphServer<Context extends object>(
  options: SubgraphServerOptions<Context>,
): Promise<SubgraphServer> {
  const app = express();
  app.disable('x-powered-by');
  const httpServer = createServer({ keepAliveTimeout: 65_000 }, app);
  const apollo = new ApolloServer<Context>({
    schema: buildSubgraphSchema({
      typeDefs: subgraphTypeDefs(options.name),
      resolvers: { ...scalarResolvers, ...options.resolvers },
    }),
    introspection: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    formatError: createErrorMask(options.log),
    logger: options.log,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer }),
      // It looks at every single field of an answer, and nobody reads what it finds.
      ApolloServerPluginCacheControlDisabled(),
    ],
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  app.get('/health', (_request, response) => void response.json({ status: 'alive' }));
  app.get('/ready', (_request, response) => {
    const isReady = options.isReady();
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready' });
  });
  options.addRoutes?.(app);
  app.use(
    '/graphql',
    express.json({ limit: '5mb' }),
    expressMiddleware(apollo, {
      context: ({ req, res }) => Promise.resolve(options.createContext(req, goneSignal(res))),
    }),
  );
  return {
    listen: (host, port) => listen(httpServer, host, port),
    close: () => apollo.stop(),
  };
}

/** Aborted when the connection is closed before the answer was sent. */
function goneSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (response.writableFinished) return;
    controller.abort(publicError('GATEWAY_TIMEOUT', 'Nobody waits for the answer any more.'));
  });
  return controller.signal;
}
