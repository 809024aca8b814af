import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startSeries, type SeriesNetwork } from './series-network.js';
import { told } from '../support.js';

let network: SeriesNetwork;
beforeEach(async () => {
  network = await startSeries();
});
afterEach(() => network.close());

const codesOf = ({ userErrors }: { userErrors: { code: string; field: string[] | null }[] }) =>
  userErrors.map(({ code, field }) => `${code} ${field?.join('.') ?? ''}`);

describe('changeSeries', () => {
  it('moves the rest to another weekday and hour, at the same wall time over the change of the clocks', async () => {
    await network.place();

    const changed = await network.change({ fromLeg: 1, start: '2027-03-23T12:00:00Z' });

    expect(changed).toMatchObject({ userErrors: [], conflicts: [], otherWeekdays: null });
    expect(changed.secret).toBeNull();
    expect(changed.order?.state).toBe('CONFIRMED');
    expect(network.books()).toEqual([
      '0 2027-03-15T07:00 60',
      '1 2027-03-23T12:00 60',
      '2 2027-03-30T11:00 60',
      '3 2027-04-06T11:00 60',
    ]);
    expect(network.karhu.ledger.effects.get('changeBookings')).toBe(1);
    expect((await network.read()).series).toEqual({
      everyWeeks: 1,
      until: '2027-04-06',
      minutes: 60,
    });
  });

  it('moves a visit to where the one before it was, and keeps places until others are had', async () => {
    await network.place();

    await network.change({ fromLeg: 0, start: '2027-03-22T07:00:00Z' });

    expect(network.books().map((row) => row.slice(2, 12))).toEqual([
      ...['2027-03-22', '2027-03-29', '2027-04-05', '2027-04-12'],
    ]);
  });

  it('makes the rest longer, or shorter', async () => {
    await network.place();

    const longer = await network.change({ fromLeg: 2, minutes: 120 });

    expect(longer.order?.legs).toMatchObject([60, 60, 120, 120].map((minutes) => ({ minutes })));
    expect(network.books()).toEqual([
      '0 2027-03-15T07:00 60',
      '1 2027-03-22T07:00 60',
      '2 2027-03-29T06:00 120',
      '3 2027-04-05T06:00 120',
    ]);
    await network.change({ fromLeg: 2, minutes: 30, start: '2027-03-29T06:30:00Z' });
    expect(network.books().slice(2)).toEqual(['2 2027-03-29T06:30 30', '3 2027-04-05T06:30 30']);
  });

  it('adds visits up to a later day, as the series goes by then', async () => {
    await network.place();
    await network.change({ fromLeg: 2, start: '2027-03-31T06:00:00Z', minutes: 90 });

    const longer = await network.change({ fromLeg: 2, until: '2027-04-21' });

    expect(longer).toMatchObject({ userErrors: [], conflicts: [] });
    expect(longer.order).toMatchObject({ state: 'CONFIRMED', series: { until: '2027-04-21' } });
    expect(longer.order?.legs.map(({ number, state }) => `${number} ${state}`)).toEqual(
      [0, 1, 2, 3, 4, 5].map((number) => `${number} CONFIRMED`),
    );
    expect(network.books().slice(3)).toEqual([
      '3 2027-04-07T06:00 90',
      '4 2027-04-14T06:00 90',
      '5 2027-04-21T06:00 90',
    ]);
  });

  it('ends it earlier, and adds the same visits anew later', async () => {
    await network.place();

    const shorter = await network.change({ fromLeg: 0, until: '2027-03-28' });

    expect(shorter.order).toMatchObject({ state: 'CONFIRMED', series: { until: '2027-03-28' } });
    expect(network.books()).toHaveLength(2);
    await network.change({ fromLeg: 0, until: '2027-03-30' });
    expect(network.books().slice(2)).toEqual(['4 2027-03-29T06:00 60']);
  });

  it('ends the rest, and what has begun stands', async () => {
    await network.place();

    const ended = await network.change({ fromLeg: 1, end: true });

    expect(ended.order?.legs.map(({ state }) => state)).toEqual([
      ...['CONFIRMED', 'CANCELLED', 'CANCELLED', 'CANCELLED'],
    ]);
    expect(ended.order).toMatchObject({ state: 'CONFIRMED', series: { until: '2027-03-21' } });
    expect(network.books()).toEqual(['0 2027-03-15T07:00 60']);
    const again = await network.change({ fromLeg: 1, end: true });
    expect(again).toMatchObject({ userErrors: [], order: { state: 'CONFIRMED' } });
    expect(network.karhu.ledger.effects.get('cancelBookings')).toBe(1);
  });

  it('leaves out what was skipped, and what was moved alone goes along', async () => {
    await network.place();
    const { id } = await network.read();
    await network.booking.command('cancelLeg', { orderId: id, leg: 2 });
    await network.booking.command('moveOrder', {
      orderId: id,
      leg: 1,
      start: '2027-03-24T07:00:00Z',
    });

    await network.change({ fromLeg: 0, start: '2027-03-15T09:00:00Z' });

    expect(network.books()).toEqual([
      '0 2027-03-15T09:00 60',
      '1 2027-03-24T09:00 60',
      '3 2027-04-05T08:00 60',
    ]);
  });

  it('touches no visit that has begun', async () => {
    await network.place();
    // At noon on the second Monday.
    network.clock.advance(21 * 24 * 60 + 120);

    const past = await network.change({ fromLeg: 1, start: '2027-03-23T09:00:00Z' });
    const rest = await network.change({ fromLeg: 0, end: true });

    expect(codesOf(past)).toEqual(['INVALID_STATE fromLeg']);
    expect(rest.userErrors).toEqual([]);
    expect(network.books().map((row) => row.slice(0, 1))).toEqual(['0', '1']);
  });

  it('changes nothing where a visit cannot be had, and says which, and what would do', async () => {
    await network.place();
    await network.take('2027-03-30T08:00:00Z');
    const before = network.books();

    const refused = await network.change({ fromLeg: 1, start: '2027-03-23T09:00:00Z' });

    expect(refused.order).toBeNull();
    expect(codesOf(refused)).toEqual(['SLOT_TAKEN skipConflicts']);
    expect(refused.userErrors[0]?.message).toBe(
      '1 of 3 visits cannot be had; nothing was changed.',
    );
    expect(refused.conflicts).toMatchObject([
      {
        start: '2027-03-30T08:00:00.000Z',
        code: 'SLOT_TAKEN',
        alternatives: ['2027-03-30T09:00:00.000Z'],
        alternativesSearched: true,
      },
    ]);
    // Monday, and Wednesday to Sunday, are free at that hour.
    expect(refused.otherWeekdays).toEqual(
      [22, 24, 25, 26, 27, 28].map((day) => ({
        start: `2027-03-${day}T09:00:00.000Z`.replace('28T09', '28T08'),
        conflicts: 0,
      })),
    );
    expect(network.books()).toEqual(before);
  });

  it('skips what cannot be had, where that is wanted: it stays as it was', async () => {
    await network.place();
    await network.take('2027-03-30T08:00:00Z');
    const input = {
      ...{ fromLeg: 1, start: '2027-03-23T09:00:00Z' },
      ...{ skipConflicts: true, idempotencyKey: 'skip' },
    };

    const changed = await network.change(input);

    expect(changed).toMatchObject({ userErrors: [], conflicts: [{ code: 'SLOT_TAKEN' }] });
    expect(network.books()).toEqual([
      '0 2027-03-15T07:00 60',
      '1 2027-03-23T09:00 60',
      '2 2027-03-29T06:00 60',
      '3 2027-04-06T08:00 60',
    ]);
    expect(await network.change(input)).toEqual(changed);
    expect(network.karhu.ledger.effects.get('changeBookings')).toBe(1);
  });

  it('leaves out added visits that cannot be had, or adds none', async () => {
    await network.place();
    await network.take('2027-04-12T06:00:00Z');

    const none = await network.change({ fromLeg: 3, until: '2027-04-19' });
    expect(codesOf(none)).toEqual(['SLOT_TAKEN skipConflicts']);
    expect(none.otherWeekdays).toHaveLength(6);
    expect((await network.read()).legs).toHaveLength(4);

    const some = await network.change({ fromLeg: 3, until: '2027-04-19', skipConflicts: true });
    expect(some.conflicts).toHaveLength(1);
    expect(network.books().slice(3)).toEqual(['3 2027-04-05T06:00 60', '4 2027-04-19T06:00 60']);
  });

  it('is only judged on a dry run', async () => {
    await network.place();
    await network.take('2027-03-30T08:00:00Z');
    const before = await network.read();
    const dry = { fromLeg: 1, dryRun: true };

    const moved = await network.change({ ...dry, start: '2027-03-23T09:00:00Z' });
    const ended = await network.change({ ...dry, end: true });
    const wrong = await network.change({ ...dry, fromLeg: 9, end: true });

    expect(moved).toMatchObject({ order: null, userErrors: [], conflicts: [{}] });
    expect(moved.otherWeekdays).not.toBeNull();
    expect(ended).toMatchObject({ order: null, userErrors: [], conflicts: [] });
    expect(codesOf(wrong)).toEqual(['BAD_USER_INPUT fromLeg']);
    expect(await network.read()).toEqual(before);
  });

  it('answers the same again, refusals too, and refuses the key for anything else', async () => {
    await network.place();
    await network.take('2027-03-30T08:00:00Z');
    const input = { idempotencyKey: 'k', fromLeg: 1, start: '2027-03-23T09:00:00Z' };

    const refused = await network.change(input);
    await network.booking.command('cancelLeg', { orderId: (await network.read()).id, leg: 2 });

    expect(await network.change(input)).toEqual(refused);
    expect(codesOf(await network.change({ ...input, fromLeg: 2 }))).toEqual([
      'IDEMPOTENCY_CONFLICT idempotencyKey',
    ]);
    const done = await network.change({ ...input, idempotencyKey: 'l' });
    expect(done.userErrors).toEqual([]);
    expect(told(await network.change({ ...input, idempotencyKey: 'l' }))).toEqual(told(done));
    expect(network.karhu.ledger.effects.get('changeBookings')).toBe(1);
  });

  it('opens to who has the secret only', async () => {
    await network.place();

    for (const secret of [null, 'another']) {
      expect(codesOf(await network.change({ fromLeg: 1, end: true, secret }))).toEqual([
        'FORBIDDEN secret',
      ]);
      const dry = { fromLeg: 1, end: true, dryRun: true, secret };
      expect(codesOf(await network.change(dry))).toEqual(['FORBIDDEN secret']);
    }
    expect(network.books()).toHaveLength(4);
  });

  it.each<[string, object, string]>([
    ['no change', {}, 'BAD_USER_INPUT '],
    ['two changes', { end: true, minutes: 90 }, 'BAD_USER_INPUT '],
    [
      'until with a start',
      { until: '2027-03-28', start: '2027-03-23T09:00:00Z' },
      'BAD_USER_INPUT ',
    ],
    ['no minutes', { minutes: 0 }, 'BAD_USER_INPUT minutes'],
    ['no such leg', { fromLeg: 4, end: true }, 'BAD_USER_INPUT fromLeg'],
    ['a leg below 0', { fromLeg: -1, end: true }, 'BAD_USER_INPUT fromLeg'],
    ['more than a year', { until: '2028-04-06' }, 'BAD_USER_INPUT until'],
    ['no key', { idempotencyKey: '', end: true }, 'BAD_USER_INPUT idempotencyKey'],
    ['another order', { orderId: 'none', end: true }, 'NOT_FOUND orderId'],
  ])('refuses %s', async (_what, input, code) => {
    await network.place();

    expect(codesOf(await network.change({ fromLeg: 1, ...input }))).toEqual([code]);
    expect(network.books()).toHaveLength(4);
  });

  it('refuses more legs than an order has, and what is confirmed no more', async () => {
    await network.place({ until: '2028-03-15' });

    const longer = await network.change({ fromLeg: 0, until: '2029-03-14' });
    expect(codesOf(longer)).toEqual(['BAD_USER_INPUT until']);
    expect(longer.userErrors[0]?.message).toContain('100');
    expect((await network.change({ fromLeg: 0, until: '2029-01-30' })).order?.legs).toHaveLength(
      99,
    );

    const { id } = await network.read();
    await network.booking.command('cancelOrder', { orderId: id });
    expect(codesOf(await network.change({ fromLeg: 0, end: true }))).toEqual([
      'INVALID_STATE orderId',
    ]);
  });
});
