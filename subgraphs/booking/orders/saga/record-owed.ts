import { say, type Sentence } from '../../../shared/words/said/say.js';
import { asProblem, problemOf } from '../../store/problem.js';
import { messageOf } from '../../store/refusal.js';
import { sayBookingState } from '../../words/states.js';
import type { OrderLegRecord, OrderRecord, OwedRecord } from '../../store/records.js';
import { applyLeg, GIVEN_BACK, noteUntold } from './apply-answers.js';
import type { KnownLeg, LegRefusal, Reply } from '../order/question.js';
import { disagreementProblem } from '../order/disagreement.js';
import { cooperativeOf, isOpen, note, settle } from '../order/order-state.js';
import { changeLegs } from '../order/task.js';

/**
 * What was owed is settled by any answer: nothing was there, it was taken back, or it cannot be. Only then is it known that a
 * leg stands no more.
 * @param replies - To what was owed.
 */
export function recordOwed(order: OrderRecord, replies: readonly Reply[], now: Date): OrderRecord {
  const recorded = replies.reduce((before, reply) => recordOne(before, reply, now), order);
  const owed = recorded.owed.filter(({ until }) => until === null || until > now);
  const isSame = owed.length === recorded.owed.length;
  const had = disagreementProblem(order);
  const isStale = had !== null && recorded.problem === String(had);
  const problem = isStale ? disagreementProblem(recorded) : problemOf(recorded);
  const left = isSame && !isStale ? recorded : { ...recorded, owed, ...asProblem(problem) };
  // Called off before, and found standing: now that is over.
  const isDone = left.task === null && left.owed.length < order.owed.length;
  return isDone && left.state === 'PENDING' ? settle(left) : left;
}

function recordOne(order: OrderRecord, { question, verdict }: Reply, now: Date): OrderRecord {
  if (verdict.kind !== 'answer') return order;
  const { cooperative, act, isForAll, legs: asked } = question;
  const isSettled = (one: OwedRecord): boolean =>
    one.cooperative === cooperative &&
    one.act === act &&
    (isForAll ? one.legs === undefined : String(one.legs) === String(asked));
  const owed = order.owed.filter((one) => !isSettled(one));
  const isMeant = (leg: OrderLegRecord, number: number): boolean =>
    cooperativeOf(leg) === cooperative && isOpen(leg) && asked.includes(number);
  const [refusal] = verdict.refusals;
  if (act === 'confirm') {
    const known = verdict.legs.reduce((before, leg) => applyLeg(before, leg, act, now), order);
    const problem = refusal && say`${cooperative} did not confirm it once more.`;
    const settled = problem
      ? changeLegs(order, isMeant, asProblem(problem))
      : noteUntold(known, question, verdict, now);
    const text = problem ?? say`${cooperative} has confirmed it once more.`;
    return note({ ...settled, owed }, now, text);
  }
  const standing = act === 'cancel' ? verdict.legs.find(isOpen) : undefined;
  const reason = reasonOf(refusal, standing);
  const problem = reason === null ? null : say`${cooperative} did not take it back: ${reason}`;
  const text = problem ?? say`${cooperative} has taken back what was left.`;
  const change = problem
    ? ({ ...asProblem(problem), disagreement: 'STILL_STANDING' } as const)
    : GIVEN_BACK;
  const settled = changeLegs(order, isMeant, change);
  return note({ ...settled, owed, ...asProblem(problem ?? problemOf(order)) }, now, text);
}

/** Why something was not taken back; null where it was. */
function reasonOf(refusal?: LegRefusal, standing?: KnownLeg): Sentence | null {
  if (refusal) return messageOf(refusal);
  return standing ? say`leg ${standing.number} is ${sayBookingState(standing.state)}.` : null;
}
