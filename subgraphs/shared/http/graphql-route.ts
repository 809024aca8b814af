import type { ApolloServer } from '@apollo/server';
import type { RequestHandler } from 'express';
import type { IncomingMessage } from 'node:http';
import type { Logger } from '../logger.js';
import { readGraphqlRequest } from './graphql-request.js';
import { refuse } from './refused-request.js';

export interface GraphqlRouteOptions<Context extends object> {
  readonly apollo: ApolloServer<Context>;
  readonly requestLimitBytes: number;
  /** Called once a request. */
  readonly createContext: (request: IncomingMessage) => Context;
  readonly log: Logger;
}

/** Answers GraphQL over HTTP at a subgraph. */
export function graphqlRoute<Context extends object>(
  options: GraphqlRouteOptions<Context>,
): RequestHandler {
  const { apollo, requestLimitBytes, createContext, log } = options;
  return async (request, response) => {
    try {
      const { headers: given } = request;
      const names = Object.keys(given).filter((name) => name !== 'accept');
      const httpGraphQLRequest = await readGraphqlRequest(request, requestLimitBytes, names);
      const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest,
        context: () => Promise.resolve(createContext(request)),
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
