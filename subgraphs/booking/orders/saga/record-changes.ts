import { say } from '../../../shared/words/said/say.js';
import { asProblem } from '../../store/problem.js';
import { messageOf } from '../../store/refusal.js';
import type { OrderRecord, TaskRecord } from '../../store/records.js';
import { unavailable } from './client-refusals.js';
import { applyAnswers, isUndecided } from './apply-answers.js';
import type { Reply } from '../order/question.js';
import type { Moment } from '../order/moment.js';
import { brokenEnding, isBroken } from '../order/break-up.js';
import { isWaiting } from '../order/order-state.js';
import { changeLegs, fail, finish } from '../order/task.js';

/** What follows from asking for another start. */
export function recordMove(
  before: OrderRecord,
  task: TaskRecord,
  replies: readonly Reply[],
  { now }: Moment,
): OrderRecord {
  const { order, refusals } = applyAnswers(before, task, replies, now);
  const [verdict] = replies.map((reply) => reply.verdict);
  if (!verdict || verdict.kind === 'refused' || isUndecided(verdict, before)) return order;
  const missing =
    verdict.kind === 'answer' ? [] : unavailable(order, task, task.open[0] ?? '', verdict);
  const next = { ...task, refusals: [...refusals, ...missing] };
  if (isBroken(before, order)) return fail(order, next, brokenEnding(order), now);
  const ended = finish(order, next, next.refusals.length === 0, now);
  return withLateRefusal(ended, before, next);
}

/** What follows from a round of calling off. */
export function recordCancel(
  before: OrderRecord,
  task: TaskRecord,
  replies: readonly Reply[],
  { now }: Moment,
): OrderRecord {
  const { order, refusals, answered } = applyAnswers(before, task, replies, now);
  const open = task.open.filter((name) => !answered.includes(name));
  const next = { ...task, open, refusals: [...task.refusals, ...refusals] };
  if (open.length > 0) return { ...order, task: next };
  const isLeft = next.refusals.length > 0;
  // Of what was broken off, nothing was agreed where nobody had answered yet.
  const decided = changeLegs(order, (leg) => leg.state === 'REQUESTED' && !isWaiting(leg), {
    state: 'DECLINED',
    stateAsOf: now,
    ...asProblem(say`It was called off before the cooperative had answered.`),
  });
  const meant = order.legs.filter((_leg, number) => task.leg === null || task.leg === number);
  const hasCancelled = meant.some(({ state }) => state === 'CANCELLED');
  const ended = finish(decided, next, !isLeft || hasCancelled, now);
  const [first] = next.refusals;
  if (!first || !hasCancelled) return withLateRefusal(ended, before, next);
  return { ...ended, ...asProblem(say`Not all could be called off: ${messageOf(first)}`) };
}

/** Whoever gave the command may have been answered already that it goes on, and learns here that it came to nothing. */
function withLateRefusal(
  ended: OrderRecord,
  { attempts }: OrderRecord,
  { refusals }: TaskRecord,
): OrderRecord {
  const [first] = refusals;
  return first && attempts > 0 ? { ...ended, ...asProblem(messageOf(first)) } : ended;
}
