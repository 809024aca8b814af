import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { at, bookableFile, codesOf, Desk, MONDAY, resourceRow, statesOf } from './support.js';
import { startCooperative, type RunningCooperative } from '../support.js';

let karhu: RunningCooperative;
let desk: Desk;

beforeEach(async () => {
  karhu = await startCooperative();
  desk = new Desk(karhu);
  await karhu.import(bookableFile({ resources: [resourceRow({ size: 3 })] }));
});
afterEach(() => karhu.close());

const ONCE = { idempotencyKey: 'once' };

describe('A command that comes again with its key', () => {
  it('is answered as before and has no further effect', async () => {
    const first = await desk.hold(ONCE);

    const second = await desk.hold(ONCE);

    expect(second).toEqual(first);
    expect(await desk.starts()).toContain('09:00 2');
  });

  it('is answered as before though much has happened since', async () => {
    await desk.hold(ONCE);
    await desk.confirm({ idempotencyKey: 'confirm' });
    await desk.cancel({});

    const payload = await desk.confirm({ idempotencyKey: 'confirm' });

    expect(statesOf(payload)).toEqual(['CONFIRMED']);
    expect(statesOf(await desk.read('order-1'))).toEqual(['CANCELLED']);
  });

  it('has one effect when many come at once', async () => {
    const payloads = await Promise.all(Array.from({ length: 20 }, () => desk.hold(ONCE)));

    const ids = payloads.map(({ legs }) => legs[0]?.bookings[0]?.id);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^karhu:/);
    expect(await desk.starts()).toContain('09:00 2');
  });

  it('has one effect when it comes to two processes at once', async () => {
    const { connection } = karhu.database;
    const twin = await startCooperative({ connection, clock: karhu.clock });
    const other = new Desk(twin);

    const payloads = await Promise.all(
      Array.from({ length: 10 }, (_none, index) => (index % 2 === 0 ? desk : other).hold(ONCE)),
    );
    await twin.close();

    expect(new Set(payloads.map(({ legs }) => legs[0]?.bookings[0]?.id)).size).toBe(1);
    expect(await desk.starts()).toContain('09:00 2');
  });

  it('is refused as before, though it would do by now', async () => {
    await desk.hold({ orderId: 'all', legs: [{ quantity: 3 }] });
    const first = await desk.hold(ONCE);
    await desk.release({ orderId: 'all' });

    const second = await desk.hold(ONCE);

    expect(codesOf(first)).toEqual(['SLOT_TAKEN']);
    expect(second).toEqual(first);
    expect(await desk.starts()).toContain('09:00 3');
  });

  it('is refused where its input is another', async () => {
    await desk.hold(ONCE);

    const payloads = [
      await desk.hold({ ...ONCE, legs: [{ quantity: 2 }] }),
      await desk.release(ONCE),
    ];

    for (const payload of payloads) {
      expect(payload).toMatchObject({
        legs: [],
        userErrors: [{ code: 'IDEMPOTENCY_CONFLICT', field: ['idempotencyKey'] }],
      });
    }
    expect(statesOf(await desk.read('order-1'))).toEqual(['HELD']);
  });

  it('is the same though instants are written another way', async () => {
    const first = await desk.hold(ONCE);

    const second = await desk.hold({
      ...ONCE,
      legs: [{ start: `${MONDAY}T09:00:00+02:00`, resourceId: null }],
    });

    expect(second).toEqual(first);
  });

  it('is answered as before though time has passed since: a hold that was extended is no EXPIRED', async () => {
    const first = await desk.hold(ONCE);
    await desk.extend({ holdMinutes: 60 });
    karhu.clock.set('2026-11-23T10:20:00Z');

    const second = await desk.hold(ONCE);

    expect(second).toEqual(first);
    expect(statesOf(second)).toEqual(['HELD']);
  });

  it('is answered as before though the start has passed for which it waits', async () => {
    await desk.hold({ orderId: 'all', legs: [{ quantity: 3 }] });
    const first = await desk.enrol(ONCE);
    karhu.clock.set(at(`${MONDAY}T12:00`));

    const second = await desk.enrol(ONCE);

    expect(statesOf(first)).toEqual(['REQUESTED']);
    expect(second).toEqual(first);
  });

  it('leaves nothing of the customer in the answer that is kept', async () => {
    const first = await desk.enrol(ONCE);
    const stored = await karhu.database.connection.collection('commands').find().toArray();

    const second = await desk.enrol(ONCE);

    expect(JSON.stringify(stored)).toContain(first.legs[0]?.bookings[0]?.id.slice(6));
    expect(JSON.stringify(stored)).not.toContain('Maija');
    expect(await desk.customersOf(second)).toEqual(['Maija Mehiläinen']);
  });

  it('is refused where the key is no well-formed text', async () => {
    const payloads = [
      await desk.hold({ idempotencyKey: 'a\ud800' }),
      await desk.hold({ idempotencyKey: '\udc00b' }),
    ];

    for (const { userErrors } of payloads) {
      expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['idempotencyKey'] }]);
    }
    expect(statesOf(await desk.hold({ idempotencyKey: '🐻' }))).toEqual(['HELD']);
  });

  it('is not kept by a dry run', async () => {
    await desk.hold({ ...ONCE, dryRun: true });

    expect(statesOf(await desk.hold(ONCE))).toEqual(['HELD']);
  });

  it('is answered the same by staff', async () => {
    const { legs } = await desk.enrol({ leg: { start: at(`${MONDAY}T12:00`) } });
    const id = legs[0]?.bookings[0]?.id;

    const first = await desk.staff('startBooking', { ...ONCE, id });
    const second = await desk.staff('startBooking', { ...ONCE, id });
    const other = await desk.staff('declineBooking', { ...ONCE, id });

    expect(first.booking?.state).toBe('STARTED');
    expect(second).toEqual(first);
    expect(codesOf(other)).toEqual(['IDEMPOTENCY_CONFLICT']);
  });

  it('is new again after a month', async () => {
    await desk.hold(ONCE);
    await desk.release({ legs: [0] });
    karhu.clock.set('2026-12-24T10:00:00Z');
    await karhu.server.sweeper.sweep();

    const payload = await desk.hold(ONCE);

    expect(payload.legs[0]?.expiresAt).toBe('2026-12-24T10:15:00.000Z');
  });
});
