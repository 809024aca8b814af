import { describe, expect, it } from '@jest/globals';
import { askOwners } from '../../../subgraphs/booking/orders/owners/ask-owners.js';
import { nextStep } from '../../../subgraphs/booking/orders/saga/next-step.js';
import type { Question } from '../../../subgraphs/booking/orders/order/question.js';
import { newOrder } from '../saga/order-records.js';

describe('asking all owners of an order at once', () => {
  const order = newOrder('ALL_OR_NOTHING', ['karhu', 'lumo']);
  const step = nextStep(order);
  const questions = step.kind === 'ask' ? step.questions : [];

  it('fails when asking one of them fails, and waits for nobody', async () => {
    const bookings = {
      ask: ({ cooperative }: Question) =>
        cooperative === 'karhu'
          ? Promise.reject(new Error('It broke.'))
          : new Promise<never>(() => undefined),
    };
    await expect(askOwners(bookings, order, questions, 1_000)).rejects.toThrow('It broke.');
  });

  it('leaves no failure unheard that comes after another owner has decided for all', async () => {
    let fail: (error: Error) => void = () => undefined;
    const late = new Promise<never>((_resolve, reject) => (fail = reject));
    const bookings = {
      ask: ({ cooperative }: Question) =>
        cooperative === 'karhu' ? Promise.resolve({ kind: 'unreached' } as const) : late,
    };

    const replies = await askOwners(bookings, order, questions, 1_000);
    fail(new Error('It broke.'));
    await new Promise(setImmediate);

    expect(replies).toMatchObject([{ verdict: { kind: 'unreached' } }]);
  });
});
