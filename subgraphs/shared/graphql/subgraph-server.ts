import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { buildSubgraphSchema } from '@apollo/subgraph';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { createServer, type IncomingMessage } from 'node:http';
import { scalarResolvers } from '../../../schema/scalars.js';
import { subgraphTypeDefs, type SubgraphName } from '../../../schema/sdl.js';
import { answerClientErrors } from '../http/answer-client-errors.js';
import { checkReferences } from './check-references.js';
import { chooseOperation } from './choose-operation.js';
import { graphqlRoute } from '../http/graphql-route.js';
import { limitDocument } from './limit-document.js';
import { refuse, RefusedRequest } from '../http/refused-request.js';
import { listen } from '../process/listen.js';
import type { Logger } from '../process/logger.js';
import { createErrorMask } from '../process/mask-error.js';
import type { Closable } from '../process/process.js';

/** Largest request that is read. */
const REQUEST_LIMIT_BYTES = 5 * 1024 * 1024;
/** How large a document may be: far larger than what the gateway's planner makes of the largest that it takes. */
const MAX_TOKENS = 50_000;
const MAX_SELECTIONS = 10_000;

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
  readonly plugins?: readonly ApolloServerPlugin<Context>[];
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
  answerClientErrors(httpServer);
  const apollo = new ApolloServer<Context>({
    schema: checkReferences(
      buildSubgraphSchema({
        typeDefs: subgraphTypeDefs(options.name),
        resolvers: { ...scalarResolvers, ...options.resolvers },
      }),
    ),
    introspection: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    formatError: createErrorMask(options.log),
    logger: options.log,
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    plugins: [
      limitDocument({ selections: MAX_SELECTIONS }),
      chooseOperation,
      ApolloServerPluginDrainHttpServer({ httpServer }),
      // It looks at every single field of an answer, and nobody reads what it finds.
      ApolloServerPluginCacheControlDisabled(),
      ...(options.plugins ?? []),
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
    graphqlRoute({
      apollo,
      requestLimitBytes: REQUEST_LIMIT_BYTES,
      createContext: options.createContext,
      log: options.log,
    }),
  );
  app.use(answerFaults(options.log));
  return {
    listen: (host, port) => listen(httpServer, host, port),
    close: () => apollo.stop(),
  };
}

/** Express itself would answer with a page, and write the fault to standard error. */
function answerFaults(log: Logger): ErrorRequestHandler {
  return (error: { readonly status?: unknown }, _request, response, next) => {
    const isClients = error.status === 400;
    if (response.headersSent) next(error);
    else if (isClients)
      refuse(response, new RefusedRequest(400, 'The address cannot be read.'), log);
    else refuse(response, error, log);
  };
}
