import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { at, bookableFile, codesOf, Desk, MONDAY, resourceRow, statesOf } from './support.js';
import { serviceRow, startCooperative, type RunningCooperative } from '../support.js';

let karhu: RunningCooperative;
let desk: Desk;

beforeEach(async () => {
  karhu = await startCooperative();
  desk = new Desk(karhu);
  await karhu.import(bookableFile());
});
afterEach(() => karhu.close());

const storedStates = async () => {
  const rows = await karhu.database.connection.model('Booking').find().lean<{ state: string }[]>();
  return rows.map(({ state }) => state);
};

describe('A hold that has run out', () => {
  beforeEach(async () => {
    await desk.hold({ orderId: 'first' });
    karhu.clock.set('2026-11-23T10:15:00Z');
  });

  it('is EXPIRED for everybody at once, though nothing was written', async () => {
    const read = await desk.read('first');

    expect(read.legs).toMatchObject([
      { state: 'EXPIRED', expiresAt: null, bookings: [{ state: 'EXPIRED', expiresAt: null }] },
    ]);
    expect(await storedStates()).toEqual(['HELD']);
  });

  it('has given its place back to all who look and all who hold', async () => {
    expect(await desk.starts()).toContain('09:00 1');
    expect(statesOf(await desk.hold({ orderId: 'second' }))).toEqual(['HELD']);
  });

  it('stays EXPIRED when the clock is turned back after its place was taken', async () => {
    await desk.hold({ orderId: 'second' });
    karhu.clock.set('2026-11-23T10:10:00Z');

    expect(codesOf(await desk.confirm({ orderId: 'first' }))).toEqual(['HOLD_EXPIRED']);
  });

  it('can be held anew by its order', async () => {
    const again = await desk.hold({ orderId: 'first', legs: [{ start: at(`${MONDAY}T11:00`) }] });

    expect(statesOf(again)).toEqual(['HELD']);
    expect(statesOf(await desk.read('first'))).toEqual(['HELD']);
  });

  it('is written down by the sweeper, once, and those who look on are told', async () => {
    const noteChange = jest.spyOn(karhu.server.refresher, 'noteChange');

    await karhu.server.sweeper.sweep();
    await karhu.server.sweeper.sweep();

    expect(await storedStates()).toEqual(['EXPIRED']);
    expect(noteChange).toHaveBeenCalledTimes(1);
  });
});

describe('The sweeper', () => {
  it('goes on with the other resources when one fails', async () => {
    await karhu.import(
      bookableFile({
        resources: [resourceRow(), resourceRow({ id: 'w2' })],
        services: [serviceRow({ gridMinutes: 60, resources: ['w1', 'w2'] })],
      }),
    );
    await desk.hold({ legs: [{ resourceId: 'karhu:w1' }, { resourceId: 'karhu:w2' }] });
    karhu.clock.set('2026-11-23T10:15:00Z');
    jest.spyOn(karhu.server.desk, 'execute').mockRejectedValueOnce(new Error('Broken.'));

    await karhu.server.sweeper.sweep();
    const once = await storedStates();
    await karhu.server.sweeper.sweep();

    expect(once.toSorted()).toEqual(['EXPIRED', 'HELD']);
    expect(await storedStates()).toEqual(['EXPIRED', 'EXPIRED']);
  });

  it('sweeps once at a time, however often it is told', async () => {
    const findRunOut = jest.spyOn(karhu.server.dataSource.staff, 'findRunOut');

    await Promise.all([karhu.server.sweeper.sweep(), karhu.server.sweeper.sweep()]);
    const together = findRunOut.mock.calls.length;
    await karhu.server.sweeper.sweep();

    expect([together, findRunOut.mock.calls.length]).toEqual([1, 2]);
  });

  it('leaves what still counts', async () => {
    await desk.hold({ orderId: 'held' });
    await desk.hold({ orderId: 'confirmed', legs: [{ start: at(`${MONDAY}T10:00`) }] });
    await desk.confirm({ orderId: 'confirmed' });
    karhu.clock.set('2026-11-23T10:14:00Z');

    await karhu.server.sweeper.sweep();

    expect((await storedStates()).toSorted()).toEqual(['CONFIRMED', 'HELD']);
  });
});
