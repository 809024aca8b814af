import type { CompleteResolvers } from '../../shared/graphql/complete-resolvers.js';
import { pageAudit } from '../../shared/privacy/audit-page.js';
import { noteFields } from '../../shared/privacy/note-fields.js';
import { exchangeResolvers } from './exchange-resolvers.js';
import { figuresResolvers } from './figures-resolvers.js';
import { NOTED_FIELDS } from './noted-fields.js';
import { orderResolvers } from './order-resolvers.js';
import { personResolvers } from './person-resolvers.js';
import type { Resolvers, ResolversParentTypes } from './resolvers.generated.js';
import { tellingResolvers } from './telling-resolvers.js';
import { viewerResolvers } from './viewer-resolvers.js';

const unnoted: CompleteResolvers<Resolvers, ResolversParentTypes> = {
  ...orderResolvers,
  ...exchangeResolvers,
  ...figuresResolvers,
  ...tellingResolvers,
  Query: {
    ...{ ...orderResolvers.Query, ...exchangeResolvers.Query, ...viewerResolvers.Query },
    ...{ ...figuresResolvers.Query, ...tellingResolvers.Query },
    auditEntries: (_root, args, context) => pageAudit('Query.auditEntries', args, context),
  },
  Mutation: {
    ...{ ...orderResolvers.Mutation, ...exchangeResolvers.Mutation, ...personResolvers.Mutation },
    ...tellingResolvers.Mutation,
  },
};

export const resolvers = noteFields(unnoted, NOTED_FIELDS);
