import { partsOf } from '../../../shared/words/said/keep.js';
import { say, sayAll, type Said } from '../../../shared/words/said/say.js';
import { asProblem } from '../../store/problem.js';
import { messageOf, refuse, undecided, type Refusal } from '../../store/refusal.js';
import { sayOfferState, sayRequestState } from '../../words/states.js';
import { tellOpen } from './missing.js';
import type {
  RequestCommandRecord,
  OfferBooking,
  WorkOfferRecord,
  WorkRequestRecord,
} from './records.js';

// What can happen to a request. Nothing here reads a clock or a database; each function gives the request after the change,
// and the very same object when nothing changes.

/** One moment on both clocks. */
export interface RequestMoment {
  /** The network's clock, which may stand still. */
  readonly now: Date;
  /** Real time, for deadlines. */
  readonly elapsed: Date;
}

/** How an offer is answered. */
export interface ExchangeAnswer {
  readonly isSpoken: boolean;
  readonly note: string | null;
}

export function isRefusal(change: WorkRequestRecord | Refusal): change is Refusal {
  return 'code' in change;
}

/** The offer that somebody said yes to and that is not booked yet; null when there is none. */
export function findPending(request: WorkRequestRecord): WorkOfferRecord | null {
  return request.offers.find(({ state }) => state === 'PENDING') ?? null;
}

/** Whether somebody may still answer, or has said yes. */
export function isBeingAnswered({ offers }: WorkRequestRecord): boolean {
  return offers.some(({ state }) => state === 'OFFERED' || state === 'PENDING');
}

/** When something is to be done about it, in real time; null when nothing happens by itself any more. */
export function dueAt(request: WorkRequestRecord): Date | null {
  const { offers, nextTryAt } = request;
  const deadlines = offers
    .filter(({ state }) => state === 'OFFERED')
    .map(({ deadline }) => deadline);
  const warnings = offers.filter((offer) => mayBeWarned(request, offer)).map(warnAt);
  const instants = [...deadlines, ...warnings, ...(nextTryAt ? [nextTryAt] : [])].map((at) =>
    at.getTime(),
  );
  return instants.length === 0 ? null : new Date(Math.min(...instants));
}

/** Of the time for an answer, what is left when it is said that little is. */
const LEFT_SHARE = 1 / 4;
const LEFT_MS = 300_000;

/** When it is said of an offer that little time is left: a quarter, and five minutes at least where there are more than ten. */
function warnAt({ offeredAt, deadline }: WorkOfferRecord): Date {
  const wholeMs = deadline.getTime() - offeredAt.getTime();
  const leastMs = wholeMs > 2 * LEFT_MS ? LEFT_MS : 0;
  return new Date(deadline.getTime() - Math.max(wholeMs * LEFT_SHARE, leastMs));
}

/** While somebody's yes is being booked, the others need not hurry. */
function mayBeWarned({ state: requestState }: WorkRequestRecord, offer: WorkOfferRecord): boolean {
  return requestState !== 'PENDING' && offer.state === 'OFFERED' && !offer.isWarned;
}

/** Notes, once for each offer, that little time is left for an answer. */
export function warn(request: WorkRequestRecord, { elapsed }: RequestMoment): WorkRequestRecord {
  const isDue = (offer: WorkOfferRecord): boolean =>
    mayBeWarned(request, offer) && warnAt(offer) <= elapsed && elapsed < offer.deadline;
  if (!request.offers.some(isDue)) return request;
  const offers = request.offers.map((offer) =>
    isDue(offer) ? { ...offer, isWarned: true } : offer,
  );
  return { ...request, offers };
}

/** Ends the offers whose deadline has come. */
export function timeOut(request: WorkRequestRecord, { elapsed }: RequestMoment): WorkRequestRecord {
  const isLate = ({ state, deadline }: WorkOfferRecord): boolean =>
    state === 'OFFERED' && deadline <= elapsed;
  if (!request.offers.some(isLate)) return request;
  const offers = request.offers.map((offer): WorkOfferRecord =>
    isLate(offer) ? { ...offer, state: 'TIMED_OUT' } : offer,
  );
  const problem = asProblem(tellOpen({ ...request, offers }));
  return wantNextRound({ ...request, offers, ...problem }, elapsed);
}

/**
 * Somebody says yes: from now on nobody else can, until the booking is made or refused.
 * @param nextTryAt - When the booking is to be taken up by whoever comes first.
 */
export function claim(
  request: WorkRequestRecord,
  offerId: string,
  { isSpoken, note }: ExchangeAnswer,
  booking: OfferBooking,
  nextTryAt: Date,
  moment: RequestMoment,
): WorkRequestRecord | Refusal {
  const refusal =
    refuseAnswer(request, offerId, isSpoken, moment) ?? refuseUnspoken(request, offerId, isSpoken);
  if (refusal) return refusal;
  const answered = { isSpoken, note, answeredAt: moment.now, booking } as const;
  return {
    ...withOffer(request, offerId, { ...answered, state: 'PENDING' }),
    state: 'PENDING',
    nextTryAt,
    outcome: null,
    problem: null,
  };
}

/** Somebody says no. */
export function decline(
  request: WorkRequestRecord,
  offerId: string,
  { isSpoken, note }: ExchangeAnswer,
  moment: RequestMoment,
): WorkRequestRecord | Refusal {
  const refusal = refuseAnswer(request, offerId, isSpoken, moment);
  if (refusal) return refusal;
  const answered = { isSpoken, note, answeredAt: moment.now } as const;
  const declined = withOffer(request, offerId, { ...answered, state: 'DECLINED' });
  const problem = asProblem(tellOpen(declined));
  return wantNextRound({ ...declined, ...problem }, moment.elapsed);
}

/** Why an offer cannot be answered now; null when it can. A spoken answer may come after the deadline: the phone is slow. */
function refuseAnswer(
  { state, offers }: WorkRequestRecord,
  offerId: string,
  isSpoken: boolean,
  { elapsed }: RequestMoment,
): Refusal | null {
  const invalid = (message: Said): Refusal => refuse('INVALID_STATE', message, ['offerId']);
  const offer = offers.find(({ id }) => id === offerId);
  if (!offer) return refuse('NOT_FOUND', say`There is no such offer.`, ['offerId']);
  if (state === 'PENDING' && offer.state !== 'PENDING') {
    // That booking may fail, and then this answer is wanted after all.
    return undecided(invalid(say`Another cooperative has said yes; its booking is being made.`));
  }
  if (state === 'TAKEN' || state === 'CLOSED') {
    return invalid(say`The request is ${sayRequestState(state)}.`);
  }
  if (offer.state === 'TIMED_OUT' && isSpoken) return null;
  if (offer.state !== 'OFFERED')
    return invalid(say`Wanted an open offer; this one is ${sayOfferState(offer.state)}.`);
  return offer.deadline <= elapsed && !isSpoken ? invalid(say`The deadline has passed.`) : null;
}

/** A yes that the cooperative's own system would refuse to book. */
function refuseUnspoken(
  { offers }: WorkRequestRecord,
  offerId: string,
  isSpoken: boolean,
): Refusal | null {
  const offer = offers.find(({ id }) => id === offerId);
  if (isSpoken || !offer?.needsSpokenYes) return null;
  const message = say`The start is within the lead time or outside the hours: only a yes on the phone, which the coordinator records, books it.`;
  return refuse('INVALID_STATE', message, ['offerId']);
}

/** The work is booked: the other offers end. */
export function take(request: WorkRequestRecord, offerId: string, order: string) {
  const offer = request.offers.find(({ id }) => id === offerId);
  const outcome = say`Taken by ${offer?.cooperative ?? ''}.`;
  return {
    ...withOffer(withdrawOpen(request), offerId, { state: 'ACCEPTED' }),
    state: 'TAKEN',
    order,
    outcome: String(outcome),
    outcomeSaid: partsOf(outcome),
    problem: null,
    nextTryAt: null,
  } satisfies WorkRequestRecord;
}

/**
 * The caller of a command is told that it goes on, before its booking is made or refused: from then on that is its answer.
 * @param key - Hash of the command's idempotency key.
 */
export function promise(request: WorkRequestRecord, key: string): WorkRequestRecord {
  const isMeant = (command: RequestCommandRecord): boolean => command.key === key;
  if (!request.commands.some((command) => isMeant(command) && command.isAwaiting)) return request;
  const commands = request.commands.map((command) =>
    isMeant(command) ? { ...command, isAwaiting: false } : command,
  );
  return { ...request, commands };
}

/** The booking is refused: the round goes on, and the next one begins where nobody else is left in it. */
export function failBooking(
  request: WorkRequestRecord,
  offerId: string,
  refusals: readonly Refusal[],
  { elapsed }: RequestMoment,
): WorkRequestRecord {
  const why = sayAll(...refusals.map(messageOf));
  const note = { note: String(why ?? ''), noteSaid: partsOf(why) };
  const commands = request.commands.map((command) =>
    command.offer === offerId && command.isAwaiting
      ? { ...command, refusals, isAwaiting: false }
      : command,
  );
  const failed = withOffer({ ...request, commands }, offerId, { state: 'FAILED', ...note });
  const problem = asProblem(tellOpen(failed));
  return wantNextRound({ ...failed, state: 'OFFERED', ...problem, nextTryAt: null }, elapsed);
}

/** Nobody needs it any more. */
export function close(request: WorkRequestRecord, outcome: string): WorkRequestRecord | Refusal {
  if (request.state === 'CLOSED')
    return refuse('INVALID_STATE', say`The request is CLOSED already.`);
  const underWay = findPending(request);
  const withdrawn = underWay ? withOffer(request, underWay.id, { state: 'WITHDRAWN' }) : request;
  return {
    ...withdrawOpen(withdrawn),
    state: 'CLOSED',
    order: request.order ?? underWay?.booking?.order ?? null,
    outcome,
    problem: null,
    nextTryAt: null,
  };
}

/** The request with one of its offers changed. */
export function withOffer(
  request: WorkRequestRecord,
  offerId: string,
  change: Partial<WorkOfferRecord>,
): WorkRequestRecord {
  const offers = request.offers.map((offer) =>
    offer.id === offerId ? { ...offer, ...change } : offer,
  );
  return { ...request, offers };
}

/** Takes back the offers that nobody has answered. @param isMeant - Which of them; all where absent. */
export function withdrawOpen(
  request: WorkRequestRecord,
  isMeant: (offer: WorkOfferRecord) => boolean = () => true,
): WorkRequestRecord {
  const offers = request.offers.map((offer): WorkOfferRecord =>
    offer.state === 'OFFERED' && isMeant(offer) ? { ...offer, state: 'WITHDRAWN' } : offer,
  );
  return { ...request, offers };
}

/** Has the next round begin when the last open offer of an offered request has ended. */
function wantNextRound(request: WorkRequestRecord, elapsed: Date): WorkRequestRecord {
  if (request.state !== 'OFFERED' || isBeingAnswered(request)) return request;
  return { ...request, nextTryAt: elapsed };
}
