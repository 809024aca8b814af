import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import { publicError } from '../../../schema/errors.js';
import { checkBody, checkHead } from './check-request.js';
import { parseJson } from './json-body.js';
import { chooseMediaType } from './media-type.js';
import { RefusedRequest } from './refused-request.js';

export interface GraphqlRouteOptions<Context extends object> {
  /** Started. */
  readonly apollo: ApolloServer<Context>;
  readonly requestLimitBytes: number;
  /** Called once a request, when its body is read. */
  readonly createContext: (request: FastifyRequest, reply: FastifyReply) => Context;
}

/**
 * Adds `/graphql`. What is no request for GraphQL is refused before anything is carried out, in this order: by the type
 * that the answer should have, by method, address and headers, by the body.
 */
export function addGraphqlRoute<Context extends object>(
  app: FastifyInstance,
  { apollo, requestLimitBytes, createContext }: GraphqlRouteOptions<Context>,
): void {
  void app.register((scope, _options, done) => {
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes: Buffer, parsed) => {
      // Apollo Server refuses an empty body in its own words.
      const body = bytes.length === 0 ? {} : parseJson(bytes);
      checkBody(body);
      parsed(null, body);
    });
    scope.addHook('onRequest', (request, _reply, next) => {
      fitAccept(request);
      checkHead(request.raw);
      fitHost(request);
      next();
    });
    scope.all(
      '/graphql',
      { bodyLimit: requestLimitBytes },
      fastifyApolloHandler(apollo, {
        context: (request, reply) => Promise.resolve(createContext(request, reply)),
      }),
    );
    done();
  });
}

/** Leaves the media type that was chosen in `accept` alone. @throws RefusedRequest where there is none */
function fitAccept({ raw: { headers } }: FastifyRequest): void {
  const mediaType = chooseMediaType(headers.accept);
  if (mediaType === null) {
    const wanted = 'application/json or application/graphql-response+json';
    throw new RefusedRequest(406, `The answer comes as ${wanted}, and "accept" allows neither.`);
  }
  headers.accept = mediaType;
}

/**
 * The integration makes a URL of `host` and throws where it is none, though HTTP allows that it is empty and, in its
 * version 1.0, missing. Nothing else reads it.
 */
function fitHost({ hostname, raw: { headers } }: FastifyRequest): void {
  if (!URL.canParse(`http://${hostname}/`)) headers.host = 'localhost';
}

/** Aborted when the connection is closed before the answer was sent. */
export function goneSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (response.writableFinished) return;
    controller.abort(publicError('GATEWAY_TIMEOUT', 'Nobody waits for the answer any more.'));
  });
  return controller.signal;
}
