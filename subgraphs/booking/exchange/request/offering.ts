import { randomUUID } from 'node:crypto';
import {
  bestOfEach,
  mayTake,
  type Candidate,
  type CandidateList,
} from '../candidates/candidates.js';
import { ownerOf } from '../../../shared/words/ids.js';
import { say, sayAll } from '../../../shared/words/said/say.js';
import { asProblem } from '../../store/problem.js';
import { messageOf, refuse, undecided, type Refusal } from '../../store/refusal.js';
import { sayRequestState } from '../../words/states.js';
import { CATALOGUE_SILENT, notOfferedOf, tellAgreeable, tellMissing, tellOpen } from './missing.js';
import type { WorkOfferRecord, WorkRequestRecord } from './records.js';
import { withdrawOpen, type RequestMoment } from './transitions.js';

/** Whom the coordinator names. */
export interface NamedOffers {
  readonly cooperatives: readonly string[];
  /** Public ids, at most one of a cooperative. */
  readonly services: readonly string[];
}

/** Why a request cannot be offered to anybody; null when it can. */
export function refuseOffering(
  { state, start }: WorkRequestRecord,
  { now }: RequestMoment,
): Refusal | null {
  const canBe = state === 'OPEN' || state === 'OFFERED' || state === 'UNFILLED';
  if (!canBe) {
    const refusal = refuse('INVALID_STATE', say`The request is ${sayRequestState(state)}.`, [
      'requestId',
    ]);
    // The booking that is being made may fail.
    return state === 'PENDING' ? undecided(refusal) : refusal;
  }
  return start > now ? null : refuse('IN_THE_PAST', say`The start has passed.`, ['requestId']);
}

/** Offers a request to the next ones now, whoever may still be answering. */
export function offerFurther(
  request: WorkRequestRecord,
  found: CandidateList,
  moment: RequestMoment,
): WorkRequestRecord | Refusal {
  const further = notYetOffered(request, found).slice(0, request.roundSize);
  if (further.length > 0) return addOffers(request, further, moment);
  const missing = tellMissing(request, found);
  const agreeable = tellAgreeable(request, found);
  const why = found.whyNobody && messageOf(found.whyNobody);
  if (missing === null) {
    return refuse('NOT_FOUND', sayAll(say`Nobody is left to offer it to.`, why, agreeable) ?? '');
  }
  const message = sayAll(say`Nobody was found who can.`, why, missing, agreeable);
  return undecided(refuse('COOPERATIVE_UNAVAILABLE', message ?? ''));
}

/**
 * Offers a request to these now: with the named service, or else with the best-fitting that its cooperative can do. One whose
 * earlier offer has ended may be offered it again, and one in whose way there is nothing but its lead time or hours may be, too. An
 * offer that nobody has answered yet gives way to one with another named service.
 */
export function offerTo(
  request: WorkRequestRecord,
  { cooperatives, services }: NamedOffers,
  found: CandidateList,
  moment: RequestMoment,
): WorkRequestRecord | Refusal {
  const ofServices = services.map((service, position) => ({
    cooperative: ownerOf(service) ?? '',
    service,
    field: ['services', position] as const,
  }));
  const chosenOf = new Set(ofServices.map(({ cooperative }) => cooperative));
  const ofCooperatives = [...new Set(cooperatives)].map((cooperative, position) => ({
    ...{ cooperative, service: null },
    field: ['cooperatives', position] as const,
  }));
  const wanted = [
    ...ofServices,
    ...ofCooperatives.filter(({ cooperative }) => !chosenOf.has(cooperative)),
  ];
  const chosen: Candidate[] = [];
  for (const { cooperative, service, field } of wanted) {
    const open = request.offers.find(
      (offer) => offer.cooperative === cooperative && offer.state === 'OFFERED',
    );
    if (open && (service === null || service === open.service))
      return refuse('INVALID_STATE', say`${cooperative} has it on offer.`, field);
    const isMeant = (one: Candidate): boolean =>
      one.cooperative === cooperative && (service === null || one.service === service);
    const candidate =
      found.candidates.find((one) => isMeant(one) && mayTake(one)) ??
      found.candidates.find((one) => isMeant(one) && one.isAgreeable);
    if (!candidate) return refuseNamed(service ?? cooperative, found, isMeant, field);
    chosen.push(candidate);
  }
  const isReplaced = ({ cooperative }: WorkOfferRecord): boolean =>
    chosen.some((one) => one.cooperative === cooperative);
  return addOffers(withdrawOpen(request, isReplaced), chosen, moment);
}

/** @param named - The cooperative or service that cannot be offered it. */
function refuseNamed(
  named: string,
  found: CandidateList,
  isMeant: (candidate: Candidate) => boolean,
  field: readonly (string | number)[],
): Refusal {
  if (!found.isCatalogueAnswering) {
    return undecided(refuse('COOPERATIVE_UNAVAILABLE', CATALOGUE_SILENT, field));
  }
  const refused = found.candidates.find(isMeant);
  if (refused) return refuseUnable(named, refused, field);
  const cooperative = ownerOf(named) ?? named;
  if (!found.members.includes(cooperative)) {
    return refuse('NOT_FOUND', say`There is no cooperative ${cooperative} in the network.`, field);
  }
  if (found.notAnswering.includes(cooperative)) {
    return undecided(
      refuse('COOPERATIVE_UNAVAILABLE', say`${cooperative} has never answered.`, field),
    );
  }
  if (found.notAsked.includes(cooperative)) {
    const why = say`There was no time to ask ${cooperative}.`;
    return undecided(refuse('COOPERATIVE_UNAVAILABLE', why, field));
  }
  const why =
    named === cooperative
      ? say`${cooperative} offers no service that fits.`
      : say`${named} is none of the services that ${cooperative} offers there.`;
  return refuse('NOT_FOUND', why, field);
}

function refuseUnable(
  named: string,
  { reason, message, said, alternatives }: Candidate,
  field: readonly (string | number)[],
): Refusal {
  const why = say`${named} cannot take it: ${message === null ? '' : messageOf({ message, said: said ?? null })}`;
  const refusal = { ...refuse(reason ?? 'CAPACITY_EXCEEDED', why, field), alternatives };
  // What was known of it last is no answer of its own, nor that it is to be called.
  const isItsOwn = reason !== 'COOPERATIVE_UNAVAILABLE' && reason !== 'PHONE_ONLY';
  return isItsOwn ? refusal : undecided(refusal);
}

/** Of each cooperative that can take it or perhaps can, and was not offered it, the best-fitting service; none that fits only perhaps. */
export function notYetOffered(request: WorkRequestRecord, found: CandidateList): Candidate[] {
  const isLeft = notOfferedOf(request);
  return bestOfEach(
    found.candidates,
    (one) => one.fit === 'GOOD' && mayTake(one) && isLeft(one.cooperative),
  );
}

export function addOffers(
  request: WorkRequestRecord,
  candidates: readonly Candidate[],
  { elapsed }: RequestMoment,
): WorkRequestRecord {
  const round = request.round + 1;
  const deadline = new Date(elapsed.getTime() + request.answerMinutes * 60_000);
  const added = candidates.map((candidate): WorkOfferRecord => ({
    id: randomUUID(),
    cooperative: candidate.cooperative,
    service: candidate.service,
    needsSpokenYes: candidate.isAgreeable,
    isUnheard: candidate.answer === 'UNKNOWN',
    state: 'OFFERED',
    round,
    offeredAt: elapsed,
    deadline,
    answeredAt: null,
    isSpoken: false,
    note: null,
    booking: null,
  }));
  const offers = [...request.offers, ...added];
  return {
    ...request,
    state: 'OFFERED',
    round,
    offers,
    outcome: null,
    whyNobody: null,
    ...asProblem(tellOpen({ ...request, offers })),
    nextTryAt: null,
  };
}
