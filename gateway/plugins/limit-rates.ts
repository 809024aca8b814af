import type { ApolloServerPlugin } from '@apollo/server';
import type { OperationDefinitionNode } from 'graphql';
import { publicError } from '../../schema/errors.js';
import { OperationCost } from '../limits/operation-cost.js';
import type { Rates } from '../limits/rates.js';
import type { GatewayContext } from '../request/gateway-context.js';

/**
 * Takes points for commands and for what is read with a secret, and refuses them, whole and before anybody is asked, to whoever has
 * none left. Whatever was refused for asking too much says in `Retry-After` when to come back.
 */
export function limitRates(rates: Rates): ApolloServerPlugin<GatewayContext> {
  const costByOperation = new WeakMap<OperationDefinitionNode, OperationCost>();
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
          if (!operation) return;
          const known = costByOperation.get(operation);
          const cost = known ?? new OperationCost(schema, document, operation);
          if (!known) costByOperation.set(operation, cost);
          if (cost.isFree) return;
          const points = cost.points(request.variables ?? {}, rates.costs);
          const exhausted = points === 0 ? null : await rates.spend(contextValue, points);
          if (!exhausted) return;
          const { message, retryAfterSeconds } = exhausted;
          contextValue.retryAfterSeconds = retryAfterSeconds;
          throw publicError('RATE_LIMITED', message, { retryAfterSeconds, http: { status: 429 } });
        },
        willSendResponse: ({ response: { http }, contextValue }) => {
          const { retryAfterSeconds } = contextValue;
          if (retryAfterSeconds !== null)
            http.headers.set('retry-after', String(retryAfterSeconds));
          return Promise.resolve();
        },
      }),
  };
}
