import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../request/gateway-context.js';

/** Notes what the client calls the operation that is carried out, for the access log. */
export const noteOperation: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operationName, contextValue }) => {
        contextValue.operation.name = operationName;
        return Promise.resolve();
      },
    }),
};
