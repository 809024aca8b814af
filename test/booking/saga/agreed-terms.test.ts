import { describe, expect, it } from '@jest/globals';
import { applyRows } from '../../../subgraphs/booking/orders/saga/apply-rows.js';
import { nextStep } from '../../../subgraphs/booking/orders/saga/next-step.js';
import type { Question } from '../../../subgraphs/booking/orders/order/question.js';
import { readAnswer, readRows } from '../../../subgraphs/booking/orders/owners/owner-answers.js';
import {
  answered,
  beginWish,
  heldOrder,
  inMinutes,
  known,
  newOrder,
  NOW,
  quoteOf,
  standingOrder,
} from './order-records.js';

const confirmed = { state: 'CONFIRMED', quantity: 2 } as const;

/** A leg in an owner's own words. */
function row(cooperative: string, leg: number, more: object = {}): object {
  const amounts = { net: '35.00', vat: '0.00', gross: '35.00' };
  const line = { units: '1', unit: 'HOUR', unitNet: '35.00', vatRate: '0', ...amounts };
  return {
    ...{ leg, state: 'CONFIRMED', start: `2027-03-22T0${leg}:00:00Z`, minutes: 60, quantity: 1 },
    ...{ expiresAt: null, waitingPosition: null, bookings: [{ id: `${cooperative}:b${leg}` }] },
    ...{ quote: { ...amounts, currency: 'EUR', lines: [line] } },
    ...{ service: { id: `${cooperative}:siivous` }, ...more },
  };
}

describe('what was agreed on a leg', () => {
  it('stays as the price when the owner confirms at another, which is its problem', () => {
    const begun = beginWish(heldOrder(inMinutes(15), inMinutes(15)), { act: 'confirm' });

    const after = answered(begun, ({ legs }) => ({
      kind: 'answer',
      legs: legs.map((number) =>
        known(begun, number, { state: 'CONFIRMED', expiresAt: null, quote: quoteOf(9_900) }),
      ),
      refusals: [],
    }));

    expect(after.state).toBe('CONFIRMED');
    expect(after.legs[0]?.quote).toEqual(quoteOf(3_500));
    expect(after.legs[0]?.problem).toContain('99.00 EUR');
    expect(after.legs[0]?.problem).toContain('35.00 EUR');
  });

  it('is a new price where the buyer wants another start', () => {
    const order = standingOrder({ state: 'CONFIRMED' }, { state: 'CONFIRMED' });
    const start = new Date('2027-03-22T15:00:00Z');
    const begun = beginWish(order, { act: 'move', leg: 0, start });
    const moved = known(begun, 0, { start, quote: quoteOf(9_900) });

    const after = answered(begun, () => ({ kind: 'answer', legs: [moved], refusals: [] }));

    expect(after.legs[0]).toMatchObject({ start, problem: null, quote: quoteOf(9_900) });
    expect(after.log.at(-1)?.text).toContain('Leg 0 now begins at 2027-03-22T17:00+02:00.');
  });

  it('stays as the quantity where the owner keeps fewer places, until it has them again', () => {
    const order = standingOrder(confirmed, confirmed);

    const fewer = applyRows(order, [known(order, 0, { quantity: 1 })], NOW);
    const again = applyRows(fewer, [known(order, 0, {})], NOW);

    expect(fewer.legs[0]).toMatchObject({
      quantity: 2,
      problem: expect.stringContaining('1 of 2'),
    });
    expect(again.legs[0]).toMatchObject({ quantity: 2, problem: null });
  });

  it('is in the log when the owner has changed the start', () => {
    const order = standingOrder(confirmed, confirmed);
    const start = new Date('2027-03-22T15:00:00Z');

    const after = applyRows(order, [known(order, 0, { start })], NOW);

    expect(after.legs[0]?.start).toEqual(start);
    expect(after.log.at(-1)?.text).toBe(
      'Leg 0 now begins at 2027-03-22T17:00+02:00, says its owner.',
    );
  });
});

describe('the rows of an owner', () => {
  const order = newOrder('ALL_OR_NOTHING', ['karhu', 'karhu', 'karhu']);
  const read = (...legs: object[]) => readRows({ readBookings: { legs } }, order, 'karhu');

  it('are read but for those that are malformed', () => {
    const rows = read(row('karhu', 0), row('karhu', 1, { state: 'GONE' }), row('lumo', 2));
    expect(rows.map(({ number }) => number)).toEqual([0]);
  });

  it('may be of fewer places than were ordered, and not of more', () => {
    const two = { ...order, legs: order.legs.map((leg) => ({ ...leg, quantity: 2 })) };
    const rows = [row('karhu', 0), row('karhu', 1, { quantity: 3 })];
    const known = readRows({ readBookings: { legs: rows } }, two, 'karhu');
    expect(known.map(({ number, quantity }) => [number, quantity])).toEqual([[0, 1]]);
  });
});

describe('the answer of an owner', () => {
  const order = newOrder('ALL_OR_NOTHING', ['karhu', 'karhu']);
  const step = nextStep(order);
  const [question] = step.kind === 'ask' ? step.questions : [];
  const read = (legs: object[], userErrors: object[]) =>
    readAnswer({ holdBookings: { legs, userErrors } }, question as Question, order);

  it('counts for one refusal a leg, cut short', () => {
    const refusals = Array.from({ length: 900 }, (_item, index) => ({
      ...{ code: 'SLOT_TAKEN', message: 'x'.repeat(5_000) },
      field: ['legs', String(index % 2), 'y'.repeat(5_000), ...Array<string>(50).fill('z')],
    }));

    const answer = read([], refusals);

    expect(answer.refusals.map(({ leg }) => leg)).toEqual([0, 1]);
    expect(JSON.stringify(answer.refusals).length).toBeLessThan(1_000);
  });

  it('cannot be a hold of fewer places than were asked for', () => {
    const held = { state: 'HELD', expiresAt: '2027-03-01T08:15:00Z' };
    const fewer = row('karhu', 1, { ...held, quantity: 0 });
    expect(() => read([row('karhu', 0, held), fewer], [])).toThrow('fewer places');
  });
});
