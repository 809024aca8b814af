import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { BookingRecord, WaitingRecord } from '../../../subgraphs/cooperative/store/records.js';
import { createRandom, pick, type Random } from '../../bench/random.js';
import { at, bookableFile, Desk, MONDAY, resourceRow } from './support.js';
import { serviceRow, startCooperative, type RunningCooperative } from '../support.js';

const ROUNDS = 12;
const AT_ONCE = 12;
const ORDERS = 25;
const BUDGET_MINUTES = 420;
const SIZES = new Map([
  ['a', 2],
  ['b', 3],
]);

let karhu: RunningCooperative;
let twin: RunningCooperative;

beforeEach(async () => {
  karhu = await startCooperative();
  twin = await startCooperative({ connection: karhu.database.connection, clock: karhu.clock });
  await karhu.import(
    bookableFile({
      resources: [...SIZES].map(([id, size]) => resourceRow({ id, size })),
      services: [
        serviceRow({ id: 'both', resources: ['a', 'b'], gridMinutes: 60, bufferMinutes: 30 }),
        serviceRow({
          id: 'lean',
          resources: ['a'],
          gridMinutes: 60,
          maxMinutesPerDay: BUDGET_MINUTES,
        }),
        serviceRow({ id: 'plain', resources: ['b'], gridMinutes: 60 }),
      ],
    }),
  );
});
afterEach(async () => {
  await twin.close();
  await karhu.close();
});

/** One command, whatever it may lead to. */
function command(random: Random, desk: Desk): Promise<unknown> {
  const orderId = `order-${Math.floor(random() * ORDERS)}`;
  const start = at(`${MONDAY}T${pick(random, ['08', '09', '10', '11', '12'])}:00`);
  const leg = {
    serviceId: `karhu:${pick(random, ['both', 'lean', 'plain'])}`,
    start,
    minutes: pick(random, [60, 120, 180]),
    quantity: pick(random, [1, 1, 2]),
  };
  // Before the opening, into it, and after the closing.
  const agreed = { ...leg, start: at(`${MONDAY}T${pick(random, ['07', '09', '15'])}:00`) };
  const act = pick(random, [
    () => desk.hold({ orderId, legs: [leg] }),
    () => desk.hold({ orderId, legs: [leg, { ...leg, leg: 1 }] }),
    () => desk.hold({ orderId, legs: [agreed], agreedByPhone: true }),
    () => desk.enrol({ orderId, leg }),
    () => desk.enrol({ orderId, leg }),
    () => desk.confirm({ orderId }),
    () => desk.extend({ orderId }),
    () => desk.release({ orderId, legs: [0] }),
    () => desk.cancel({ orderId, legs: [0, 1] }),
    () => desk.move({ orderId, start }),
  ]);
  return act();
}

function unitsAt(bookings: readonly BookingRecord[], instant: number): number {
  return bookings
    .filter(({ startsAt, endsAt }) => startsAt.getTime() <= instant && instant < endsAt.getTime())
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

describe('However commands come, from two processes, while holds run out', () => {
  it.each([1, 2, 3])('nothing is booked twice (numbers %i)', async (seed) => {
    const random = createRandom(seed);
    const desks = [new Desk(karhu), new Desk(twin)];
    const { connection } = karhu.database;
    let most = 0;

    for (let round = 0; round < ROUNDS; round += 1) {
      await Promise.all(
        Array.from({ length: AT_ONCE }, () => command(random, pick(random, desks))),
      );
      const now = karhu.clock.now();
      const all = await connection.model('Booking').find().lean<BookingRecord[]>();
      const waiting = await connection.model('Waiting').find().lean<WaitingRecord[]>();
      const counting = all.filter(
        ({ state, expiresAt }) =>
          state === 'CONFIRMED' || (state === 'HELD' && expiresAt !== null && expiresAt > now),
      );
      most = Math.max(most, counting.length);

      for (const [resource, size] of SIZES) {
        const own = counting.filter((booking) => booking.resource === resource);
        for (const { startsAt } of own) {
          expect(unitsAt(own, startsAt.getTime())).toBeLessThanOrEqual(size);
        }
      }
      const lean = counting.filter(({ service }) => service === 'lean');
      const leanMinutes = lean.reduce(
        (sum, { startsAt, endsAt, quantity }) =>
          sum + ((endsAt.getTime() - startsAt.getTime()) / 60_000) * quantity,
        0,
      );
      expect(leanMinutes).toBeLessThanOrEqual(BUDGET_MINUTES);
      const legs = counting.map(
        ({ order, startsAt }) => `${order?.id} ${order?.leg} ${startsAt.toISOString()}`,
      );
      const starts = new Set(legs.map((leg) => leg.split(' ').slice(0, 2).join(' ')));
      expect(new Set(legs).size).toBe(starts.size);
      for (const { order } of waiting.filter(({ state }) => state === 'REQUESTED')) {
        expect(starts.has(`${order.id} ${order.leg}`)).toBe(false);
      }
      karhu.clock.set(new Date(now.getTime() + 4 * 60_000).toISOString());
    }

    // It would prove nothing of an empty calendar.
    expect(most).toBeGreaterThan(3);
  });
});
