import { describe, expect, it } from '@jest/globals';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { eventually } from '../../support/eventually.js';
import type { FakeOwner } from '../../support/fakes/owners.js';
import { openForEach } from '../opening.js';
import { BUYER, codes, leg, type RunningBooking } from '../support.js';

describe('an enrolment', () => {
  let database: Database;
  let booking: RunningBooking;
  let karhu: FakeOwner;

  openForEach(['karhu'], (opened) => {
    ({ database, booking } = opened);
    karhu = opened.owners.owner('karhu');
  });

  const enrol = () => booking.command('enrol', { buyer: BUYER, channel: 'WEB', leg: leg('karhu') });
  /** As the database has it: nobody reads the order, which would ask the owner. */
  const stored = async (id: string | undefined): Promise<unknown> => {
    const orders = database.connection.collection<{ _id: string; state: string }>('orders');
    return (await orders.findOne({ _id: id ?? '' }))?.state;
  };

  it('is confirmed at once where there is a place', async () => {
    const { order, userErrors } = await enrol();
    expect(userErrors).toEqual([]);
    expect(order?.state).toBe('CONFIRMED');
    expect(order?.legs[0]?.bookings).toHaveLength(1);
  });

  it('waits where it is full, and moves up by itself', async () => {
    const first = await enrol();
    const second = await enrol();

    expect(second.userErrors).toEqual([]);
    expect(second.order).toMatchObject({ state: 'PENDING', total: [] });
    expect(second.order?.problem).toContain('waits');
    expect(second.order?.legs[0]).toMatchObject({
      ...{ state: 'REQUESTED', waitingPosition: 0, bookings: [] },
    });

    await booking.command('cancelOrder', { orderId: first.order?.id });
    karhu.ledger.moveUp();
    await eventually(
      () => stored(second.order?.id),
      (state) => state === 'CONFIRMED',
    );
    const { data } = await booking.order(second.order?.id ?? '');
    expect(data.order).toMatchObject({ state: 'CONFIRMED', problem: null });
    expect(data.order?.legs[0]).toMatchObject({ state: 'CONFIRMED', waitingPosition: null });
  });

  it('is expired when the owner says that nobody moves up any more', async () => {
    await enrol();
    const { order } = await enrol();
    for (const row of karhu.ledger.of(order?.id ?? '')) row.state = 'EXPIRED';

    const { data } = await booking.order(order?.id ?? '');

    expect(data.order?.state).toBe('EXPIRED');
  });

  it('leaves the waiting list when it is called off', async () => {
    await enrol();
    const { order } = await enrol();

    const cancelled = await booking.command('cancelOrder', { orderId: order?.id });

    expect(cancelled.order?.state).toBe('CANCELLED');
    expect(karhu.ledger.of(order?.id ?? '')[0]?.state).toBe('CANCELLED');
  });

  it('has one effect when the answer is lost, and is refused while the cooperative is down', async () => {
    karhu.fail('lost', 'enrolBookings');
    const { order } = await enrol();
    expect(order?.state).toBe('CONFIRMED');
    expect(karhu.ledger.taking()).toHaveLength(1);

    await karhu.close();
    expect(codes(await enrol())).toEqual(['COOPERATIVE_UNAVAILABLE']);
  });
});
