import fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { METHODS, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from '../process/logger.js';
import { answerClientError } from './answer-client-error.js';
import { limitBodies, type BodyLimits } from './limit-bodies.js';
import { addRawBody } from './raw-body.js';
import { refuse, RefusedRequest } from './refused-request.js';

/** Longer than proxies keep a connection, so that they do not send on one that is just being closed here. */
const KEEP_ALIVE_MS = 65_000;
/** Enough for the largest request by a slow telephone. */
const BODIES: BodyLimits = { withinMs: 20_000, mostBytes: 64 * 1024 * 1024 };
/** How often in the time that a request may take it is looked for those that are late. */
const LOOKS = 10;
/** As long as an address can be, so that no part of a path is too long for a route. */
const LONGEST_PART = 16_384;

/** How a process answers what none of its routes does. */
export interface GeneralAnswers {
  /** There is no such path, or it is not asked for in that way. */
  readonly unknown: (request: FastifyRequest, reply: FastifyReply) => void;
  /** The path is no percent-encoded UTF-8. No hook has seen the request. */
  readonly unreadable: (request: FastifyRequest, reply: FastifyReply) => void;
  /** A route or Fastify threw. */
  readonly failed: (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;
}

export interface AppOptions {
  readonly log: Logger;
  /** Those that differ from errors in JSON, in the form of GraphQL. */
  readonly answers?: Partial<GeneralAnswers>;
  /** Addresses and networks of proxies that are believed from where a request came; none where left out. */
  readonly trustedProxies?: readonly string[];
  readonly bodies?: BodyLimits;
}

const IN_JSON: GeneralAnswers = {
  unknown: (request, reply) => {
    refuse(new RefusedRequest(404, 'There is no such page here.'), request, reply);
  },
  unreadable: (request, reply) => {
    refuse(new RefusedRequest(400, 'The address cannot be read.'), request, reply);
  },
  failed: refuse,
};

/**
 * The HTTP server of a process, without routes, not listening. It reads no body unless a route has a parser for it, says
 * everything in this house's words, and writes to the log what is a fault of ours. Paths are told apart by case, not by a
 * slash at their end.
 */
export function createApp(options: AppOptions): FastifyInstance {
  const { log, answers, trustedProxies = [], bodies = BODIES } = options;
  const { unknown, unreadable, failed } = { ...IN_JSON, ...answers };
  const app = fastify<Server, IncomingMessage, ServerResponse>({
    loggerInstance: log,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    logController: new LogController({ disableRequestLogging: true }),
    // A logger for each request costs more than the rest of the router.
    childLoggerFactory: (logger) => logger,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: bodies.withinMs,
    http: {
      headersTimeout: bodies.withinMs,
      connectionsCheckingInterval: Math.ceil(bodies.withinMs / LOOKS),
    },
    clientErrorHandler: answerClientError,
    // Apollo Server lets what is under way end and closes the connections.
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: LONGEST_PART },
    frameworkErrors: (_error, request, reply) => {
      unreadable(request, reply);
    },
  });
  for (const method of METHODS) {
    const isKnown = app.supportedMethods.includes(method);
    if (!isKnown && method !== 'CONNECT') app.addHttpMethod(method);
  }
  addRawBody(app);
  limitBodies(app, bodies.mostBytes);
  app.removeAllContentTypeParsers();
  app.setErrorHandler(failed);
  app.setNotFoundHandler(unknown);
  return app;
}
