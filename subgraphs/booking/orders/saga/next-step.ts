import type { OwnerAct, Question } from '../order/question.js';
import { createHash } from 'node:crypto';
import type { OrderRecord, OwedRecord, TaskRecord } from '../../store/records.js';
import { cooperativeOf } from '../order/order-state.js';

export type Step =
  { readonly kind: 'ask'; readonly questions: readonly Question[] } | { readonly kind: 'rest' };

/** What is to be done next for an order. It follows from the document alone, so anybody can go on where another broke off. */
export function nextStep(order: OrderRecord): Step {
  const { task, owed, attempts } = order;
  const asked = task?.open.map((cooperative) => taskQuestion(order, task, cooperative)) ?? [];
  // Nobody waits for what is owed; but a command that takes long must not hold it up.
  const isOwedToo = asked.length === 0 || attempts > 0;
  const questions = isOwedToo ? [...asked, ...owed.map((one) => owedQuestion(order, one))] : asked;
  return questions.length === 0 ? { kind: 'rest' } : { kind: 'ask', questions };
}

function taskQuestion(order: OrderRecord, task: TaskRecord, cooperative: string): Question {
  const legs = legsOf(order, task, cooperative);
  const { step, start, minutes, number, changes } = task;
  const isEachForItself = task.isEachForItself ?? order.policy === 'BEST_EFFORT';
  return {
    cooperative,
    act: step,
    key: keyOf(order, String(number), step, cooperative, legs),
    legs,
    isForAll: task.act === 'cancel',
    start,
    ...(minutes !== undefined && { minutes }),
    ...(changes && { changes }),
    ...(isEachForItself && (step === 'hold' || step === 'change') && { isEachForItself }),
  };
}

function owedQuestion(order: OrderRecord, owed: OwedRecord): Question {
  const { cooperative, act } = owed;
  const legs = owed.legs ?? numbersOf(order, cooperative);
  const name = owed.number === undefined ? 'owed' : `owed ${owed.number}`;
  const key = keyOf(order, name, act, cooperative, legs);
  const isForAll = owed.legs === undefined;
  return { cooperative, act, key, legs, isForAll, start: null, isOwed: true };
}

/** Numbers of a cooperative's legs, rising. */
function numbersOf({ legs }: OrderRecord, cooperative: string): number[] {
  return legs.flatMap((leg, number) => (cooperativeOf(leg) === cooperative ? [number] : []));
}

function legsOf(order: OrderRecord, task: TaskRecord, cooperative: string): readonly number[] {
  if (task.leg !== null) return [task.leg];
  const all = task.legs ?? numbersOf(order, cooperative);
  const isHeldOnly = task.step === 'confirm' || task.step === 'extend';
  return isHeldOnly ? all.filter((number) => order.legs[number]?.state === 'HELD') : all;
}

function keyOf(
  { _id }: OrderRecord,
  number: string,
  act: OwnerAct,
  cooperative: string,
  legs: readonly number[],
): string {
  const parts = [_id, number, act, cooperative, legs];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
