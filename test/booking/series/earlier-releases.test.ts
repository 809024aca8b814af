import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findSeries } from '../../../subgraphs/booking/orders/series/find-series.js';
import { keep, leg, orderOf } from '../support.js';
import { startSeries, type SeriesNetwork } from './series-network.js';
import { standingOrder } from '../saga/order-records.js';

let network: SeriesNetwork;
beforeEach(async () => {
  network = await startSeries();
});
afterEach(() => network.close());

/** As an earlier release has stored it. */
const makeOld = async (): Promise<void> => {
  await network.database.connection
    .collection('orders')
    .updateMany({}, { $unset: { series: '', otherWeekdays: '' } });
};

describe('a series of an earlier release', () => {
  it('is known by its legs, and written down once it changes', async () => {
    await network.place({ everyWeeks: 2, until: '2027-04-30' });
    await makeOld();
    expect((await network.read()).series).toBeNull();

    const longer = await network.change({ fromLeg: 0, until: '2027-05-24' });

    expect(longer.userErrors).toEqual([]);
    expect(longer.order?.legs.map(({ start }) => start.slice(0, 10))).toEqual([
      ...['2027-03-15', '2027-03-29', '2027-04-12', '2027-04-26', '2027-05-10', '2027-05-24'],
    ]);
    expect((await network.read()).series).toEqual({
      everyWeeks: 2,
      until: '2027-05-24',
      minutes: 60,
    });
  });

  it('may have gaps where visits were left out', async () => {
    await network.take('2027-03-22T07:00:00Z');
    await network.place({ skipConflicts: true });
    await makeOld();

    await network.change({ fromLeg: 0, until: '2027-04-12' });

    expect(network.books().map((row) => row.slice(2, 12))).toEqual([
      ...['2027-03-15', '2027-03-29', '2027-04-05', '2027-04-12'],
    ]);
  });

  it('may be an order of legs that are like one', async () => {
    const legs = [8, 15].map((day) => leg('karhu', 7, { start: `2027-03-${10 + day}T07:00:00Z` }));
    const placed = await network.booking.command('placeOrder', orderOf(legs));
    keep(placed);

    const moved = await network.change({
      orderId: placed.order?.id,
      secret: placed.secret,
      ...{ fromLeg: 0, start: '2027-03-19T07:00:00Z' },
    });

    expect(moved.order?.legs.map(({ start }) => start.slice(0, 10))).toEqual([
      ...['2027-03-19', '2027-03-26'],
    ]);
  });

  it.each([
    ['of one leg', [{ day: 18 }]],
    ['at other hours', [{ day: 18 }, { day: 25, hour: 8 }]],
    ['on other weekdays', [{ day: 18 }, { day: 26 }]],
    ['of other lengths', [{ day: 18 }, { day: 25, more: { minutes: 90 } }]],
    ['of other services', [{ day: 18 }, { day: 25, more: { serviceId: 'karhu:muu' } }]],
    ['all at once', [{ day: 18 }, { day: 18, hour: 9 }]],
  ])('is none %s', async (_what, days: { day: number; hour?: number; more?: object }[]) => {
    const legs = days.map(({ day, hour = 7, more }) =>
      leg('karhu', 7, { start: `2027-03-${day}T0${hour}:00:00Z`, ...more }),
    );
    const { order, secret } = await network.booking.command('placeOrder', orderOf(legs));

    const refused = await network.change({ orderId: order?.id, secret, fromLeg: 0, end: true });

    expect(refused.userErrors).toMatchObject([{ code: 'INVALID_STATE', field: ['orderId'] }]);
  });
});

describe('what a series is', () => {
  const on = (...starts: string[]) => ({
    legs: starts.flatMap((start) => standingOrder({ start: new Date(start) }).legs.slice(0, 1)),
  });

  it('follows from the clocks of its owner', () => {
    const visits = on('2027-03-22T07:00:00Z', '2027-03-29T06:00:00Z');

    expect(findSeries(visits, 'Europe/Helsinki')).toMatchObject({
      everyWeeks: 1,
      until: '2027-03-29',
    });
    expect(findSeries(visits, 'UTC')).toBeNull();
  });

  it('counts the weeks that all visits have in common', () => {
    const visits = on('2027-03-01T07:00:00Z', '2027-03-15T07:00:00Z', '2027-02-01T07:00:00Z');

    expect(findSeries(visits, 'Europe/Helsinki')).toMatchObject({
      everyWeeks: 2,
      start: new Date('2027-02-01T07:00:00Z'),
    });
  });
});
