import type { Logger } from '../../../shared/process/logger.js';
import type { OrderRecord } from '../../store/records.js';
import { askLeastMinutes } from '../../owners/least-minutes.js';
import type { OwnerClient } from '../../../shared/owners/client/owner-client.js';
import type { OwnerReply } from '../../../shared/owners/client/read-reply.js';
import { say, type Sentence } from '../../../shared/words/said/say.js';
import { asMessage, refuse } from '../../store/refusal.js';
import { decidesNothing } from './answer-schemas.js';
import type { LegRefusal, Question, OwnerAnswer, OwnerBooks, Verdict } from '../order/question.js';
import { omittedLegs, withBooks } from './omitted-legs.js';
import { ownWordsOf, readAnswer, readBooks, wordsOfRefusal } from './owner-answers.js';
import { asOlder, operationOf, readOperation } from './owner-operations.js';
import { silenceOf, USELESS } from './refusal-words.js';

/** Asks owners about the bookings of an order. Never throws. */
export class BookingsClient {
  constructor(
    private readonly owners: OwnerClient,
    private readonly holdMinutes: number,
    private readonly log?: Logger,
  ) {}

  async ask(question: Question, order: OrderRecord, timeoutMs: number): Promise<Verdict> {
    const read = (data: unknown) => {
      const answer = readAnswer(data, question, order);
      if (answer.refusals.length > 0) this.#note(question, ownWordsOf(data, question, order));
      return answer;
    };
    const { cooperative } = question;
    const deadline = performance.now() + timeoutMs;
    const { reply, isUntold } = await this.#send(question, order, read, timeoutMs);
    if (reply.kind === 'hopeless')
      return { kind: 'answer', ...hopeless(question, silenceOf(reply)) };
    if (reply.kind !== 'answer') return { kind: reply.kind, reason: silenceOf(reply) };
    if (reply.data.refusals.some(decidesNothing)) return { kind: 'refused', reason: USELESS };
    const omitted = omittedLegs(question, reply.data);
    if (omitted.length === 0) {
      const refusals = await this.#nameLeast(reply.data.refusals, question, order, deadline);
      return { kind: 'answer', ...(isUntold && { isUntold }), ...reply.data, refusals };
    }
    const books = await this.read(order, cooperative, leftUntil(deadline));
    const answer = withBooks(reply.data, omitted, books);
    return answer ? { kind: 'answer', ...answer } : { kind: 'unknown', reason: USELESS };
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

  /** Says of legs that are too short what would be long enough, where their owner tells it in time. */
  async #nameLeast(
    refusals: readonly LegRefusal[],
    question: Question,
    order: OrderRecord,
    deadline: number,
  ): Promise<readonly LegRefusal[]> {
    const serviceOf = ({ leg }: LegRefusal): string => order.legs[leg ?? -1]?.serviceId ?? '';
    const tooShort = refusals.filter(({ code, leg }) => code === 'TOO_SHORT' && leg !== null);
    const services = tooShort.map(serviceOf);
    const { cooperative } = question;
    const leftMs = leftUntil(deadline);
    const least = await askLeastMinutes(this.owners, cooperative, services, leftMs);
    return refusals.map((refusal) =>
      tooShort.includes(refusal)
        ? {
            ...refusal,
            ...asMessage(wordsOfRefusal(refusal, question, order, least.get(serviceOf(refusal)))),
          }
        : refusal,
    );
  }

  /**
   * An endpoint that does not know what a spoken yes is has refused the question as a whole; it judges by its rules then. One that does not
   * take what the order says beside what and when is not told of it.
   */
  async #send<Data>(
    question: Question,
    order: OrderRecord,
    read: (data: unknown) => Data,
    timeoutMs: number,
  ): Promise<{ readonly reply: OwnerReply<Data>; readonly isUntold: boolean }> {
    const send = (asked: OrderRecord, leftMs: number): Promise<OwnerReply<Data>> => {
      const operation = operationOf(question, asked, this.holdMinutes);
      return this.owners.ask(question.cooperative, operation, read, leftMs);
    };
    const deadline = performance.now() + timeoutMs;
    const reply = await send(order, timeoutMs);
    const older = reply.kind === 'hopeless' ? asOlder(question, order) : null;
    if (older === null) return { reply, isUntold: false };
    const isUntold = older.details !== order.details;
    return { reply: await send(older, leftUntil(deadline)), isUntold };
  }

  /** Where a partner's system refuses, its operator is asked why: what it said is found here, and goes nowhere else. */
  #note({ cooperative, act }: Question, said: readonly string[]): void {
    this.log?.info({ cooperative, act, said }, 'A cooperative refused a command.');
  }
}

/** At least 1 ms. @param deadline - By `performance.now()`. */
function leftUntil(deadline: number): number {
  return Math.max(Math.ceil(deadline - performance.now()), 1);
}

/** The answer of an owner that will never give one. */
function hopeless({ cooperative, act, legs }: Question, reason: Sentence): OwnerAnswer {
  const refusal = { ...refuse('COOPERATIVE_UNAVAILABLE', say`${cooperative} ${reason}.`), of: [] };
  const named = act === 'hold' ? legs : [null];
  return { legs: [], refusals: named.map((leg) => ({ ...refusal, leg })) };
}
