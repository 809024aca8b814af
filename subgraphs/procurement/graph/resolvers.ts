import type { CompleteResolvers } from '../../shared/graphql/complete-resolvers.js';
import type { Resolvers, ResolversParentTypes } from './resolvers.generated.js';
import { agreementResolvers } from './agreement-resolvers.js';
import { searchResolvers } from './search-resolvers.js';
import { thresholdResolvers } from './threshold-resolvers.js';

export const resolvers: CompleteResolvers<Resolvers, ResolversParentTypes> = {
  ...searchResolvers,
  ...agreementResolvers,
  ...thresholdResolvers,
  Query: {
    ...searchResolvers.Query,
    ...agreementResolvers.Query,
    ...thresholdResolvers.Query,
  },
};
