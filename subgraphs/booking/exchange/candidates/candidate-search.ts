import { GraphQLError } from 'graphql';
import { ownerOf } from '../../../shared/words/ids.js';
import type { OwnerClient } from '../../owners/owner-client.js';
import { refuse, undecided, type Refusal } from '../../store/refusal.js';
import {
  sortCandidates,
  type Candidate,
  type CandidateList,
  type CandidateJudgement,
  type WorkNeed,
} from './candidates.js';
import type { FittingService, ServiceFinder } from './find-services.js';
import { judgeLive } from './judge-live.js';

/** Leaves time to answer within 1.5 s, and the gateway within 2. */
const ALL_MS = 1_400;
const CATALOGUE_MS = 600;
/** Of one owner, the best matches: it judges them one after the other. */
const MOST_SERVICES = 50;

const UNKNOWN: CandidateJudgement = {
  answer: 'UNKNOWN',
  reason: null,
  message: null,
  quote: null,
  alternatives: [],
};
const RULED_OUT: CandidateJudgement = {
  ...UNKNOWN,
  answer: 'CANNOT',
  reason: 'COOPERATIVE_UNAVAILABLE',
  message: 'It does not answer, and had no room on that day when it last did.',
};

/** What the caller can correct of a search that failed. Throws every other error on. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof GraphQLError && error.extensions['code'] === 'BAD_USER_INPUT') {
    return undecided(refuse('BAD_USER_INPUT', error.message));
  }
  throw error;
}

/** Looks up who could take a piece of work. Keeps nothing but what the catalogue said last. */
export class CandidateSearch {
  constructor(
    private readonly finder: ServiceFinder,
    private readonly owners: OwnerClient,
  ) {}

  /**
   * Answers within 1.5 s, whoever does not. One request to the catalogue a page, then one to each owner, all at once.
   * @throws GraphQLError BAD_USER_INPUT when the catalogue refuses a code.
   */
  async find(need: WorkNeed): Promise<CandidateList> {
    const deadline = performance.now() + ALL_MS;
    const found = await this.finder.find(need, CATALOGUE_MS);
    const known = found ?? this.finder.recall(need);
    const services = (known?.services ?? []).filter(isOwn);
    const owners = new Set(services.map(({ cooperative }) => cooperative));
    const judged = await Promise.all(
      [...owners].map(async (cooperative) => {
        const offered = services.filter((service) => service.cooperative === cooperative);
        const ids = offered.slice(0, MOST_SERVICES).map(({ id }) => id);
        const timeoutMs = Math.max(1, Math.floor(deadline - performance.now()));
        const verdicts = await judgeLive(this.owners, cooperative, ids, need, timeoutMs);
        const isSilent = (verdicts?.size ?? 0) < ids.length;
        return { cooperative, offered, verdicts, isSilent, isWhole: ids.length === offered.length };
      }),
    );
    const candidates = judged.flatMap(({ offered, verdicts }) =>
      offered.map((service) => toCandidate(service, verdicts?.get(service.id) ?? null)),
    );
    const silent = judged.filter(({ isSilent }) => isSilent).map(({ cooperative }) => cooperative);
    const notAnswering = [...new Set([...silent, ...(known?.neverRead ?? [])])].sort();
    return {
      candidates: sortCandidates(candidates),
      complete:
        notAnswering.length === 0 &&
        judged.every(({ isWhole }) => isWhole) &&
        found?.complete === true,
      notAnswering,
      isCatalogueAnswering: found !== null,
    };
  }
}

/** Ids come from owners, by way of the catalogue: only a service's own cooperative is asked about it. */
function isOwn({ id, cooperative }: FittingService): boolean {
  return id.includes(':') && ownerOf(id) === cooperative;
}

function toCandidate(
  { id, cooperative, isRuledOut }: FittingService,
  verdict: CandidateJudgement | null,
): Candidate {
  return { service: id, cooperative, ...(verdict ?? (isRuledOut ? RULED_OUT : UNKNOWN)) };
}
