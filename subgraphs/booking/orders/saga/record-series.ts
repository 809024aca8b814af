import type {
  CommandRecord,
  ConflictRecord,
  OrderLegRecord,
  OrderRecord,
  OwedRecord,
  TaskRecord,
} from '../../store/records.js';
import type { Refusal } from '../../store/refusal.js';
import { surelyOver, type Moment } from '../order/moment.js';
import { isPromised } from '../order/promises.js';
import type { Reply } from '../order/question.js';
import { changeLegs, finish, goOnToConfirm } from '../order/task.js';
import { summary } from '../series/series-words.js';
import { applyAnswers, isUndecided } from './apply-answers.js';
import { unavailable } from './client-refusals.js';

// A series has one owner, so each step is one question, and every round has one reply.

/** What follows from a round of asking for a change of a series. */
export function recordSeries(
  before: OrderRecord,
  task: TaskRecord,
  replies: readonly Reply[],
  moment: Moment,
): OrderRecord {
  const [reply] = replies;
  if (!reply) return before;
  switch (task.step) {
    case 'change':
    case 'cancel':
      return recordChange(before, task, reply, moment);
    case 'hold':
      return recordAdding(before, task, reply, moment);
    case 'confirm':
      return recordAdded(before, task, reply, moment);
    case 'enrol':
    case 'extend':
    case 'move':
      throw new Error(`A series has no step ${task.step}.`);
  }
}

/** Of visits that stand: whoever is refused stays as it is. What nobody has answered is asked on. */
function recordChange(
  before: OrderRecord,
  task: TaskRecord,
  reply: Reply,
  { now }: Moment,
): OrderRecord {
  const { question, verdict } = reply;
  const { order, refusals } = applyAnswers(before, task, [reply], now);
  if (verdict.kind === 'refused' || isUndecided(verdict, before)) return order;
  if (verdict.kind !== 'answer') {
    return end(
      order,
      task,
      unavailable(order, task, question.cooperative, verdict),
      false,
      before,
      now,
    );
  }
  const isDone = verdict.refusals.length === 0 || verdict.legs.length > 0;
  return end(order, task, refusals, isDone, before, now);
}

/** Of visits that are added. What is not answered in time counts as not had, and is given back. */
function recordAdding(
  before: OrderRecord,
  task: TaskRecord,
  reply: Reply,
  moment: Moment,
): OrderRecord {
  const { question, verdict } = reply;
  const { now, isTimeUp } = moment;
  const { order, refusals } = applyAnswers(before, task, [reply], now);
  if (verdict.kind === 'unknown' && !isTimeUp) return order;
  if (verdict.kind !== 'answer') {
    const missing = unavailable(order, task, question.cooperative, verdict);
    // Only what could not be reached at the very first attempt surely holds nothing.
    const mayHold = verdict.kind !== 'unreached' || before.attempts > 0;
    return giveBack(order, task, missing, mayHold, before, moment);
  }
  const isHeld = (task.legs ?? []).some((number) => order.legs[number]?.state === 'HELD');
  const isLost = refusals.length > 0 && task.isEachForItself !== true;
  if (isLost || !isHeld) return giveBack(order, task, refusals, isHeld, before, moment);
  return goOnToConfirm(order, { ...task, refusals }, now);
}

/** Of visits that are held: all are confirmed or none. What nobody has answered is asked on. */
function recordAdded(
  before: OrderRecord,
  task: TaskRecord,
  reply: Reply,
  moment: Moment,
): OrderRecord {
  const { order, refusals } = applyAnswers(before, task, [reply], moment.now);
  if (refusals.length > 0) return giveBack(order, task, refusals, true, before, moment);
  const isHeld = (task.legs ?? []).some((number) => order.legs[number]?.state === 'HELD');
  if (reply.verdict.kind !== 'answer' || isHeld) return order;
  return end(order, task, task.refusals, true, before, moment.now);
}

/** Ends it where the visits that were to be added are not had. The others stand. @param mayHold - Whether some may be kept. */
function giveBack(
  order: OrderRecord,
  task: TaskRecord,
  refusals: readonly Refusal[],
  mayHold: boolean,
  before: OrderRecord,
  moment: Moment,
): OrderRecord {
  const legs = task.legs ?? [];
  const isLeft = ({ state }: OrderLegRecord, number: number): boolean =>
    legs.includes(number) && (state === 'HELD' || state === 'REQUESTED');
  const change = { state: 'CANCELLED', expiresAt: null, stateAsOf: moment.now } as const;
  const cancelled = changeLegs(order, isLeft, change);
  const { number, step } = task;
  // Once it was asked to confirm them, an owner may have more than a hold.
  const what =
    step === 'hold'
      ? ({ act: 'release', until: surelyOver(moment) } as const)
      : ({ act: 'cancel', until: null } as const);
  const owed = task.open.map((cooperative): OwedRecord => ({ cooperative, ...what, legs, number }));
  const owing = mayHold ? { ...cancelled, owed: [...order.owed, ...owed] } : cancelled;
  return end(owing, task, refusals, false, before, moment.now);
}

/** Ends the task. Whoever gave the command may have been told already that it goes on, and learns from the order what came of it. */
function end(
  order: OrderRecord,
  task: TaskRecord,
  refusals: readonly Refusal[],
  isDone: boolean,
  before: OrderRecord,
  now: Date,
): OrderRecord {
  const conflicts = refusals.flatMap((refusal) => conflictOf(refusal, task, before));
  const visits = task.legs?.length ?? 0;
  const why = conflicts.length > 0 ? [summary(conflicts, visits, 'changed')] : refusals.map(ofRest);
  const userErrors = isDone ? [] : why;
  const next = { ...order, ...(isDone && task.series && { series: task.series }) };
  const ended = finish(next, { ...task, refusals: userErrors }, isDone, now);
  const [first] = userErrors;
  const told = first && before.attempts > 0 ? { ...ended, problem: first.message } : ended;
  return withConflicts(told, task.keyHash, conflicts);
}

/** A refusal as a visit that cannot be had; none where it is of no visit, or says nothing of whether it can. */
function conflictOf(
  { code, message, field, alternatives }: Refusal,
  { changes, step }: TaskRecord,
  { legs }: OrderRecord,
): ConflictRecord[] {
  if (step === 'cancel') return [];
  const number = field?.[0] === 'legs' ? Number(field[1]) : -1;
  const start = changes?.find(({ leg }) => leg === number)?.start ?? legs[number]?.start;
  return start && code !== 'COOPERATIVE_UNAVAILABLE'
    ? [{ start, code, message, alternatives }]
    : [];
}

/** In the client's terms, who names no visits but the first. */
function ofRest(refusal: Refusal): Refusal {
  return refusal.field?.[0] === 'legs' ? { ...refusal, field: ['fromLeg'] } : refusal;
}

function withConflicts(
  order: OrderRecord,
  keyHash: string | null,
  conflicts: readonly ConflictRecord[],
): OrderRecord {
  if (conflicts.length === 0 || isPromised(order, keyHash)) return order;
  const commands = order.commands.map((command): CommandRecord => {
    const { outcome } = command;
    return command.keyHash === keyHash && outcome
      ? { ...command, outcome: { ...outcome, conflicts } }
      : command;
  });
  return { ...order, commands };
}
