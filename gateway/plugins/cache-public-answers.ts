import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../gateway-context.js';

/** For how many times its age a cache may give out an old answer while it fetches the new one. */
const STALE_FACTOR = 2;

/**
 * Lets caches keep answers to GET that are the same for everyone: no errors, nobody logged in, and read from the index
 * alone, for what an owner says is true of this moment only. Everything else is not to be kept.
 * @param maxAgeSeconds - 0 lets nothing be kept.
 */
export function cachePublicAnswers(maxAgeSeconds: number): ApolloServerPlugin<GatewayContext> {
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
            !contextValue.isAuthenticated &&
            !contextValue.coverage.needsCooperatives;
          response.http.headers.set('cache-control', isPublic ? publicly : 'no-store');
          return Promise.resolve();
        },
      }),
  };
}
