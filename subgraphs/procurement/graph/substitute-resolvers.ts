import { MINUTE_MS } from '../../shared/words/dates.js';
import { EXCLUSION_WORDINGS } from '../substitutes/exclusion-wordings.js';
import type { Resolvers } from './resolvers.generated.js';

export const substituteResolvers = {
  Query: {
    substituteSearch: (_root, { need }, { loaders }) => loaders.substituteSearch.load(need),
  },
  SubstituteSearch: {
    complete: ({ absent }) => absent.length === 0,
    notAnswering: ({ absent }) => absent.map(({ cooperative }) => ({ id: cooperative })),
    notAnsweringReasons: ({ absent }) => absent.map(({ reason }) => reason),
    plans: ({ plans }) => [...plans],
    allPlansTried: ({ isExhaustive }) => isExhaustive,
    excluded: ({ excluded }) => [...excluded],
  },
  SubstitutePlan: {
    gaps: ({ gaps }) => [...gaps],
    segments: ({ segments }) => [...segments],
    price: ({ price }) => [...price],
  },
  Interval: {
    from: ({ from }) => instantOf(from),
    to: ({ to }) => instantOf(to),
  },
  PlanSegment: {
    serviceId: ({ service }) => service.id,
    from: ({ from }) => instantOf(from),
    to: ({ to }) => instantOf(to),
    minutes: ({ from, to }) => to - from,
  },
  Pseudonym: {
    cooperative: ({ cooperative }) => ({ id: cooperative }),
    skills: ({ skills }) => [...skills],
    languages: ({ languages }) => [...languages],
    distanceKm: ({ distanceKm }) => distanceKm && Math.round(distanceKm * 10) / 10,
  },
  ExcludedCandidate: {
    reasons: ({ reasons }) =>
      reasons.map((reason) => ({ ...reason, wordings: EXCLUSION_WORDINGS })),
  },
} satisfies Resolvers;

/** @param minutes - Since 1970. */
function instantOf(minutes: number): Date {
  return new Date(minutes * MINUTE_MS);
}
