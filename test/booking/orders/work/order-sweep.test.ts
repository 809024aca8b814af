import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { OrderDataSource } from '../../../../subgraphs/booking/orders/queries/data-source.js';
import type { OrderRecord } from '../../../../subgraphs/booking/store/records.js';
import { OrderSweep } from '../../../../subgraphs/booking/orders/work/order-sweep.js';
import { systemClock } from '../../../../subgraphs/shared/process/clock.js';
import type { Database } from '../../../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../../../support/database.js';
import { eventually } from '../../../support/eventually.js';
import { newOrder, standingOrder } from '../../saga/order-records.js';
import { TestClock } from '../../support.js';

const PAST = new Date('2026-01-01T00:00:00Z');
const FUTURE = new Date('2199-01-01T00:00:00Z');

describe('the sweep', () => {
  let database: Database;
  let dataSource: OrderDataSource;
  let sweeps: number;
  let taken: string[];
  let looked: string[];
  let go: () => void;

  beforeAll(async () => {
    database = await openFreshDatabase();
    dataSource = new OrderDataSource(database.connection, 10_000);
    await dataSource.prepare();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    [sweeps, taken, looked] = [0, [], []];
    await database.connection.collection('orders').deleteMany({});
  });

  const insert = (id: string, order: OrderRecord): Promise<boolean> =>
    dataSource.insert({ ...order, _id: id, keyHash: id, reference: id, wakeAt: PAST });

  /** A sweep whose owners answer nothing before `go`. */
  const start = (): OrderSweep => {
    const silence = new Promise<void>((resolve) => (go = resolve));
    const asLeased = (order: OrderRecord) => ({ ...order, holder: 'me', wakeAt: FUTURE });
    const sweep = new OrderSweep({
      dataSource: {
        findDue: (...args) => dataSource.findDue(...args),
        findExpired: (...args) => {
          sweeps += 1;
          return dataSource.findExpired(...args);
        },
        write: (...args) => dataSource.write(...args),
      },
      driver: {
        rest: (order) => ({ ...order, holder: null, wakeAt: FUTURE }),
        takeOver: (order) => {
          taken.push(order._id);
          return dataSource.write(order, asLeased(order));
        },
        finish: (order) => silence.then(() => order),
      },
      refresher: {
        refresh: (order) => {
          looked.push(order._id);
          return silence.then(() => order);
        },
      },
      ...{ clock: new TestClock(), realClock: systemClock, everyMs: 5 },
      log: pino({ level: 'silent' }),
    });
    sweep.start();
    return sweep;
  };
  const stop = async (sweep: OrderSweep): Promise<void> => {
    go();
    await sweep.stop();
  };

  it('takes up an order that was broken off, though many others wait for an owner', async () => {
    const resting = newOrder('ALL_OR_NOTHING', ['karhu']);
    for (let number = 0; number < 60; number += 1) await insert(`resting ${number}`, resting);
    await insert('lapsed', { ...resting, holder: 'a process that was killed' });

    const sweep = start();
    await eventually(
      () => Promise.resolve(taken),
      (ids) => ids.includes('lapsed') && ids.length === 51,
    );
    await stop(sweep);

    expect(taken[0]).toBe('lapsed');
  });

  it('looks once at an order that waits for a place, and writes nothing else where nothing is new', async () => {
    const waiting = standingOrder({ state: 'REQUESTED' }, { state: 'REQUESTED' });
    await insert('waiting', waiting);

    const sweep = start();
    await eventually(
      () => Promise.resolve(sweeps),
      (count) => count >= 5,
    );
    await stop(sweep);

    expect(looked).toEqual(['waiting']);
    expect((await dataSource.findById('waiting'))?.version).toBe(waiting.version + 1);
  });
});
