import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OrderRecord } from '../../../subgraphs/booking/store/records.js';
import type {
  KnownLeg,
  Reply,
  Verdict,
  Question,
} from '../../../subgraphs/booking/orders/order/question.js';
import { nextStep } from '../../../subgraphs/booking/orders/saga/next-step.js';
import { toLeg } from '../../../subgraphs/booking/orders/commands/order-input.js';
import { cooperativesOf } from '../../../subgraphs/booking/orders/order/order-state.js';
import { recordReplies } from '../../../subgraphs/booking/orders/saga/record-replies.js';
import { newOrder, NOW } from './order-records.js';
import { leg } from '../support.js';

const OWNERS = ['karhu', 'lumo', 'tuki', 'karhu'];

/** What an owner may say to a question: yes, no, or nothing that helps. */
function verdictOf(question: Question, order: OrderRecord, said: number): Verdict {
  if (said === 0) return { kind: 'unknown' };
  if (said === 1) return { kind: 'unreached' };
  if (said === 2) return { kind: 'refused' };
  const isBack = question.act === 'release' || question.act === 'cancel';
  // An owner that does not take back what it has is another matter.
  if (said === 3 && !isBack) {
    const code = question.act === 'confirm' ? 'HOLD_EXPIRED' : 'SLOT_TAKEN';
    const refusal = {
      code,
      message: 'No.',
      field: null,
      alternatives: [],
      leg: null,
      of: [],
    } as const;
    return { kind: 'answer', legs: [], refusals: [{ ...refusal, alternatives: [] }] };
  }
  const state = question.act === 'hold' ? 'HELD' : 'CONFIRMED';
  const legs = isBack ? [] : question.legs;
  const known = legs.map((number): KnownLeg => {
    const { start, minutes, quantity } = order.legs[number] ?? toLeg(leg('karhu'));
    const expiresAt = state === 'HELD' ? new Date(NOW.getTime() + 900_000) : null;
    const rest = { quote: null, waitingPosition: null, texts: null };
    return { number, state, start, minutes, quantity, expiresAt, bookings: ['karhu:b'], ...rest };
  });
  return { kind: 'answer', legs: known, refusals: [] };
}

interface Books {
  readonly held: Set<string>;
  readonly ended: Set<string>;
}

/** Keeps an owner's books: what was said yes to stands until it is taken back, and nothing comes after that. */
function keep(
  { held, ended }: Books,
  { act, cooperative }: Question,
  verdict: Verdict,
  isLost: boolean,
) {
  const isDone = (verdict.kind === 'answer' && verdict.refusals.length === 0) || isLost;
  const isBack = act === 'release' || act === 'cancel';
  if (isBack && (isDone || verdict.kind === 'answer')) {
    held.delete(cooperative);
    ended.add(cooperative);
  } else if (isDone && !isBack && !ended.has(cooperative)) {
    held.add(cooperative);
  } else if (verdict.kind === 'answer' && verdict.refusals.length > 0) {
    held.delete(cooperative);
  }
}

describe('what is done next for an order', () => {
  const rounds = fc.array(
    fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 6, maxLength: 6 }),
    {
      maxLength: 12,
    },
  );
  const policies = fc.constantFrom('ALL_OR_NOTHING' as const, 'BEST_EFFORT' as const);

  it('comes to an end with the books and the order agreeing, whatever owners say before they answer', () => {
    fc.assert(
      fc.property(policies, rounds, fc.boolean(), (policy, script, isTimeUp) => {
        let order = newOrder(policy, OWNERS);
        const books: Books = { held: new Set(), ended: new Set() };
        for (let round = 0; nextStep(order).kind === 'ask'; round += 1) {
          expect(round).toBeLessThan(40);
          const step = nextStep(order);
          const questions = step.kind === 'ask' ? step.questions : [];
          const replies: Reply[] = questions.map((question, index) => {
            // After the script, everybody answers as asked.
            const said = script[round]?.[index] ?? 7;
            const verdict = verdictOf(question, order, said);
            // An answer that does not arrive may stand for something that was done.
            keep(books, question, verdict, verdict.kind === 'unknown' && index % 2 === 0);
            return { question, verdict };
          });
          order = recordReplies(order, replies, { now: NOW, isTimeUp, holdMinutes: 15 });
        }
        const standing = order.legs.filter(({ state }) => state === 'CONFIRMED');
        expect([...books.held].sort()).toEqual(cooperativesOf(standing).sort());
        expect(order.answer).not.toBeNull();
        expect(['CONFIRMED', 'FAILED', 'EXPIRED']).toContain(order.state);
        if (policy === 'ALL_OR_NOTHING') expect([0, 4]).toContain(standing.length);
      }),
      { numRuns: 500 },
    );
  });

  it('asks the same question with the same key, and another one with another', () => {
    const keys = (order: OrderRecord): string[] => {
      const step = nextStep(order);
      return step.kind === 'ask' ? step.questions.map(({ key }) => key) : [];
    };
    const order = newOrder('ALL_OR_NOTHING', OWNERS);
    expect(new Set(keys(order)).size).toBe(3);
    expect(keys({ ...order, attempts: 3, log: [] })).toEqual(keys(order));
    expect(keys({ ...order, _id: 'another' })).not.toEqual(keys(order));
  });
});
