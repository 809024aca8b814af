import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { at, bookableFile, codesOf, Desk, MONDAY, resourceRow } from './support.js';
import { serviceRow, startCooperative, type Json, type RunningCooperative } from '../support.js';

/** By Finnish law nobody works on it. */
const GOOD_FRIDAY = '2027-03-26';
const CLOSED_DAY = '2027-03-25';

let karhu: RunningCooperative;
let desk: Desk;

beforeEach(async () => {
  karhu = await startCooperative();
  desk = new Desk(karhu);
});
afterEach(() => karhu.close());

const open = (service: Json = {}, resource: Json = {}): Promise<unknown> =>
  karhu.import(
    bookableFile({
      resources: [
        resourceRow({
          closures: [{ from: `${CLOSED_DAY}T00:00`, to: `${GOOD_FRIDAY}T00:00` }],
          ...resource,
        }),
      ],
      services: [serviceRow({ gridMinutes: 60, ...service })],
    }),
  );
const holdAt = (wallTime: string, leg: Json = {}, input: Json = {}) =>
  desk.hold({ legs: [{ start: at(wallTime), ...leg }], agreedByPhone: true, ...input });

describe('A hold to which the owner has said yes on the phone', () => {
  it.each([
    ['after the closing', `${MONDAY}T18:00`, 'OUTSIDE_HOURS'],
    ['on a day off', '2027-03-27T09:00', 'OUTSIDE_HOURS'],
    ['over midnight', `${MONDAY}T23:00`, 'OUTSIDE_HOURS'],
    ['on a public holiday', `${GOOD_FRIDAY}T09:00`, 'PUBLIC_HOLIDAY'],
  ])('is had %s, and says so', async (_when, wallTime, code) => {
    await open();
    const leg = { minutes: 120 };

    const unasked = await holdAt(wallTime, leg, { agreedByPhone: false });
    const { legs, userErrors } = await holdAt(wallTime, leg);

    expect(codesOf(unasked)).toEqual([code]);
    expect(userErrors).toEqual([]);
    expect(legs[0]?.bookings).toMatchObject([{ state: 'HELD', agreedByPhone: true }]);
  });

  it('is had within the lead time, by who is at work rather than by who is not', async () => {
    karhu.clock.set(at(`${MONDAY}T08:30`));
    await karhu.import(
      bookableFile({
        resources: [
          resourceRow({ id: 'off', hours: [{ days: ['SA'], from: '08:00', to: '16:00' }] }),
          resourceRow({ id: 'on' }),
        ],
        services: [serviceRow({ resources: ['off', 'on'], gridMinutes: 60, leadTimeMinutes: 600 })],
      }),
    );

    const unasked = await holdAt(`${MONDAY}T09:00`, {}, { agreedByPhone: false });
    const { legs } = await holdAt(`${MONDAY}T09:00`);

    expect(codesOf(unasked)).toEqual(['TOO_SOON']);
    expect(legs[0]?.bookings).toMatchObject([{ resourceId: 'karhu:on' }]);
  });

  it('takes the place from everybody else, and takes nobody’s', async () => {
    await open({ bufferMinutes: 30 });
    const first = await holdAt(`${MONDAY}T18:00`);

    const second = await holdAt(`${MONDAY}T18:00`, {}, { orderId: 'other' });
    const inTheBuffer = await holdAt(`${MONDAY}T19:00`, {}, { orderId: 'other' });

    expect(codesOf(first)).toEqual([]);
    expect(codesOf(second)).toEqual(['SLOT_TAKEN']);
    expect(codesOf(inTheBuffer)).toEqual(['SLOT_TAKEN']);
  });

  it.each([
    ['more than there are', `${MONDAY}T18:00`, { quantity: 2 }, 'CAPACITY_EXCEEDED'],
    ['more than the day’s budget', `${MONDAY}T18:00`, { minutes: 300 }, 'CAPACITY_EXCEEDED'],
    ['a closure', `${CLOSED_DAY}T09:00`, {}, 'OUTSIDE_HOURS'],
    ['a start between the steps', `${MONDAY}T18:10`, {}, 'OFF_GRID'],
    ['less than the minimum', `${MONDAY}T18:00`, { minutes: 30 }, 'TOO_SHORT'],
    ['what has passed', '2026-01-02T09:00', {}, 'IN_THE_PAST'],
  ])('is refused %s', async (_what, wallTime, leg, code) => {
    await open({ maxMinutesPerDay: 240 });

    expect(codesOf(await holdAt(wallTime, leg))).toEqual([code]);
  });

  it('is refused where the service is not offered', async () => {
    await open();

    const refused = await holdAt(`${MONDAY}T18:00`, {}, { municipality: 'SE-0180' });

    expect(codesOf(refused)).toEqual(['OUTSIDE_AREA']);
  });

  it('is only judged on a dry run', async () => {
    await open();

    const judged = await holdAt(`${MONDAY}T18:00`, {}, { dryRun: true });

    expect(codesOf(judged)).toEqual([]);
    expect((await desk.read('order-1')).legs).toEqual([]);
  });

  it('keeps that it was agreed when it is confirmed', async () => {
    await open();
    await holdAt(`${MONDAY}T18:00`);

    const { legs } = await desk.confirm({ orderId: 'order-1' });
    const usual = await desk.hold({ orderId: 'usual' });

    expect(legs[0]?.bookings).toMatchObject([{ state: 'CONFIRMED', agreedByPhone: true }]);
    expect(usual.legs[0]?.bookings).toMatchObject([{ agreedByPhone: false }]);
  });
});
