import type { CompleteResolvers } from '../../shared/graphql/complete-resolvers.js';
import { exchangeResolvers } from './exchange-resolvers.js';
import { orderResolvers } from './order-resolvers.js';
import type { Resolvers, ResolversParentTypes } from './resolvers.generated.js';

export const resolvers: CompleteResolvers<Resolvers, ResolversParentTypes> = {
  ...orderResolvers,
  ...exchangeResolvers,
  Query: { ...orderResolvers.Query, ...exchangeResolvers.Query },
  Mutation: { ...orderResolvers.Mutation, ...exchangeResolvers.Mutation },
};
