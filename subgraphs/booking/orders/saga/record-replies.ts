import { say, type Sentence } from '../../../shared/words/said/say.js';
import { asProblem, problemOf } from '../../store/problem.js';
import type { OrderRecord, TaskRecord } from '../../store/records.js';
import type { Reply, Question } from '../order/question.js';
import type { Moment } from '../order/moment.js';
import { recordCancel, recordMove } from './record-changes.js';
import { recordConfirm, recordExtend } from './record-confirming.js';
import { recordEnrol, recordHold } from './record-making.js';
import { recordSeries } from './record-series.js';
import { recordOwed } from './record-owed.js';

/** The order after a round of questions: what owners said is written into it, and what follows is decided. */
export function recordReplies(
  order: OrderRecord,
  replies: readonly Reply[],
  moment: Moment,
): OrderRecord {
  const ofOwed = replies.filter(({ question }) => !isOfTask(order, question));
  const settled = recordOwed(order, ofOwed, moment.now);
  const { task } = settled;
  const ofTask = replies.filter(({ question }) => isOfTask(order, question));
  const recorded = task ? recordTask(settled, task, ofTask, moment) : settled;
  // Whoever has nothing new to be asked waits longer and longer; a new question is asked at once.
  const isSameStep = recorded.task?.step === task?.step && recorded.task?.number === task?.number;
  const isLeft = recorded.task !== null || recorded.owed.length > 0;
  const attempts = isSameStep ? order.attempts + 1 : recorded.attempts;
  const next = { ...recorded, attempts: isLeft ? attempts : 0 };
  return { ...next, ...asProblem(whatIsAmiss(next)) };
}

function isOfTask({ task }: OrderRecord, { act, cooperative, isOwed }: Question): boolean {
  return task !== null && !isOwed && act === task.step && task.open.includes(cooperative);
}

function whatIsAmiss(order: OrderRecord): Sentence | null {
  const { task, attempts } = order;
  if (task === null || attempts === 0) return problemOf(order);
  const names = task.open.join(', ');
  return task.open.length === 1
    ? say`${names} has not answered yet; it is asked again until there is an answer.`
    : say`${names} have not answered yet; they are asked again until there is an answer.`;
}

function recordTask(
  order: OrderRecord,
  task: TaskRecord,
  replies: readonly Reply[],
  moment: Moment,
): OrderRecord {
  if (task.act === 'changeSeries') return recordSeries(order, task, replies, moment);
  switch (task.step) {
    case 'change':
      throw new Error('Only a series is changed so.');
    case 'hold':
      return recordHold(order, task, replies, moment);
    case 'enrol':
      return recordEnrol(order, task, replies, moment);
    case 'confirm':
      return recordConfirm(order, task, replies, moment);
    case 'extend':
      return recordExtend(order, task, replies, moment);
    case 'move':
      return recordMove(order, task, replies, moment);
    case 'cancel':
      return recordCancel(order, task, replies, moment);
  }
}
