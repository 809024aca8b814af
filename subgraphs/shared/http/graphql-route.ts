import type { ApolloServer } from '@apollo/server';
import type { RequestHandler } from 'express';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { publicError } from '../../../schema/errors.js';
import type { Logger } from '../process/logger.js';
import { readGraphqlRequest } from './graphql-request.js';
import { refuse } from './refused-request.js';

export interface GraphqlRouteOptions<Context extends object> {
  readonly apollo: ApolloServer<Context>;
  readonly requestLimitBytes: number;
  /**
   * Called once a request.
   * @param signal - Aborted when the caller has gone before it was answered: long work for it ends there.
   */
  readonly createContext: (request: IncomingMessage, signal: AbortSignal) => Context;
  readonly log: Logger;
}

/** Answers GraphQL over HTTP at a subgraph. */
export function graphqlRoute<Context extends object>(
  options: GraphqlRouteOptions<Context>,
): RequestHandler {
  const { apollo, requestLimitBytes, createContext, log } = options;
  return async (request, response) => {
    const signal = goneSignal(response);
    try {
      const { headers: given } = request;
      const names = Object.keys(given).filter((name) => name !== 'accept');
      const httpGraphQLRequest = await readGraphqlRequest(request, requestLimitBytes, names);
      const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest,
        context: () => Promise.resolve(createContext(request, signal)),
      });
      if (body.kind !== 'complete') throw new Error('The answer came in parts.');
      response
        .writeHead(status ?? 200, {
          ...Object.fromEntries(headers),
          'content-length': String(Buffer.byteLength(body.string)),
        })
        .end(body.string);
    } catch (error) {
      refuse(response, error, log);
    }
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
