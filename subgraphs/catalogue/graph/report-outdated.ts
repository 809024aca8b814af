import type { ApolloServerPlugin } from '@apollo/server';
import type { CatalogueContext } from './context.js';

/**
 * Says in `extensions.outdated` of every answer whose copy may be out of date as the answer was made: `sources` and what a
 * gateway tells of the answer are then of one moment.
 */
export const reportOutdated: ApolloServerPlugin<CatalogueContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, contextValue }) => {
        if (response.body.kind === 'single') {
          const { singleResult } = response.body;
          const outdated = contextValue.outdated().map(({ id, source: { syncedAt } }) => ({
            id,
            syncedAt: syncedAt?.toISOString() ?? null,
          }));
          singleResult.extensions = { ...singleResult.extensions, outdated };
        }
        return Promise.resolve();
      },
    }),
};
