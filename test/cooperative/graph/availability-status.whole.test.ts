import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { at, bookableFile, codesOf, Desk, resourceRow } from '../bookings/support.js';
import { serviceRow, startCooperative, type Json, type RunningCooperative } from '../support.js';

// Availability over HTTP beside what holding a place over HTTP gets, at every start of the grid.

const EVERY_DAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** What ordering calls a day's status, where it has another name for it. */
const CODE_BY_STATUS: Readonly<Record<string, string | null>> = {
  OPEN: null,
  FULL: 'SLOT_TAKEN',
  CLOSED: 'OUTSIDE_HOURS',
};
const codeBy = (status: string): string | null => {
  const code = CODE_BY_STATUS[status];
  return code === undefined ? status : code;
};
/** Before Good Friday and the change of the clocks. */
const FIRST = '2027-03-24';
const DATES = [FIRST, '2027-03-25', '2027-03-26'];

interface Day {
  readonly date: string;
  readonly status: string;
  readonly freeMinutes: number;
  readonly starts: readonly { readonly time: string; readonly places: number }[];
}

let karhu: RunningCooperative;
let desk: Desk;
beforeAll(async () => {
  karhu = await startCooperative();
  desk = new Desk(karhu);
});
afterAll(() => karhu.close());

async function daysOf(
  service: string,
  minutes: number,
  from = FIRST,
  to = DATES.at(-1),
): Promise<readonly Day[]> {
  const { data, errors } = await karhu.ask<{ _entities: { availability: Day[] }[] }>(
    `query ($id: ID!, $from: Date!, $to: Date!, $minutes: Int) {
      _entities(representations: [{ __typename: "Service", id: $id }]) {
        ... on Service { availability(from: $from, to: $to, minutes: $minutes) {
          date status freeMinutes starts { time places } } } } }`,
    { id: `karhu:${service}`, from, to, minutes },
  );
  expect(errors).toBeUndefined();
  return data._entities[0]?.availability ?? [];
}

/** What holding so many places at a start gets: a code, or null. */
async function codeOf(service: string, start: string, minutes: number, quantity: number) {
  const leg = { serviceId: `karhu:${service}`, start, minutes, quantity };
  const [code = null] = codesOf(await desk.hold({ dryRun: true, orderId: 'nobody', legs: [leg] }));
  return code;
}

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
const sometimes = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 2 });

const opening = fc
  .tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1, max: 12 }))
  .map(([from, length]) => ({ from: clock(from), to: clock(Math.min(24, from + length)) }));
const resource = fc.record({
  size: fc.integer({ min: 1, max: 2 }),
  days: fc.constantFrom(EVERY_DAY, EVERY_DAY, ['WE', 'FR'], ['TU', 'TH']),
  hours: fc.array(opening, { minLength: 1, maxLength: 2 }),
  minutesPerDay: sometimes(fc.constantFrom(120, 240, 480)),
  worksOnPublicHolidays: fc.boolean(),
});
const scene = fc.record({
  resources: fc.array(resource, { minLength: 1, maxLength: 2 }),
  minMinutes: fc.constantFrom(60, 120),
  gridMinutes: fc.constantFrom(60, 180),
  bufferMinutes: fc.constantFrom(0, 0, 30),
  leadTimeMinutes: fc.constantFrom(0, 0, 1440),
  maxMinutesPerDay: sometimes(fc.constantFrom(180, 360)),
  bookings: fc.array(
    fc.record({
      day: fc.nat({ max: 2 }),
      hour: fc.nat({ max: 20 }),
      hours: fc.integer({ min: 1, max: 8 }),
    }),
    { maxLength: 5 },
  ),
  now: fc.constantFrom(
    ...['2027-03-20T09:00', '2027-03-20T09:00', '2027-03-24T09:30', '2027-03-25T13:00'],
    ...['2027-03-26T10:00', '2027-03-27T09:00'],
  ),
  minutes: fc.constantFrom(120, 120, 180, 300, 600, 1440, 1500),
});

/** Leaves out what is null. */
const given = (row: Json): Json =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

describe('the status of a day over HTTP', () => {
  it('is what holding a place gets, for every start of the grid', async () => {
    let scenes = 0;
    await fc.assert(
      fc.asyncProperty(scene, async ({ resources, bookings, now, minutes, ...rules }) => {
        // Of its own: what the hub has booked outlives an import.
        const name = `s${(scenes += 1)}`;
        const ids = resources.map((_row, index) => `${name}-w${index}`);
        karhu.clock.set(at('2027-03-20T09:00'));
        const { userErrors } = await karhu.import(
          bookableFile({
            resources: resources.map(({ days, hours, ...row }, index) => {
              const open = hours.map((times) => ({ ...times, days }));
              return resourceRow(given({ ...row, id: ids[index], kind: 'POOL', hours: open }));
            }),
            services: [serviceRow(given({ ...rules, id: name, resources: ids }))],
          }),
        );
        expect(userErrors).toEqual([]);
        const empty = await daysOf(name, minutes);
        for (const [index, { day, hour, hours }] of bookings.entries()) {
          const start = at(`${DATES[day] ?? FIRST}T${clock(hour)}`);
          const leg = { serviceId: `karhu:${name}`, start, minutes: hours * 60 };
          const orderId = `${name}-${index}`;
          const held = await desk.hold({ orderId, legs: [leg] });
          if (held.userErrors.length === 0) await desk.confirm({ orderId });
        }
        const unbookedNow = now === '2027-03-20T09:00';
        karhu.clock.set(at(now));

        for (const [index, { date, status, freeMinutes, starts }] of (
          await daysOf(name, minutes)
        ).entries()) {
          const codes: (string | null)[] = [];
          for (let hour = 0; hour < 24; hour += rules.gridMinutes / 60) {
            const start = at(`${date}T${clock(hour)}`);
            const places = starts.find(({ time }) => time === start)?.places ?? 0;
            const code = await codeOf(name, start, minutes, 1);
            codes.push(code);
            expect([start, code === null]).toEqual([start, places > 0]);
            if (places > 0) {
              expect(await codeOf(name, start, minutes, places)).toBeNull();
              expect(await codeOf(name, start, minutes, places + 1)).not.toBeNull();
            }
          }
          expect(status === 'OPEN').toBe(codes.includes(null));
          expect([date, codes]).toEqual([date, expect.arrayContaining([codeBy(status)])]);
          if (status === 'FULL' && unbookedNow) expect(empty[index]?.status).toBe('OPEN');
          if (status === 'CLOSED') expect(freeMinutes).toBe(0);
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
    // Some thousand requests.
  });

  it.each<[string, Json, Json, number, string, string, number]>([
    [
      'an opening that is too short',
      { hours: [{ days: EVERY_DAY, from: '08:00', to: '20:00' }] },
      {},
      900,
      'OUTSIDE_HOURS',
      'OUTSIDE_HOURS',
      720,
    ],
    [
      'a day that is split',
      {
        hours: [
          { days: EVERY_DAY, from: '08:00', to: '10:00' },
          { days: EVERY_DAY, from: '12:00', to: '14:00' },
        ],
      },
      {},
      180,
      'OUTSIDE_HOURS',
      'OUTSIDE_HOURS',
      240,
    ],
    [
      'a budget of the resource',
      { minutesPerDay: 240 },
      {},
      300,
      'CAPACITY_EXCEEDED',
      'CAPACITY_EXCEEDED',
      240,
    ],
    [
      'a budget of the service',
      {},
      { maxMinutesPerDay: 240 },
      300,
      'CAPACITY_EXCEEDED',
      'CAPACITY_EXCEEDED',
      240,
    ],
  ])(
    'names %s, though nobody has booked, as ordering does',
    async (name, resource, rules, minutes, status, code, free) => {
      const id = `c${name.length}${minutes}`;
      karhu.clock.set(at('2027-03-20T09:00'));
      await karhu.import(
        bookableFile({
          resources: [resourceRow({ ...resource, id })],
          services: [serviceRow({ gridMinutes: 60, ...rules, id, resources: [id] })],
        }),
      );

      const [day] = await daysOf(id, minutes);

      expect(day).toMatchObject({ status, freeMinutes: free, starts: [] });
      expect(await codeOf(id, at(`${FIRST}T08:00`), minutes, 1)).toBe(code);
    },
  );

  it.each<[string, string, string, number, string]>([
    ['a closed day that is past', '2026-11-29T12:00', '2026-11-22', 60, 'IN_THE_PAST'],
    ['a holiday that is past', '2026-11-29T12:00', '2025-12-25', 60, 'IN_THE_PAST'],
    ['a closed day', '2026-11-29T12:00', '2026-11-29', 60, 'CLOSED'],
    ['a holiday', '2027-03-26T12:00', '2027-03-26', 60, 'PUBLIC_HOLIDAY'],
    ['a closed day before a holiday', '2026-11-29T12:00', '2027-03-27', 1440, 'CLOSED'],
    ['a closed day in ten years', '2026-11-29T12:00', '2036-11-29', 1440, 'TOO_LATE'],
    ['one that is too short for it', '2026-11-29T12:00', '2027-03-27', 1500, 'PUBLIC_HOLIDAY'],
  ])('calls %s what ordering calls it', async (name, now, date, minutes, status) => {
    const id = `d${name.length}${minutes}`;
    karhu.clock.set(at(now));
    await karhu.import(
      bookableFile({
        resources: [resourceRow({ id })],
        services: [serviceRow({ gridMinutes: 60, id, resources: [id] })],
      }),
    );

    const [day] = await daysOf(id, minutes, date, date);
    const codes: (string | null)[] = [];
    for (let hour = 0; hour < 24; hour += 1) {
      codes.push(await codeOf(id, at(`${date}T${clock(hour)}`), minutes, 1));
    }

    expect(day).toMatchObject({ status, freeMinutes: 0, starts: [] });
    expect(codes).toContain(codeBy(status));
  });
});
