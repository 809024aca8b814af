import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { at, bookableFile, codesOf, Desk, MONDAY, resourceRow } from '../bookings/support.js';
import { serviceRow, startCooperative, type Json, type RunningCooperative } from '../support.js';
import { askSubstitutes } from './asking.js';

const TUESDAY = '2027-03-23';

let karhu: RunningCooperative;
let desk: Desk;
beforeEach(async () => {
  karhu = await startCooperative();
  desk = new Desk(karhu);
});
afterEach(() => karhu.close());

function substitution(row: Json = {}): Json {
  return serviceRow({ id: 'sijaiset', kind: 'SUBSTITUTION', gridMinutes: 30, ...row });
}

const AINO = resourceRow({
  member: 'm1',
  skills: ['cafe-service', 'kassa'],
  languages: ['fi', 'sv'],
  municipality: 'FI-684',
  radiusKm: 12.5,
  minutesPerDay: 420,
});

/** The only one there is. */
async function theSubstitute(...days: [string, string?]) {
  const { found } = await askSubstitutes(karhu, days);
  const [only] = found?.substitutes ?? [];
  if (!only || found?.substitutes.length !== 1) throw new Error('There is not one alone.');
  return only;
}

describe('freeSubstitutes', () => {
  it('tells of workers what they can do and when, by which rules they are booked, and no name', async () => {
    await karhu.import(
      bookableFile({
        resources: [AINO],
        services: [
          substitution({
            ...{ minMinutes: 120, bufferMinutes: 15, leadTimeMinutes: 60, maxMinutesPerDay: 600 },
            serves: ['FI-609'],
          }),
        ],
      }),
    );

    const { found } = await askSubstitutes(karhu, [MONDAY, TUESDAY]);

    expect(found).toEqual({
      from: MONDAY,
      timeZone: 'Europe/Helsinki',
      services: [
        {
          id: 'karhu:sijaiset',
          municipalities: ['FI-609'],
          unit: 'HOUR',
          price: { net: '28.00', vatRate: '25.5', gross: '35.14', currency: 'EUR' },
          ...{ minMinutes: 120, gridMinutes: 30, bufferMinutes: 15 },
          earliestStart: '2026-11-23T11:00:00.000Z',
          minutes: [600, 600],
          waitedFor: [],
        },
      ],
      substitutes: [
        {
          id: expect.stringMatching(/^karhu:[\w.-]{1,64}$/),
          skills: ['cafe-service', 'kassa'],
          languages: ['fi', 'sv'],
          ...{ municipality: 'FI-684', radiusKm: 12.5 },
          serviceIds: ['karhu:sijaiset'],
          minutes: [420, 420],
          free: [MONDAY, TUESDAY].map((day) => ({
            from: at(`${day}T08:00`),
            to: at(`${day}T16:00`),
            takenFrom: null,
          })),
        },
      ],
    });
    expect(JSON.stringify(found)).not.toMatch(/w1|m1|Aino/);
  });

  it('tells where somebody has no other home or limit, what is the cooperative’s and what is none', async () => {
    await karhu.import(bookableFile({ services: [substitution()] }));

    expect(await theSubstitute(MONDAY)).toMatchObject({
      ...{ municipality: 'FI-609', radiusKm: null, minutes: null },
      ...{ skills: [], languages: [] },
    });
    const { found } = await askSubstitutes(karhu, [MONDAY]);
    expect(found?.services).toMatchObject([
      { municipalities: ['FI-609', 'FI-684'], minMinutes: 30, minutes: null },
    ]);
  });

  it('is of workers alone, of SUBSTITUTION services on offer, and of those that are asked about', async () => {
    await karhu.import(
      bookableFile({
        resources: [
          ...['w1', 'w2', 'w3', 'w4'].map((id) => resourceRow({ id })),
          resourceRow({ id: 'pool', kind: 'POOL', size: 5 }),
        ],
        services: [
          substitution({ resources: ['w1', 'pool', 'w2'] }),
          substitution({ id: 'kokit', resources: ['w2'] }),
          substitution({ id: 'hidden', resources: ['w3'], published: false }),
          serviceRow({ resources: ['w4'] }),
        ],
      }),
    );
    const told = async (services?: readonly string[]) => {
      const { found } = await askSubstitutes(karhu, [MONDAY], services);
      return {
        services: found?.services.map(({ id }) => id),
        workers: found?.substitutes.map(({ serviceIds }) => serviceIds.join(' ')).sort(),
      };
    };

    expect(await told()).toEqual({
      services: ['karhu:sijaiset', 'karhu:kokit'],
      workers: ['karhu:sijaiset', 'karhu:sijaiset karhu:kokit'],
    });
    expect(await told(['karhu:kokit', 'karhu:hidden', 'karhu:siivous', 'lumo:kokit'])).toEqual({
      services: ['karhu:kokit'],
      workers: ['karhu:kokit'],
    });
  });

  it('leaves out what is booked and held, with buffers, and what is too soon', async () => {
    await karhu.import(
      bookableFile({
        resources: [resourceRow()],
        services: [substitution({ bufferMinutes: 20, leadTimeMinutes: 30 }), serviceRow()],
      }),
    );
    const leg = { serviceId: 'karhu:sijaiset', start: at(`${MONDAY}T10:00`), minutes: 120 };
    await desk.hold({ orderId: 'a', legs: [leg] });
    karhu.clock.set(at(`${MONDAY}T08:10`));
    await desk.hold({ orderId: 'b', legs: [leg] });

    expect((await theSubstitute(MONDAY)).free).toEqual([
      { from: at(`${MONDAY}T08:40`), to: at(`${MONDAY}T10:00`), takenFrom: at(`${MONDAY}T10:00`) },
      { from: at(`${MONDAY}T12:20`), to: at(`${MONDAY}T16:00`), takenFrom: null },
    ]);
  });

  it('tells times that can be held by the name that is told with them, all or nothing', async () => {
    await karhu.import(
      bookableFile({
        resources: [resourceRow(), resourceRow({ id: 'w2' })],
        services: [substitution({ resources: ['w1', 'w2'], bufferMinutes: 30 })],
      }),
    );
    const { found } = await askSubstitutes(karhu, [MONDAY]);
    const [first, second] = (found?.substitutes ?? []).map(({ id, free: [time] }) => ({
      ...{ resourceId: id, serviceId: 'karhu:sijaiset' },
      ...{ start: time?.from, minutes: 480 },
    }));

    const { legs } = await desk.hold({ orderId: 'a', legs: [first, second] });
    const overtaken = await desk.hold({ orderId: 'b', legs: [second] });

    expect(legs.flatMap(({ bookings }) => bookings.map(({ resourceId }) => resourceId))).toEqual([
      first?.resourceId,
      second?.resourceId,
    ]);
    expect(codesOf(overtaken)).toEqual(['SLOT_TAKEN']);
    expect((await askSubstitutes(karhu, [MONDAY])).found?.substitutes).toMatchObject([
      { free: [] },
      { free: [] },
    ]);
  });

  it('tells the starts for which others wait, who come first', async () => {
    await karhu.import(bookableFile({ services: [substitution()] }));
    const leg = { serviceId: 'karhu:sijaiset', start: at(`${MONDAY}T10:00`), minutes: 120 };
    await desk.hold({ orderId: 'a', legs: [{ ...leg, minutes: 60 }] });
    await desk.enrol({ orderId: 'b', leg });

    const { found } = await askSubstitutes(karhu, [MONDAY]);
    const elsewhere = await askSubstitutes(karhu, [TUESDAY]);

    expect(found?.services.map(({ waitedFor }) => waitedFor)).toEqual([[at(`${MONDAY}T10:00`)]]);
    expect(elsewhere.found?.services.map(({ waitedFor }) => waitedFor)).toEqual([[]]);
  });

  it('is nobody where there are no such services, and refuses more than 93 days', async () => {
    await karhu.import(bookableFile());

    expect((await askSubstitutes(karhu, [MONDAY])).found).toMatchObject({
      services: [],
      substitutes: [],
    });
    expect((await askSubstitutes(karhu, [MONDAY, '2027-06-23'])).errors).toEqual([
      expect.stringContaining('at most 93 days on for what is asked, got 94'),
    ]);
  });
});
