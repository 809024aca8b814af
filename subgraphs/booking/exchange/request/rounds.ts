import { partsOf } from '../../../shared/words/said/keep.js';
import { say, sayAll, sayList, type Said } from '../../../shared/words/said/say.js';
import { asProblem } from '../../store/problem.js';
import { messageOf } from '../../store/refusal.js';
import type { CandidateList } from '../candidates/candidates.js';
import { tellAgreeable, tellMissing } from './missing.js';
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
  if (request.start <= moment.now) return endUnfilled(request, say`The start has passed.`);
  const further = notYetOffered(request, found).slice(0, request.roundSize);
  if (further.length > 0) return addOffers(request, further, moment);
  // What became of offers says why, where there were any.
  const whyNobody = request.offers.length === 0 ? found.whyNobody : null;
  const missing = tellMissing(request, found);
  const agreeable = tellAgreeable(request, found);
  if (missing === null && agreeable === null) {
    return endUnfilled({ ...request, whyNobody }, say`Nobody is left to offer it to.`);
  }
  const waitMs = found.isCatalogueAnswering ? backOffMs(request, moment) : LOOK_AGAIN_MS;
  const nextTryAt = new Date(moment.elapsed.getTime() + waitMs);
  return {
    ...request,
    whyNobody,
    ...asProblem(
      sayAll(say`Nobody was found who can.`, whyNobody && messageOf(whyNobody), missing, agreeable),
    ),
    nextTryAt,
  };
}

/** As long again as it has waited already. */
function backOffMs({ recordedAt }: WorkRequestRecord, { elapsed }: RequestMoment): number {
  const waitedMs = elapsed.getTime() - recordedAt.getTime();
  return Math.min(Math.max(waitedMs, LOOK_FOR_MISSING_MS), LONGEST_LOOK_MS);
}

function endUnfilled(request: WorkRequestRecord, why: Said): WorkRequestRecord {
  const { whyNobody } = request;
  const outcome = sayAll(why, sayOffers(request.offers), whyNobody && messageOf(whyNobody));
  return {
    ...{ ...request, state: 'UNFILLED', problem: null, nextTryAt: null },
    outcome: outcome && String(outcome),
    outcomeSaid: partsOf(outcome),
  };
}

/** One sentence: how many were offered it and what became of the offers. */
function sayOffers(offers: readonly WorkOfferRecord[]): Said {
  const count = (ended: WorkOfferRecord['state']): number =>
    offers.filter(({ state }) => state === ended).length;
  const parts = [
    count('DECLINED') > 0 ? say`${count('DECLINED')} declined` : null,
    count('TIMED_OUT') > 0 ? say`${count('TIMED_OUT')} did not answer` : null,
    count('FAILED') > 0 ? say`${count('FAILED')} could not be booked` : null,
  ].filter((part) => part !== null);
  return parts.length === 0
    ? say`No cooperative was found that can do it.`
    : say`Offers made: ${offers.length}; ${sayList(parts)}.`;
}
