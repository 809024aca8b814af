import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../request/gateway-context.js';

/** For how many times its age a cache may give out an old answer while it fetches the new one. */
const STALE_FACTOR = 2;

/**
 * Lets caches keep answers to GET that are the same for everyone: no errors, nobody signed in, and read from public
 * subgraphs alone, for what an owner says is true of this moment only, and an order is its buyer's. Everything else is not to
 * be kept.
 * @param maxAgeSeconds - 0 lets nothing be kept.
 * @param publicSubgraphs - Whose answers are the same for everyone.
 */
export function cachePublicAnswers(
  maxAgeSeconds: number,
  publicSubgraphs: readonly string[],
): ApolloServerPlugin<GatewayContext> {
  const publicly = `public, max-age=${maxAgeSeconds}, stale-while-revalidate=${maxAgeSeconds * STALE_FACTOR}`;
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ request, response, contextValue }) => {
          const isPublic =
            maxAgeSeconds > 0 &&
            request.http?.method === 'GET' &&
            response.body.kind === 'single' &&
            response.body.singleResult.errors === undefined &&
            contextValue.caller === null &&
            !contextValue.coverage.needsCooperatives &&
            [...contextValue.subgraphsAsked].every((name) => publicSubgraphs.includes(name));
          response.http.headers.set('cache-control', isPublic ? publicly : 'no-store');
          return Promise.resolve();
        },
      }),
  };
}
