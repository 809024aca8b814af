import { describe, expect, it } from '@jest/globals';
import {
  FreeTable,
  freeTimesOf,
  type FreeInput,
} from '../../../subgraphs/cooperative/capacity/index.js';
import { at, occupation, resourceRules, serviceRules, ZONE } from '../capacity/builders.js';

const MONDAY = '2027-03-22';
const FOREVER = { from: -Infinity, to: Infinity };

function freeTable(input: Partial<FreeInput>, to = MONDAY, from = MONDAY): FreeTable {
  return new FreeTable(
    {
      timeZone: ZONE,
      country: 'FI',
      services: [serviceRules()],
      resources: [resourceRules()],
      occupations: [],
      ...input,
    },
    from,
    to,
  );
}

/** Of each resource: `pool: siivous piha 960`. */
function told(table: FreeTable): string[] {
  return table.resources.map((resource) => {
    const minutes = table.freeMinutes(table.tableOf(resource));
    return `${resource.rules.id}: ${[...resource.services, ...minutes].join(' ')}`;
  });
}

describe('what is free of several services', () => {
  const piha = serviceRules({ id: 'piha', resources: ['pool', 'car'], maxMinutesPerDay: 300 });

  it('names a resource once, with all that it does, and nothing that does not exist', () => {
    const siivous = serviceRules({ resources: ['gone', 'pool', 'pool'] });
    const table = freeTable({
      services: [siivous, piha],
      resources: [resourceRules({ id: 'car', size: 1 }), resourceRules()],
    });

    expect(told(table)).toEqual(['pool: siivous piha 960', 'car: piha 480']);
  });

  it('is of a resource what nobody has booked of it, for whatever, within its own budget', () => {
    const table = freeTable({
      services: [piha],
      resources: [resourceRules({ minutesPerDay: 600 })],
      occupations: [
        occupation(`${MONDAY}T08:00`, `${MONDAY}T10:00`, { service: 'elsewhere', quantity: 2 }),
        occupation(`${MONDAY}T10:00`, `${MONDAY}T11:00`, { resource: 'car', service: 'piha' }),
      ],
    });

    expect(told(table)).toEqual(['pool: piha 360']);
    expect(table.minutesLeft(table.budgetOf(piha))).toEqual([240]);
    expect(table.minutesLeft(table.budgetOf(serviceRules()))).toBeNull();
  });

  it('is never below nothing', () => {
    const taken = occupation(`${MONDAY}T06:00`, `${MONDAY}T20:00`, {
      service: 'piha',
      quantity: 2,
    });
    const table = freeTable({ services: [piha], occupations: [taken] });

    expect(told(table)).toEqual(['pool: piha 0']);
    expect(table.minutesLeft(table.budgetOf(piha))).toEqual([0]);
  });

  it('counts each day by itself: holidays, closures, nights of bookings, and days of 23 hours', () => {
    const night = resourceRules({
      size: 1,
      hours: [{ days: ['FR', 'SA', 'SU', 'MO'], from: '00:00', to: '24:00' }],
      closures: [{ from: '2027-03-27T12:00', to: '2027-03-27T13:00' }],
    });
    const table = freeTable(
      {
        resources: [night, resourceRules({ ...night, id: 'holy', worksOnPublicHolidays: true })],
        services: [serviceRules({ resources: ['pool', 'holy'] })],
        occupations: [occupation('2027-03-26T22:00', '2027-03-27T02:00', { resource: 'holy' })],
      },
      '2027-03-30',
      '2027-03-26',
    );

    // Good Friday, Saturday, Easter Sunday on which the clocks change, Easter Monday, Tuesday.
    expect(told(table)).toEqual([
      'pool: siivous 0 1380 0 0 0',
      'holy: siivous 1320 1260 1380 1440 0',
    ]);
  });

  it('is nothing where the days end before they begin', () => {
    expect(told(freeTable({}, '2027-03-21'))).toEqual(['pool: siivous']);
  });
});

describe('the times at which a resource is free', () => {
  const clock = (instant: number) =>
    new Date(instant).toLocaleTimeString('sv-SE', { timeZone: ZONE, timeStyle: 'short' });

  /** Such as `08:00–10:00`, and `08:00–10:00 until 10:20` where it is taken then. */
  function timesOf(
    input: Partial<FreeInput>,
    { bufferMinutes = 0, time = FOREVER, to = MONDAY } = {},
  ): string[] {
    const table = freeTable({ resources: [resourceRules({ size: 1 })], ...input }, to);
    const [resource] = table.resources;
    if (!resource) return [];
    return freeTimesOf(table.tableOf(resource), table.days, time, bufferMinutes).map(
      ({ from, to: until, takenFrom }) =>
        `${clock(from)}–${clock(until)}${takenFrom === null ? '' : ` until ${clock(takenFrom)}`}`,
    );
  }

  it('lie between what is booked and its buffers, and say when it is taken next where a buffer reaches that', () => {
    const occupations = [
      occupation(`${MONDAY}T10:00`, `${MONDAY}T11:00`, { bufferMinutes: 15 }),
      occupation(`${MONDAY}T11:15`, `${MONDAY}T12:00`),
      occupation(`${MONDAY}T16:10`, `${MONDAY}T17:00`),
    ];

    expect(timesOf({ occupations })).toEqual(['08:00–10:00', '12:00–16:00']);
    expect(timesOf({ occupations }, { bufferMinutes: 30 })).toEqual([
      '08:00–10:00 until 10:00',
      '12:00–16:00 until 16:10',
    ]);
    expect(timesOf({ occupations }, { bufferMinutes: 10 })).toEqual([
      '08:00–10:00 until 10:00',
      '12:00–16:00',
    ]);
  });

  it('go on while one unit is left', () => {
    const resources = [resourceRules({ size: 2 })];
    const occupations = [
      occupation(`${MONDAY}T09:00`, `${MONDAY}T11:00`),
      occupation(`${MONDAY}T10:00`, `${MONDAY}T12:00`),
    ];

    expect(timesOf({ resources, occupations })).toEqual(['08:00–10:00', '11:00–16:00']);
  });

  it('go over midnight, and are cut where what is asked about ends', () => {
    const nights = [
      { days: ['MO'], from: '20:00', to: '24:00' },
      { days: ['TU'], from: '00:00', to: '06:00' },
    ] as const;
    const resources = [resourceRules({ size: 1, hours: nights })];

    expect(timesOf({ resources }, { to: '2027-03-23' })).toEqual(['20:00–06:00']);
    expect(timesOf({ resources })).toEqual(['20:00–00:00']);
    expect(
      timesOf({ resources }, { time: { from: at(`${MONDAY}T21:30`), to: at(`${MONDAY}T23:00`) } }),
    ).toEqual(['21:30–23:00']);
    expect(timesOf({ resources }, { time: { from: Infinity, to: Infinity } })).toEqual([]);
  });
});
