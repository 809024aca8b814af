import { formatMinorUnits } from '../../shared/words/money.js';
import { checkAccess } from '../agreements/agreement-access.js';
import type { AgreementOutcome } from '../agreements/agreements.js';
import { pageAgreements } from '../agreements/agreement-pages.js';
import { pageComplaints } from '../agreements/complaint-pages.js';
import { followUpOf, usedUnder } from '../agreements/follow-up.js';
import { dayIn } from '../agreements/time-of.js';
import { warningsOf } from '../agreements/warnings.js';
import { listedNow } from './listed-now.js';
import type { Resolvers } from './resolvers.generated.js';

export const agreementResolvers = {
  Query: {
    agreement: async (_root, { id }, { agreementDataSource, asker }) => {
      const agreement = await agreementDataSource.findById(id);
      if (agreement) checkAccess('Query.agreement', asker, agreement);
      return agreement;
    },
    agreements: (_root, page, { agreementDataSource, asker }) =>
      pageAgreements(agreementDataSource, page, asker),
  },
  Mutation: {
    makeAgreement: async (_root, { input }, { agreements, asker }) =>
      payload(await agreements.make(input, asker)),
    endAgreement: async (_root, { input }, { agreements, asker }) =>
      payload(await agreements.end(input, asker)),
    recordComplaint: async (_root, { input }, { agreements, asker }) =>
      payload(await agreements.complain(input, asker)),
  },
  Agreement: {
    id: ({ _id }) => _id,
    cpv: ({ cpv }) => [...cpv],
    reserved: ({ reserved }) => reserved ?? null,
    cooperatives: ({ cooperatives }) => cooperatives.map((id) => ({ id })),
    prices: ({ prices }) => [...prices],
    ceiling: ({ ceilingMinor }) => formatMinorUnits(ceilingMinor),
    complaints: ({ complaints }, page) => pageComplaints(complaints, page),
    use: async (agreement, _args, { loaders }) => {
      const callOffs = await loaders.callOffsById.load(agreement._id);
      return callOffs && usedUnder(agreement, callOffs);
    },
    warnings: async (agreement, _args, { loaders, clock }) => {
      const callOffs = await loaders.callOffsById.load(agreement._id);
      return warningsOf(agreement, callOffs, clock.now());
    },
    followUp: async (agreement, _args, { suppliers, loaders, clock }) => {
      const [callOffs, known] = await Promise.all([
        loaders.callOffsById.load(agreement._id),
        listedNow(suppliers),
      ]);
      const today = dayIn(agreement.country, clock.now());
      return callOffs && followUpOf(agreement, callOffs, known, today);
    },
  },
  AgreementPrice: { net: ({ netMinor }) => formatMinorUnits(netMinor) },
  AgreementUse: {
    net: ({ netMinor }) => formatMinorUnits(netMinor),
    latest: ({ latest }) => [...latest],
  },
  CallOff: {
    orderId: ({ id }) => id,
    net: ({ netMinor }) => formatMinorUnits(netMinor),
  },
  Complaint: { cooperative: ({ cooperative }) => ({ id: cooperative }) },
  FollowUp: { cooperative: ({ cooperative }) => ({ id: cooperative }) },
} satisfies Resolvers;

function payload({ agreement, userErrors }: AgreementOutcome) {
  return { agreement, userErrors: [...userErrors] };
}
