import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../support/eventually.js';
import { units } from '../../support/unit.js';
import { startSeries, type SeriesNetwork, type SeriesOrder } from './series-network.js';

let network: SeriesNetwork;
beforeEach(async () => {
  network = await startSeries({ ownerTimeoutMs: units(4), answerWithinMs: units(12) });
});
afterEach(() => network.close());

const MOVE = { fromLeg: 1, start: '2027-03-23T12:00:00Z' };
const BEFORE = [
  '0 2027-03-15T07:00 60',
  '1 2027-03-22T07:00 60',
  '2 2027-03-29T06:00 60',
  '3 2027-04-05T06:00 60',
];
const MOVED = [
  '0 2027-03-15T07:00 60',
  '1 2027-03-23T12:00 60',
  '2 2027-03-30T11:00 60',
  '3 2027-04-06T11:00 60',
];
const settled = (): Promise<SeriesOrder> =>
  eventually(
    () => network.read(),
    ({ state }) => state !== 'PENDING',
  );

describe('a change of a series', () => {
  it('is made once though the answer is lost', async () => {
    await network.place();
    const judged = network.karhu.arrival('changeBookings');
    const changing = network.change(MOVE);
    await judged;
    network.karhu.fail('lost', 'changeBookings');

    expect((await changing).userErrors).toEqual([]);
    await settled();
    expect(network.books()).toEqual(MOVED);
    expect(network.karhu.ledger.effects.get('changeBookings')).toBe(1);
  });

  it('is decided by nobody while its owner does not judge, and the key may be sent again', async () => {
    await network.place();
    network.karhu.fail('error', 'changeBookings');

    const unjudged = await network.change({ ...MOVE, idempotencyKey: 'k' });

    expect(unjudged.userErrors).toMatchObject([
      { code: 'COOPERATIVE_UNAVAILABLE', retry: true, field: ['orderId'] },
    ]);
    expect(network.books()).toEqual(BEFORE);
    expect((await network.change({ ...MOVE, idempotencyKey: 'k' })).userErrors).toEqual([]);
    expect(network.books()).toEqual(MOVED);
  });

  it('is refused by an endpoint of an older contract, with what can be done there', async () => {
    await network.place();
    network.karhu.fail('older', 'changeBookings', 9);

    const refused = await network.change(MOVE);

    expect(refused.userErrors).toMatchObject([
      { code: 'COOPERATIVE_UNAVAILABLE', field: ['orderId'], retry: false },
    ]);
    expect(refused.userErrors[0]?.message).toMatch(/does not know this command.*moveOrder/);
    expect(network.books()).toEqual(BEFORE);
    // What it knows it does.
    await network.change({ fromLeg: 1, until: '2027-04-12' });
    await network.change({ fromLeg: 3, end: true });
    expect(network.books()).toEqual(BEFORE.slice(0, 3));
  });

  it('goes on by itself where its owner hangs, and is PENDING until then', async () => {
    await network.place();
    const hangs = network.karhu.arrival('changeBookings');
    const changing = network.change({ ...MOVE, idempotencyKey: 'k' });
    await hangs;
    network.karhu.fail('hang', 'changeBookings', 99);

    const pending = await changing;

    expect(pending).toMatchObject({ userErrors: [], order: { state: 'PENDING' } });
    network.karhu.mend();
    expect((await settled()).state).toBe('CONFIRMED');
    expect(network.books()).toEqual(MOVED);
    expect(await network.change({ ...MOVE, idempotencyKey: 'k' })).toMatchObject({
      userErrors: [],
      conflicts: [],
      order: { state: 'CONFIRMED' },
    });
  });

  it('gives back added visits of which its owner says nothing in time; the others stand', async () => {
    await network.place();
    const judged = network.karhu.arrival('holdBookings');
    const adding = network.change({ fromLeg: 0, until: '2027-04-19' });
    await judged;
    network.karhu.fail('lost', 'holdBookings', 99);

    const refused = await adding;
    network.karhu.mend();

    expect(refused.order).toBeNull();
    expect(refused.userErrors).toMatchObject([{ code: 'COOPERATIVE_UNAVAILABLE', retry: false }]);
    await eventually(
      () => Promise.resolve(network.books()),
      (books) => books.length === 4,
    );
    expect(network.books()).toEqual(BEFORE);
    const order = await network.read();
    expect(order.state).toBe('CONFIRMED');
    expect(order.legs.map(({ state }) => state)).toEqual([
      ...Array.from({ length: 4 }, () => 'CONFIRMED'),
      ...['CANCELLED', 'CANCELLED'],
    ]);
    // What was not had is had now, with numbers of its own.
    const longer = await network.change({ fromLeg: 0, until: '2027-04-19' });
    expect(longer.userErrors).toEqual([]);
    expect(network.books().slice(4)).toEqual(['6 2027-04-12T06:00 60', '7 2027-04-19T06:00 60']);
  });

  it('gives back what was held where confirming is refused', async () => {
    await network.place();
    const confirming = network.karhu.arrival('confirmBookings');
    const adding = network.change({ fromLeg: 0, until: '2027-04-19' });
    const run = network.karhu.ledger.run.bind(network.karhu.ledger);
    network.karhu.ledger.run = (command, input) => {
      if (command === 'confirmBookings') {
        for (const row of network.karhu.ledger.rows) if (row.leg === 5) row.state = 'EXPIRED';
      }
      return run(command, input);
    };
    await confirming;

    const refused = await adding;

    expect(refused.order).toBeNull();
    expect(refused.userErrors).toMatchObject([{ code: 'HOLD_EXPIRED' }]);
    expect(refused.conflicts).toMatchObject([{ code: 'HOLD_EXPIRED' }]);
    await eventually(
      () => Promise.resolve(network.books()),
      (books) => books.length === 4,
    );
    expect((await settled()).state).toBe('CONFIRMED');
  });

  it('lists what others take between judging and changing, and changes nothing', async () => {
    await network.place();
    const run = network.karhu.ledger.run.bind(network.karhu.ledger);
    network.karhu.ledger.run = (command, input) => {
      if (command === 'changeBookings' && !input.dryRun) {
        const other = { leg: 0, serviceId: 'karhu:siivous', quantity: 1, minutes: 60 };
        run('enrolBookings', {
          ...{ idempotencyKey: 'other', orderId: 'other' },
          leg: { ...other, start: '2027-03-30T11:00:00Z' },
        } as unknown as Parameters<typeof run>[1]);
      }
      return run(command, input);
    };

    const refused = await network.change({ ...MOVE, idempotencyKey: 'k' });

    expect(refused.order).toBeNull();
    expect(refused.userErrors).toMatchObject([{ code: 'SLOT_TAKEN', field: ['skipConflicts'] }]);
    expect(refused.conflicts).toMatchObject([
      {
        start: '2027-03-30T11:00:00.000Z',
        alternatives: ['2027-03-30T12:00:00.000Z'],
        alternativesSearched: true,
      },
    ]);
    expect(network.books()).toEqual(BEFORE);
    expect((await network.read()).series?.until).toBe('2027-04-05');
    expect(await network.change({ ...MOVE, idempotencyKey: 'k' })).toEqual(refused);
  });

  it('is broken off by calling the order off, and leaves nothing', async () => {
    await network.place();
    const judged = network.karhu.arrival('changeBookings');
    const changing = network.change({ ...MOVE, idempotencyKey: 'k' });
    await judged;
    network.karhu.fail('hang', 'changeBookings', 99);
    await changing;
    const { id } = await network.read();

    await network.booking.command('cancelOrder', { orderId: id });

    await eventually(
      () => Promise.resolve(network.books()),
      (books) => books.length === 0,
    );
    expect((await settled()).state).toBe('CANCELLED');
  });
});
