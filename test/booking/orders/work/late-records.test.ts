import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { OrderAudit } from '../../../../subgraphs/booking/orders/work/order-audit.js';
import type { OrderLegRecord } from '../../../../subgraphs/booking/store/records.js';
import {
  answered,
  known,
  newOrder,
  NOW,
  refusal,
  standingOrder,
} from '../../saga/order-records.js';

const DAY_MS = 86_400_000;
const END = new Date('2027-03-22T02:00:00Z');

/** When an order is looked at again that is looked at so many days after its last leg ended; null for never. */
async function nextLook(days: number, state: OrderLegRecord['state']): Promise<Date | null> {
  const order = standingOrder({ state }, { state });
  const looks: (Date | null)[] = [];
  const audit = new OrderAudit({
    dataSource: {
      findToLookAt: () => Promise.resolve([order]),
      lookAgain: (_id, at) => Promise.resolve(looks.push(at)).then(() => undefined),
      lookSoon: () => Promise.reject(new Error('Nobody has moved.')),
    },
    refresher: { refresh: () => Promise.resolve(order) },
    addresses: () => new Map(),
    clock: { now: () => new Date(END.getTime() + days * DAY_MS) },
    realClock: { now: () => NOW },
    ...{ everyMs: 3_600_000, lookEveryMs: 600_000, log: pino({ level: 'silent' }) },
  });
  audit.start();
  await audit.stop();
  return looks[0] ?? null;
}

describe('an order whose last leg has passed', () => {
  const tomorrow = new Date(NOW.getTime() + DAY_MS);

  it('is looked at once a day until its owners have said what became of it', async () => {
    expect(await nextLook(1, 'CONFIRMED')).toEqual(tomorrow);
    expect(await nextLook(59, 'STARTED')).toEqual(tomorrow);
    expect(await nextLook(1, 'COMPLETED')).toBeNull();
  });

  it('is not waited for after 60 days', async () => {
    expect(await nextLook(61, 'CONFIRMED')).toBeNull();
  });
});

describe('the first answer to a leg', () => {
  const order = newOrder('ALL_OR_NOTHING', ['karhu']);
  const later = new Date(NOW.getTime() + 60_000);
  const yes = (state: OrderLegRecord['state']) => ({
    refusals: [],
    legs: [known(order, 0, { state })],
  });

  it.each(['HELD', 'CONFIRMED'] as const)('is when its owner has it %s', (state) => {
    const [leg] = answered(order, () => ({ ...yes(state), kind: 'answer' }), later).legs;

    expect(leg?.answeredAt).toEqual(later);
  });

  it('is when its owner refuses it', () => {
    const [leg] = answered(order, () => refusal('SLOT_TAKEN'), later).legs;

    expect(leg).toMatchObject({ state: 'DECLINED', answeredAt: later });
  });

  it('is not to be put on a waiting list', () => {
    const [leg] = answered(order, () => ({ ...yes('REQUESTED'), kind: 'answer' }), later).legs;

    expect(leg?.answeredAt ?? null).toBeNull();
  });
});
