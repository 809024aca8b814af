import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportCooperative } from '../../subgraphs/cooperative/data-source/export-file.js';
import { serviceRow, startCooperative, type Json, type RunningCooperative } from './support.js';
import { withRoles } from '../shared/identity/policy/askers.js';
import {
  at,
  bookableFile,
  codesOf,
  customer,
  Desk,
  MONDAY,
  resourceRow,
  type LegsPayload,
} from './bookings/support.js';

const DETAILS = {
  place: {
    ...{ street: 'Itsenäisyydenkatu 4', postalCode: '28100', municipality: 'FI-609' },
    ...{ latitude: 61.4851, longitude: 21.7974, accessNote: 'Ovikoodi 1917' },
  },
  ...{ wish: 'Kissa ei saa päästä ulos', reference: 'Kustannuspaikka 12', language: 'fi' },
  invoicing: { eInvoiceAddress: '0216:003715728600', operator: null },
};
const CUSTOMER = `customer { name details { wish reference language invoicing { eInvoiceAddress operator }
  place { street postalCode municipality latitude longitude accessNote } } }`;

let karhu: RunningCooperative;
let desk: Desk;

beforeEach(async () => {
  karhu = await startCooperative();
  desk = new Desk(karhu);
  await karhu.import(
    bookableFile({
      resources: [resourceRow({ id: 'seats', kind: 'SEATS', size: 1 })],
      services: [
        serviceRow({
          ...{ id: 'kurssi', kind: 'TRAINING', unit: 'SEAT' },
          ...{ resources: ['seats'], gridMinutes: 60 },
        }),
      ],
    }),
  );
});
afterEach(() => karhu.close());

const LEG = { serviceId: 'karhu:kurssi' };
const seenAs = async ({ legs }: LegsPayload, ...roles: readonly string[]) => {
  const rows = legs.flatMap(({ bookings }) =>
    bookings.map(({ id }) => ({ __typename: 'Booking', id })),
  );
  const { data } = await karhu.ask<{ _entities: ({ customer: Json | null } | null)[] }>(
    `query ($rows: [_Any!]!) { _entities(representations: $rows) { ... on Booking { ${CUSTOMER} } } }`,
    { rows },
    { process: 'gateway', scope: 'act', caller: withRoles(...roles).caller },
  );
  return data._entities.map((row) => row?.customer ?? null);
};

describe('what an order says beside what and when', () => {
  it('is kept with the confirmation, for the staff alone, and through a move', async () => {
    await desk.hold({ legs: [LEG] });
    const confirmed = await desk.confirm({ details: DETAILS });
    const moved = await desk.move({ start: at(`${MONDAY}T11:00`) });

    expect(confirmed.userErrors).toEqual([]);
    for (const payload of [confirmed, moved]) {
      expect(await seenAs(payload, 'STAFF karhu')).toEqual([
        { name: 'Maija Mehiläinen', details: DETAILS },
      ]);
    }
    for (const role of ['STAFF lumo', 'MEMBER karhu', 'COORDINATOR', 'HOUSEHOLD'] as const) {
      expect(await seenAs(confirmed, role)).toEqual([null]);
    }
  });

  it('is null where the order says nothing, and for a hub of the last release', async () => {
    await desk.hold({ legs: [LEG] });
    const confirmed = await desk.confirm({});

    expect(await seenAs(confirmed, 'STAFF karhu')).toEqual([
      { name: 'Maija Mehiläinen', details: null },
    ]);
  });

  it('is kept while somebody waits, and goes with the place', async () => {
    const first = await desk.enrol({ orderId: 'first', leg: LEG });
    await desk.enrol({ orderId: 'waits', leg: LEG, details: DETAILS });
    await desk.cancel({ orderId: 'first' });

    const promoted = await desk.read('waits');

    expect(first.legs[0]?.state).toBe('CONFIRMED');
    expect(promoted.legs[0]?.state).toBe('CONFIRMED');
    expect(await seenAs(promoted, 'STAFF karhu')).toMatchObject([{ details: DETAILS }]);
  });

  it('is part of the command: its key with another wish is refused', async () => {
    await desk.hold({ legs: [LEG] });
    const idempotencyKey = 'once';
    await desk.confirm({ idempotencyKey, details: DETAILS });

    const other = await desk.confirm({ idempotencyKey, details: { ...DETAILS, wish: 'Koira' } });

    expect(codesOf(other)).toEqual(['IDEMPOTENCY_CONFLICT']);
  });

  it('is refused where it is malformed, and nothing is confirmed', async () => {
    await desk.hold({ legs: [LEG] });

    const refused = await desk.confirm({ details: { wish: 'x'.repeat(1_001) } });

    expect(refused.userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', field: ['details', 'wish'] },
    ]);
    expect((await desk.read('order-1')).legs).toMatchObject([{ state: 'HELD' }]);
  });

  it('is in an export, with bookings and with who waits, and the same once that is imported elsewhere', async () => {
    await desk.enrol({ orderId: 'a', leg: LEG, details: DETAILS });
    await desk.enrol({
      orderId: 'waits',
      leg: LEG,
      customer: customer('Toinen'),
      details: { wish: 'Ikkuna' },
    });
    const file = JSON.stringify(await exportCooperative(karhu.server.dataSource));
    const copy = await startCooperative();

    const { userErrors } = await copy.import(JSON.parse(file) as Json);

    expect(userErrors).toEqual([]);
    const customersIn = async ({ database }: RunningCooperative) => {
      const rows = ['bookings', 'waiting'].map((name) =>
        database.connection
          .collection(name)
          .find({}, { projection: { customer: 1 } })
          .toArray(),
      );
      return (await Promise.all(rows)).flat().map(({ customer }: Json) => customer);
    };
    const before = await customersIn(karhu);
    expect(before).toMatchObject([
      { details: DETAILS },
      { details: { wish: 'Ikkuna', place: null } },
    ]);
    expect(await customersIn(copy)).toEqual(before);
    await copy.close();
  });
});
