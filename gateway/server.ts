import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { DestinationStream } from 'pino';
import type { Clock } from '../subgraphs/shared/process/clock.js';
import { addHostCheck } from '../subgraphs/shared/http/check-host.js';
import { createApp } from '../subgraphs/shared/http/create-app.js';
import { addHealthRoutes, REGISTRY_UNREAD } from '../subgraphs/shared/http/health-routes.js';
import { chooseOperation } from '../subgraphs/shared/graphql/choose-operation.js';
import { DocumentStore } from '../subgraphs/shared/graphql/document-store.js';
import { limitDocument } from '../subgraphs/shared/graphql/limit-document.js';
import { AccessTokens } from '../subgraphs/shared/identity/people/access-tokens.js';
import {
  UNSIGNED,
  type RequestSigner,
} from '../subgraphs/shared/identity/processes/sign-request.js';
import type { EndpointTable } from '../subgraphs/shared/owners/endpoint-table.js';
import { OwnerGuards, type GuardSettings } from '../subgraphs/shared/owners/guard/owner-guards.js';
import { Sender } from '../subgraphs/shared/owners/sender.js';
import { listen } from '../subgraphs/shared/process/listen.js';
import type { Logger } from '../subgraphs/shared/process/logger.js';
import type { Closable } from '../subgraphs/shared/process/process.js';
import { createBuildService, PARTITIONED } from './build-service.js';
import type { GatewayConfig } from './config.js';
import type { GatewayContext } from './request/gateway-context.js';
import { readSupergraph } from './documents/contract-schema.js';
import { withExecutor } from './request/executor.js';
import { keepContext } from './request/keep-context.js';
import { refuseFields } from './access/refuse-fields.js';
import { BusyCalendars } from './calendars/busy-calendars.js';
import { formatGatewayError } from './http/format-error.js';
import { addAccessLog } from './http/access-log.js';
import { addGraphql } from './http/add-graphql.js';
import { NewDocuments } from './http/new-documents.js';
import { PAGE_ANSWERS } from './http/page-answers.js';
import { addProtectedResource } from './http/protected-resource.js';
import { SECURITY_HEADERS } from './http/security-headers.js';
import { addPages } from './pages/add-pages.js';
import { Rates } from './limits/rates.js';
import { supergraphPrices } from './limits/supergraph-prices.js';
import { PassThrough } from './direct/pass-through.js';
import { cachePublicAnswers } from './plugins/cache-public-answers.js';
import { checkNulls } from './plugins/check-nulls.js';
import { chooseStatus } from './plugins/choose-status.js';
import { giveMutationsTime } from './plugins/give-mutations-time.js';
import { giveSearchesTime } from './plugins/give-searches-time.js';
import { limitRates } from './plugins/limit-rates.js';
import { noteOperation } from './plugins/note-operation.js';
import { reportCoverage } from './plugins/report-coverage.js';

/** Tokens that a document may have; what validates or plans longer than that is no query of a person's program. */
const MAX_TOKENS = 5_000;
/** Of a document, that are told: for each the whole schema is searched for what could have been meant. */
const MOST_FAULTS = 10;
/** To one process at a time. */
const CONNECTIONS = 128;

export interface GatewayServerOptions {
  readonly config: GatewayConfig;
  /** Where the cooperatives answer. */
  readonly table: EndpointTable;
  /** Signs every question; the gateway asks as the public where it is left out. */
  readonly signer?: RequestSigner;
  /** How soon a cooperative counts as silent; as for a real network where it is left out. */
  readonly guard?: GuardSettings;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where one line about each request goes; none is written where it is left out. */
  readonly accessLog?: DestinationStream | undefined;
}

/** The gateway, built but not listening. */
export interface GatewayServer extends Closable {
  /**
   * Listens.
   * @param port - 0 for any free one.
   * @param isForThisMachine - Whether who asks for another host is refused.
   * @returns The base URL, without a slash at its end.
   */
  listen(host: string, port: number, isForThisMachine?: boolean): Promise<string>;
}

/** Builds the gateway: plans and data sources, plugins, routes. @throws Error when the supergraph cannot be loaded. */
export async function createGatewayServer(options: GatewayServerOptions): Promise<GatewayServer> {
  const { config, table, signer = UNSIGNED, clock, log, accessLog } = options;
  const sender = new Sender({
    connections: CONNECTIONS,
    connectTimeoutMs: config.DEADLINE_MS,
    largestAnswerBytes: config.RESPONSE_LIMIT_BYTES,
  });
  const guards = new OwnerGuards({ ...options.guard, sender, clock });
  const tokens = new AccessTokens({ identity: config.identity, log });
  const tellsIssuers = config.identity !== null && config.NODE_ENV !== 'production';
  const { TRUSTED_PROXIES: trustedProxies, REDIS_URL: redisUrl } = config;
  const app = createApp({ log, answers: PAGE_ANSWERS, trustedProxies });
  const hostCheck = addHostCheck(app);
  // Read only where it is wanted: it would make every start longer.
  const redis =
    redisUrl === undefined
      ? null
      : (await import('./limits/connect-redis.js')).connectRedis(redisUrl, log);
  const rates = new Rates({ limits: config.limits.rates, redis });
  if (accessLog) addAccessLog(app, accessLog);
  const passThrough = new PassThrough();
  const documents = new DocumentStore();
  const newDocuments = new NewDocuments(documents);
  const gateway = new ApolloGateway({
    experimental_didResolveQueryPlan: passThrough.learn,
    supergraphSdl: config.supergraphSdl,
    logger: log,
    buildService: createBuildService({
      supergraphSdl: config.supergraphSdl,
      urls: config.SUBGRAPH_URLS,
      table,
      sender,
      guards,
      signer,
      clock,
      log,
    }),
  });
  const apollo = new ApolloServer<GatewayContext>({
    gateway: withExecutor(gateway, (executor) => refuseFields(passThrough.before(executor))),
    introspection: config.INTROSPECTION,
    allowBatchedHttpRequests: false,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    formatError: formatGatewayError(log),
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    validationOptions: { maxErrors: MOST_FAULTS },
    documentStore: documents,
    logger: log,
    plugins: [
      newDocuments.plugin,
      limitDocument(
        supergraphPrices(readSupergraph(config.supergraphSdl).whole, PARTITIONED),
        {
          cost: config.MAX_COST,
          depth: config.MAX_DEPTH,
          rootFields: config.MAX_ROOT_FIELDS,
        },
        true,
      ),
      chooseOperation,
      noteOperation,
      checkNulls,
      limitRates(rates),
      reportCoverage(table, clock),
      giveMutationsTime(config.MUTATION_DEADLINE_MS),
      giveSearchesTime(config.SEARCH_DEADLINE_MS),
      chooseStatus,
      cachePublicAnswers(config.CACHE_MAX_AGE, config.PUBLIC_SUBGRAPHS),
      ApolloServerPluginDrainHttpServer({ httpServer: app.server }),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  if (!gateway.schema) throw new Error('The gateway has no schema.');
  const calendars = new BusyCalendars({
    table,
    guards,
    deadlineMs: config.DEADLINE_MS,
    responseLimitBytes: config.RESPONSE_LIMIT_BYTES,
    cacheMaxAge: config.CACHE_MAX_AGE,
    rates,
  });
  app.addHook('onRequest', (_request, reply, next) => {
    reply.headers(SECURITY_HEADERS);
    next();
  });
  const needsRegistry = config.REGISTRY_URL !== undefined;
  addHealthRoutes(app, () => (needsRegistry && !table.isLoaded ? REGISTRY_UNREAD : null));
  // The demo provider's people need no password, and the explorer is a client there.
  const demo = config.identity?.development ? config.identity.issuers[0] : undefined;
  addPages(app, gateway.schema, demo?.issuer ?? null);
  if (config.identity && tellsIssuers) addProtectedResource(app, config.identity);
  void app.register((scope, _options, done) => {
    keepContext(scope, {
      deadlineMs: config.DEADLINE_MS,
      forwardHeaders: config.FORWARD_HEADERS,
      log,
    });
    addGraphql(scope, {
      apollo,
      newDocuments,
      requestLimitBytes: config.REQUEST_LIMIT_BYTES,
      corsOrigins: config.CORS_ORIGINS,
      tokens,
      tellsIssuers,
      rates,
    });
    calendars.addTo(scope);
    done();
  });
  await app.ready();
  return {
    listen: (host, port, isForThisMachine = false) => {
      if (isForThisMachine) hostCheck.begin();
      return listen(app.server, host, port);
    },
    close: async () => {
      await apollo.stop();
      await app.close();
      await guards.close();
      await sender.close();
      await calendars.close();
      await tokens.close();
      await rates.close();
    },
  };
}
