import type { OrderRecord } from '../model.js';
import type { OwnerClient } from '../owner-client.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Question } from './next-step.js';
import { readAnswer, readBooks, type OwnerAnswer, type OwnerBooks } from './owner-answers.js';
import { operationOf, readOperation } from './owner-operations.js';
import type { Verdict } from './apply-answers.js';

/**
 * Refusals that decide nothing about the bookings, of which there may be some: something else was carried out under this key,
 * the token was not accepted, the owner's books are out of reach.
 */
const NO_DECISION: readonly Refusal['code'][] = [
  'IDEMPOTENCY_CONFLICT',
  'FORBIDDEN',
  'COOPERATIVE_UNAVAILABLE',
];

/** Asks owners about the bookings of an order. Never throws. */
export class BookingsClient {
  constructor(
    private readonly owners: OwnerClient,
    private readonly holdMinutes: number,
  ) {}

  async ask(question: Question, order: OrderRecord, timeoutMs: number): Promise<Verdict> {
    const operation = operationOf(question, order, this.holdMinutes);
    const read = (data: unknown) => readAnswer(data, question, order);
    const reply = await this.owners.ask(question.cooperative, operation, read, timeoutMs);
    if (reply.kind === 'hopeless') return { kind: 'answer', ...hopeless(question, reply.reason) };
    if (reply.kind !== 'answer') return { kind: reply.kind };
    const isUndecided = reply.data.refusals.some(({ code }) => NO_DECISION.includes(code));
    return isUndecided ? { kind: 'refused' } : { kind: 'answer', ...reply.data };
  }

  /** What the owner has of the order now; null when it does not say. */
  async read(
    order: OrderRecord,
    cooperative: string,
    timeoutMs: number,
  ): Promise<OwnerBooks | null> {
    const read = (data: unknown) => readBooks(data, order, cooperative);
    const operation = readOperation(order, cooperative);
    const reply = await this.owners.ask(cooperative, operation, read, timeoutMs);
    return reply.kind === 'answer' ? reply.data : null;
  }
}

/** The answer of an owner that will never give one. */
function hopeless({ cooperative, act, legs }: Question, reason: string): OwnerAnswer {
  const refusal = { ...refuse('COOPERATIVE_UNAVAILABLE', `${cooperative} ${reason}.`), of: [] };
  const named = act === 'hold' ? legs : [null];
  return { legs: [], refusals: named.map((leg) => ({ ...refusal, leg })) };
}
