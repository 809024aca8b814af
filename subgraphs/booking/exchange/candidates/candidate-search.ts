import { GraphQLError } from 'graphql';
import type { OwnerClient } from '../../owners/owner-client.js';
import { refuse, undecided, type Refusal } from '../../store/refusal.js';
import { askInStages } from './ask-in-stages.js';
import {
  sortCandidates,
  type Candidate,
  type CandidateJudgement,
  type CandidateList,
  type WorkNeed,
} from './candidates.js';
import { chooseServices, type CooperativeServices, type SearchScope } from './choose-services.js';
import type { FittingService, ServiceFinder } from './find-services.js';
import type { Judgements } from './judge-live.js';
import { judgeOwner } from './judge-owner.js';
import { whyNoneCan } from './why-nobody.js';

/** Leaves time to answer within 1.5 s, and the gateway within 2. */
const ALL_MS = 1_400;
const CATALOGUE_MS = 600;
/** Of one owner, the best matches: it judges them one after the other. */
const MOST_SERVICES = 50;

const UNKNOWN: CandidateJudgement = {
  answer: 'UNKNOWN',
  reason: null,
  message: null,
  isAgreeable: false,
  earliestStart: null,
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
   * Answers within 1.5 s, whoever does not. One request to the catalogue a page, then one to each owner that is asked, in stages.
   * @throws GraphQLError BAD_USER_INPUT when the catalogue refuses a code.
   */
  async find(need: WorkNeed, scope: SearchScope): Promise<CandidateList> {
    const deadline = performance.now() + ALL_MS;
    const found = await this.finder.find(need, scope.services ?? [], CATALOGUE_MS);
    const known = found ?? this.finder.recall(need);
    const chosen = chooseServices(known?.services ?? [], scope);
    const servicesOf = new Map(chosen.map((one) => [one.cooperative, one.services]));
    const judge = (cooperative: string, timeoutMs: number): Promise<Judgements | null> =>
      judgeOwner(this.owners, cooperative, idsOf(servicesOf.get(cooperative)), need, timeoutMs);
    const { answers, notAsked } = await askInStages([...servicesOf.keys()], judge, isAble, {
      enough: scope.enough,
      deadline,
    });
    const asked = chosen.filter(({ cooperative }) => answers.has(cooperative));
    const silent = asked
      .filter((one) => isSilent(one, answers.get(one.cooperative)))
      .map(({ cooperative }) => cooperative);
    const notAnswering = [...new Set([...silent, ...(known?.neverRead ?? [])])].sort();
    const notUnderstood = known?.notUnderstood ?? [];
    const hasMore =
      known?.complete === false || asked.some(({ services }) => services.length > MOST_SERVICES);
    const isEverybodyAsked = !hasMore && notAsked.length === 0;
    const candidates = sortCandidates(
      asked.flatMap(({ cooperative, services }) =>
        services.map((service) =>
          toCandidate(service, answers.get(cooperative)?.get(service.id) ?? null),
        ),
      ),
    );
    return {
      candidates,
      complete:
        found !== null &&
        isEverybodyAsked &&
        [notAnswering, notUnderstood].every(({ length }) => length === 0),
      ...{ notAnswering, notAsked, hasMore, notUnderstood },
      whyNobody: found && (found.whyNobody ?? (isEverybodyAsked ? whyNoneCan(candidates) : null)),
      members: known?.members ?? [],
      isCatalogueAnswering: found !== null,
    };
  }
}

function idsOf(services: readonly FittingService[] = []): string[] {
  return services.slice(0, MOST_SERVICES).map(({ id }) => id);
}

function isAble(judgements: Judgements): boolean {
  return [...judgements.values()].some(({ answer }) => answer === 'CAN');
}

/** Whether something that was asked about was not answered. */
function isSilent(
  { services }: CooperativeServices,
  judgements: Judgements | null | undefined,
): boolean {
  return (judgements?.size ?? 0) < idsOf(services).length;
}

function toCandidate(
  { id, cooperative, isRuledOut, ...fit }: FittingService,
  verdict: CandidateJudgement | null,
): Candidate {
  return { ...fit, service: id, cooperative, ...(verdict ?? (isRuledOut ? RULED_OUT : UNKNOWN)) };
}
