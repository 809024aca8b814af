import { say } from '../../../shared/words/said/say.js';
import { asProblem } from '../../store/problem.js';
import type { OrderLegRecord, OrderRecord, TaskRecord } from '../../store/records.js';
import { silenceIn, unavailable } from './client-refusals.js';
import { applyAnswers, isUndecided } from './apply-answers.js';
import type { Reply } from '../order/question.js';
import { surelyOver, type Moment } from '../order/moment.js';
import { cooperativeOf } from '../order/order-state.js';
import { changeLegs, fail, finish, goOnToConfirm } from '../order/task.js';

/** What follows from a round of asking for places. */
export function recordHold(
  before: OrderRecord,
  task: TaskRecord,
  replies: readonly Reply[],
  moment: Moment,
): OrderRecord {
  const { now, isTimeUp } = moment;
  const { order, refusals, answered } = applyAnswers(before, task, replies, now);
  const unanswered = replies.filter(({ verdict }) => verdict.kind !== 'answer');
  const gone = unanswered.filter(({ verdict }) => verdict.kind !== 'unknown' || isTimeUp);
  const names = gone.map(({ question }) => question.cooperative);
  // Only what could not be reached at the very first attempt surely holds nothing.
  const mayHold = gone
    .filter(({ verdict }) => verdict.kind !== 'unreached' || before.attempts > 0)
    .map(({ question }) => question.cooperative);
  const missing = gone.flatMap(({ question, verdict }) =>
    unavailable(order, task, question.cooperative, verdict),
  );
  const open = task.open.filter((name) => !answered.includes(name) && !names.includes(name));
  const next = { ...task, open, refusals: [...task.refusals, ...refusals, ...missing] };
  const until = surelyOver(moment);
  const declined = gone.reduce((before, { question, verdict }) => {
    const isMine = (leg: OrderLegRecord): boolean => cooperativeOf(leg) === question.cooperative;
    const problem = say`It ${silenceIn(verdict)}.`;
    return changeLegs(before, isMine, { state: 'DECLINED', ...asProblem(problem) });
  }, order);

  const isLost = order.policy === 'ALL_OR_NOTHING' && next.refusals.length > 0;
  const isNothing = open.length === 0 && !declined.legs.some(({ state }) => state === 'HELD');
  if (isLost || isNothing) {
    const mayHaveSome = [...mayHold, ...open];
    const ending = { state: 'FAILED', act: 'release', mayHaveSome, until } as const;
    return fail(declined, next, ending, now);
  }
  const releases = mayHold.map((cooperative) => ({ cooperative, act: 'release', until }) as const);
  const owing: OrderRecord = { ...declined, task: next, owed: [...declined.owed, ...releases] };
  if (open.length > 0) return owing;
  return task.act === 'place' ? goOnToConfirm(owing, next, now) : finish(owing, next, true, now);
}

/** What follows from asking for an enrolment. */
export function recordEnrol(
  before: OrderRecord,
  task: TaskRecord,
  replies: readonly Reply[],
  { now }: Moment,
): OrderRecord {
  const { order, refusals } = applyAnswers(before, task, replies, now);
  const [verdict] = replies.map((reply) => reply.verdict);
  if (!verdict || isUndecided(verdict, before)) return order;
  if (verdict.kind === 'answer' && refusals.length === 0) return finish(order, task, true, now);
  const missing =
    verdict.kind === 'answer' ? [] : unavailable(order, task, task.open[0] ?? '', verdict);
  const mayHaveSome = verdict.kind === 'refused' ? task.open : [];
  const ending = { state: 'FAILED', act: 'cancel', mayHaveSome, until: null } as const;
  return fail(order, { ...task, refusals: [...refusals, ...missing] }, ending, now);
}
