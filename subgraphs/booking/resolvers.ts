import { exchangeResolvers } from './exchange/resolvers.js';
import { orderResolvers } from './orders/order-resolvers.js';
import type { Resolvers } from './schema.generated.js';

export const resolvers: Resolvers = {
  ...orderResolvers,
  ...exchangeResolvers,
  Query: { ...orderResolvers.Query, ...exchangeResolvers.Query },
  Mutation: { ...orderResolvers.Mutation, ...exchangeResolvers.Mutation },
};
