import type { CompleteResolvers } from '../../shared/graphql/complete-resolvers.js';
import type { Resolvers, ResolversParentTypes } from './resolvers.generated.js';
import { searchResolvers } from './search-resolvers.js';

export const resolvers: CompleteResolvers<Resolvers, ResolversParentTypes> = {
  ...searchResolvers,
};
