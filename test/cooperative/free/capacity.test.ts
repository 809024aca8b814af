import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queriesOf } from '../../support/count-queries.js';
import { at, bookableFile, Desk, MONDAY, resourceRow } from '../bookings/support.js';
import { serviceRow, startCooperative, type RunningCooperative } from '../support.js';
import { askCapacity, type FreeCapacity } from './asking.js';

const TUESDAY = '2027-03-23';
const ASKED = ['karhu:siivous', 'karhu:piha', 'karhu:hidden', 'karhu:none', 'lumo:siivous', '?'];

let karhu: RunningCooperative;
let desk: Desk;
beforeAll(async () => {
  karhu = await startCooperative();
  desk = new Desk(karhu);
  await karhu.import(
    bookableFile({
      resources: [
        resourceRow({ id: 'pool', kind: 'POOL', size: 3 }),
        resourceRow({ minutesPerDay: 300 }),
        resourceRow({ id: 'w2' }),
        resourceRow({ id: 'crowd', kind: 'SEATS', size: 1_000_000_000 }),
      ],
      services: [
        serviceRow({ resources: ['pool', 'w1'], gridMinutes: 60 }),
        serviceRow({
          id: 'piha',
          resources: ['pool'],
          gridMinutes: 60,
          maxMinutesPerDay: 600,
        }),
        serviceRow({ id: 'juhlat', resources: ['crowd'] }),
        serviceRow({ id: 'hidden', resources: ['w2'], published: false }),
      ],
    }),
  );
});
afterAll(() => karhu.close());

/** Such as `siivous piha: 1440 1440`, in an order that does not depend on the sealed names. */
function told(rows: FreeCapacity['resources'] | FreeCapacity['budgets']): string[] {
  return rows
    .map(({ serviceIds, minutes }) => {
      const local = serviceIds.map((id) => id.slice('karhu:'.length));
      return `${local.join(' ')}: ${minutes.join(' ')}`;
    })
    .sort();
}

async function freeOn(...days: [string, string?]) {
  const { found, errors } = await askCapacity(karhu, days, ASKED);
  if (!found) throw new Error(errors.join());
  return { resources: told(found.resources), budgets: told(found.budgets) };
}

describe('freeCapacity', () => {
  it('tells of each resource once what is left on each day, and of services on offer alone', async () => {
    expect(await freeOn(MONDAY, '2027-03-26')).toEqual({
      resources: ['siivous piha: 1440 1440 1440 1440 0', 'siivous: 300 300 300 300 0'],
      budgets: ['piha: 600 600 600 600 600'],
    });
  });

  it('counts what is booked and held, by anybody, and no hold that has run out', async () => {
    const legs = [{ serviceId: 'karhu:piha', minutes: 120, quantity: 2 }];
    await desk.hold({ orderId: 'a', legs });
    await desk.confirm({ orderId: 'a' });
    await desk.hold({
      orderId: 'b',
      legs: [{ resourceId: 'karhu:w1', minutes: 240, start: at(`${TUESDAY}T08:00`) }],
    });

    expect(await freeOn(MONDAY, TUESDAY)).toEqual({
      resources: ['siivous piha: 1200 1440', 'siivous: 300 60'],
      budgets: ['piha: 360 600'],
    });
    karhu.clock.set('2026-11-23T10:20:00Z');
    expect(await freeOn(TUESDAY)).toEqual({
      resources: ['siivous piha: 1440', 'siivous: 300'],
      budgets: ['piha: 600'],
    });
    await desk.cancel({ orderId: 'a' });
  });

  it('names a resource otherwise in each answer, in a form that an id can have', async () => {
    const asked = [await askCapacity(karhu, [MONDAY]), await askCapacity(karhu, [MONDAY])];
    const ids = asked.flatMap(({ found }) => found?.resources.map(({ id }) => id) ?? []);

    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^karhu:[\w.-]{1,64}$/);
  });

  it('reads what is booked once, for whatever number of services', async () => {
    await freeOn(MONDAY);

    const asked = await queriesOf(() => freeOn(MONDAY, '2027-06-30'));

    // The cooperative, whether its rules have changed, what is booked, and who waits.
    expect(asked).toHaveLength(4);
  });

  it('tells two years at once, and nothing where nothing is on offer', async () => {
    const { found } = await askCapacity(karhu, ['2027-01-01', '2028-12-31'], ['karhu:piha']);

    expect(found?.resources.map(({ minutes }) => minutes.length)).toEqual([731]);
    expect((await askCapacity(karhu, [MONDAY], ['karhu:hidden'])).found).toEqual({
      from: MONDAY,
      resources: [],
      budgets: [],
    });
  });

  it('tells of a crowd as many minutes as a number can be', async () => {
    const { found } = await askCapacity(karhu, [MONDAY], ['karhu:juhlat']);

    expect(found?.resources.map(({ minutes }) => minutes)).toEqual([[2_147_483_647]]);
  });

  it.each([
    ['days in the wrong order', [TUESDAY, MONDAY], ASKED, 'must be 2027-03-23 or later'],
    ['more than two years', ['2027-01-01', '2029-01-01'], ASKED, 'at most 731 days'],
    ['a day more without 29 February', ['2029-01-01', '2031-01-01'], ASKED, 'at most 730 days'],
    ['what is later than ten years from now', ['2036-11-25'], ASKED, 'or earlier'],
    ['no services', [MONDAY], [], 'must be 1 to 200, got 0'],
    ['too many services', [MONDAY], Array<string>(201).fill('karhu:piha'), 'got 201'],
  ] as const)('refuses %s', async (_what, [from, to = from], services, message) => {
    const { found, errors } = await askCapacity(karhu, [from, to], services);

    expect(found).toBeNull();
    expect(errors).toEqual([expect.stringMatching(/^BAD_USER_INPUT /)]);
    expect(errors[0]).toContain(message);
  });

  it('refuses more numbers than one answer should hold', async () => {
    await karhu.import(
      bookableFile({
        resources: Array.from({ length: 350 }, (_none, index) => resourceRow({ id: `r${index}` })),
        services: [
          serviceRow({ resources: Array.from({ length: 350 }, (_none, index) => `r${index}`) }),
        ],
      }),
    );

    const { errors } = await askCapacity(karhu, ['2027-01-01', '2028-12-31']);

    expect(errors).toEqual([expect.stringContaining('at most 250000 days of resources')]);
  });
});
