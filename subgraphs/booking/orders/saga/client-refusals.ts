import type { Act, OrderRecord, TaskRecord } from '../../store/records.js';
import { say, type Sentence } from '../../../shared/words/said/say.js';
import { refuse, type Refusal } from '../../store/refusal.js';
import { type Verdict, type LegRefusal, SILENT } from '../order/question.js';
import { cooperativeOf, municipalityOf } from '../order/order-state.js';

/** A refusal by an owner as the client reads it, whose input has its own paths. */
export function toClient(refusal: LegRefusal, task: TaskRecord, order: OrderRecord): Refusal {
  const { code, message, said, alternatives, leg, of } = refusal;
  const field =
    code === 'OUTSIDE_AREA' ? areaOf(order, task.act) : fieldOf(task.act, leg, of, order);
  return { code, message, ...(said != null && { said }), alternatives, field };
}

/** Where the municipality stands by which the area is judged: an order has one. */
function areaOf(order: OrderRecord, act: Act): string[] {
  const isOfPlace = municipalityOf(order, act) !== order.buyer.municipality;
  return isOfPlace ? ['details', 'place', 'municipality'] : ['buyer', 'municipality'];
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
    case 'changeSeries':
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

/**
 * One refusal for each leg of a cooperative that did not answer.
 * @param verdict - Why; none while it is still asked.
 */
export function unavailable(
  order: OrderRecord,
  task: TaskRecord,
  cooperative: string,
  verdict?: Verdict,
): Refusal[] {
  const message = say`${cooperative} ${silenceIn(verdict)}.`;
  const isByLeg = task.act === 'hold' || task.act === 'place';
  const numbers = order.legs.flatMap((leg, number) =>
    cooperativeOf(leg) === cooperative ? [number] : [],
  );
  return isByLeg
    ? numbers.map((number) => refuse('COOPERATIVE_UNAVAILABLE', message, ['legs', number]))
    : [refuse('COOPERATIVE_UNAVAILABLE', message)];
}

/** Why there is no answer, after the cooperative's name. */
export function silenceIn(verdict: Verdict | undefined): Sentence {
  return (verdict?.kind !== 'answer' && verdict?.reason) || SILENT;
}
