import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../gateway-context.js';

const GRAPHQL_RESPONSE = 'application/graphql-response+json; charset=utf-8';
const JSON_RESPONSE = 'application/json; charset=utf-8';

/** Null where the client accepts neither. */
function findMediaType(accept: string | undefined): string | null {
  if (accept === undefined) return JSON_RESPONSE;
  if (/application\/graphql-response\+json/i.test(accept)) return GRAPHQL_RESPONSE;
  return /application\/json|application\/\*|\*\/\*/i.test(accept) ? JSON_RESPONSE : null;
}

/**
 * Chooses media type and status as GraphQL over HTTP has it: a client that asks for `application/json` gets 200 with
 * the errors of a document that was refused; a client that asks for `application/graphql-response+json` gets 400.
 * What is no GraphQL request at all is 400 for both.
 */
export const chooseStatus: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response }) => {
        const type = findMediaType(request.http?.headers.get('accept'));
        if (type === null || response.body.kind !== 'single') return Promise.resolve();
        response.http.headers.set('content-type', type);
        const [error] = response.body.singleResult.errors ?? [];
        const isRefusedDocument =
          response.http.status === 400 && error?.extensions?.['code'] !== 'BAD_REQUEST';
        if (type === JSON_RESPONSE && isRefusedDocument) response.http.status = 200;
        return Promise.resolve();
      },
    }),
};
