import { describe, expect, it } from '@jest/globals';
import type { OrderRecord } from '../../../subgraphs/booking/store/records.js';
import { BOOKING_STATES } from '../../../subgraphs/booking/store/closed-sets.js';
import { applyBooks, applyRows } from '../../../subgraphs/booking/orders/saga/apply-rows.js';
import { needsAttention } from '../../../subgraphs/booking/orders/order/disagreement.js';
import { nextStep } from '../../../subgraphs/booking/orders/saga/next-step.js';
import { readBooks } from '../../../subgraphs/booking/orders/owners/owner-answers.js';
import { answered, beginWish, known, NOW, standingOrder } from './order-records.js';

type State = (typeof BOOKING_STATES)[number];

const OVER: readonly State[] = ['CANCELLED', 'EXPIRED', 'DECLINED'];
const DELIVERED: readonly State[] = ['COMPLETED', 'NO_SHOW'];

const PAIRS = BOOKING_STATES.flatMap((here) => BOOKING_STATES.map((said) => [here, said] as const));

/** Of one owner that is asked, and of another whose leg is agreed. */
function orderWith(state: State): OrderRecord {
  return standingOrder({ state }, { state: 'CONFIRMED' });
}

function after(here: State, said: State): OrderRecord {
  const order = orderWith(here);
  return applyRows(order, [known(order, 0, { state: said })], NOW);
}

describe('what the order says against what its owner says', () => {
  it.each(PAIRS)('%s against %s: nothing that was agreed is dropped', (here, said) => {
    if (here !== 'CONFIRMED' && here !== 'STARTED') return;
    const order = after(here, said);

    const isOwners = DELIVERED.includes(said) || said === 'CANCELLED' || said === 'DECLINED';
    const mayBe = isOwners
      ? [said]
      : [here, said === 'STARTED' || said === 'CONFIRMED' ? said : here];
    expect(mayBe).toContain(order.legs[0]?.state);
    expect(order.state).toBe('CONFIRMED');
    expect(order.legs[1]?.state).toBe('CONFIRMED');
  });

  it.each(PAIRS)('%s against %s: whatever stands there is told', (here, said) => {
    const order = after(here, said);

    const [leg] = order.legs;
    const isAgreed = leg?.state === said && !(OVER.includes(here) && !OVER.includes(said));
    const isHarmless =
      DELIVERED.includes(here) ||
      (OVER.includes(here) && OVER.includes(said)) ||
      (here === 'EXPIRED' && (said === 'HELD' || said === 'REQUESTED'));
    expect(leg?.disagreement != null).toBe(!isAgreed && !isHarmless);
    expect(needsAttention(order)).toBe(!isAgreed && !isHarmless);
    if (needsAttention(order)) expect(leg?.problem).toMatch(/^Its owner has it as /);
  });

  it.each(['HELD', 'CONFIRMED', 'REQUESTED'] as const)(
    'asks once to call off what is called off here and %s there',
    (said) => {
      const order = standingOrder({ state: 'CANCELLED' }, { state: 'CANCELLED' });
      expect(order.state).toBe('CANCELLED');

      const found = applyRows(order, [known(order, 0, { state: said })], NOW);
      const asked = nextStep(found);
      const done = answered(found, ({ legs }) => ({
        kind: 'answer',
        legs: legs.map((number) => known(found, number, { state: 'CANCELLED' })),
        refusals: [],
      }));
      const again = applyRows(done, [known(done, 0, { state: said })], NOW);

      expect(found).toMatchObject({ state: 'PENDING', legs: [{ state: said }, {}] });
      expect(asked).toMatchObject({
        questions: [{ cooperative: 'karhu', act: 'cancel', legs: [0], isForAll: false }],
      });
      expect(done).toMatchObject({
        state: 'CANCELLED',
        owed: [],
        legs: [{ disagreement: null }, {}],
      });
      expect(again).toMatchObject({ owed: [], legs: [{ disagreement: 'STILL_STANDING' }, {}] });
      expect(again.state).not.toBe('CANCELLED');
    },
  );

  it('asks anew, under another key, when it is found once more in another order of things', () => {
    const order = standingOrder({ state: 'CANCELLED' }, { state: 'CANCELLED' });
    const later = { ...order, version: order.version + 5 };
    const keys = [order, later].map((one) => {
      const step = nextStep(applyRows(one, [known(one, 0, { state: 'CONFIRMED' })], NOW));
      return step.kind === 'ask' ? step.questions[0]?.key : null;
    });

    expect(keys[0]).not.toBe(keys[1]);
  });

  it('lists what an owner refuses to call off once more', () => {
    const order = standingOrder({ state: 'CANCELLED' }, { state: 'CANCELLED' });
    const found = applyRows(order, [known(order, 0, { state: 'CONFIRMED' })], NOW);

    const refused = answered(found, () => ({
      kind: 'answer',
      legs: [],
      refusals: [
        {
          code: 'INVALID_STATE',
          message: 'It has begun.',
          field: null,
          alternatives: [],
          leg: 0,
          of: [],
        },
      ],
    }));

    expect(refused).toMatchObject({
      owed: [],
      state: 'CONFIRMED',
      legs: [{ state: 'CONFIRMED', disagreement: 'STILL_STANDING' }, {}],
    });
  });

  it('does not take a yes to calling off for one where the leg is shown as standing', () => {
    const order = standingOrder({ state: 'CONFIRMED' }, { state: 'CANCELLED' });
    const begun = beginWish(order, { act: 'cancel' });

    const ended = answered(begun, () => ({
      kind: 'answer',
      legs: [known(begun, 0, { state: 'CONFIRMED' })],
      refusals: [],
    }));

    expect(ended.state).toBe('CONFIRMED');
    expect(ended.legs[0]?.state).toBe('CONFIRMED');
    expect(ended.commands.at(-1)?.outcome).toMatchObject({
      isEffective: true,
      userErrors: [{ code: 'INVALID_STATE' }],
    });
  });
});

describe('the books of an owner', () => {
  const order = standingOrder({ state: 'CONFIRMED' }, { state: 'CONFIRMED' });
  const books = (legs: readonly unknown[], userErrors: readonly object[] = []) =>
    readBooks({ readBookings: { legs, userErrors } }, order, 'karhu');

  it('say nothing of a leg where a row cannot be read that names none', () => {
    const after = applyBooks(order, [books([{ state: 'CONFIRMED' }])], NOW);

    expect(after.legs[0]?.disagreement ?? null).toBeNull();
  });

  it('are at odds with a leg of which they say what cannot be', () => {
    const after = applyBooks(order, [books([{ leg: 0, state: 'GONE' }])], NOW);

    expect(after.legs[0]).toMatchObject({ state: 'CONFIRMED', disagreement: 'UNREADABLE' });
  });

  it('know nothing of an order where that is what they say', () => {
    const after = applyBooks(order, [books([], [{ code: 'NOT_FOUND' }])], NOW);

    expect(after.legs.map(({ disagreement }) => disagreement ?? null)).toEqual(['NOT_KNOWN', null]);
  });

  it('are not read where reading is refused', () => {
    expect(() => books([], [{ code: 'FORBIDDEN' }])).toThrow('a refusal to read');
  });
});
