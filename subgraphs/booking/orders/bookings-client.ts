import type { OrderRecord } from '../model.js';
import type { OwnerClient } from '../owner-client.js';
import type { Question } from './next-step.js';
import { readAnswer, readRows, type KnownLeg } from './owner-answers.js';
import { operationOf, readOperation } from './owner-operations.js';
import type { Verdict } from './apply-answers.js';

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
    if (reply.kind !== 'answer') return { kind: reply.kind };
    // Something else was carried out under this key: there may be bookings, but they are not known.
    const isConflict = reply.data.refusals.some(({ code }) => code === 'IDEMPOTENCY_CONFLICT');
    return isConflict ? { kind: 'refused' } : { kind: 'answer', ...reply.data };
  }

  /** The legs as their owner has them now; null when it does not say. */
  async read(
    order: OrderRecord,
    cooperative: string,
    timeoutMs: number,
  ): Promise<readonly KnownLeg[] | null> {
    const read = (data: unknown) => readRows(data, order, cooperative);
    const operation = readOperation(order, cooperative);
    const reply = await this.owners.ask(cooperative, operation, read, timeoutMs);
    return reply.kind === 'answer' ? reply.data : null;
  }
}
