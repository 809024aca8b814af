import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../request/gateway-context.js';

/** Codes of requests that GraphQL over HTTP has answered with 400 whatever media type was asked for. */
const REFUSED_REQUESTS: readonly unknown[] = ['BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE'];

/**
 * Chooses the status as GraphQL over HTTP has it: a client that asks for `application/json` gets 200 with the errors of a
 * document that was refused; a client that asks for `application/graphql-response+json` gets 400. What is no GraphQL
 * request at all, or leaves open what is to be carried out, is 400 for both.
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
