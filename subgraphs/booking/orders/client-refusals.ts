import type { Act, OrderRecord, TaskRecord } from '../model.js';
import { refuse, type Refusal } from '../refusal.js';
import { cooperativeOf } from './order-state.js';
import type { LegRefusal } from './owner-answers.js';

/** A refusal by an owner as the client reads it, whose input has its own paths. */
export function toClient(refusal: LegRefusal, task: TaskRecord, order: OrderRecord): Refusal {
  const { code, message, alternatives, leg, of } = refusal;
  // The area is judged by the buyer, of whom an order has one.
  const field =
    code === 'OUTSIDE_AREA' ? ['buyer', 'municipality'] : fieldOf(task.act, leg, of, order);
  return { code, message, alternatives, field };
}

function fieldOf(
  act: Act,
  leg: number | null,
  of: readonly string[],
  { legs }: OrderRecord,
): string[] | null {
  switch (act) {
    case 'hold':
    case 'place':
      return leg === null || !legs[leg] ? null : ['legs', String(leg), ...of];
    case 'enrol':
      return ['leg', ...of];
    case 'move':
      return ['start'];
    case 'cancelLeg':
      return ['leg'];
    case 'confirm':
    case 'extend':
    case 'cancel':
      return null;
  }
}

/** One refusal for each leg of a cooperative that did not answer. */
export function unavailable(order: OrderRecord, task: TaskRecord, cooperative: string): Refusal[] {
  const message = `${cooperative} could not be reached, or did not answer in time.`;
  const isByLeg = task.act === 'hold' || task.act === 'place';
  const numbers = order.legs.flatMap((leg, number) =>
    cooperativeOf(leg) === cooperative ? [number] : [],
  );
  return isByLeg
    ? numbers.map((number) => refuse('COOPERATIVE_UNAVAILABLE', message, ['legs', number]))
    : [refuse('COOPERATIVE_UNAVAILABLE', message)];
}
