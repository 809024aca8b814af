import type {
  Verdict,
  Reply,
  OwnerAct,
  Question,
  KnownLeg,
  LegRefusal,
  OwnerAnswer,
} from '../order/question.js';
import { formatMinorUnits } from '../../../shared/words/money.js';
import { say, type Said } from '../../../shared/words/said/say.js';
import type { Moment } from '../../../shared/words/said/moment.js';
import type { OrderLegRecord, OrderRecord, QuoteRecord, TaskRecord } from '../../store/records.js';
import { asProblem, type Problem } from '../../store/problem.js';
import { messageOf, refuse, type Refusal } from '../../store/refusal.js';
import { sayBookingState } from '../../words/states.js';
import type { BookingState } from '../../schema.generated.js';
import { toClient } from './client-refusals.js';
import { isOpen, note } from '../order/order-state.js';
import { changeLegs } from '../order/task.js';
import { wallTimeOf } from '../order/wall-time.js';

export interface Applied {
  readonly order: OrderRecord;
  /** In the client's terms. */
  readonly refusals: TaskRecord['refusals'];
  /** Cooperatives that have answered. */
  readonly answered: readonly string[];
}

/** Writes answers into the legs. */
export function applyAnswers(
  before: OrderRecord,
  task: TaskRecord,
  replies: readonly Reply[],
  now: Date,
): Applied {
  let order = before;
  const refusals = [];
  const answered = [];
  for (const { question, verdict } of replies) {
    if (verdict.kind !== 'answer') continue;
    answered.push(question.cooperative);
    for (const leg of verdict.legs) order = applyLeg(order, leg, question.act, now);
    order = noteUntold(order, question, verdict, now);
    const lapsed = verdict.legs.filter((leg) => !isResult(question, leg.state));
    const isLeft = (number: number): boolean => lapsed.some((leg) => leg.number === number);
    const mine = [...verdict.refusals, ...lapsed.map(toLapsed)];
    refusals.push(...mine.map((refusal) => toClient(refusal, task, order)));
    order = refuseLegs(order, question, verdict, mine, now);
    if (question.act === 'cancel' && verdict.refusals.length === 0) {
      const isMeant = (leg: OrderLegRecord, number: number): boolean =>
        question.legs.includes(number) && isOpen(leg) && !isLeft(number);
      order = changeLegs(order, isMeant, { ...GIVEN_BACK, stateAsOf: now });
    }
  }
  return { order, refusals, answered };
}

/** The order with a note for people, who can tell an owner what its system does not take. */
export function noteUntold(
  order: OrderRecord,
  { cooperative }: Question,
  { isUntold = false, legs }: Extract<Verdict, { readonly kind: 'answer' }>,
  now: Date,
): OrderRecord {
  if (!isUntold || legs.length === 0) return order;
  const text = say`The system of ${cooperative} takes neither place of work nor wishes, so it was not told; somebody has to tell ${cooperative}.`;
  return note(order, now, text);
}

/** A leg of which its owner has nothing any more, because it was asked to. */
export const GIVEN_BACK = {
  ...{ state: 'CANCELLED', expiresAt: null, waitingPosition: null },
  ...{ disagreement: null, problem: null },
} as const satisfies Partial<OrderLegRecord>;

/**
 * Whether a leg is now what was asked for; an owner that answers late may say that it is over again, and one that says yes to calling
 * off may have it still.
 */
function isResult({ act }: Question, state: BookingState): boolean {
  const isOver = state === 'EXPIRED' || state === 'CANCELLED' || state === 'DECLINED';
  return act === 'release' || (act === 'cancel' ? isOver : !isOver);
}

function toLapsed({ number, state }: KnownLeg): LegRefusal {
  const code = state === 'EXPIRED' ? 'HOLD_EXPIRED' : 'INVALID_STATE';
  return { ...refuse(code, say`Leg ${number} is ${sayBookingState(state)}.`), leg: number, of: [] };
}

/** Acts that leave a leg as it is where they are refused. */
const KEPT: readonly OwnerAct[] = ['move', 'change', 'cancel', 'release'];

/** Marks the legs that an owner refused to hold, enrol, confirm or keep. */
function refuseLegs(
  order: OrderRecord,
  { act, legs }: Question,
  { legs: known }: Pick<OwnerAnswer, 'legs'>,
  refusals: readonly LegRefusal[],
  now: Date,
): OrderRecord {
  const [first] = refusals;
  if (!first || KEPT.includes(act)) return order;
  const isKnown = (number: number): boolean => known.some((leg) => leg.number === number);
  const isNamed = refusals.some(({ leg }) => leg !== null);
  // A refused hold keeps nothing. Of a refused confirmation the legs that it does not name may still be held.
  const isAll = act === 'hold' || act === 'enrol' || !isNamed;
  let result = order;
  for (const number of legs) {
    const own = refusals.find(({ leg }) => leg === number);
    if (isKnown(number) || (!own && !isAll)) continue;
    const refusal = own ?? first;
    const { code } = refusal;
    // Nothing is lost by a wish for more time, unless there is nothing left to keep.
    if (act === 'extend' && !isLoss(code)) continue;
    const state = code === 'HOLD_EXPIRED' ? 'EXPIRED' : 'DECLINED';
    const change = { state, stateAsOf: now, expiresAt: null } as const;
    const refused = {
      ...change,
      ...asProblem(messageOf(refusal)),
      ...(!isAskersFault(code) && firstAnswer(order.legs[number], state, now)),
      disagreement: null,
    };
    result = changeLegs(result, (_leg, index) => index === number, refused);
  }
  return result;
}

/** What could not be done, whatever else is booked: the cooperative has not declined what it offers. */
const RULES: readonly Refusal['code'][] = [
  ...(['BAD_USER_INPUT', 'NOT_FOUND', 'FORBIDDEN', 'IDEMPOTENCY_CONFLICT'] as const),
  ...(['TOO_SOON', 'TOO_LATE', 'IN_THE_PAST', 'OFF_GRID', 'TOO_SHORT'] as const),
  ...(['OUTSIDE_HOURS', 'PUBLIC_HOLIDAY', 'OUTSIDE_AREA', 'CAPACITY_EXCEEDED'] as const),
];

/** Whether a refusal is of the making of who asked, so that it counts as no answer of the cooperative. */
function isAskersFault(code: Refusal['code']): boolean {
  return RULES.includes(code);
}

/** Whether a refusal says that a hold is no more. */
export function isLoss(code: Refusal['code']): boolean {
  return code === 'HOLD_EXPIRED' || code === 'INVALID_STATE';
}

/**
 * A leg as its owner says it is. What was ordered stays, and so does the price that was agreed; where the owner now says
 * otherwise the leg has a problem.
 */
export function applyLeg(
  order: OrderRecord,
  known: KnownLeg,
  act: OwnerAct | 'read',
  now: Date,
): OrderRecord {
  const { number, texts, quote, ...leg } = known;
  const before = order.legs[number];
  if (!before) return order;
  const isMove = act === 'move' || act === 'change';
  const isOffer = act === 'hold' || act === 'enrol' || isMove;
  const agreed = isOffer ? quote : (before.quote ?? quote);
  const agreedStart = isMove ? null : agreedStartOf(before, leg.start);
  const terms = { quantity: before.quantity, quote: agreed, agreedStart };
  // What was at odds is over with the leg.
  const { problem, said = null } = before;
  const rest = before.disagreement == null ? { problem, said } : asProblem(null);
  const odds = isOpen(known)
    ? oddsOf(terms, known, (at) => wallTimeOf(at, before.timeZone, order.buyer.municipality))
    : { disagreement: null, ...rest };
  const first = firstAnswer(before, leg.state, now);
  const change = { ...leg, ...(texts && texts), ...terms, ...odds, ...first, stateAsOf: now };
  const changed = changeLegs(order, (_leg, index) => index === number, change);
  const isMoved = !isMove && leg.start.getTime() !== before.start.getTime();
  if (!isMoved) return changed;
  const time = wallTimeOf(leg.start, before.timeZone, order.buyer.municipality);
  return note(changed, now, say`Leg ${number} now begins at ${time}, says its owner.`);
}

/** That its owner has answered, where it has not before: to be put on a waiting list is no answer yet. */
function firstAnswer(
  before: OrderLegRecord | undefined,
  state: BookingState,
  now: Date,
): Pick<OrderLegRecord, 'answeredAt'> | undefined {
  return before?.state === 'REQUESTED' && state !== 'REQUESTED' ? { answeredAt: now } : undefined;
}

/** The start that was agreed, where its owner has another; null where it has that. */
function agreedStartOf({ start, agreedStart }: OrderLegRecord, said: Date): Date | null {
  const agreed = agreedStart ?? start;
  return agreed.getTime() === said.getTime() ? null : agreed;
}

type Terms = Pick<OrderLegRecord, 'quantity' | 'quote'>;

/** In what an owner differs from what was agreed. */
function oddsOf(
  agreed: Terms & { readonly agreedStart: Date | null },
  said: Terms,
  wallTime: (at: Date) => Moment,
): Pick<OrderLegRecord, 'disagreement'> & Problem {
  const { agreedStart } = agreed;
  if (agreedStart !== null) {
    const start = wallTime(agreedStart);
    const problem = say`Its owner has it at another start than ${start}, which was agreed.`;
    return { disagreement: 'OTHER_START', ...asProblem(problem) };
  }
  const problem = differenceOf(agreed, said);
  return { disagreement: problem === null ? null : 'OTHER_TERMS', ...asProblem(problem) };
}

/** In what an owner differs from the quantity and the price that were agreed; null when in nothing. */
function differenceOf(agreed: Terms, said: Terms): Said | null {
  if (said.quantity < agreed.quantity) {
    return say`Its owner keeps ${said.quantity} of ${agreed.quantity} places only.`;
  }
  const mine = priceText(agreed.quote);
  const theirs = priceText(said.quote);
  const isSame = String(mine) === String(theirs);
  return isSame ? null : say`Its owner now wants ${theirs}; ${mine} was agreed.`;
}

function priceText(quote: QuoteRecord | null): Said {
  if (quote === null) return say`no price`;
  const { netMinor, grossMinor, currency } = quote;
  const net = formatMinorUnits(netMinor);
  const gross = formatMinorUnits(grossMinor);
  return say`${gross} ${currency} (${net} net)`;
}

/** Whether a verdict leaves open what became of the question. */
export function isUndecided(verdict: Verdict, { attempts }: OrderRecord): boolean {
  return verdict.kind === 'unknown' || (verdict.kind === 'unreached' && attempts > 0);
}
