import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { FastifyInstance } from 'fastify';
import { Kind, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { IncomingMessage } from 'node:http';
import { scalarResolvers } from '../../../schema/scalars.js';
import { subgraphTypeDefs, type SubgraphName } from '../../../schema/sdl.js';
import { answerWhoWaits, type Waited } from './answer-who-waits.js';
import { askOnce } from './ask-once.js';
import { checkReferences } from './check-references.js';
import { chooseOperation } from './choose-operation.js';
import { addHostCheck } from '../http/check-host.js';
import { createApp, type AppOptions } from '../http/create-app.js';
import { addGraphqlRoute } from '../http/graphql-route.js';
import { addHealthRoutes } from '../http/health-routes.js';
import { waitingSignal } from '../http/waiting-signal.js';
import { keepSigner, signerOf } from '../identity/processes/keep-signer.js';
import type { RequestVerifier, SignedRequest } from '../identity/processes/verify-request.js';
import { DocumentStore } from './document-store.js';
import { limitDocument } from './limit-document.js';
import { refuseWhileSilent } from './refuse-while-silent.js';
import { subgraphPrices } from '../price/subgraph-prices.js';
import type { DatabaseWatch } from '../mongo/limits/database-watch.js';
import { listen } from '../process/listen.js';
import { SUBGRAPH_MAX_COST } from '../process/config.js';
import { createErrorMask } from '../process/errors/mask-error.js';
import type { Closable } from '../process/process.js';

/** Largest request that is read. */
const REQUEST_LIMIT_BYTES = 5 * 1024 * 1024;
/** How large a document may be: larger than what the gateway's planner makes of the largest that it takes. */
const MAX_TOKENS = 50_000;
const DOCUMENT_LIMIT_BYTES = 200_000;
/** In a request: the gateway's question about as many rows as an answer holds, or all that is to be forgotten at once. */
const MOST_VALUES = 100_000;

export interface SubgraphServerOptions<Context extends Waited> extends AppOptions {
  readonly name: SubgraphName;
  readonly resolvers: object;
  /**
   * Called once a request: what its resolvers receive, with loaders of its own.
   * @param signer - Which process signed the request; null where none did.
   * @param signal - For the context. Aborted when nobody waits for the answer any more: long work for it ends there.
   */
  readonly createContext: (
    request: IncomingMessage,
    signal: AbortSignal,
    signer: SignedRequest | null,
  ) => Context;
  /** Tells which process of the hub asks; null or left out where none can be told, and nobody is known. */
  readonly verifier?: RequestVerifier | null;
  /** What a document may cost, by the prices of its schema; the usual where it is left out. */
  readonly maxCost?: number | undefined;
  /** Why questions cannot be answered now, as a sentence; null where they can. For `/ready`. */
  readonly findObstacle: () => string | null;
  /** Looks while the server listens. Left out where there is no database. */
  readonly database?: DatabaseWatch;
  /** Whether a field of the root needs the database, and is refused while that is silent; all do where it is left out. */
  readonly needsDatabase?: (field: string) => boolean;
  readonly plugins?: readonly ApolloServerPlugin<Context>[];
  /** Further routes and hooks. */
  readonly addRoutes?: (app: FastifyInstance) => void;
}

/** One HTTP server with `/graphql`, `/health` and `/ready`, built but not listening. */
export interface SubgraphServer extends Closable {
  /**
   * Listens.
   * @param port - 0 for any free one.
   * @param isForThisMachine - Whether who asks for another host is refused.
   * @returns The base URL, without a slash at its end.
   */
  listen(host: string, port: number, isForThisMachine?: boolean): Promise<string>;
}

/** Built once a process by the resolvers in it, however many servers answer with it. */
const schemas = new WeakMap<object, GraphQLSchema>();

function schemaOf(name: SubgraphName, resolvers: object): GraphQLSchema {
  const schema = schemas.get(resolvers) ?? buildSchema(name, resolvers);
  schemas.set(resolvers, schema);
  return schema;
}

function buildSchema(name: SubgraphName, resolvers: object): GraphQLSchema {
  const typeDefs = subgraphTypeDefs(name);
  const all = { ...scalarsOf(typeDefs), ...resolvers };
  const schema = checkReferences(buildSubgraphSchema({ typeDefs, resolvers: all }));
  return answerWhoWaits(askOnce(schema));
}

/** Those of the network's scalars that a subgraph has. */
function scalarsOf({ definitions }: DocumentNode): object {
  const names = new Set(
    definitions.flatMap((each) =>
      each.kind === Kind.SCALAR_TYPE_DEFINITION ? [each.name.value] : [],
    ),
  );
  return Object.fromEntries(Object.entries(scalarResolvers).filter(([name]) => names.has(name)));
}

/** Builds the server of a subgraph: schema, error mask, health routes. */
export async function createSubgraphServer<Context extends Waited>(
  options: SubgraphServerOptions<Context>,
): Promise<SubgraphServer> {
  const app = createApp(options);
  const hostCheck = addHostCheck(app);
  const { maxCost = SUBGRAPH_MAX_COST, database, needsDatabase } = options;
  const schema = schemaOf(options.name, options.resolvers);
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    formatError: createErrorMask(options.log),
    logger: options.log,
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    documentStore: new DocumentStore(),
    plugins: [
      limitDocument(subgraphPrices(schema), { cost: maxCost }),
      chooseOperation,
      ...(database ? [refuseWhileSilent(database, needsDatabase)] : []),
      ApolloServerPluginDrainHttpServer({ httpServer: app.server }),
      // It looks at every single field of an answer, and nobody reads what it finds.
      ApolloServerPluginCacheControlDisabled(),
      // How long each resolver took is nobody's to know who can reach this process.
      ApolloServerPluginInlineTraceDisabled(),
      ...(options.plugins ?? []),
    ],
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  addHealthRoutes(app, options.findObstacle);
  options.addRoutes?.(app);
  addGraphqlRoute(app, {
    apollo,
    requestLimitBytes: REQUEST_LIMIT_BYTES,
    documentLimitBytes: DOCUMENT_LIMIT_BYTES,
    mostValues: MOST_VALUES,
    addHooks: (scope) => {
      keepSigner(scope, options.verifier ?? null);
    },
    createContext: (request, reply) =>
      options.createContext(request.raw, waitingSignal(request.raw, reply.raw), signerOf(request)),
  });
  await app.ready();
  return {
    listen: (host, port, isForThisMachine = false) => {
      if (isForThisMachine) hostCheck.begin();
      database?.start();
      return listen(app.server, host, port);
    },
    close: async () => {
      database?.stop();
      await apollo.stop();
      await app.close();
    },
  };
}
