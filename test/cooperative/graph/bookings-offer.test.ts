import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { at, bookableFile, Desk, MONDAY, resourceRow } from '../bookings/support.js';
import { serviceRow, startCooperative, type Json, type RunningCooperative } from '../support.js';

let karhu: RunningCooperative;

beforeEach(async () => {
  karhu = await startCooperative();
});
afterEach(() => karhu.close());

interface Day {
  readonly date: string;
  readonly status: string;
  readonly holiday: { readonly text: string } | null;
  readonly freeMinutes: number;
  readonly starts: readonly { readonly time: string; readonly places: number }[];
}

const ask = async <Field>(field: string, id = 'karhu:siivous') => {
  const { data, errors } = await karhu.ask<{ _entities: ({ field: Field | null } | null)[] }>(
    `query ($id: ID!) { _entities(representations: [{ __typename: "Service", id: $id }]) {
      ... on Service { field: ${field} } } }`,
    { id },
  );
  const [error] = errors ?? [];
  return {
    value: data._entities[0]?.field ?? null,
    code: error?.extensions.code,
    message: error?.message,
  };
};
const availability = (args: string, id?: string) =>
  ask<Day[]>(
    `availability(${args}) { date status holiday(language: "en") { text } freeMinutes starts { time places } }`,
    id,
  );
const quote = (args: string, id?: string) =>
  ask<Json>(
    `quote(${args}) { net vat gross currency lines { units unit unitNet net vatRate vat gross } }`,
    id,
  );

describe('Service.availability', () => {
  it('gives the worked example', async () => {
    karhu.clock.set(at('2027-03-22T09:00'));
    await karhu.import(
      bookableFile({
        resources: [resourceRow({ id: 'pool', kind: 'POOL', size: 2, minutesPerDay: 600 })],
        services: [
          serviceRow({
            resources: ['pool'],
            minMinutes: 120,
            gridMinutes: 30,
            bufferMinutes: 30,
            leadTimeMinutes: 1440,
          }),
        ],
        bookings: [
          {
            id: 'b1',
            service: 'siivous',
            resource: 'pool',
            from: '2027-03-24T08:00',
            to: '2027-03-24T10:00',
          },
        ],
      }),
    );

    const { value } = await availability('from: "2027-03-22", to: "2027-03-29", minutes: 180');

    expect(value?.map(({ date, status, freeMinutes }) => [date, status, freeMinutes])).toEqual([
      ['2027-03-22', 'TOO_SOON', 600],
      ['2027-03-23', 'OPEN', 600],
      ['2027-03-24', 'OPEN', 480],
      ['2027-03-25', 'OPEN', 600],
      ['2027-03-26', 'PUBLIC_HOLIDAY', 0],
      ['2027-03-27', 'CLOSED', 0],
      ['2027-03-28', 'PUBLIC_HOLIDAY', 0],
      ['2027-03-29', 'PUBLIC_HOLIDAY', 0],
    ]);
    expect(value?.[4]?.holiday?.text).toBe('Good Friday');
    expect(value?.[1]?.starts[0]).toEqual({ time: at('2027-03-23T09:00'), places: 2 });
    expect(value?.[2]?.starts.map(({ places }) => places)).toEqual([
      ...[1, 1, 1, 1, 1],
      ...[2, 2, 2, 2, 2, 2],
    ]);
  });

  it('gives the hours of a day of 25 hours, both that are called three', async () => {
    const hours = [{ days: ['SU'], from: '02:00', to: '05:00' }];
    await karhu.import(bookableFile({ resources: [resourceRow({ hours })] }));

    const { value } = await availability('from: "2027-10-31", to: "2027-10-31", minutes: 60');
    const held = await new Desk(karhu).hold({ legs: [{ start: '2027-10-31T01:00:00Z' }] });

    expect(value?.[0]?.starts.map(({ time }) => time.slice(11, 16))).toEqual([
      '23:00',
      '00:00',
      '01:00',
      '02:00',
    ]);
    expect(held.legs[0]?.bookings[0]?.end).toBe('2027-10-31T02:00:00.000Z');
  });

  it('asks for the shortest booking where no length is given', async () => {
    await karhu.import(bookableFile({ services: [serviceRow({ minMinutes: 240 })] }));

    const { value } = await availability(`from: "${MONDAY}", to: "${MONDAY}"`);

    expect(value?.[0]?.starts.at(-1)?.time).toBe(at(`${MONDAY}T12:00`));
  });

  it.each([
    ['from: "2027-03-22", to: "2027-03-21"', 'BAD_USER_INPUT'],
    ['from: "2027-03-22", to: "2027-06-23"', 'BAD_USER_INPUT'],
    ['from: "2027-03-22", to: "2027-03-22", minutes: 0', 'BAD_USER_INPUT'],
    ['from: "2027-03-22", to: "2027-03-22", minutes: 44641', 'BAD_USER_INPUT'],
    ['from: "2027-03-22", to: "2027-03-22", minutes: 59', 'BAD_USER_INPUT'],
    ['from: "2036-11-23", to: "2036-11-24"', 'BAD_USER_INPUT'],
  ])('refuses %s', async (args, code) => {
    await karhu.import(bookableFile());

    expect(await availability(args)).toMatchObject({ value: null, code });
  });

  it('is unknown of what is not on offer', async () => {
    const services = [serviceRow(), serviceRow({ id: 'hidden', published: false })];
    await karhu.import(bookableFile({ services }));
    await karhu.publish('karhu:siivous', false);
    const args = `from: "${MONDAY}", to: "${MONDAY}"`;

    expect(await availability(args)).toMatchObject({ value: null, code: 'NOT_FOUND' });
    expect(await availability(args, 'karhu:hidden')).toMatchObject({
      value: null,
      code: 'NOT_FOUND',
    });
  });

  it('says what the shortest booking is to who asks for less', async () => {
    await karhu.import(bookableFile({ services: [serviceRow({ minMinutes: 240 })] }));

    const { message } = await availability(`from: "${MONDAY}", to: "${MONDAY}", minutes: 180`);

    expect(message).toContain('240');
  });

  it('looks ten years ahead, and for stays of 31 days', async () => {
    await karhu.import(bookableFile());

    const { value } = await availability('from: "2036-11-23", to: "2036-11-23", minutes: 44640');

    expect(value).toHaveLength(1);
  });

  it('covers 93 days of 50 resources, but of a fine grid less', async () => {
    const resources = Array.from({ length: 50 }, (_none, index) => `w${index}`);
    await karhu.import(
      bookableFile({
        resources: resources.map((id) => resourceRow({ id })),
        services: [
          serviceRow({ resources, gridMinutes: 15 }),
          serviceRow({ id: 'fine', resources: ['w1'], gridMinutes: 1 }),
        ],
      }),
    );
    const ask = async (to: string, id: string) => {
      const { value, code } = await availability(`from: "2027-03-22", to: "${to}"`, id);
      return code ?? value?.length;
    };

    expect(await ask('2027-06-22', 'karhu:siivous')).toBe(93);
    expect(await ask('2027-04-21', 'karhu:fine')).toBe(31);
    expect(await ask('2027-04-22', 'karhu:fine')).toBe('BAD_USER_INPUT');
  });

  it('covers 93 days', async () => {
    await karhu.import(bookableFile());

    const { value } = await availability('from: "2027-03-22", to: "2027-06-22"');

    expect(value).toHaveLength(93);
  });
});

describe('Service.quote', () => {
  it('is one line, whether or not there is a place', async () => {
    await karhu.import(bookableFile());

    const { value } = await quote(`start: "${at(`${MONDAY}T03:00`)}", minutes: 90, quantity: 2`);

    const amounts = { net: '84.00', vat: '21.42', gross: '105.42' };
    expect(value).toEqual({
      ...amounts,
      currency: 'EUR',
      lines: [{ ...amounts, units: '3', unit: 'HOUR', unitNet: '28.00', vatRate: '25.5' }],
    });
  });

  it('is for one where the quantity is null', async () => {
    await karhu.import(bookableFile());

    const { value } = await quote(`start: "2027-03-22T09:00:00Z", minutes: 60, quantity: null`);

    expect(value).toMatchObject({ net: '28.00' });
  });

  it('is for the next ten years', async () => {
    await karhu.import(bookableFile());

    const last = await quote('start: "2036-11-23T09:00:00Z", minutes: 60');
    const next = await quote('start: "2036-11-23T09:01:00Z", minutes: 60');

    expect([last.code, next.code]).toEqual([undefined, 'BAD_USER_INPUT']);
  });

  it.each(['minutes: 0', 'minutes: 60, quantity: 0', 'minutes: 527041'])(
    'refuses %s',
    async (args) => {
      await karhu.import(bookableFile());

      const answer = await quote(`start: "2027-03-22T09:00:00Z", ${args}`);

      expect(answer).toMatchObject({ value: null, code: 'BAD_USER_INPUT' });
    },
  );
});
