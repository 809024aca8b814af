import { LINK_WORDINGS } from '../matching/weakest-links.js';
import { NOTICE, withNotice } from '../suppliers/word-reason.js';
import { namesNow } from './names.js';
import { wordsOfReason } from './reason-words.js';
import type { Resolvers } from './resolvers.generated.js';
import { wordsIn } from './words-in.js';

export const searchResolvers = {
  Query: {
    supplierSearch: (_root, { need }, { loaders }) => loaders.supplierSearch.load(need),
  },
  SupplierSearch: {
    workingDays: ({ working }) => working.days.length,
    pastDays: ({ working }) => working.pastDays,
    holidaysSkipped: ({ working }) => [...working.holidaysSkipped],
    suppliers: ({ suppliers }) => [...suppliers],
    lots: ({ lots }) => [...lots],
    proposals: ({ proposals }) => [...proposals],
    notAnswering: ({ answers }) =>
      answers.flatMap(({ cooperative, reason }) => (reason ? [{ id: cooperative }] : [])),
    notAnsweringReasons: ({ answers }) => answers.flatMap(({ reason }) => reason ?? []),
    complete: ({ answers }) => answers.every(({ reason }) => reason === null),
    notice: (_search, { language }, context) => wordsIn(NOTICE, language ?? context.language),
  },
  SupplierVerdict: {
    cooperative: ({ cooperative }) => ({ id: cooperative }),
    reasons: ({ reasons }) => [...reasons],
    warnings: ({ warnings }) => [...warnings],
    verified: ({ verified }) => [...verified],
  },
  Reason: {
    text: (reason, { language }, context) =>
      wordsIn(withNotice(wordsOfReason(reason, namesNow(context))), language ?? context.language),
    values: ({ values }) => [...values],
  },
  Coverage: { shortfall: ({ shortfall }) => [...shortfall] },
  LotCoverage: {
    shortfall: ({ shortfall }) => [...shortfall],
    offers: ({ offers }) => [...offers],
  },
  Proposal: {
    cooperatives: ({ cooperatives }) => cooperatives.map((id) => ({ id })),
    lead: ({ lead }) => ({ id: lead }),
    shares: ({ shares }) => [...shares],
    weakestLinks: ({ weakestLinks }) =>
      weakestLinks.map((link) => ({ ...link, wordings: LINK_WORDINGS })),
  },
  ProposalShare: {
    lotId: ({ lot }) => lot,
    cooperative: ({ cooperative }) => ({ id: cooperative }),
  },
  LotOffer: {
    service: ({ service }) => ({ id: service }),
    cpvMatch: ({ match }) => match,
  },
} satisfies Resolvers;
