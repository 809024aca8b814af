import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Ledger } from '../../../subgraphs/cooperative/bookings/rules/ledger.js';
import { at, bookableFile, codesOf, Desk, MONDAY, resourceRow } from './support.js';
import { serviceRow, startCooperative, type Json, type RunningCooperative } from '../support.js';

let karhu: RunningCooperative;
let desk: Desk;

beforeEach(async () => {
  karhu = await startCooperative();
  desk = new Desk(karhu);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await karhu.close();
});

const TUESDAY = '2027-03-23';
const legs = (count: number, legOf: (index: number) => Json) =>
  Array.from({ length: count }, (_none, index) => legOf(index));
const dayAfter = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

describe('The alternatives to a start for which people wait', () => {
  it('are of the next day when people wait for all starts of the day', async () => {
    const hours = [{ days: ['MO', 'TU'], from: '08:00', to: '11:00' }];
    await karhu.import(
      bookableFile({ resources: [resourceRow({ id: 'w1', kind: 'SEATS', size: 2, hours })] }),
    );
    for (const time of ['08:00', '09:00', '10:00']) {
      const start = at(`${MONDAY}T${time}`);
      await desk.enrol({ orderId: `one-${time}`, leg: { start } });
      await desk.enrol({ orderId: `two-${time}`, leg: { start, quantity: 2 } });
    }

    const { userErrors } = await desk.hold({ orderId: 'late' });

    expect(userErrors).toMatchObject([
      {
        code: 'SLOT_TAKEN',
        alternatives: [at(`${TUESDAY}T08:00`), at(`${TUESDAY}T09:00`), at(`${TUESDAY}T10:00`)],
      },
    ]);
  });
});

describe('The alternatives to a leg that is too short', () => {
  it('are starts of the shortest that the service takes, be it too long for others', async () => {
    const hours = [{ days: ['MO', 'TU'], from: '08:00', to: '11:00' }];
    await karhu.import(
      bookableFile({
        resources: [resourceRow({ id: 'w1', hours })],
        services: [serviceRow({ resources: ['w1'], gridMinutes: 60, minMinutes: 120 })],
      }),
    );

    const { userErrors } = await desk.hold({ legs: [{ minutes: 60 }] });

    const alternatives = [at(`${MONDAY}T08:00`), at(`${MONDAY}T09:00`)];
    expect(userErrors).toMatchObject([{ code: 'TOO_SHORT', alternatives }]);
  });
});

describe('The alternatives of many refusals', () => {
  it('are looked for once where the legs are the same', async () => {
    await karhu.import(bookableFile());
    await desk.hold({ orderId: 'first' });
    const offers = jest.spyOn(Ledger.prototype, 'isWaitedFor');

    const { userErrors } = await desk.hold({ orderId: 'late', legs: legs(100, () => ({})) });

    expect(userErrors[19]?.alternatives).toHaveLength(3);
    expect(offers).toHaveBeenCalledTimes(3);
  });

  it('are given to the first twenty of a command', async () => {
    await karhu.import(bookableFile());
    const night = (index: number) => ({ start: at(`${dayAfter(MONDAY, index)}T03:00`) });

    const { userErrors } = await desk.hold({ legs: legs(25, night) });

    expect(userErrors.map(({ alternatives }) => alternatives?.length ?? null)).toEqual([
      ...Array<number>(20).fill(3),
      ...Array<null>(5).fill(null),
    ]);
  });

  it('are given to the first twenty of each of the commands that wait at the same time', async () => {
    await karhu.import(bookableFile());
    const night = (index: number) => ({ start: at(`${dayAfter(MONDAY, index)}T03:00`) });

    const payloads = await Promise.all(
      ['a', 'b', 'c', 'd'].map((orderId) => desk.hold({ orderId, legs: legs(15, night) })),
    );

    const found = payloads.flatMap(({ userErrors }) =>
      userErrors.map((error) => error.alternatives),
    );
    expect(found.map((alternatives) => alternatives?.length)).toEqual(Array(60).fill(3));
  });

  it('are given to fewer of a service with a fine grid and many resources, but to one', async () => {
    const resources = Array.from({ length: 50 }, (_none, index) => `w${index}`);
    await karhu.import(
      bookableFile({
        resources: resources.map((id) => resourceRow({ id })),
        services: [serviceRow({ resources, gridMinutes: 1 })],
      }),
    );
    const night = (index: number) => ({ start: at(`${dayAfter(MONDAY, index)}T03:00`) });

    const { userErrors } = await desk.hold({ legs: legs(2, night) });

    expect(userErrors.map(({ alternatives }) => alternatives?.length ?? null)).toEqual([3, null]);
  });
});

describe('A booking in the far future', () => {
  const always = { days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], from: '00:00', to: '24:00' };

  beforeEach(async () => {
    await karhu.import(
      bookableFile({ resources: [resourceRow({ hours: [always], worksOnPublicHolidays: true })] }),
    );
  });

  it('is held when it ends within ten years', async () => {
    const within = await desk.hold({ legs: [{ start: '2036-11-23T09:00:00Z' }] });
    const beyond = await desk.hold({ orderId: 'b', legs: [{ start: '2036-11-23T10:00:00Z' }] });

    expect([codesOf(within), codesOf(beyond)]).toEqual([[], ['TOO_LATE']]);
    expect(beyond.userErrors[0]?.field).toEqual(['legs', '0', 'start']);
  });

  it('is not moved beyond ten years', async () => {
    await desk.hold({ orderId: 'a' });

    const { userErrors } = await desk.move({ orderId: 'a', start: '9998-03-16T09:00:00Z' });

    expect(userErrors).toMatchObject([{ code: 'TOO_LATE', field: ['start'] }]);
  });

  it('may be longer than what availability looks for', async () => {
    expect(codesOf(await desk.hold({ legs: [{ minutes: 44_641 }] }))).toEqual([]);
  });
});
