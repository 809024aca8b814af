import { isSame } from '../suppliers/holdings.js';
import { pageVerifications } from '../verifications/verification-pages.js';
import type { VerificationOutcome } from '../verifications/verifications.js';
import { listedNow } from './listed-now.js';
import type { Resolvers } from './resolvers.generated.js';

export const verificationResolvers = {
  Query: {
    evidenceVerifications: (_root, question, { verificationDataSource, asker }) =>
      pageVerifications(verificationDataSource, question, asker),
  },
  Mutation: {
    verifyEvidence: async (_root, { input }, { verifications, asker }) =>
      payload(await verifications.verify(input, asker)),
    withdrawVerification: async (_root, { input }, { verifications, asker }) =>
      payload(await verifications.withdraw(input, asker)),
  },
  EvidenceVerification: {
    id: ({ _id }) => _id,
    cooperative: ({ cooperative }) => ({ id: cooperative }),
    isDeclared: async ({ cooperative, evidence }, _args, { suppliers }) => {
      const known = await listedNow(suppliers);
      const own = known?.find((one) => one.cooperative === cooperative)?.evidence ?? [];
      return known && own.some((piece) => isSame(piece, evidence));
    },
  },
  VerifiedEvidence: {
    verificationId: ({ verification }) => verification,
    evidence: (verified) => verified,
  },
} satisfies Resolvers;

function payload({ verification, userErrors }: VerificationOutcome) {
  return { verification, userErrors: [...userErrors] };
}
