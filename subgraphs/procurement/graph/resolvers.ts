import type { CompleteResolvers } from '../../shared/graphql/complete-resolvers.js';
import type { Resolvers, ResolversParentTypes } from './resolvers.generated.js';

export const resolvers: CompleteResolvers<Resolvers, ResolversParentTypes> = {};
