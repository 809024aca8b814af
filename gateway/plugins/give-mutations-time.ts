import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { GatewayContext } from '../request/gateway-context.js';

/** Gives mutations a deadline of their own: an order that is broken off leaves its caller not knowing what became of it. */
export function giveMutationsTime(deadlineMs: number): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ operation, contextValue }) => {
          if (operation?.operation === OperationTypeNode.MUTATION) {
            contextValue.deadline.becomeCommand(deadlineMs);
          }
          return Promise.resolve();
        },
      }),
  };
}
