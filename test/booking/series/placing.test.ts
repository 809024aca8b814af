import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { latestDay, weeklyStarts } from '../../../subgraphs/booking/orders/series/series-dates.js';
import { openFreshDatabase } from '../../support/database.js';
import { startFakeOwners, type FakeOwner, type FakeOwners } from '../../support/fakes/owners.js';
import { units } from '../../support/unit.js';
import {
  BUYER,
  leg,
  orderOf,
  startBooking,
  TestClock,
  type PayloadAnswer,
  type RunningBooking,
  keep,
} from '../support.js';

interface SeriesAnswer extends PayloadAnswer {
  readonly conflicts: {
    start: string;
    code: string;
    alternatives: string[];
    alternativesSearched: boolean;
  }[];
  readonly otherWeekdays: { start: string; conflicts: number }[] | null;
}

describe('the starts of a series', () => {
  const first = new Date('2027-03-15T07:00:00Z');

  it('keep their wall time when the clocks go forward on 28 March', () => {
    const starts = weeklyStarts(first, 'Europe/Helsinki', 1, '2027-04-05');
    expect(starts.map((start) => start.toISOString())).toEqual([
      '2027-03-15T07:00:00.000Z',
      '2027-03-22T07:00:00.000Z',
      '2027-03-29T06:00:00.000Z',
      '2027-04-05T06:00:00.000Z',
    ]);
  });

  it('are counted in the weeks asked for, to the last day included', () => {
    const starts = weeklyStarts(first, 'Europe/Stockholm', 2, '2027-04-12');
    expect(starts.map((start) => start.toISOString().slice(0, 10))).toEqual([
      '2027-03-15',
      '2027-03-29',
      '2027-04-12',
    ]);
  });

  it('are taken an hour later where the clocks skip them', () => {
    const night = new Date('2027-03-21T01:30:00Z');
    const [, second] = weeklyStarts(night, 'Europe/Helsinki', 1, '2027-03-28');
    expect(second?.toISOString()).toBe('2027-03-28T01:30:00.000Z');
  });

  it('end a year later at most', () => {
    expect(latestDay(first, 'Europe/Helsinki')).toBe('2028-03-15');
    expect(weeklyStarts(first, 'Europe/Helsinki', 1, '2028-03-15')).toHaveLength(53);
  });
});

describe('a series of visits', () => {
  let database: Database;
  let owners: FakeOwners;
  let booking: RunningBooking;
  let karhu: FakeOwner;

  beforeAll(async () => {
    database = await openFreshDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    const clock = new TestClock();
    owners = await startFakeOwners(['karhu'], clock);
    booking = await startBooking(database, owners, clock);
    karhu = owners.owner('karhu');
  });
  afterEach(async () => {
    await booking.close();
    await owners.close();
  });

  const series = async (more: object): Promise<SeriesAnswer> => {
    const query = `mutation ($input: PlaceSeriesInput!) { placeSeries(input: $input) {
      order { id state legs { start state } } secret
      conflicts { start code alternatives alternativesSearched } otherWeekdays { start conflicts } userErrors { code message field alternatives } } }`;
    const input = {
      ...{ idempotencyKey: randomUUID(), buyer: BUYER, channel: 'WEB' },
      ...{ serviceId: 'karhu:siivous', start: '2027-03-15T07:00:00Z', minutes: 60 },
      ...{ until: '2027-04-05', ...more },
    };
    const { data, errors } = await booking.ask<{ placeSeries: SeriesAnswer | null }>(query, {
      input,
    });
    if (!data.placeSeries) throw new Error(JSON.stringify(errors));
    keep(data.placeSeries);
    return data.placeSeries;
  };
  const takeSecond = (): Promise<PayloadAnswer> =>
    booking.command('placeOrder', orderOf([leg('karhu', 7)]));

  it('is one order, at the same time of day over the change of the clocks', async () => {
    const placed = await series({});

    expect(placed).toMatchObject({ userErrors: [], conflicts: [] });
    expect(placed.order?.state).toBe('CONFIRMED');
    expect(placed.order?.legs.map(({ start }) => start)).toEqual([
      '2027-03-15T07:00:00.000Z',
      '2027-03-22T07:00:00.000Z',
      '2027-03-29T06:00:00.000Z',
      '2027-04-05T06:00:00.000Z',
    ]);
    const cancelled = await booking.command('cancelLeg', { orderId: placed.order?.id, leg: 1 });
    expect(cancelled.order?.state).toBe('CONFIRMED');
    expect(karhu.ledger.taking()).toHaveLength(3);
  });

  it('lists what cannot be had, before anything is held', async () => {
    await takeSecond();

    const placed = await series({});

    expect(placed.order).toBeNull();
    expect(placed.conflicts).toEqual([
      {
        start: '2027-03-22T07:00:00.000Z',
        code: 'SLOT_TAKEN',
        alternatives: ['2027-03-22T08:00:00.000Z'],
        alternativesSearched: true,
      },
    ]);
    expect(placed.userErrors).toMatchObject([{ code: 'SLOT_TAKEN', field: ['skipConflicts'] }]);
    expect(karhu.ledger.taking()).toHaveLength(1);
  });

  it('leaves out what cannot be had, where the buyer wants that, and says so again', async () => {
    await takeSecond();
    const input = { idempotencyKey: randomUUID(), skipConflicts: true };

    const placed = await series(input);
    const repeated = await series(input);

    expect(placed.order?.legs).toHaveLength(3);
    expect(placed).toMatchObject({ userErrors: [], conflicts: [{ code: 'SLOT_TAKEN' }] });
    expect(repeated).toEqual(placed);
    expect(karhu.ledger.taking()).toHaveLength(4);
  });

  it('offers other weekdays at the same hour, the best first, and says the same again', async () => {
    await takeSecond();
    for (const day of [17, 24]) {
      const start = `2027-03-${day}T07:00:00Z`;
      await booking.command('placeOrder', orderOf([leg('karhu', 7, { start })]));
    }
    for (const start of ['2027-03-29T06:00:00Z', '2027-03-30T06:00:00Z']) {
      await booking.command('placeOrder', orderOf([leg('karhu', 7, { start })]));
    }
    karhu.commands.length = 0;
    const input = { idempotencyKey: randomUUID() };

    const placed = await series(input);

    expect(placed.conflicts).toHaveLength(2);
    // Wednesday is no better than Monday; Tuesday is, and the others are free.
    expect(placed.otherWeekdays).toEqual([
      { start: '2027-03-18T07:00:00.000Z', conflicts: 0 },
      { start: '2027-03-19T07:00:00.000Z', conflicts: 0 },
      { start: '2027-03-20T07:00:00.000Z', conflicts: 0 },
      { start: '2027-03-21T07:00:00.000Z', conflicts: 0 },
      { start: '2027-03-16T07:00:00.000Z', conflicts: 1 },
    ]);
    expect(karhu.commands.filter((command) => command === 'holdBookings')).toHaveLength(2);
    expect(await series(input)).toEqual(placed);
  });

  it('asks for no other weekday where none conflicts, or the others are ordered', async () => {
    const free = await series({ start: '2027-03-17T07:00:00Z' });
    await takeSecond();
    const skipped = await series({ skipConflicts: true });

    expect([free.otherWeekdays, skipped.otherWeekdays]).toEqual([null, null]);
    expect(skipped.order).not.toBeNull();
  });

  it('asks about many visits in questions that an owner takes, and says nothing it was not told', async () => {
    await takeSecond();
    karhu.commands.length = 0;

    const long = await series({ until: '2028-03-15', dryRun: true });

    expect(long.otherWeekdays).toHaveLength(6);
    expect(karhu.commands.filter((command) => command === 'holdBookings')).toHaveLength(7);
    const judged = karhu.arrival('holdBookings');
    const placing = series({ until: '2028-03-15', dryRun: true });
    await judged;
    karhu.fail('error', 'holdBookings', 1);
    const untold = await placing;
    expect(untold.conflicts).toHaveLength(1);
    expect(untold.otherWeekdays).toBeNull();
  });

  it('says of a conflict for which its owner has not looked for other starts that none was', async () => {
    const run = karhu.ledger.run.bind(karhu.ledger);
    await takeSecond();
    karhu.ledger.run = (command, input) => {
      const { legs, userErrors } = run(command, input);
      const unsearched = userErrors.map((error) => ({ ...error, alternatives: null }));
      return { legs, userErrors: unsearched as unknown as typeof userErrors };
    };

    const { conflicts } = await series({});

    expect(conflicts).toMatchObject([{ alternatives: [], alternativesSearched: false }]);
  });

  it('is only judged on a dry run', async () => {
    await takeSecond();

    const judged = await series({ dryRun: true });

    expect(judged).toMatchObject({ order: null, secret: null, userErrors: [] });
    expect(judged.conflicts).toHaveLength(1);
    expect(karhu.ledger.taking()).toHaveLength(1);
  });

  it('is refused when it is too long, or its interval is none', async () => {
    const tooLong = await series({ until: '2028-03-16' });
    const before = await series({ until: '2027-03-14' });
    const never = await series({ everyWeeks: 0 });

    expect(tooLong.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['until'] }]);
    expect(before.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['until'] }]);
    expect(never.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['everyWeeks'] }]);
  });

  it.each([
    ['_entities', units(9)],
    ['holdBookings', units(16)],
  ])('leaves time for ordering when its cooperative hangs on %s', async (command, mostMs) => {
    karhu.fail('hang', command);
    await booking.close();
    const slow = { ownerTimeoutMs: units(20), leaseMs: units(40) };
    booking = await startBooking(database, owners, new TestClock(), slow);
    const startedAt = performance.now();

    const placed = await series({});

    expect(placed.userErrors).toMatchObject([{ code: 'COOPERATIVE_UNAVAILABLE' }]);
    expect(performance.now() - startedAt).toBeLessThan(mostMs);
  });

  it('is refused while its cooperative is down', async () => {
    await karhu.close();
    const placed = await series({});
    expect(placed.userErrors).toMatchObject([{ code: 'COOPERATIVE_UNAVAILABLE' }]);
  });
});
