import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { GatewayContext } from './gateway-context.js';

/** Apollo Gateway, as Apollo Server uses it. */
export type Gateway = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];

/** Answers one operation that is valid. */
export type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

export type ExecutorRequest = Parameters<Executor>[0];

export type ExecutionResult = Awaited<ReturnType<Executor>>;

/** The gateway with another executor before its own. */
export function withExecutor(gateway: Gateway, wrap: (executor: Executor) => Executor): Gateway {
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    load: async (options) => {
      const { executor } = await gateway.load(options);
      return { executor: executor && wrap(executor) };
    },
    stop: () => gateway.stop(),
  };
}
