import type {
  OrderLegRecord,
  OrderRecord,
  QuoteRecord,
} from '../../../subgraphs/booking/store/records.js';
import type {
  Reply,
  Verdict,
  Question,
  KnownLeg,
  LegRefusal,
} from '../../../subgraphs/booking/orders/order/question.js';
import { decide, type Wish } from '../../../subgraphs/booking/orders/saga/decide.js';
import { nextStep } from '../../../subgraphs/booking/orders/saga/next-step.js';
import { toBuyer, toLeg } from '../../../subgraphs/booking/orders/commands/order-input.js';
import { cooperativesOf, settle } from '../../../subgraphs/booking/orders/order/order-state.js';
import { recordReplies } from '../../../subgraphs/booking/orders/saga/record-replies.js';
import { begin } from '../../../subgraphs/booking/orders/order/task.js';
import { refuse, type Refusal } from '../../../subgraphs/booking/store/refusal.js';
import { BUYER, leg } from '../support.js';

export const NOW = new Date('2027-03-01T08:00:00Z');
export const inMinutes = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

/** An order that was made, and of which nobody has been asked anything. */
export function newOrder(policy: OrderRecord['policy'], ids: readonly string[]): OrderRecord {
  const order: OrderRecord = {
    ...{ _id: 'an-order', version: 1, reference: '7KD-4PM', keyHash: '', bodyHash: '' },
    ...{ secretHash: '', sealedSecret: '', answer: null, conflicts: [], buyer: toBuyer(BUYER) },
    ...{ channel: 'WEB', policy, leadCooperative: null, state: 'PENDING', problem: null },
    legs: ids.map((id, hour) => toLeg(leg(id, hour))),
    ...{ expiresAt: null, createdAt: NOW, recordedAt: NOW, task: null, owed: [], attempts: 0 },
    ...{ commands: [], log: [], holder: null, wakeAt: null },
  };
  const task = { act: 'place', step: 'hold', keyHash: null, leg: null, start: null } as const;
  return begin(order, { ...task, open: cooperativesOf(order.legs) }, NOW);
}

export function quoteOf(grossMinor: number): QuoteRecord {
  return { netMinor: grossMinor, vatMinor: 0, grossMinor, currency: 'EUR', lines: [] };
}

/** An order that nothing is being done about, with one leg of each of karhu and lumo. */
export function standingOrder(...states: readonly Partial<OrderLegRecord>[]): OrderRecord {
  const order = newOrder('ALL_OR_NOTHING', ['karhu', 'lumo']);
  const legs = order.legs.map((one, number) => ({
    ...one,
    ...{ stateAsOf: NOW, bookings: ['karhu:b'], quote: quoteOf(3_500) },
    ...states[number],
  }));
  return settle({ ...order, legs, task: null, problem: null });
}

/** Held by all until then. */
export function heldOrder(...ends: readonly Date[]): OrderRecord {
  return standingOrder(...ends.map((expiresAt) => ({ state: 'HELD', expiresAt }) as const));
}

/** The order with the command begun. @throws Error when it is answered at once. */
export function beginWish(order: OrderRecord, wish: Wish, now = NOW): OrderRecord {
  const decision = decide(order, wish, now);
  if (decision.kind === 'answer') throw new Error(JSON.stringify(decision.outcome));
  const command = { keyHash: 'key', bodyHash: '', outcome: null };
  const commands = [...order.commands, command];
  return begin({ ...order, commands }, { ...decision.task, keyHash: 'key' }, now);
}

/** The order after one round of questions. */
export function answered(
  order: OrderRecord,
  verdictOf: (question: Question) => Verdict,
  now = NOW,
): OrderRecord {
  const step = nextStep(order);
  const questions = step.kind === 'ask' ? step.questions : [];
  const replies = questions.map((question): Reply => ({ question, verdict: verdictOf(question) }));
  return recordReplies(order, replies, { now, isTimeUp: true, holdMinutes: 15 });
}

/** What an owner says that refuses. @param named - Number of the leg; null for none. */
export function refusal(code: Refusal['code'], named: number | null = null): Verdict {
  const one: LegRefusal = { ...refuse(code, `It is refused: ${code}.`), leg: named, of: [] };
  return { kind: 'answer', legs: [], refusals: [one] };
}

/** What an owner says of a leg as it stands, but for the changes. */
export function known(order: OrderRecord, number: number, changes: Partial<KnownLeg>): KnownLeg {
  const ordered = order.legs[number];
  if (!ordered) throw new Error(`There is no leg ${number}.`);
  const { state, start, minutes, quantity, expiresAt, bookings, quote, waitingPosition } = ordered;
  const rest = { expiresAt, bookings, quote, waitingPosition, texts: null };
  return { number, state, start, minutes, quantity, ...rest, ...changes };
}

export const YES: Verdict = { kind: 'answer', legs: [], refusals: [] };
