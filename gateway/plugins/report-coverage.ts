import type { ApolloServerPlugin } from '@apollo/server';
import type { Clock } from '../../subgraphs/shared/process/clock.js';
import type { EndpointTable } from '../../subgraphs/shared/owners/endpoint-table.js';
import type { GatewayContext } from '../request/gateway-context.js';

/** Says in `extensions.coverage` of every answer how complete it is. */
export function reportCoverage(
  table: EndpointTable,
  clock: Clock,
): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response, contextValue }) => {
          if (response.body.kind === 'single') {
            const { singleResult } = response.body;
            const coverage = contextValue.coverage.report(table.outdated, clock);
            singleResult.extensions = { ...singleResult.extensions, coverage };
          }
          return Promise.resolve();
        },
      }),
  };
}
