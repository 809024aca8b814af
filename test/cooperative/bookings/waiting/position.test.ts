import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { at, bookableFile, Desk, MONDAY, resourceRow, statesOf } from '../support.js';
import { serviceRow, startCooperative, type Json, type RunningCooperative } from '../../support.js';

let karhu: RunningCooperative;
let desk: Desk;

const COURSE = serviceRow({ kind: 'TRAINING', unit: 'SEAT' });

beforeEach(async () => {
  karhu = await startCooperative();
  desk = new Desk(karhu);
});
afterEach(() => karhu.close());

const enrol = (orderId: string, leg: Json) =>
  desk.enrol({ orderId, orderReference: orderId.toUpperCase(), leg });
const stateOf = async (orderId: string) => statesOf(await desk.read(orderId))[0];

describe('The place in the line', () => {
  const positionOf = async (orderId: string): Promise<number | null | undefined> =>
    (await desk.read(orderId)).legs[0]?.waitingPosition;
  const course = (id: string, row: Json = {}): Json => ({ ...COURSE, id, gridMinutes: 60, ...row });
  const k2 = (time: string) => ({ serviceId: 'karhu:k2', start: at(`${MONDAY}T${time}`) });

  it('counts all who are served before, of whatever course and start, and nobody whose wish is another', async () => {
    await karhu.import(
      bookableFile({
        resources: [resourceRow({ id: 'room', kind: 'ROOM' }), resourceRow({ id: 'other' })],
        services: [
          course('k1', { resources: ['room'] }),
          course('k2', { resources: ['room'], bufferMinutes: 30 }),
          course('k3', { resources: ['other'] }),
        ],
      }),
    );
    await enrol('x', k2('10:00'));
    await enrol('y', { serviceId: 'karhu:k3', start: at(`${MONDAY}T10:00`) });

    await enrol('a', { serviceId: 'karhu:k1', start: at(`${MONDAY}T10:00`) });
    await enrol('elsewhere', { serviceId: 'karhu:k3', start: at(`${MONDAY}T10:00`) });
    const b = await enrol('b', k2('10:00'));

    expect(b.legs).toMatchObject([{ state: 'REQUESTED', waitingPosition: 1 }]);
    // What ends at ten is in the way of nobody at ten, but for its buffer.
    const early = await enrol('early', { serviceId: 'karhu:k1', start: at(`${MONDAY}T11:00`) });
    expect(early.legs).toMatchObject([{ state: 'REQUESTED', waitingPosition: 1 }]);
    expect(await Promise.all(['a', 'elsewhere', 'b'].map(positionOf))).toEqual([0, 0, 1]);

    await desk.cancel({ orderId: 'x' });
    expect([await stateOf('a'), await stateOf('b')]).toEqual(['CONFIRMED', 'REQUESTED']);
    expect(await positionOf('b')).toBe(0);
  });

  it('counts who draws on the same budget of a day, and nobody of another day', async () => {
    await karhu.import(
      bookableFile({
        resources: [resourceRow({ id: 'seats', kind: 'SEATS', size: 2, minutesPerDay: 60 })],
        services: [course('k1', { resources: ['seats'] }), course('k2', { resources: ['seats'] })],
      }),
    );
    const k1 = (day: string, time: string) => ({
      serviceId: 'karhu:k1',
      start: at(`${day}T${time}`),
    });
    await enrol('x', k1(MONDAY, '08:00'));
    await enrol('z', k1('2027-03-23', '08:00'));

    await enrol('a', k1(MONDAY, '10:00'));
    await enrol('tuesday', k1('2027-03-23', '10:00'));
    const b = await enrol('b', k2('14:00'));

    expect(b.legs).toMatchObject([{ state: 'REQUESTED', waitingPosition: 1 }]);
    expect(await positionOf('tuesday')).toBe(0);
  });
});
