import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { OrderAudit } from '../../../../subgraphs/booking/orders/work/order-audit.js';
import type { OrderLegRecord } from '../../../../subgraphs/booking/store/records.js';
import { systemClock } from '../../../../subgraphs/shared/process/clock.js';
import { DAY_MS } from '../../../../subgraphs/shared/words/dates.js';
import { eventually } from '../../../support/eventually.js';
import { standingOrder } from '../../saga/order-records.js';
import { TestClock } from '../../support.js';

/** Whether an order with this leg is looked at again, once it was looked at. */
async function isLookedAtAgain(change: Partial<OrderLegRecord>): Promise<boolean> {
  const clock = new TestClock();
  const order = standingOrder(change, change);
  const looks: (Date | null)[] = [];
  const due = [order];
  const audit = new OrderAudit({
    dataSource: {
      findToLookAt: () => Promise.resolve(due.splice(0)),
      lookAgain: (_id, at) => {
        looks.push(at);
        return Promise.resolve();
      },
      lookSoon: () => Promise.resolve(),
    },
    refresher: { refresh: (one) => Promise.resolve(one) },
    addresses: () => new Map(),
    ...{ clock, realClock: systemClock, everyMs: 60_000, lookEveryMs: 60_000 },
    log: pino({ level: 'silent' }),
  });
  audit.start();
  await eventually(
    () => Promise.resolve(looks),
    (found) => found.length === 1,
  );
  await audit.stop();
  return looks[0] !== null;
}

const now = new TestClock().now().getTime();
const ended = (days: number) => ({ start: new Date(now - days * DAY_MS), minutes: 60 });

describe('the audit of orders', () => {
  it('looks at what has ended until its owner has told what came of it, for 60 days', async () => {
    expect(await isLookedAtAgain({ ...ended(2), state: 'CONFIRMED' })).toBe(true);
    expect(await isLookedAtAgain({ ...ended(2), state: 'STARTED' })).toBe(true);
    expect(await isLookedAtAgain({ ...ended(2), state: 'COMPLETED' })).toBe(false);
    expect(await isLookedAtAgain({ ...ended(2), state: 'NO_SHOW' })).toBe(false);
    expect(await isLookedAtAgain({ ...ended(61), state: 'CONFIRMED' })).toBe(false);
  });
});
