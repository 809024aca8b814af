import type { CandidateList } from '../candidates/candidates.js';
import { joined, tellAgreeable, tellMissing } from './missing.js';
import { addOffers, notYetOffered } from './offering.js';
import type { WorkOfferRecord, WorkRequestRecord } from './records.js';
import { isBeingAnswered, type RequestMoment } from './transitions.js';

/** How long until somebody is looked for again when the catalogue does not answer. */
const LOOK_AGAIN_MS = 15_000;
/** The same when something else is missing, at least and at most: cooperatives may be down for days. */
const LOOK_FOR_MISSING_MS = 60_000;
const LONGEST_LOOK_MS = 900_000;

/**
 * Offers a request to those who have not been offered it yet, when nobody is left of the rounds before. None left: UNFILLED, once
 * everyone who fits was asked and has answered, the words were understood, and nobody's yes on the phone would help; until then it is
 * looked for again, and `problem` says what is missing.
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
  // What became of offers says why, where there were any.
  const whyNobody = request.offers.length === 0 ? found.whyNobody : null;
  const missing = tellMissing(request, found);
  const agreeable = tellAgreeable(request, found);
  if (missing === null && agreeable === null) {
    return endUnfilled({ ...request, whyNobody }, 'Nobody is left to offer it to.');
  }
  const waitMs = found.isCatalogueAnswering ? backOffMs(request, moment) : LOOK_AGAIN_MS;
  const nextTryAt = new Date(moment.elapsed.getTime() + waitMs);
  return {
    ...request,
    whyNobody,
    problem: joined('Nobody was found who can.', whyNobody?.message, missing, agreeable),
    nextTryAt,
  };
}

/** As long again as it has waited already. */
function backOffMs({ recordedAt }: WorkRequestRecord, { elapsed }: RequestMoment): number {
  const waitedMs = elapsed.getTime() - recordedAt.getTime();
  return Math.min(Math.max(waitedMs, LOOK_FOR_MISSING_MS), LONGEST_LOOK_MS);
}

function endUnfilled(request: WorkRequestRecord, why: string): WorkRequestRecord {
  const outcome = joined(why, tellOffers(request.offers), request.whyNobody?.message);
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
