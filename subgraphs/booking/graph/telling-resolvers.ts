import { COORDINATOR, CUSTOMER } from '../telling/messages/records.js';
import { stub } from './order-resolvers.js';
import type { Resolvers } from './resolvers.generated.js';

/** Where cooperatives are told, and what reached nobody. */
export const tellingResolvers = {
  Query: {
    notificationSettings: (_root, { cooperative }, { telling, asker }) =>
      telling.commands.settings(cooperative, asker),
    undeliveredMessages: (_root, page, { telling, asker }) =>
      telling.commands.undelivered(page, asker),
  },
  Mutation: {
    setNotifications: async (_root, { input }, { telling, asker }) => {
      const { settings, secret, userErrors } = await telling.commands.setNotifications(
        input,
        asker,
      );
      return { settings, secret, userErrors: [...userErrors] };
    },
    retryMessage: async (_root, { input }, { telling, asker }) => {
      const { id, userErrors } = await telling.commands.retry(input.id, asker);
      return { id, userErrors: [...userErrors] };
    },
    dropMessage: async (_root, { input }, { telling, asker }) => {
      const { id, userErrors } = await telling.commands.drop(input.id, asker);
      return { id, userErrors: [...userErrors] };
    },
  },
  NotificationSettings: {
    cooperative: ({ _id }) => stub(_id),
    events: ({ events }) => [...events],
    sendsEmail: (_settings, _args, { telling }) => telling.sendsEmail,
  },
  UndeliveredMessage: {
    id: ({ _id }) => _id,
    cooperative: ({ receiver }) =>
      receiver === CUSTOMER || receiver === COORDINATOR ? null : stub(receiver),
    isForCustomer: ({ receiver }) => receiver === CUSTOMER,
    about: ({ subject }) => subject.id,
    reason: ({ reason }) => reason ?? '',
    endedAt: ({ endedAt, triedFrom }) => endedAt ?? triedFrom,
  },
} satisfies Resolvers;
