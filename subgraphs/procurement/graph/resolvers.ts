import { tell } from '../words/tell.js';
import type { CompleteResolvers } from '../../shared/graphql/complete-resolvers.js';
import type { Resolvers, ResolversParentTypes } from './resolvers.generated.js';
import { agreementResolvers } from './agreement-resolvers.js';
import { recordResolvers } from './record-resolvers.js';
import { searchResolvers } from './search-resolvers.js';
import { substituteResolvers } from './substitute-resolvers.js';
import { ruleResolvers } from './rule-resolvers.js';
import { verificationResolvers } from './verification-resolvers.js';

export const resolvers: CompleteResolvers<Resolvers, ResolversParentTypes> = {
  ...searchResolvers,
  ...recordResolvers,
  ...substituteResolvers,
  ...agreementResolvers,
  ...ruleResolvers,
  ...verificationResolvers,
  UserError: {
    message: ({ message, said }, _args, { language }) => tell(said ?? message, language),
  },
  Query: {
    ...searchResolvers.Query,
    ...recordResolvers.Query,
    ...substituteResolvers.Query,
    ...agreementResolvers.Query,
    ...ruleResolvers.Query,
    ...verificationResolvers.Query,
  },
  Mutation: {
    ...recordResolvers.Mutation,
    ...agreementResolvers.Mutation,
    ...verificationResolvers.Mutation,
  },
};
