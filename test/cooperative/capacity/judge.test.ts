import { describe, expect, it } from '@jest/globals';
import {
  judgeLeg,
  type CapacityInput,
  type Leg,
  type Verdict,
} from '../../../subgraphs/cooperative/capacity/index.js';
import {
  availabilityOf,
  AROUND_THE_CLOCK,
  at,
  capacityInput,
  leg,
  occupation,
  resourceRules,
  serviceRules,
} from './builders.js';

const MOST = 2_147_483_647;

function summary(verdict: Verdict): string {
  if (verdict.kind === 'refused') return verdict.code;
  return verdict.shares.map(({ resource, quantity }) => `${resource}:${quantity}`).join(' ');
}

describe('a refused leg', () => {
  const input = capacityInput({
    service: serviceRules({ minMinutes: 60, bufferMinutes: 30, leadTimeMinutes: 1440 }),
    resources: [resourceRules({ minutesPerDay: 600 })],
    occupations: [occupation('2027-03-24T12:00', '2027-03-24T14:00', { bufferMinutes: 30 })],
    now: at('2027-03-22T09:00'),
  });

  it.each<[Leg, string]>([
    [
      leg('2027-03-22T08:30', 60),
      'IN_THE_PAST: Wanted a start at 2027-03-22T09:00 or later, got 2027-03-22T08:30.',
    ],
    [leg('2027-03-24T08:10', 60), 'OFF_GRID: Wanted a start on the 30-minute grid, got 08:10.'],
    [
      { ...leg('2027-03-24T08:00', 60), startsAt: at('2027-03-24T08:00') + 1_000 },
      'OFF_GRID: Wanted a start on the 30-minute grid, got 08:00:01.',
    ],
    [leg('2027-03-24T08:00', 59), 'TOO_SHORT: Wanted at least 60 minutes, got 59.'],
    [
      leg('2027-03-26T08:00', 60),
      'PUBLIC_HOLIDAY: Wanted a working day, got 60 minutes from 2027-03-26T08:00 on the public holiday 2027-03-26 (pitkäperjantai).',
    ],
    [
      leg('2027-03-24T07:30', 60),
      'OUTSIDE_HOURS: Wanted a time within the opening hours, got 60 minutes from 2027-03-24T07:30.',
    ],
    [
      leg('2027-03-22T10:00', 60),
      'TOO_SOON: Wanted a start at 2027-03-23T09:00 or later, got 2027-03-22T10:00.',
    ],
    [
      leg('2027-03-24T08:00', 60, { quantity: 3 }),
      'CAPACITY_EXCEEDED: Wanted at most 2 at a time for 60 minutes from 2027-03-24T08:00, got 3.',
    ],
    [
      leg('2027-03-24T08:00', 330, { quantity: 2 }),
      'CAPACITY_EXCEEDED: Wanted at most 1 at a time for 330 minutes from 2027-03-24T08:00, got 2.',
    ],
    [
      leg('2027-03-24T12:00', 60, { quantity: 2 }),
      'SLOT_TAKEN: Wanted a start with 2 free for 60 minutes, got 2027-03-24T12:00 with 1 left by other bookings.',
    ],
  ])('says what was wanted and what came: %j', (asked, text) => {
    const verdict = judgeLeg(input, asked);

    expect(verdict.kind === 'refused' && `${verdict.code}: ${verdict.message}`).toBe(text);
  });

  it('gets the first code of those that apply', () => {
    const past = { ...leg('2027-03-19T08:10', 1, { quantity: 9 }) };
    const soon = occupation('2027-03-22T11:00', '2027-03-22T12:00');
    const busy = { ...input, occupations: [...input.occupations, soon] };
    const order: Leg[] = [
      past,
      { ...past, startsAt: at('2027-03-26T07:10') },
      { ...past, startsAt: at('2027-03-26T07:00') },
      { ...past, startsAt: at('2027-03-26T07:00'), minutes: 60 },
      { ...past, startsAt: at('2027-03-22T15:30'), minutes: 60 },
      { ...past, startsAt: at('2027-03-22T15:00'), minutes: 60 },
      { ...past, startsAt: at('2027-03-22T11:00'), minutes: 60, quantity: 2 },
      { ...past, startsAt: at('2027-03-22T15:00'), minutes: 60, quantity: 2 },
    ];

    expect(order.map((asked) => summary(judgeLeg(busy, asked)))).toEqual([
      'IN_THE_PAST',
      'OFF_GRID',
      'TOO_SHORT',
      'PUBLIC_HOLIDAY',
      'OUTSIDE_HOURS',
      'CAPACITY_EXCEEDED',
      'SLOT_TAKEN',
      'TOO_SOON',
    ]);
  });

  it('is judged by the minute of the lead time and of now', () => {
    const now = at('2027-03-23T08:00');

    expect(summary(judgeLeg({ ...input, now }, leg('2027-03-24T08:00', 60)))).toBe('pool:1');
    expect(summary(judgeLeg({ ...input, now: now + 1 }, leg('2027-03-24T08:00', 60)))).toBe(
      'TOO_SOON',
    );
    const service = serviceRules();
    expect(summary(judgeLeg({ ...input, now, service }, leg('2027-03-23T08:00', 30)))).toBe(
      'pool:1',
    );
    expect(
      summary(judgeLeg({ ...input, now: now + 1, service }, leg('2027-03-23T08:00', 30))),
    ).toBe('IN_THE_PAST');
  });

  it('touches a holiday on any of its days', () => {
    const resources = [resourceRules({ hours: AROUND_THE_CLOCK })];

    expect(summary(judgeLeg({ ...input, resources }, leg('2027-03-25T22:00', 120)))).toBe('pool:1');
    expect(summary(judgeLeg({ ...input, resources }, leg('2027-03-25T22:00', 121)))).toBe(
      'PUBLIC_HOLIDAY',
    );
  });

  it('for one resource is judged by that resource alone', () => {
    const both = {
      ...input,
      service: serviceRules({ resources: ['pool', 'night', 'gone'] }),
      resources: [
        resourceRules(),
        resourceRules({ id: 'night', worksOnPublicHolidays: true, size: 1 }),
      ],
    };
    const verdictOn = (resource: string | null, date: string, quantity = 1) =>
      summary(judgeLeg(both, leg(`${date}T08:00`, 60, { resource, quantity })));

    expect(verdictOn('pool', '2027-03-26')).toBe('PUBLIC_HOLIDAY');
    expect(verdictOn('night', '2027-03-26')).toBe('night:1');
    expect(verdictOn(null, '2027-03-26')).toBe('night:1');
    expect(verdictOn('night', '2027-03-24', 2)).toBe('CAPACITY_EXCEEDED');
    expect(verdictOn('gone', '2027-03-24')).toBe('OUTSIDE_HOURS');
    expect(verdictOn('stranger', '2027-03-24')).toBe('OUTSIDE_HOURS');
  });
});

describe('a leg that is spread', () => {
  const resource = (id: string, size: number) => resourceRules({ id, size });
  const input = capacityInput({
    service: serviceRules({ resources: ['b', 'a', 'c', 'b'] }),
    resources: [resource('a', 1), resource('b', 2), resource('c', 3)],
  });
  const spread = (quantity: number, over: Partial<CapacityInput> = {}) =>
    summary(judgeLeg({ ...input, ...over }, leg('2027-03-24T08:00', 60, { quantity })));

  it('is on one resource where one can take it, the first in the service’s order', () => {
    expect([spread(1), spread(2), spread(3)]).toEqual(['b:1', 'b:2', 'c:3']);
  });

  it('is on several in the service’s order where none can', () => {
    expect([spread(4), spread(6), spread(7)]).toEqual([
      'b:2 a:1 c:1',
      'b:2 a:1 c:3',
      'CAPACITY_EXCEEDED',
    ]);
  });

  it('keeps within the budget of the service', () => {
    const service = { ...input.service, maxMinutesPerDay: 300 };

    expect([spread(5, { service }), spread(6, { service })]).toEqual([
      'b:2 a:1 c:2',
      'CAPACITY_EXCEEDED',
    ]);
  });

  it('keeps within the budget of each resource', () => {
    const resources = input.resources.map((rules) => ({ ...rules, minutesPerDay: 60 }));

    expect([spread(3, { resources }), spread(4, { resources })]).toEqual([
      'b:1 a:1 c:1',
      'CAPACITY_EXCEEDED',
    ]);
  });
});

describe('a booking', () => {
  const booked = occupation('2027-03-24T10:00', '2027-03-24T11:00', { bufferMinutes: 30 });
  const input = capacityInput({
    resources: [resourceRules({ size: 1 })],
    occupations: [booked],
  });
  const verdictAt = (time: string, over: Partial<CapacityInput> = {}) =>
    summary(judgeLeg({ ...input, ...over }, leg(`2027-03-24T${time}`, 60)));

  it('is free again its own buffer after its end, whatever the new one’s is', () => {
    expect([verdictAt('11:00'), verdictAt('11:30')]).toEqual(['SLOT_TAKEN', 'pool:1']);
  });

  it('is not run into by the buffer of a new one', () => {
    const service = serviceRules({ bufferMinutes: 30 });

    expect([verdictAt('09:00'), verdictAt('09:00', { service })]).toEqual(['pool:1', 'SLOT_TAKEN']);
    expect(verdictAt('08:30', { service })).toBe('pool:1');
  });

  it('is not run into by a buffer on the next day either', () => {
    const asked = (bufferMinutes: number) => {
      const service = serviceRules({ bufferMinutes });
      return summary(judgeLeg({ ...input, service }, leg('2027-03-23T15:00', 60)));
    };

    expect([asked(18 * 60), asked(18 * 60 + 1)]).toEqual(['pool:1', 'SLOT_TAKEN']);
  });

  it('needs no buffer at opening, at closing and around closures', () => {
    const service = serviceRules({ bufferMinutes: 600 });
    const closures = [{ from: '2027-03-24T12:00', to: '2027-03-24T13:00' }];
    const over = {
      service,
      occupations: [],
      resources: [resourceRules({ size: 1, closures })],
    };

    expect(['08:00', '11:00', '13:00', '15:00'].map((time) => verdictAt(time, over))).toEqual(
      Array<string>(4).fill('pool:1'),
    );
    expect(['11:30', '12:00', '12:30'].map((time) => verdictAt(time, over))).toEqual(
      Array<string>(3).fill('OUTSIDE_HOURS'),
    );
  });

  it('of another service takes the same people, and of its own service counts on any resource', () => {
    const service = serviceRules({ maxMinutesPerDay: 120 });
    const other = { ...booked, service: 'ikkunanpesu' };
    const elsewhere = { ...booked, resource: 'not-of-this-service' };
    const freeWith = (occupations: CapacityInput['occupations']) =>
      availabilityOf(
        { ...input, service, occupations, resources: [resourceRules({ minutesPerDay: 150 })] },
        '2027-03-24',
        '2027-03-24',
        60,
      ).map(({ freeMinutes }) => freeMinutes)[0];

    expect(freeWith([])).toBe(120);
    expect(freeWith([other])).toBe(90);
    expect(freeWith([booked])).toBe(60);
    expect(freeWith([elsewhere])).toBe(60);
    expect(freeWith([other, booked])).toBe(30);
    expect(verdictAt('08:00', { service, occupations: [other] })).toBe('pool:1');
    expect(verdictAt('10:00', { service, occupations: [other] })).toBe('SLOT_TAKEN');
    expect(verdictAt('10:00', { service, occupations: [elsewhere] })).toBe('pool:1');
    expect(verdictAt('08:00', { service, occupations: [elsewhere, elsewhere] })).toBe('SLOT_TAKEN');
  });

  it('beyond what there is leaves nothing, and no less than nothing', () => {
    const occupations = [{ ...booked, quantity: 900 }];

    expect(verdictAt('10:00', { occupations })).toBe('SLOT_TAKEN');
    expect(availabilityOf({ ...input, occupations }, '2027-03-24', '2027-03-24', 60)).toMatchObject(
      [{ freeMinutes: 0, status: 'OPEN' }],
    );
  });
});

describe('a huge number', () => {
  const always = capacityInput({
    resources: [
      resourceRules({ size: MOST, hours: AROUND_THE_CLOCK, worksOnPublicHolidays: true }),
    ],
  });

  it('of minutes is outside the hours, even of a place that never closes', () => {
    expect(summary(judgeLeg(always, leg('2027-03-24T08:00', 366 * 1440)))).toBe('pool:1');
    expect(summary(judgeLeg(always, leg('2027-03-24T08:00', 366 * 1440 + 1)))).toBe(
      'OUTSIDE_HOURS',
    );
    expect(summary(judgeLeg(always, leg('2027-03-24T08:00', MOST)))).toBe('OUTSIDE_HOURS');
    expect(availabilityOf(always, '2027-03-24', '2027-03-24', MOST)).toMatchObject([
      { starts: [], status: 'OUTSIDE_HOURS' },
    ]);
  });

  it('of units is counted, not stepped through', () => {
    const most = leg('2027-03-24T08:00', 60, { quantity: MOST });

    expect(summary(judgeLeg(always, most))).toBe(`pool:${MOST}`);
    expect(
      summary(
        judgeLeg(
          {
            ...always,
            occupations: [
              occupation('2027-03-24T08:00', '2027-03-25T08:00', { quantity: MOST - 5 }),
            ],
          },
          { ...most, quantity: 6 },
        ),
      ),
    ).toBe('SLOT_TAKEN');
  });

  it('of minutes in a minimum, a buffer or a lead time breaks nothing', () => {
    const of = (fields: Parameters<typeof serviceRules>[0]) =>
      summary(judgeLeg({ ...always, service: serviceRules(fields) }, leg('2027-03-24T08:00', 60)));

    expect(of({ minMinutes: MOST })).toBe('TOO_SHORT');
    expect(of({ bufferMinutes: MOST })).toBe('pool:1');
    expect(of({ leadTimeMinutes: MOST })).toBe('TOO_SOON');
  });
});
