import { readLinks } from '../../../subgraphs/cooperative/calendar/read-links.js';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  cooperativeFile,
  serviceRow,
  startCooperative,
  type Json,
  type RunningCooperative,
} from '../support.js';

interface Payload {
  readonly closures: number | null;
  readonly conflictingBookings: number | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly field: readonly string[] | null;
  }[];
}

const IMPORT = `mutation Import($input: ImportBusyCalendarInput!) {
  importBusyCalendar(input: $input) {
    closures conflictingBookings userErrors { code message field }
  }
}`;

const HOLD = `mutation Hold($input: HoldBookingsInput!) {
  holdBookings(input: $input) { legs { state } userErrors { code } }
}`;

function calendar(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

/** One event, with what must not be kept. */
function event(start: string, duration: string): string[] {
  return [
    ...['BEGIN:VEVENT', `UID:salainen-uid-${start}@example.org`, 'SUMMARY:Salainen tapaaminen'],
    ...['DESCRIPTION:Salainen asia', 'ATTENDEE;CN=Salainen Nimi:mailto:salainen@example.org'],
    ...['LOCATION:Salainen paikka', `DTSTART;TZID=Europe/Helsinki:${start}`],
    ...[`DURATION:${duration}`, 'END:VEVENT'],
  ];
}

const resource = (row: Json = {}): Json => ({
  id: 'w1',
  kind: 'WORKER',
  size: 1,
  hours: [{ days: ['MO', 'TU', 'WE', 'TH', 'FR'], from: '08:00', to: '16:00' }],
  ...row,
});

describe('importBusyCalendar', () => {
  let karhu: RunningCooperative;
  let holds = 0;

  beforeEach(async () => {
    karhu = await startCooperative();
    await karhu.import(
      cooperativeFile({
        resources: [resource(), resource({ id: 'w2' })],
        services: [serviceRow({ minMinutes: 60, gridMinutes: 60 })],
        bookings: [
          ...['2026-11-24T08:00 2026-11-24T10:00', '2026-11-25T12:00 2026-11-25T14:00'].map(
            (time, index) => ({
              id: `b${index}`,
              service: 'siivous',
              resource: 'w1',
              from: time.slice(0, 16),
              to: time.slice(17),
              quantity: 1,
              state: 'CONFIRMED',
            }),
          ),
        ],
      }),
    );
  });
  afterEach(() => karhu.close());

  async function importCalendar(ics: string, more: Json = {}): Promise<Payload> {
    const input = { id: 'karhu:w1', ics, ...more };
    const { data } = await karhu.ask<{ importBusyCalendar: Payload }>(IMPORT, { input });
    return data.importBusyCalendar;
  }

  /** HELD, or the code of the refusal. @param start - Wall time of an hour in winter. */
  async function hold(start: string): Promise<string | undefined> {
    holds += 1;
    const input = {
      idempotencyKey: `hold-${holds}`,
      cooperative: 'karhu',
      orderId: `order-${holds}`,
      orderReference: 'K-1',
      municipality: 'FI-609',
      holdMinutes: 15,
      legs: [
        {
          leg: 0,
          serviceId: 'karhu:siivous',
          start: `${start}:00+02:00`,
          minutes: 60,
          quantity: 1,
        },
      ],
    };
    const { data } = await karhu.ask<{
      holdBookings: { legs: { state: string }[]; userErrors: { code: string }[] };
    }>(HOLD, { input });
    const { legs, userErrors } = data.holdBookings;
    return userErrors[0]?.code ?? legs[0]?.state;
  }

  async function stored(name: string): Promise<object[]> {
    return await karhu.database.connection.collection(name).find().toArray();
  }

  it('closes the resource while its own calendar is busy', async () => {
    const before = await hold('2026-11-26T09:00');

    const payload = await importCalendar(
      calendar(...event('20261126T100000', 'PT2H'), ...event('20261126T140000', 'PT2H')),
    );

    expect(payload).toEqual({ closures: 2, conflictingBookings: 0, userErrors: [] });
    expect([before, await hold('2026-11-26T10:00'), await hold('2026-11-26T15:00')]).toEqual([
      'HELD',
      'OUTSIDE_HOURS',
      'OUTSIDE_HOURS',
    ]);
    expect(await hold('2026-11-26T12:00')).toBe('HELD');
  });

  it('keeps the times alone, as wall times', async () => {
    await importCalendar(calendar(...event('20261126T100000', 'PT2H')));

    expect(await stored('calendars')).toEqual([
      { _id: 'w1', closures: [{ from: '2026-11-26T10:00', to: '2026-11-26T12:00' }] },
    ]);
    const names = await karhu.database.connection.listCollections();
    const rows = await Promise.all(names.map(({ name }) => stored(name)));
    expect(JSON.stringify(rows)).not.toMatch(/salainen/i);
  });

  it('counts the confirmed bookings that it meets, and lets them stand', async () => {
    await hold('2026-11-24T12:00');

    const payload = await importCalendar(calendar(...event('20261124T090000', 'P1DT3H')));

    // The second booking begins as the closure ends; the hold is confirmed by nobody yet.
    expect(payload).toEqual({ closures: 1, conflictingBookings: 1, userErrors: [] });
    expect(await stored('bookings')).toHaveLength(3);
  });

  it('only counts on a dry run', async () => {
    const ics = calendar(...event('20261124T080000', 'PT4H'));

    const payload = await importCalendar(ics, { dryRun: true });

    expect(payload).toEqual({ closures: 1, conflictingBookings: 1, userErrors: [] });
    expect(await stored('calendars')).toEqual([]);
    expect(await hold('2026-11-24T10:00')).toBe('HELD');
  });

  it('replaces what was imported before; an empty calendar clears it', async () => {
    await importCalendar(calendar(...event('20261126T080000', 'PT4H')));
    await importCalendar(calendar(...event('20261126T120000', 'PT4H')));
    const seen = [await hold('2026-11-26T08:00'), await hold('2026-11-26T12:00')];

    const payload = await importCalendar(calendar());

    expect(seen).toEqual(['HELD', 'OUTSIDE_HOURS']);
    expect(payload).toEqual({ closures: 0, conflictingBookings: 0, userErrors: [] });
    expect(await hold('2026-11-26T12:00')).toBe('HELD');
  });

  it('conflicts with holds on the resource when it changes something, and is no write when it does not', async () => {
    const ics = calendar(...event('20261126T080000', 'PT4H'));
    await hold('2026-11-27T08:00');
    const writes = async (): Promise<unknown[]> => [await stored('guards'), await stored('meta')];

    const atFirst = await writes();
    await importCalendar(ics);
    const imported = await writes();
    await importCalendar(ics);

    expect(imported).not.toEqual(atFirst);
    expect(JSON.stringify(imported[0])).not.toBe(JSON.stringify(atFirst[0]));
    expect(await writes()).toEqual(imported);
  });

  it('tells of a change once, and of none when nothing changes', async () => {
    const ics = calendar(...event('20261126T080000', 'PT4H'));
    const noteChange = jest.spyOn(karhu.server.refresher, 'noteChange');

    await importCalendar(ics, { dryRun: true });
    await importCalendar(ics);
    await importCalendar(ics);

    expect(noteChange).toHaveBeenCalledTimes(1);
  });

  it('leaves the feed’s revision as it is: it changes no listing', async () => {
    const { revision } = await karhu.feed();

    await importCalendar(calendar(...event('20261126T080000', 'PT4H')));

    expect((await karhu.feed()).revision).toBe(revision);
  });

  it.each([
    ['another resource', { id: 'karhu:w9' }, 'NOT_FOUND', ['id']],
    ['the cooperative itself', { id: 'karhu' }, 'NOT_FOUND', ['id']],
    ['another cooperative’s resource', { id: 'lumo:w1' }, 'FORBIDDEN', ['id']],
    ['no id', { id: 'w1:' }, 'BAD_USER_INPUT', ['id']],
    ['a page', { ics: '<html>' }, 'BAD_USER_INPUT', ['ics']],
    ['half a calendar', { ics: calendar().slice(0, 30) }, 'BAD_USER_INPUT', ['ics']],
    ['too much', { ics: calendar(`X:${'x'.repeat(1_000_000)}`) }, 'BAD_USER_INPUT', ['ics']],
  ])('refuses %s', async (_what, input, code, field) => {
    await importCalendar(calendar(...event('20261126T080000', 'PT4H')));
    const before = await stored('calendars');

    const payload = await importCalendar(calendar(), input);

    expect(payload).toEqual({
      closures: null,
      conflictingBookings: null,
      userErrors: [{ code, field, message: expect.stringMatching(/^.{10,400}$/) }],
    });
    expect(await stored('calendars')).toEqual(before);
  });
});

describe('A cooperative’s server', () => {
  it('gives the busy calendar of what is booked', async () => {
    const karhu = await startCooperative();
    await karhu.import(
      cooperativeFile({
        resources: [resource()],
        bookings: [
          {
            ...{ id: 'b1', service: 'siivous', resource: 'w1', quantity: 1, state: 'CONFIRMED' },
            ...{ from: '2026-11-24T08:00', to: '2026-11-24T10:00' },
          },
        ],
      }),
    );

    const [link] = await readLinks(karhu.server.dataSource.calendars, 'karhu', 'w1');
    const response = await fetch(`${karhu.url}${link?.path ?? ''}`);

    expect(await response.text()).toContain(
      'DTSTART:20261124T060000Z\r\nDTEND:20261124T080000Z\r\n',
    );
    await karhu.close();
  });
});
