import { describe, expect, it } from '@jest/globals';
import { applyRows } from '../../../subgraphs/booking/orders/saga/apply-rows.js';
import { expire } from '../../../subgraphs/booking/orders/order/break-up.js';
import { decide } from '../../../subgraphs/booking/orders/saga/decide.js';
import { stateOf } from '../../../subgraphs/booking/orders/order/order-state.js';
import { answered, beginWish, heldOrder, inMinutes, known, NOW, YES } from './order-records.js';

const START = new Date('2027-03-22T15:00:00Z');

/** What a refused command is answered; null when it would begin. */
function codesOf(decision: ReturnType<typeof decide>): string[] | null {
  return decision.kind === 'begin' ? null : decision.outcome.userErrors.map(({ code }) => code);
}

describe('an order of all or nothing that has lost a leg', () => {
  // The hold of karhu was not extended, that of lumo was.
  const order = heldOrder(inMinutes(15), inMinutes(25));
  const later = inMinutes(16);

  it.each(['before', 'after'])('does not come back by one leg, %s it is swept', (when) => {
    const over = when === 'after' ? expire(order, later) : order;

    expect(stateOf(over, later)).toBe('EXPIRED');
    const move = { act: 'move', leg: 1, start: START } as const;
    expect(codesOf(decide(over, move, later))).toEqual(['HOLD_EXPIRED']);
    const cancel = { act: 'cancelLeg', leg: 1 } as const;
    expect(codesOf(decide(over, cancel, later))).toEqual(['HOLD_EXPIRED']);
  });

  it('gives back what the others hold, until the last hold is over', () => {
    const over = expire(order, later);

    expect(over.owed).toEqual([{ cooperative: 'lumo', act: 'release', until: inMinutes(25) }]);
    const end = answered(over, () => YES, later);
    expect(end.owed).toEqual([]);
    expect(end.legs.map(({ state }) => state)).toEqual(['EXPIRED', 'CANCELLED']);
    expect(codesOf(decide(end, { act: 'cancelLeg', leg: 1 }, later))).toEqual([]);
  });

  it('fails where the owner declines it when it is to be moved', () => {
    const held = heldOrder(inMinutes(15), inMinutes(15));
    const begun = beginWish(held, { act: 'move', leg: 0, start: START });
    const declined = known(held, 0, { state: 'DECLINED', start: START, expiresAt: null });

    const after = answered(begun, () => ({ kind: 'answer', legs: [declined], refusals: [] }));

    expect(after.state).toBe('FAILED');
    expect(after.commands[0]?.outcome?.userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    expect(after.owed).toMatchObject([{ cooperative: 'lumo', act: 'release' }]);
    expect(codesOf(decide(after, { act: 'confirm' }, NOW))).toEqual(['INVALID_STATE']);
  });

  it('fails where the owner says so by itself', () => {
    const held = heldOrder(inMinutes(15), inMinutes(15));

    const after = applyRows(held, [known(held, 0, { state: 'DECLINED', expiresAt: null })], NOW);

    expect(after.state).toBe('FAILED');
    expect(after.owed).toMatchObject([{ cooperative: 'lumo', act: 'release' }]);
  });
});
