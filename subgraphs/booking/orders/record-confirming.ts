import type { OrderRecord, TaskRecord } from '../model.js';
import { applyAnswers, type Reply } from './apply-answers.js';
import { surelyOver, type Moment } from './moment.js';
import { cooperativeOf, cooperativesOf, isOpen } from './order-state.js';
import { fail, finish, unavailable } from './task.js';

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
    const ending = {
      state: isLate ? 'EXPIRED' : 'FAILED',
      act: 'cancel',
      mayHaveSome: task.open.filter((name) => !hasRefusedAll(order, name)),
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

function hasRefusedAll({ legs }: OrderRecord, cooperative: string): boolean {
  return legs.every((leg) => cooperativeOf(leg) !== cooperative || !isOpen(leg));
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
  // A hold that is kept for longer without our knowing does no harm.
  const gone = replies.filter(
    ({ verdict: { kind } }) => kind === 'unreached' || kind === 'refused',
  );
  const names = gone.map(({ question }) => question.cooperative);
  const missing = names.flatMap((name) => unavailable(order, task, name));
  const open = task.open.filter((name) => !answered.includes(name) && !names.includes(name));
  const next = { ...task, open, refusals: [...task.refusals, ...refusals, ...missing] };
  if (open.length > 0) return { ...order, task: next };
  const isBroken = order.legs.some((leg) => leg.state === 'EXPIRED' || leg.state === 'DECLINED');
  const isHeld = order.legs.some(({ state }) => state === 'HELD');
  if ((isBroken && order.policy === 'ALL_OR_NOTHING') || !isHeld) {
    const until = surelyOver(moment);
    const ending = { state: 'EXPIRED', act: 'release', mayHaveSome: [], until } as const;
    return fail(order, next, ending, now);
  }
  const isEffective = next.refusals.length === 0 || order.legs !== before.legs;
  return finish(order, next, isEffective, now);
}
