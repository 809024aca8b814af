import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../request/gateway-context.js';

/** Codes of requests that are answered with 400 whatever media type was asked for: nothing is wrong with the document itself. */
const REFUSED_REQUESTS: readonly unknown[] = [
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'QUERY_TOO_COSTLY',
];

/**
 * Chooses the status as GraphQL over HTTP has it: a client that asks for `application/json` gets 200 with the errors of a
 * document that was refused; a client that asks for `application/graphql-response+json` gets 400. What is no GraphQL
 * request at all, leaves open what is to be carried out, or costs too much, is 400 for both.
 */
export const chooseStatus: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response }) => {
        if (response.body.kind !== 'single') return Promise.resolve();
        const [error] = response.body.singleResult.errors ?? [];
        const isRefusedDocument =
          response.http.status === 400 && !REFUSED_REQUESTS.includes(error?.extensions?.['code']);
        const isJson = request.http?.headers.has('accept') === false;
        if (isJson && isRefusedDocument) response.http.status = 200;
        return Promise.resolve();
      },
    }),
};
