import type { CompleteResolvers } from '../../shared/graphql/complete-resolvers.js';
import { exchangeResolvers } from './exchange-resolvers.js';
import { orderResolvers } from './order-resolvers.js';
import type { Resolvers, ResolversParentTypes } from './resolvers.generated.js';
import { viewerResolvers } from './viewer-resolvers.js';

export const resolvers: CompleteResolvers<Resolvers, ResolversParentTypes> = {
  ...orderResolvers,
  ...exchangeResolvers,
  Query: { ...orderResolvers.Query, ...exchangeResolvers.Query, ...viewerResolvers.Query },
  Mutation: { ...orderResolvers.Mutation, ...exchangeResolvers.Mutation },
};
