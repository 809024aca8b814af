import type { OrderLegRecord, OrderRecord, TaskRecord } from '../../store/records.js';
import { unavailable } from './client-refusals.js';
import { applyAnswers, isLoss, isUndecided } from './apply-answers.js';
import type { Reply } from '../order/question.js';
import { declinedBy, isBroken } from '../order/break-up.js';
import { isSurelyOver, surelyOver, type Moment } from '../order/moment.js';
import { cooperativeOf, cooperativesOf, isOpen } from '../order/order-state.js';
import { fail, finish } from '../order/task.js';

/** What follows from a round of asking to confirm. */
export function recordConfirm(
  before: OrderRecord,
  task: TaskRecord,
  replies: readonly Reply[],
  { now }: Moment,
): OrderRecord {
  const { order, refusals } = applyAnswers(before, task, replies, now);
  const next = { ...task, refusals: [...task.refusals, ...refusals] };
  if (order.policy === 'ALL_OR_NOTHING' && refusals.length > 0) {
    const isLate = refusals.every(({ code }) => code === 'HOLD_EXPIRED');
    const gone = replies.filter((reply) => isGone(order, reply));
    const ending = {
      state: isLate ? 'EXPIRED' : 'FAILED',
      act: 'cancel',
      mayHaveSome: task.open.filter(
        (name) => !gone.some(({ question }) => question.cooperative === name),
      ),
      until: null,
    } as const;
    return fail(order, next, ending, now);
  }
  const open = cooperativesOf(order.legs.filter(({ state }) => state === 'HELD'));
  if (open.length > 0) return { ...order, task: { ...next, open } };
  const isAny = order.legs.some((leg) => isOpen(leg) || leg.state === 'COMPLETED');
  if (isAny) return finish(order, next, true, now);
  const isLate = order.legs.some(({ state }) => state === 'EXPIRED');
  const state = isLate ? 'EXPIRED' : 'FAILED';
  return fail(order, next, { state, act: 'cancel', mayHaveSome: [], until: null }, now);
}

/** Whether an owner has refused all of its legs, and that because it holds them no more. */
function isGone({ legs }: OrderRecord, { question, verdict }: Reply): boolean {
  const isMine = (leg: OrderLegRecord): boolean => cooperativeOf(leg) === question.cooperative;
  const isRefused = verdict.kind === 'answer' && verdict.refusals.every(({ code }) => isLoss(code));
  return isRefused && !legs.some((leg) => isMine(leg) && isOpen(leg));
}

/** Whether the holds of these owners are over, even by a clock that is behind. */
function hasRunOut({ legs }: OrderRecord, owners: readonly string[], now: Date): boolean {
  const held = legs.filter((leg) => leg.state === 'HELD' && owners.includes(cooperativeOf(leg)));
  return held.every(({ expiresAt }) => expiresAt !== null && isSurelyOver(expiresAt, now));
}

/** What follows from a round of asking for more time. */
export function recordExtend(
  before: OrderRecord,
  task: TaskRecord,
  replies: readonly Reply[],
  moment: Moment,
): OrderRecord {
  const { now } = moment;
  const { order, refusals, answered } = applyAnswers(before, task, replies, now);
  // Whoever may have carried it out before is asked on.
  const gone = replies.filter(
    ({ verdict }) => verdict.kind !== 'answer' && !isUndecided(verdict, before),
  );
  const names = gone.map(({ question }) => question.cooperative);
  const missing = gone.flatMap(({ question, verdict }) =>
    unavailable(order, task, question.cooperative, verdict),
  );
  const open = task.open.filter((name) => !answered.includes(name) && !names.includes(name));
  const next = { ...task, open, refusals: [...task.refusals, ...refusals, ...missing] };
  const isLost = isBroken(before, order);
  if (open.length > 0 && !isLost && !hasRunOut(order, open, now)) return { ...order, task: next };
  const isHeld = order.legs.some(({ state }) => state === 'HELD');
  if (open.length > 0 || isLost || !isHeld) {
    const late = isLost ? [] : open;
    const unanswered = late.flatMap((name) => unavailable(order, task, name));
    const ending = {
      state: 'EXPIRED',
      act: 'release',
      until: surelyOver(moment),
      mayHaveSome: [...open, ...declinedBy(before, order)],
    } as const;
    return fail(order, { ...next, refusals: [...next.refusals, ...unanswered] }, ending, now);
  }
  const isEffective = next.refusals.length === 0 || order.legs !== before.legs;
  return finish(order, next, isEffective, now);
}
