import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exportCooperative } from '../../../subgraphs/cooperative/data-source/export-file.js';
import {
  at,
  bookableFile,
  customer,
  Desk,
  MONDAY,
  resourceRow,
  statesOf,
  type LegsPayload,
} from '../bookings/support.js';
import { serviceRow, startCooperative, type Json, type RunningCooperative } from '../support.js';

const ALWAYS = [{ days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], from: '00:00', to: '24:00' }];
const ORDERS = ['order-0', 'order-1', 'order-2', 'order-3'];

/** Ordinary hours, and those of the night on which the clocks show three o'clock twice. */
const STARTS = [
  at(`${MONDAY}T09:00`),
  at(`${MONDAY}T10:00`),
  at(`${MONDAY}T11:00`),
  '2027-10-31T00:00:00.000Z',
  '2027-10-31T01:00:00.000Z',
];

const FILE = bookableFile({
  resources: [
    resourceRow({ id: 'a', size: 1, hours: ALWAYS }),
    resourceRow({ id: 'b', size: 2, hours: ALWAYS }),
  ],
  services: [
    serviceRow({ id: 'both', resources: ['a', 'b'], gridMinutes: 60 }),
    serviceRow({ id: 'one', resources: ['a'], gridMinutes: 60, maxMinutesPerDay: 180 }),
  ],
  bookings: [
    ...[
      { id: 'own', service: 'one', resource: 'a', from: `${MONDAY}T12:00`, to: `${MONDAY}T13:00` },
    ],
  ],
});

/** A command with its key, to be given as often as one likes. */
interface Command {
  readonly act: 'hold' | 'enrol' | 'confirm' | 'extend' | 'release' | 'cancel' | 'move';
  readonly input: Json;
}

const anyOrder = fc.constantFrom(...ORDERS);
const anyStart = fc.constantFrom(...STARTS);
const anyLeg = fc.record({
  serviceId: fc.constantFrom('karhu:both', 'karhu:one'),
  start: anyStart,
  quantity: fc.constantFrom(1, 1, 2, 3),
});
const anyCommand: fc.Arbitrary<Omit<Command, 'input'> & { readonly input: Json }> = fc
  .tuple(
    fc.constantFrom(
      ...(['hold', 'hold', 'enrol', 'enrol', 'enrol', 'confirm', 'confirm'] as const),
      ...(['extend', 'release', 'cancel', 'move', 'move'] as const),
    ),
    anyOrder,
    fc.array(anyLeg, { minLength: 1, maxLength: 2 }),
    anyStart,
    fc.boolean(),
    fc.uuid(),
  )
  .map(([act, orderId, legs, start, isWhole, idempotencyKey]) => {
    const named = { orderId, idempotencyKey };
    switch (act) {
      case 'hold':
        return {
          act,
          input: { ...named, isEachForItself: !isWhole, agreedByPhone: isWhole, legs },
        };
      case 'enrol':
        return { act, input: { ...named, leg: legs[0], customer: customer(`Buyer ${orderId}`) } };
      case 'move':
        return { act, input: { ...named, start } };
      case 'extend':
        return { act, input: named };
      case 'confirm':
        return {
          act,
          input: { ...named, customer: { ...customer(), email: 'maija@example.org' } },
        };
      case 'release':
      case 'cancel':
        return { act, input: isWhole ? named : { ...named, legs: [0] } };
    }
  });

const give = (desk: Desk, { act, input }: Command): Promise<LegsPayload> => desk[act](input);

/** The same but for ids that are made at random. */
const withoutIds = (payload: LegsPayload) => ({
  ...payload,
  legs: payload.legs.map((leg) => ({
    ...leg,
    bookings: leg.bookings
      .map((booking) => ({ ...booking, id: '' }))
      .sort((a, b) => (a.resourceId < b.resourceId ? -1 : 1)),
  })),
});

describe('A cooperative that is exported and imported elsewhere', () => {
  let karhu: RunningCooperative;
  let copy: RunningCooperative;
  let desk: Desk;
  let other: Desk;

  beforeEach(async () => {
    karhu = await startCooperative();
    copy = await startCooperative({ clock: karhu.clock });
    [desk, other] = [new Desk(karhu), new Desk(copy)];
    await karhu.import(FILE);
  });
  afterEach(async () => {
    await copy.close();
    await karhu.close();
  });

  /** Through text, as a file is. */
  const exported = async (running: RunningCooperative): Promise<Json> =>
    JSON.parse(JSON.stringify(await exportCooperative(running.server.dataSource))) as Json;

  const empty = async (): Promise<void> => {
    for (const running of [karhu, copy]) {
      const { connection } = running.database;
      for (const name of ['bookings', 'waiting', 'commands', 'calendars']) {
        await connection.collection(name).deleteMany({});
      }
    }
    await copy.database.connection.collection('cooperatives').deleteMany({});
    await karhu.import(FILE);
  };

  it('has every booking as it was, and answers every command as it would have been', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyCommand, { minLength: 3, maxLength: 16 }),
        fc.array(anyCommand, { minLength: 1, maxLength: 5 }),
        async (commands, later) => {
          await empty();
          const answers = [];
          for (const command of commands) answers.push(await give(desk, command));
          const file = await exported(karhu);

          const { userErrors } = await copy.import(file);

          expect(userErrors).toEqual([]);
          expect(await exported(copy)).toEqual(file);
          for (const order of ORDERS) {
            expect(await other.read(order)).toEqual(await desk.read(order));
          }
          for (const [index, command] of commands.entries()) {
            expect(await give(other, command)).toEqual(answers[index]);
          }
          for (const command of later) {
            const [here, there] = [await give(desk, command), await give(other, command)];
            expect(withoutIds(there)).toEqual(withoutIds(here));
          }
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('lets the customer go on with the order: confirm, move and call off', async () => {
    const leg = { serviceId: 'karhu:both', start: STARTS[0] };
    await desk.hold({ legs: [leg] });
    await copy.import(await exported(karhu));

    const confirmed = await other.confirm({});
    const moved = await other.move({ start: STARTS[1] });
    const cancelled = await other.cancel({});

    expect([confirmed, moved, cancelled].map(statesOf)).toEqual([
      ['CONFIRMED'],
      ['CONFIRMED'],
      ['CANCELLED'],
    ]);
    expect((await other.hold({ legs: [leg] })).userErrors[0]?.code).toBe('INVALID_STATE');
  });

  it('keeps what staff have done, and the line of those who wait', async () => {
    karhu.clock.set(at(`${MONDAY}T12:00`));
    await desk.staff('completeBooking', { id: 'karhu:own', deliveredMinutes: 50 });
    const leg = { serviceId: 'karhu:one', start: STARTS[3] };
    await desk.enrol({ orderId: 'first', leg });
    await desk.enrol({ orderId: 'second', leg });
    await desk.enrol({ orderId: 'third', leg });
    await copy.import(await exported(karhu));

    const done = await other.staff('completeBooking', { id: 'karhu:own', deliveredMinutes: 50 });
    expect((await other.read('third')).legs[0]?.waitingPosition).toBe(1);
    await other.cancel({ orderId: 'first' });

    expect(done.booking?.history.map(({ kind }) => kind)).toEqual(['IMPORTED', 'COMPLETED']);
    expect(statesOf(await other.read('second'))).toEqual(['CONFIRMED']);
    expect(statesOf(await other.read('third'))).toEqual(['REQUESTED']);
  });

  it('keeps bookings of a resource that is gone, and closures of imported calendars', async () => {
    await desk.hold({ legs: [{ serviceId: 'karhu:both', resourceId: 'karhu:b' }] });
    await desk.confirm({});
    const ics = [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', 'BEGIN:VEVENT', 'UID:a'],
      ...['DTSTAMP:20261101T000000Z', 'DTSTART:20270323T080000Z', 'DTEND:20270323T100000Z'],
      ...['END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n');
    await karhu.ask(
      `mutation ($ics: String!) { importBusyCalendar(input: { id: "karhu:a", ics: $ics }) { closures } }`,
      { ics },
    );
    await karhu.import({
      ...FILE,
      resources: (FILE['resources'] as Json[]).slice(0, 1),
      services: [
        serviceRow({ id: 'one', resources: ['a'], gridMinutes: 60, maxMinutesPerDay: 180 }),
      ],
    });

    const { userErrors } = await copy.import(await exported(karhu));

    expect(userErrors).toEqual([]);
    expect(await other.read('order-1')).toEqual(await desk.read('order-1'));
    expect(statesOf(await other.read('order-1'))).toEqual(['CONFIRMED']);
    const starts = await desk.starts('2027-03-23', 'one');
    expect(starts).not.toContain('10:00 1');
    expect(await other.starts('2027-03-23', 'one')).toEqual(starts);
  });

  it('keeps what is overbooked since a resource became smaller', async () => {
    await desk.hold({ legs: [{ serviceId: 'karhu:both', resourceId: 'karhu:b', quantity: 2 }] });
    const [a, b] = FILE['resources'] as Json[];
    await karhu.import({ ...FILE, resources: [a, { ...b, size: 1 }] });

    const { userErrors } = await copy.import(await exported(karhu));

    expect(userErrors).toEqual([]);
    expect(statesOf(await other.read('order-1'))).toEqual(['HELD']);
  });
});
