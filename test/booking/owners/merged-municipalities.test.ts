import { describe, expect, it } from '@jest/globals';
import { dryRunOf } from '../../../subgraphs/booking/orders/owners/dry-run.js';
import { operationOf } from '../../../subgraphs/booking/orders/owners/owner-operations.js';
import type { Question } from '../../../subgraphs/booking/orders/order/question.js';
import { nextStep } from '../../../subgraphs/booking/orders/saga/next-step.js';
import { newOrder } from '../saga/order-records.js';

describe('an owner', () => {
  it('is asked for the municipality into which the buyer’s has merged', () => {
    const order = newOrder('ALL_OR_NOTHING', ['karhu']);
    const moved = { ...order, buyer: { ...order.buyer, municipality: 'FI-413' } };
    const step = nextStep(moved);
    if (step.kind === 'rest') throw new Error('Nobody is asked.');
    const [question] = step.questions as [Question];

    const inputs = (['hold', 'enrol', 'confirm'] as const).map((act) =>
      JSON.stringify(operationOf({ ...question, act }, moved, 15).variables),
    );

    for (const input of inputs) {
      expect(input).toContain('"municipality":"FI-609"');
      expect(input).not.toContain('FI-413');
    }
    expect(dryRunOf('karhu', 'FI-413', [])).toMatchObject({ municipality: 'FI-609' });
  });
});
