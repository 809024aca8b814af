import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually } from '../../support/eventually.js';
import { startFakeOwners, type FakeOwner, type FakeOwners } from '../../support/fakes/owners.js';
import { units } from '../../support/unit.js';
import { startSlowDatabase, type SlowDatabase } from './slow-database.js';
import { leg, orderOf, startBooking, TestClock, told, type RunningBooking } from '../support.js';

describe('a command that is sent again, while an owner is silent and the database slow', () => {
  let slow: SlowDatabase;
  let owners: FakeOwners;
  let booking: RunningBooking;
  let lumo: FakeOwner;

  beforeAll(async () => {
    slow = await startSlowDatabase();
  });
  afterAll(() => slow.close());
  beforeEach(async () => {
    const clock = new TestClock();
    owners = await startFakeOwners(['karhu', 'lumo'], clock);
    booking = await startBooking(slow.database, owners, clock);
    lumo = owners.owner('lumo');
  });
  afterEach(async () => {
    await slow.recover();
    await booking.close();
    await owners.close();
  });

  const whenOver = (id: string | undefined): Promise<unknown> =>
    eventually(
      async () => (await booking.order(id ?? '')).data.order,
      (order) => order !== null && order.state !== 'PENDING',
    );

  it.each(['holdOrder', 'placeOrder'])(
    'answers %s with the same order and secret as the first time',
    async (name) => {
      lumo.fail('hang', '*', 99);
      await slow.slowDown(400, 20);
      const input = { idempotencyKey: randomUUID(), ...orderOf([leg('karhu'), leg('lumo')]) };

      const first = await booking.command(name, input);
      if (first.order) await whenOver(first.order.id);
      const second = await booking.command(name, input);

      expect(told(second)).toEqual(told(first));
    },
  );

  it('answers a copy that may wait less the same as the first, which may wait longer', async () => {
    const impatient = await startBooking(slow.database, owners, new TestClock(), {
      answerWithinMs: units(3),
    });
    lumo.fail('hang', '*', 99);
    const input = { idempotencyKey: randomUUID(), ...orderOf([leg('karhu', 14), leg('lumo', 14)]) };

    const arrived = lumo.arrival('holdBookings');
    const waiting = booking.command('holdOrder', input);
    await arrived;
    const copy = await impatient.command('holdOrder', input);
    const first = await waiting;
    await impatient.close();

    expect(copy.order?.state).toBe('PENDING');
    expect(told(first)).toEqual(told(copy));
    await whenOver(copy.order?.id);
    expect(told(await booking.command('holdOrder', input))).toEqual(told(copy));
  });

  it('answers the same after the process that answered first has ended', async () => {
    lumo.fail('hang', '*', 99);
    const input = { idempotencyKey: randomUUID(), ...orderOf([leg('karhu', 16), leg('lumo', 16)]) };
    await booking.close();
    booking = await startBooking(slow.database, owners, new TestClock(), {
      // Less than is kept of it for writing down what came, so that nothing is decided before it answers.
      answerWithinMs: 150,
    });
    // A machine may be too slow to begin within that: then it is to be sent again.
    const first = await eventually(
      () => booking.command('holdOrder', input),
      ({ order }) => order !== null,
    );

    await booking.close();
    booking = await startBooking(slow.database, owners, new TestClock());
    expect(first.order?.state).toBe('PENDING');
    await whenOver(first.order?.id);

    expect(told(await booking.command('holdOrder', input))).toEqual(told(first));
  });
});
