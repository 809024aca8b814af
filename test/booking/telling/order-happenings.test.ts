import { describe, expect, it } from '@jest/globals';
import {
  happeningsOf,
  withHappenings,
} from '../../../subgraphs/booking/telling/outbox/order-happenings.js';
import type { OrderLegRecord, OrderRecord } from '../../../subgraphs/booking/store/records.js';
import { settle } from '../../../subgraphs/booking/orders/order/order-state.js';
import { begin } from '../../../subgraphs/booking/orders/order/task.js';
import { standingOrder, NOW } from '../saga/order-records.js';

const OPEN = { state: 'REQUESTED', stateAsOf: null } as const;
const LATER = new Date('2027-03-23T10:00:00Z');
const SURE = { state: 'CONFIRMED' } as const;

/** The next version of an order after its legs have changed, as it is written. */
function next(before: OrderRecord, legs: readonly Partial<OrderLegRecord>[], more: object = {}) {
  const changed = before.legs.map((leg, number) => ({ ...leg, ...legs[number] }));
  const settled = settle({ ...before, version: before.version + 1, legs: changed, task: null });
  return { ...settled, ...more };
}

function step(before: OrderRecord, legs: readonly Partial<OrderLegRecord>[], more: object = {}) {
  return withHappenings(before, next(before, legs, more), NOW);
}

const told = (order: OrderRecord) => (order.outbox ?? []).map(({ event, legs }) => [event, legs]);

/** As one is when it is made. */
const fresh = (): OrderRecord => ({ ...standingOrder(OPEN, OPEN), told: [] });
const confirmed = (): OrderRecord => ({ ...step(fresh(), [SURE, SURE]), outbox: [] });

describe('what has happened to an order', () => {
  it('is that it is confirmed, of all legs at once, with ids that follow from the version', () => {
    const order = step(fresh(), [SURE, SURE]);

    expect(order.outbox).toEqual([
      {
        ...{ id: `an-order.${order.version}.0`, event: 'ORDER_CONFIRMED', at: NOW },
        ...{ legs: [0, 1], offer: null },
      },
    ]);
    expect(order.told?.map(({ state }) => state)).toEqual(['AGREED', 'AGREED']);
  });

  it('is nothing while a command is being carried out, and all of it at its end', () => {
    const task = { act: 'place', step: 'confirm', keyHash: null, leg: null, start: null } as const;
    const before = begin(fresh(), { ...task, open: ['karhu', 'lumo'] }, NOW);
    const half = step(before, [SURE, OPEN], { task: before.task });
    expect(half.outbox).toBeUndefined();

    expect(told(step(half, [SURE, SURE]))).toEqual([['ORDER_CONFIRMED', [0, 1]]]);
  });

  it('is nothing where what one cooperative confirmed is taken back, as the other refused', () => {
    const owed = [{ cooperative: 'karhu', act: 'cancel', until: null }];
    const failed = step(fresh(), [SURE, { state: 'DECLINED' }], { state: 'FAILED', owed });
    const over = step(failed, [{ state: 'CANCELLED' }, {}], { state: 'FAILED', owed: [] });

    expect([told(failed), told(over)]).toEqual([[], []]);
  });

  it('is that a leg has another start, once that is agreed', () => {
    const before = confirmed();
    const theirs = step(before, [{ start: LATER, agreedStart: before.legs[0]?.start ?? null }]);
    expect(told(theirs)).toEqual([]);

    expect(told(step(theirs, [{ start: LATER, agreedStart: null }]))).toEqual([
      ['ORDER_MOVED', [0]],
    ]);
  });

  it.each(['CANCELLED', 'DECLINED'] as const)('is that a leg that was agreed is %s', (state) => {
    const order = step(confirmed(), [{}, { state }]);
    expect(told(order)).toEqual([['ORDER_CANCELLED', [1]]]);

    expect(told({ ...step({ ...order, outbox: [] }, [{}, { state: 'CONFIRMED' }]) })).toEqual([]);
  });

  it('is nothing where a hold runs out, or work is begun and done', () => {
    const held = step(fresh(), [{ state: 'HELD' }, { state: 'HELD' }]);
    const out = step(held, [{ state: 'EXPIRED' }, { state: 'EXPIRED' }]);
    const done = step(step(confirmed(), [{ state: 'STARTED' }]), [{ state: 'COMPLETED' }]);

    expect([told(held), told(out), told(done)]).toEqual([[], [], []]);
  });

  it.each(['CONFIRMED', 'HELD'] as const)('is that who waited has a place, %s', (state) => {
    const waiting = step(fresh(), [{ state: 'REQUESTED', stateAsOf: NOW }, SURE]);
    expect(told(waiting)).toEqual([['ORDER_CONFIRMED', [1]]]);

    const given = step({ ...waiting, outbox: [] }, [{ state }, {}]);
    expect(told(given)).toEqual([['ORDER_PLACE_GIVEN', [0]]]);
  });

  it('is that who waited waits no more', () => {
    const waiting = step(fresh(), [{ state: 'REQUESTED', stateAsOf: NOW }, SURE]);

    const over = step({ ...waiting, outbox: [] }, [{ state: 'CANCELLED' }, {}]);
    expect(told(over)).toEqual([['ORDER_CANCELLED', [0]]]);
  });

  it('is only what is new of an order of an earlier release', () => {
    const old = standingOrder(SURE, SURE);
    expect(old.told).toBeUndefined();

    const order = step(old, [{}, { state: 'CANCELLED' }]);
    expect(told(order)).toEqual([['ORDER_CANCELLED', [1]]]);
  });

  it('stands behind what was there already', () => {
    const first = step(fresh(), [SURE, SURE]);
    const second = step(first, [{ state: 'CANCELLED' }, {}]);

    expect(told(second)).toEqual([
      ['ORDER_CONFIRMED', [0, 1]],
      ['ORDER_CANCELLED', [0]],
    ]);
    const ids = second.outbox?.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  it('names nobody', () => {
    const { happenings, told: legs } = happeningsOf(fresh(), next(fresh(), [SURE, SURE]));
    const { name, phone } = fresh().buyer;
    expect(JSON.stringify([happenings, legs])).not.toContain(name);
    expect(JSON.stringify([happenings, legs])).not.toContain(phone ?? name);
  });
});
