import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  at,
  bookableFile,
  codesOf,
  Desk,
  MONDAY,
  resourceRow,
  statesOf,
  type LegsPayload,
} from './support.js';
import { startCooperative, type Json, type RunningCooperative } from '../support.js';

let karhu: RunningCooperative;
let desk: Desk;

beforeEach(async () => {
  karhu = await startCooperative();
  desk = new Desk(karhu);
  await karhu.import(bookableFile());
});
afterEach(() => karhu.close());

const on = (time: string): string => at(`${MONDAY}T${time}`);
const leg = (number: number, time: string, minutes = 60): Json => ({
  leg: number,
  start: on(time),
  minutes,
});
const timesOf = ({ legs }: LegsPayload): string[] =>
  legs.map((one) => `${one.leg} ${one.start} ${one.minutes}`);
const times = async (orderId = 'order-1'): Promise<string[]> => timesOf(await desk.read(orderId));
const placed = async (...starts: string[]): Promise<void> => {
  await desk.hold({ legs: starts.map((time) => ({ start: on(time) })) });
  await desk.confirm({});
};

describe('changeBookings', () => {
  it('gives legs other starts and lengths in one step, each where another was', async () => {
    await placed('09:00', '10:00', '11:00');

    const changed = await desk.change({
      legs: [leg(0, '10:00'), leg(1, '11:00'), leg(2, '12:00', 120)],
    });

    expect(changed.userErrors).toEqual([]);
    expect(statesOf(changed)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED']);
    expect(timesOf(changed)).toEqual([
      `0 ${on('10:00')} 60`,
      `1 ${on('11:00')} 60`,
      `2 ${on('12:00')} 120`,
    ]);
    expect(changed.legs[2]).toMatchObject({
      quote: { net: '56.00' },
      bookings: [{ history: [{ kind: 'HELD' }, { kind: 'CONFIRMED' }, { kind: 'MOVED' }] }],
    });
    expect(await times()).toEqual(timesOf(changed));
    expect(await desk.starts()).toEqual(['08:00 1', '09:00 1', '14:00 1', '15:00 1']);
  });

  it('makes a leg longer, or shorter, where it is', async () => {
    await placed('09:00');

    await desk.change({ legs: [leg(0, '09:00', 120)] });
    expect(await times()).toEqual([`0 ${on('09:00')} 120`]);
    await desk.change({ legs: [leg(0, '09:00', 60)] });
    expect(await times()).toEqual([`0 ${on('09:00')} 60`]);
  });

  it('changes nothing where one is refused, and says of each which starts would do', async () => {
    await placed('09:00', '10:00');
    await desk.hold({ orderId: 'other', legs: [{ start: on('12:00') }] });
    const before = await times();

    const refused = await desk.change({ legs: [leg(0, '11:00'), leg(1, '12:00')] });

    expect(refused.legs).toEqual([]);
    expect(refused.userErrors).toMatchObject([
      {
        code: 'SLOT_TAKEN',
        field: ['legs', '1', 'start'],
        // Nine and ten are left by then, eleven is the other's.
        alternatives: [on('08:00'), on('09:00'), on('10:00')],
      },
    ]);
    expect(await times()).toEqual(before);
  });

  it('each for itself changes what it can, and never takes the place of one that stays', async () => {
    await placed('09:00', '10:00', '11:00');
    await desk.hold({ orderId: 'other', legs: [{ start: on('12:00') }] });

    const changed = await desk.change({
      isEachForItself: true,
      legs: [leg(0, '10:00'), leg(1, '11:00'), leg(2, '12:00')],
    });

    // The last one cannot move, so the one before cannot either, nor the first.
    expect(codesOf(changed)).toEqual(['SLOT_TAKEN', 'SLOT_TAKEN', 'SLOT_TAKEN']);
    expect(changed.legs).toEqual([]);
    const some = await desk.change({
      isEachForItself: true,
      legs: [leg(0, '14:00'), leg(1, '10:00'), leg(2, '12:00')],
    });
    expect(timesOf(some)).toEqual([`0 ${on('14:00')} 60`, `1 ${on('10:00')} 60`]);
    expect(some.userErrors).toMatchObject([
      { field: ['legs', '2', 'start'], alternatives: [on('08:00'), on('09:00'), on('11:00')] },
    ]);
    expect(await times()).toEqual([
      `0 ${on('14:00')} 60`,
      `1 ${on('10:00')} 60`,
      `2 ${on('11:00')} 60`,
    ]);
  });

  it('comes to an end where each that stays keeps another, and takes no place twice', async () => {
    await karhu.import(
      bookableFile({
        resources: [resourceRow({ hours: [{ days: ['MO'], from: '00:00', to: '24:00' }] })],
      }),
    );
    const hours = Array.from(
      { length: 20 },
      (_none, hour) => `${String(hour + 1).padStart(2, '0')}:00`,
    );
    await placed(...hours);
    await desk.hold({ orderId: 'other', legs: [{ start: on('21:00') }] });

    const changed = await desk.change({
      isEachForItself: true,
      legs: [
        leg(0, '00:00'),
        ...hours
          .slice(1)
          .map((_time, index) => leg(index + 1, `${String(index + 3).padStart(2, '0')}:00`)),
      ],
    });

    expect(timesOf(changed)).toEqual([`0 ${on('00:00')} 60`]);
    expect(changed.userErrors).toHaveLength(19);
    const starts = (await times()).map((time) => time.split(' ')[1]);
    expect(new Set(starts).size).toBe(20);
  });

  it('never takes the place of a leg that is as it should be already', async () => {
    await placed('09:00', '10:00');

    const refused = await desk.change({ legs: [leg(0, '10:00'), leg(1, '10:00')] });

    expect(refused.userErrors).toMatchObject([
      { code: 'SLOT_TAKEN', field: ['legs', '0', 'start'] },
    ]);
  });

  it('judges only where it is a dry run', async () => {
    await placed('09:00');
    await desk.hold({ orderId: 'other', legs: [{ start: on('12:00') }] });

    expect(codesOf(await desk.change({ dryRun: true, legs: [leg(0, '12:00')] }))).toEqual([
      'SLOT_TAKEN',
    ]);
    expect((await desk.change({ dryRun: true, legs: [leg(0, '13:00')] })).userErrors).toEqual([]);
    expect(await times()).toEqual([`0 ${on('09:00')} 60`]);
  });

  it('has one effect and one answer, however often it is sent', async () => {
    await placed('09:00');
    const input = { idempotencyKey: 'once', legs: [leg(0, '10:00')] };

    const first = await desk.change(input);
    await desk.change({ legs: [leg(0, '13:00')] });

    expect(await desk.change(input)).toEqual(first);
    expect(await times()).toEqual([`0 ${on('13:00')} 60`]);
    expect(codesOf(await desk.change({ ...input, legs: [leg(0, '11:00')] }))).toEqual([
      'IDEMPOTENCY_CONFLICT',
    ]);
  });

  it('refuses what cannot be, each leg by its place in the input', async () => {
    await placed('09:00', '10:00');
    await desk.cancel({ legs: [1] });

    const refused = await desk.change({
      legs: [leg(0, '09:00', 0), leg(1, '11:00'), leg(7, '11:00')],
    });
    expect(refused.userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', field: ['legs', '0', 'minutes'] },
      { code: 'INVALID_STATE', field: ['legs', '1', 'leg'] },
      { code: 'NOT_FOUND', field: ['legs', '2', 'leg'] },
    ]);
    expect(codesOf(await desk.change({ legs: [leg(0, '09:00', 30)] }))).toEqual(['TOO_SHORT']);
    expect(codesOf(await desk.change({ legs: [leg(0, '09:30')] }))).toEqual(['OFF_GRID']);
    expect(codesOf(await desk.change({ legs: [] }))).toEqual(['BAD_USER_INPUT']);
    expect(codesOf(await desk.change({ legs: [leg(0, '11:00'), leg(0, '12:00')] }))).toEqual([
      'BAD_USER_INPUT',
    ]);
  });
});
