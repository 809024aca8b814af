import { randomUUID } from 'node:crypto';
import { bestOfEach, type Candidate, type CandidateList } from '../candidates/candidates.js';
import { refuse, undecided, type Refusal } from '../../store/refusal.js';
import type { WorkOfferRecord, WorkRequestRecord } from './records.js';
import { isBeingAnswered, type RequestMoment } from './transitions.js';

/** How long until somebody is looked for again when the catalogue does not answer. */
const LOOK_AGAIN_MS = 15_000;
/** The same when cooperatives do not, at least and at most: they may be down for days. */
const LOOK_FOR_SILENT_MS = 60_000;
const LONGEST_LOOK_MS = 900_000;
const CATALOGUE_SILENT = 'The catalogue does not answer.';

/**
 * Offers a request to those who have not been offered it yet, when nobody is left of the rounds before. None left: UNFILLED,
 * unless the catalogue could not tell, or it was offered to nobody yet and somebody did not answer.
 */
export function nextRound(
  request: WorkRequestRecord,
  found: CandidateList,
  moment: RequestMoment,
): WorkRequestRecord {
  const isWaiting = request.state === 'OPEN' || request.state === 'OFFERED';
  if (!isWaiting || isBeingAnswered(request)) return request;
  if (request.start <= moment.now) return endUnfilled(request, 'The start has passed.');
  const further = notYetOffered(request, found).slice(0, request.roundSize);
  if (further.length > 0) return addOffers(request, further, moment);
  const silence = tellSilence(request, found);
  const isOver = found.isCatalogueAnswering && (silence === null || request.state !== 'OPEN');
  if (isOver) return endUnfilled(request, 'Nobody is left to offer it to.');
  const waitMs = found.isCatalogueAnswering ? backOffMs(request, moment) : LOOK_AGAIN_MS;
  const nextTryAt = new Date(moment.elapsed.getTime() + waitMs);
  return { ...request, problem: silence, nextTryAt };
}

/** As long again as it has waited already. */
function backOffMs({ recordedAt }: WorkRequestRecord, { elapsed }: RequestMoment): number {
  const waitedMs = elapsed.getTime() - recordedAt.getTime();
  return Math.min(Math.max(waitedMs, LOOK_FOR_SILENT_MS), LONGEST_LOOK_MS);
}

/** Why a request cannot be offered to anybody; null when it can. */
export function refuseOffering(
  { state, start }: WorkRequestRecord,
  { now }: RequestMoment,
): Refusal | null {
  const canBe = state === 'OPEN' || state === 'OFFERED' || state === 'UNFILLED';
  if (!canBe) {
    const refusal = refuse('INVALID_STATE', `The request is ${state}.`, ['requestId']);
    // The booking that is being made may fail.
    return state === 'PENDING' ? undecided(refusal) : refusal;
  }
  return start > now ? null : refuse('IN_THE_PAST', 'The start has passed.', ['requestId']);
}

/** Offers a request to the next ones now, whoever may still be answering. */
export function offerFurther(
  request: WorkRequestRecord,
  found: CandidateList,
  moment: RequestMoment,
): WorkRequestRecord | Refusal {
  const further = notYetOffered(request, found).slice(0, request.roundSize);
  if (further.length > 0) return addOffers(request, further, moment);
  const silence = tellSilence(request, found);
  return silence === null
    ? refuse('NOT_FOUND', 'Nobody is left to offer it to.')
    : undecided(refuse('COOPERATIVE_UNAVAILABLE', silence));
}

/** Offers a request to these cooperatives now. One whose earlier offer has ended may be offered it again. */
export function offerTo(
  request: WorkRequestRecord,
  cooperatives: readonly string[],
  found: CandidateList,
  moment: RequestMoment,
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
    return undecided(refuse('COOPERATIVE_UNAVAILABLE', CATALOGUE_SILENT, field));
  }
  const refused = found.candidates.find((candidate) => candidate.cooperative === cooperative);
  if (!refused) {
    return found.notAnswering.includes(cooperative)
      ? undecided(refuse('COOPERATIVE_UNAVAILABLE', `${cooperative} has never answered.`, field))
      : refuse('NOT_FOUND', `${cooperative} offers no service that fits.`, field);
  }
  const { reason, message, alternatives } = refused;
  const why = `${cooperative} cannot take it: ${message ?? ''}`;
  const refusal = { ...refuse(reason ?? 'CAPACITY_EXCEEDED', why, field), alternatives };
  // What was known of it last is no answer of its own.
  return reason === 'COOPERATIVE_UNAVAILABLE' ? undecided(refusal) : refusal;
}

function notYetOffered({ offers }: WorkRequestRecord, found: CandidateList): Candidate[] {
  const offered = new Set(offers.map(({ cooperative }) => cooperative));
  return bestOfEach(found.candidates).filter(({ cooperative }) => !offered.has(cooperative));
}

/** Who may be able to take it but does not answer; null when everybody did who was not offered it. */
function tellSilence({ offers }: WorkRequestRecord, found: CandidateList): string | null {
  if (!found.isCatalogueAnswering) return CATALOGUE_SILENT;
  const offered = new Set(offers.map(({ cooperative }) => cooperative));
  const silent = found.notAnswering.filter((cooperative) => !offered.has(cooperative));
  return silent.length === 0
    ? null
    : `Nobody was found who can; no answer from ${silent.join(', ')}.`;
}

function addOffers(
  request: WorkRequestRecord,
  candidates: readonly Candidate[],
  { elapsed }: RequestMoment,
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
