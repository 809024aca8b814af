import { randomUUID } from 'node:crypto';
import { bestOfEach, type Candidate, type CandidateList } from './candidates.js';
import { refuse, type Refusal } from '../refusal.js';
import type { WorkOfferRecord, WorkRequestRecord } from './model.js';
import { isBeingAnswered, type Moment } from './transitions.js';

/** How long until somebody is looked for again when the catalogue does not answer. */
const LOOK_AGAIN_MS = 15_000;

/**
 * Offers a request to those who have not been offered it yet, when nobody is left of the rounds before. None left: UNFILLED,
 * unless the catalogue could not tell.
 */
export function nextRound(
  request: WorkRequestRecord,
  found: CandidateList,
  moment: Moment,
): WorkRequestRecord {
  const isWaiting = request.state === 'OPEN' || request.state === 'OFFERED';
  if (!isWaiting || isBeingAnswered(request)) return request;
  if (request.start <= moment.now) return endUnfilled(request, 'The start has passed.');
  const further = notYetOffered(request, found).slice(0, request.roundSize);
  if (further.length > 0) return addOffers(request, further, moment);
  if (found.isCatalogueAnswering) return endUnfilled(request, 'Nobody is left to offer it to.');
  return {
    ...request,
    problem: 'The catalogue does not answer; it is asked again.',
    nextTryAt: new Date(moment.elapsed.getTime() + LOOK_AGAIN_MS),
  };
}

/** Why a request cannot be offered to anybody; null when it can. */
export function refuseOffering({ state }: WorkRequestRecord): Refusal | null {
  const canBe = state === 'OPEN' || state === 'OFFERED' || state === 'UNFILLED';
  return canBe ? null : refuse('INVALID_STATE', `The request is ${state}.`, ['requestId']);
}

/** Offers a request to the next ones now, whoever may still be answering. */
export function offerFurther(
  request: WorkRequestRecord,
  found: CandidateList,
  moment: Moment,
): WorkRequestRecord | Refusal {
  const further = notYetOffered(request, found).slice(0, request.roundSize);
  if (further.length > 0) return addOffers(request, further, moment);
  return found.isCatalogueAnswering
    ? refuse('NOT_FOUND', 'Nobody is left to offer it to.')
    : refuse('COOPERATIVE_UNAVAILABLE', 'The catalogue does not answer.');
}

/** Offers a request to these cooperatives now. One whose earlier offer has ended may be offered it again. */
export function offerTo(
  request: WorkRequestRecord,
  cooperatives: readonly string[],
  found: CandidateList,
  moment: Moment,
): WorkRequestRecord | Refusal {
  const best = new Map(bestOfEach(found.candidates).map((one) => [one.cooperative, one]));
  const chosen: Candidate[] = [];
  for (const [position, cooperative] of [...new Set(cooperatives)].entries()) {
    const field = ['cooperatives', position] as const;
    const answering = request.offers.some(
      (offer) => offer.cooperative === cooperative && offer.state === 'OFFERED',
    );
    if (answering) return refuse('INVALID_STATE', `${cooperative} has it on offer.`, field);
    const candidate = best.get(cooperative);
    if (!candidate) return refuseCooperative(cooperative, found, field);
    chosen.push(candidate);
  }
  return addOffers(request, chosen, moment);
}

function refuseCooperative(
  cooperative: string,
  found: CandidateList,
  field: readonly (string | number)[],
): Refusal {
  if (!found.isCatalogueAnswering) {
    return refuse('COOPERATIVE_UNAVAILABLE', 'The catalogue does not answer.', field);
  }
  const refused = found.candidates.find((candidate) => candidate.cooperative === cooperative);
  if (!refused) {
    return refuse('NOT_FOUND', `${cooperative} offers no service that fits.`, field);
  }
  const { reason, message, alternatives } = refused;
  const why = `${cooperative} cannot take it: ${message ?? ''}`;
  return { ...refuse(reason ?? 'CAPACITY_EXCEEDED', why, field), alternatives };
}

function notYetOffered({ offers }: WorkRequestRecord, found: CandidateList): Candidate[] {
  const offered = new Set(offers.map(({ cooperative }) => cooperative));
  return bestOfEach(found.candidates).filter(({ cooperative }) => !offered.has(cooperative));
}

function addOffers(
  request: WorkRequestRecord,
  candidates: readonly Candidate[],
  { elapsed }: Moment,
): WorkRequestRecord {
  const round = request.round + 1;
  const deadline = new Date(elapsed.getTime() + request.answerMinutes * 60_000);
  const added = candidates.map(({ cooperative, service }): WorkOfferRecord => ({
    id: randomUUID(),
    cooperative,
    service,
    state: 'OFFERED',
    round,
    offeredAt: elapsed,
    deadline,
    answeredAt: null,
    isSpoken: false,
    note: null,
    booking: null,
  }));
  return {
    ...request,
    state: 'OFFERED',
    round,
    offers: [...request.offers, ...added],
    outcome: null,
    problem: null,
    nextTryAt: null,
  };
}

function endUnfilled(request: WorkRequestRecord, why: string): WorkRequestRecord {
  const outcome = `${why} ${tellOffers(request.offers)}`;
  return { ...request, state: 'UNFILLED', outcome, problem: null, nextTryAt: null };
}

/** One sentence: how many were offered it and what became of the offers. */
function tellOffers(offers: readonly WorkOfferRecord[]): string {
  const ends = [
    ['DECLINED', 'declined'],
    ['TIMED_OUT', 'did not answer'],
    ['FAILED', 'could not be booked'],
  ] as const;
  const parts = ends.flatMap(([ended, text]) => {
    const count = offers.filter(({ state }) => state === ended).length;
    return count === 0 ? [] : [`${count} ${text}`];
  });
  return parts.length === 0
    ? 'No cooperative was found that can do it.'
    : `Offers made: ${offers.length}; ${parts.join(', ')}.`;
}
