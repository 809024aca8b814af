import { NOBODYS_OWN } from '../access/owned.js';
import { isOwnRecord, type PersonInput } from '../privacy/person-input.js';
import type { Missing } from '../privacy/person-commands.js';
import { tell } from '../words/tell.js';
import type { BookingContext } from './context.js';
import { stub } from './order-resolvers.js';
import type { Resolvers } from './resolvers.generated.js';

/** What gives out and forgets a person's own data. */
export const personResolvers = {
  Mutation: {
    exportPerson: async (_root, { input }, context) => {
      await checkAccess('Mutation.exportPerson', input, context);
      const { missing, userErrors, ...exported } = await context.persons.commands.export(
        input,
        context.asker,
      );
      return { ...exported, missing: missing.map(showTo(context)), userErrors: [...userErrors] };
    },
    erasePerson: async (_root, { input }, context) => {
      await checkAccess('Mutation.erasePerson', input, context);
      const { missing, userErrors, ...erased } = await context.persons.commands.erase(
        input,
        context.asker,
      );
      return { ...erased, missing: missing.map(showTo(context)), userErrors: [...userErrors] };
    },
  },
} satisfies Resolvers;

/** @throws FORBIDDEN, UNAUTHENTICATED */
async function checkAccess(
  name: string,
  input: PersonInput,
  { asker, orders, loaders }: BookingContext,
): Promise<void> {
  const { orderId, requestId, secret, cooperative = null } = input;
  const record = !isOwnRecord(input)
    ? null
    : orderId == null
      ? await loaders.requestById.load(requestId ?? '')
      : await loaders.orderById.load(orderId);
  const { maker = null, secretHash = null } = record ?? {};
  orders.access.check(name, asker, { ...NOBODYS_OWN, cooperative, maker, secretHash }, secret);
}

function showTo({ language }: BookingContext) {
  return ({ cooperative, since, reason }: Missing) => ({
    cooperative: stub(cooperative),
    since,
    reason: reason && tell(reason, language),
  });
}
