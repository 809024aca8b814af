import type { OrderRecord, TaskRecord } from '../model.js';
import { applyAnswers, isUndecided, type Reply } from './apply-answers.js';
import type { Moment } from './moment.js';
import { finish, unavailable } from './task.js';

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
  const missing = verdict.kind === 'answer' ? [] : unavailable(order, task, task.open[0] ?? '');
  const next = { ...task, refusals: [...refusals, ...missing] };
  return finish(order, next, next.refusals.length === 0, now);
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
  const meant = order.legs.filter((_leg, number) => task.leg === null || task.leg === number);
  const hasCancelled = meant.some(({ state }) => state === 'CANCELLED');
  const ended = finish(order, next, !isLeft || hasCancelled, now);
  const [first] = next.refusals;
  if (!first || !hasCancelled) return ended;
  return { ...ended, problem: `Not all could be called off: ${first.message}` };
}
