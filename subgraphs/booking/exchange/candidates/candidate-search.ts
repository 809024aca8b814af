import { GraphQLError } from 'graphql';
import { askingFor, type OwnerClient } from '../../../shared/owners/client/owner-client.js';
import { say } from '../../../shared/words/said/say.js';
import type { ZoneOf } from '../../orders/order/wall-time.js';
import { adviseToCall } from '../../owners/phone-only.js';
import { asMessage, refuse, undecided, type Refusal } from '../../store/refusal.js';
import { askInStages, passing } from './ask-in-stages.js';
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
import { judgeOwner, type OwnerAnswer } from './judge-owner.js';
import { whyNoneCan } from './why-nobody.js';

/** Leaves time to answer within 1.5 s, and the gateway within 2. */
const ALL_MS = 1_400;
const CATALOGUE_MS = 600;
/** Where enough can, for more about those who cannot. */
const FURTHER_MS = 300;
/** Of one owner, the best matches: it judges them one after the other. */
const MOST_SERVICES = 50;

const UNKNOWN: CandidateJudgement = {
  answer: 'UNKNOWN',
  reason: null,
  message: null,
  leastMinutes: null,
  isAgreeable: false,
  earliestStart: null,
  quote: null,
  alternatives: [],
};
const CALL = { ...UNKNOWN, answer: 'CALL', reason: 'PHONE_ONLY' } as const;
const RULED_OUT: CandidateJudgement = {
  ...UNKNOWN,
  answer: 'CANNOT',
  reason: 'COOPERATIVE_UNAVAILABLE',
  ...asMessage(say`It does not answer, and had no room on that day when it last did.`),
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
    private readonly zoneOf: ZoneOf = () => null,
  ) {}

  /**
   * Answers within 1.5 s, whoever does not. One request to the catalogue a page, then one to each owner that is asked, in stages.
   * @param signal - Ends the search when nobody waits for it any more: rejects with its reason.
   * @throws GraphQLError BAD_USER_INPUT when the catalogue refuses a code.
   */
  async find(need: WorkNeed, scope: SearchScope, signal?: AbortSignal): Promise<CandidateList> {
    const deadline = performance.now() + ALL_MS;
    const owners = askingFor(signal, this.owners);
    const found = await this.finder.find(need, scope.services ?? [], CATALOGUE_MS, signal);
    const known = found ?? this.finder.recall(need);
    const chosen = chooseServices(known?.services ?? [], scope);
    const toCall = chosen.filter(({ cooperative }) => this.owners.phoneOnly(cooperative));
    const toAsk = chosen.filter((one) => !toCall.includes(one));
    const servicesOf = new Map(toAsk.map((one) => [one.cooperative, one.services]));
    const judge = (cooperative: string, timeoutMs: number): Promise<OwnerAnswer | null> => {
      const asked = { ...need, timeZone: this.zoneOf(cooperative) };
      return judgeOwner(owners, cooperative, idsOf(servicesOf.get(cooperative)), asked, timeoutMs);
    };
    const { enough } = scope;
    const limits = { enough, deadline };
    const staged = await askInStages([...servicesOf.keys()], judge, isAble, limits);
    const { notAsked } = staged;
    const answers = await hearFurther(staged.answers, enough);
    signal?.throwIfAborted();
    const asked = toAsk.filter(({ cooperative }) => answers.has(cooperative));
    const silent = asked
      .filter((one) => isSilent(one, answers.get(one.cooperative)))
      .map(({ cooperative }) => cooperative);
    const notAnswering = [...new Set([...silent, ...(known?.neverRead ?? [])])].sort();
    const notUnderstood = known?.notUnderstood ?? [];
    const hasMore =
      known?.complete === false || asked.some(({ services }) => services.length > MOST_SERVICES);
    const isEverybodyAsked = !hasMore && notAsked.length === 0;
    const candidates = sortCandidates([
      ...toCall.flatMap((one) => this.#called(one)),
      ...asked.flatMap(({ cooperative, services }) =>
        services.map((service) =>
          toCandidate(service, answers.get(cooperative)?.get(service.id) ?? null),
        ),
      ),
    ]);
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

  /** Of a cooperative that takes no bookings over the network, which is no fault of it. */
  #called({ cooperative, services }: CooperativeServices): Candidate[] {
    const phoneOnly = this.owners.phoneOnly(cooperative) ?? { phone: null };
    const message = asMessage(adviseToCall(cooperative, phoneOnly));
    return services.map((service) => toCandidate(service, { ...CALL, ...message }));
  }
}

function idsOf(services: readonly FittingService[] = []): string[] {
  return services.slice(0, MOST_SERVICES).map(({ id }) => id);
}

function isAble({ verdicts }: OwnerAnswer): boolean {
  return [...verdicts.values()].some(({ answer }) => answer === 'CAN');
}

/** Waits for what owners say further, where enough of them can for a moment only. */
async function hearFurther(
  answers: ReadonlyMap<string, OwnerAnswer | null>,
  enough: number,
): Promise<ReadonlyMap<string, Judgements | null>> {
  const able = [...answers.values()].filter((answer) => answer !== null && isAble(answer));
  const limit = able.length < enough ? [] : [passing(FURTHER_MS)];
  const hear = ({ verdicts, further }: OwnerAnswer): Promise<Judgements> =>
    Promise.race([further, ...limit.map((passed) => passed.then(() => verdicts))]);
  return new Map(
    await Promise.all(
      [...answers].map(
        async ([cooperative, answer]) => [cooperative, answer && (await hear(answer))] as const,
      ),
    ),
  );
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
