import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicError } from '../../../../schema/errors.js';
import type { AgreementTerms } from '../../../../subgraphs/booking/orders/agreements/agreements-client.js';
import type { Asker } from '../../../../subgraphs/shared/identity/policy/rule.js';
import type { Database } from '../../../../subgraphs/shared/mongo/database.js';
import { withRoles } from '../../../shared/identity/policy/askers.js';
import { openFreshDatabase } from '../../../support/database.js';
import { asking } from '../../../support/fakes/hub-keys.js';
import { startFakeOwners, type FakeOwners } from '../../../support/fakes/owners.js';
import { PEOPLE, PORI, TURKU } from '../../access/people.js';
import {
  BUYER,
  leg,
  orderOf,
  startBooking,
  TestClock,
  type RunningBooking,
} from '../../support.js';

const AGREEMENT = 'a1';
const TERMS: AgreementTerms = {
  organisationId: PORI,
  cooperatives: ['karhu'],
  startsAt: new Date('2027-01-01T00:00:00Z'),
  endsAt: new Date('2028-01-01T00:00:00Z'),
  ...{ cpv: ['90911200'], currency: 'EUR', prices: [] },
};
/** One that buys what karhu offers for 20.05 EUR by the hour. */
const PRICED: AgreementTerms = {
  ...TERMS,
  prices: [
    { cpv: '90911200', unit: 'HOUR', netMinor: 2_005 },
    { cpv: '90911200', unit: 'DAY', netMinor: 1 },
  ],
};
const OFFICER = withRoles(`OFFICER ${PORI}`);
const SERIES = {
  ...{ serviceId: 'karhu:siivous', start: '2027-03-22T10:00:00Z', minutes: 60 },
  ...{ buyer: { ...BUYER, organisationId: PORI }, channel: 'PROCUREMENT', until: '2027-04-05' },
};

interface Told {
  readonly order: {
    readonly id: string;
    readonly agreementId: string | null;
    readonly legs: readonly { readonly quote: { readonly net: string } | null }[];
  } | null;
  readonly userErrors: {
    readonly code: string;
    readonly field: string[];
    readonly message: string;
  }[];
}

const TERMS_BY_ID: ReadonlyMap<string, AgreementTerms> = new Map([
  [AGREEMENT, TERMS],
  ['priced', PRICED],
  ['gardens', { ...PRICED, cpv: ['77310000', '77314000'] }],
  ['in kronor', { ...PRICED, currency: 'SEK' }],
]);

let database: Database;
let owners: FakeOwners;
let booking: RunningBooking;
const clock = new TestClock();
let isTold = true;

beforeAll(async () => {
  database = await openFreshDatabase();
  owners = await startFakeOwners(['karhu', 'lumo'], clock);
  for (const id of owners.ids) owners.owner(id).ledger.capacityByService.set(`${id}:siivous`, 100);
  booking = await startBooking(database, owners, clock, {
    agreements: {
      find: (id) =>
        isTold
          ? Promise.resolve(TERMS_BY_ID.get(id) ?? null)
          : Promise.reject(publicError('DOWNSTREAM_SERVICE_ERROR', 'It is not told.')),
    },
  });
});
afterAll(async () => {
  await booking.close();
  await owners.close();
  await database.close();
});

/** What came of ordering under an agreement. */
const place = async (input: object = {}, asker: Asker = OFFICER, name = 'placeOrder') => {
  const type = name === 'placeSeries' ? 'PlaceSeriesInput' : 'HoldOrderInput';
  const { data, errors = [] } = await booking.ask<Record<string, Told | null>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) {
      order { id agreementId legs { problem quote { net lines { unitNet } } } } userErrors { code field message } } }`,
    { input: { idempotencyKey: randomUUID(), agreementId: AGREEMENT, ...input } },
    asker,
  );
  return { told: data[name] ?? null, thrown: errors[0]?.extensions['code'] ?? null };
};
const ofPori = (legs: object[] = [leg('karhu')], organisationId = PORI) =>
  orderOf(legs, { buyer: { ...BUYER, organisationId } });

describe('a series under an agreement', () => {
  it('changes within its time, at its price, and not beyond', async () => {
    const made = await place({ ...SERIES, agreementId: 'priced' }, OFFICER, 'placeSeries');
    const change = async (input: object) => {
      const { data } = await booking.ask<{ changeSeries: Told }>(
        `mutation ($input: ChangeSeriesInput!) { changeSeries(input: $input) {
          order { id agreementId legs { quote { net } } } userErrors { code field message } } }`,
        {
          input: {
            idempotencyKey: randomUUID(),
            orderId: made.told?.order?.id,
            fromLeg: 0,
            ...input,
          },
        },
        OFFICER,
      );
      return data.changeSeries;
    };

    const longer = await change({ until: '2027-04-12', skipConflicts: false });
    expect(longer.userErrors).toEqual([]);
    expect(longer.order?.legs.map(({ quote }) => quote?.net)).toEqual(
      Array.from({ length: 4 }, () => '20.05'),
    );
    const moved = await change({ start: '2027-03-23T10:00:00Z', minutes: 120 });
    expect(moved.order?.legs[0]?.quote?.net).toBe('40.10');
    expect((await change({ until: '2028-01-15' })).userErrors).toMatchObject([
      { code: 'OUTSIDE_AGREEMENT', field: ['until'] },
    ]);
    expect((await change({ start: '2027-12-20T10:00:00Z' })).userErrors).toMatchObject([
      { code: 'OUTSIDE_AGREEMENT', field: ['start'] },
    ]);
  });
});

describe('an order under an agreement', () => {
  it('names it, whether one visit or a series', async () => {
    const { told } = await place(ofPori());
    expect(told?.order?.agreementId).toBe(AGREEMENT);
    const series = await place(SERIES, OFFICER, 'placeSeries');
    expect(series.told?.order?.agreementId).toBe(AGREEMENT);
  });

  it('is made by its organisation and by the coordinator, and by nobody else', async () => {
    const refused = async (asker: Asker) => (await place(ofPori(), asker)).thrown;
    expect(await refused(withRoles('COORDINATOR'))).toBeNull();
    expect(await refused(withRoles(`MACHINE ${PORI}`))).toBeNull();
    expect(await refused(PEOPLE.public)).toBe('UNAUTHENTICATED');
    expect(await refused(withRoles('STAFF karhu'))).toBe('FORBIDDEN');
    expect(await refused(withRoles('HOUSEHOLD'))).toBe('FORBIDDEN');
    expect((await place(ofPori([leg('karhu')], TURKU))).thrown).toBe('FORBIDDEN');
  });

  it('is refused where the organisation has no such agreement', async () => {
    const unknown = await place({ ...ofPori(), agreementId: 'a2' });
    const others = await place(ofPori([leg('karhu')], TURKU), withRoles(`OFFICER ${TURKU}`));
    for (const { told } of [unknown, others]) {
      expect(told).toMatchObject({
        order: null,
        userErrors: [{ code: 'NOT_FOUND', field: ['agreementId'] }],
      });
    }
  });

  it('is refused for a leg of a cooperative that is no party, and for one outside its time', async () => {
    const late = { ...leg('karhu'), start: '2027-12-31T23:30:00Z' };
    const { told } = await place(ofPori([leg('karhu'), leg('lumo'), late]));
    expect(told?.order).toBeNull();
    expect(told?.userErrors.map(({ code, field }) => [code, ...field])).toEqual([
      ['OUTSIDE_AGREEMENT', 'legs', '1', 'serviceId'],
      ['OUTSIDE_AGREEMENT', 'legs', '2', 'start'],
    ]);
    expect(told?.userErrors[1]?.message).toContain(
      'got some from 2027-12-31T23:30+00:00 until 2028-01-01T00:30+00:00',
    );
    const series = { ...SERIES, start: '2026-12-28T10:00:00Z', until: '2027-01-11' };
    expect((await place(series, OFFICER, 'placeSeries')).told?.userErrors).toMatchObject([
      { code: 'OUTSIDE_AGREEMENT', field: ['start'] },
    ]);
  });

  it('is refused where its buyer names no organisation, saying so', async () => {
    const input = orderOf([leg('karhu')], { buyer: { ...BUYER, organisationId: null } });
    const { told } = await place(input, withRoles('COORDINATOR'));

    expect(told?.userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', field: ['buyer', 'organisationId'] },
    ]);
  });

  it.each([
    ['another code', 'gardens', ['77310000, 77314000', '90910000']],
    ['another currency', 'in kronor', ['SEK', 'EUR']],
  ])('is refused for a service of %s, naming both', async (_what, agreementId, named) => {
    const { told } = await place({ ...ofPori(), agreementId });
    const series = await place({ ...SERIES, agreementId }, OFFICER, 'placeSeries');

    expect(told).toMatchObject({
      order: null,
      userErrors: [{ code: 'OUTSIDE_AGREEMENT', field: ['legs', '0', 'serviceId'] }],
    });
    expect(series.told?.userErrors).toMatchObject([
      { code: 'OUTSIDE_AGREEMENT', field: ['serviceId'] },
    ]);
    for (const text of named) expect(told?.userErrors[0]?.message).toContain(text);
  });

  it('costs what was agreed, at its cooperative too, and when it is moved', async () => {
    const { told } = await place({
      ...ofPori([{ ...leg('karhu'), minutes: 90 }]),
      agreementId: 'priced',
    });
    const { data } = await booking.ask<{ moveOrder: object }>(
      'mutation ($input: MoveOrderInput!) { moveOrder(input: $input) { order { total { net vat } } } }',
      {
        input: { orderId: told?.order?.id, idempotencyKey: 'move', start: '2027-03-22T14:00:00Z' },
      },
      OFFICER,
    );

    expect(told?.order?.legs).toMatchObject([
      { problem: null, quote: { net: '30.08', lines: [{ unitNet: '20.05' }] } },
    ]);
    expect(data.moveOrder).toMatchObject({ order: { total: [{ net: '30.08', vat: '7.67' }] } });
    const rows = owners.owner('karhu').ledger.of(told?.order?.id ?? '');
    expect(rows).toMatchObject([{ agreedPrice: { net: '20.05', unit: 'HOUR', currency: 'EUR' } }]);
  });

  it('is not moved out of its agreement’s time', async () => {
    const { told } = await place(ofPori([{ ...leg('karhu'), start: '2027-12-30T10:00:00Z' }]));
    const move = async (start: string) => {
      const input = { orderId: told?.order?.id, idempotencyKey: randomUUID(), start };
      const { data } = await booking.ask<{ moveOrder: Pick<Told, 'userErrors'> }>(
        `mutation ($input: MoveOrderInput!) { moveOrder(input: $input) {
          order { id } userErrors { code field message } } }`,
        { input },
        OFFICER,
      );
      return data.moveOrder.userErrors;
    };

    expect(await move('2028-01-03T10:00:00Z')).toMatchObject([
      { code: 'OUTSIDE_AGREEMENT', field: ['start'] },
    ]);
    expect(await move('2027-12-31T10:00:00Z')).toEqual([]);
  });

  it('costs what was agreed, visit by visit of a series', async () => {
    const { told } = await place({ ...SERIES, agreementId: 'priced' }, OFFICER, 'placeSeries');

    expect(told?.order?.legs.map(({ quote }) => quote?.net)).toEqual(['20.05', '20.05', '20.05']);
  });

  it('is not had from a cooperative that charges another price', async () => {
    const karhu = owners.owner('karhu');
    karhu.isDeafToAgreements = true;
    try {
      const { told } = await place({ ...ofPori(), agreementId: 'priced' });

      expect(told?.userErrors).toMatchObject([{ code: 'COOPERATIVE_UNAVAILABLE' }]);
    } finally {
      karhu.isDeafToAgreements = false;
    }
  });

  it('is not made while its cooperative does not tell what it offers', async () => {
    const karhu = owners.owner('karhu');
    karhu.fail('error', '_entities');
    const { told } = await place(ofPori());

    expect(told).toMatchObject({
      order: null,
      userErrors: [{ code: 'COOPERATIVE_UNAVAILABLE', field: ['legs', '0', 'serviceId'] }],
    });
  });

  it('is not made while its terms are not told, and what was answered before stands', async () => {
    const input = { ...ofPori(), idempotencyKey: randomUUID() };
    const before = await place(input);
    isTold = false;
    try {
      expect(await place(input)).toEqual(before);
      expect((await place(ofPori())).thrown).toBe('DOWNSTREAM_SERVICE_ERROR');
    } finally {
      isTold = true;
    }
  });
});

describe('what was ordered under an agreement', () => {
  const callOffs = async (scope: 'orders' | 'read' = 'orders'): Promise<Response> => {
    const headers = asking('booking', '', null, { process: 'procurement', scope });
    return fetch(`${booking.url}/call-offs/sums`, { headers });
  };

  beforeAll(async () => {
    const collection = database.connection.collection('orders');
    await collection.deleteMany({});
    await place(ofPori([{ ...leg('karhu'), minutes: 120, quantity: 2 }]));
    await place(ofPori([{ ...leg('karhu'), start: '2027-03-23T10:00:00Z' }]));
    const called = await place(ofPori([{ ...leg('karhu'), start: '2027-03-24T10:00:00Z' }]));
    await booking.ask(
      'mutation ($input: OrderActionInput!) { cancelOrder(input: $input) { order { state } } }',
      { input: { orderId: called.told?.order?.id, idempotencyKey: 'off' } },
      OFFICER,
    );
    for (const row of owners.owner('karhu').ledger.rows) {
      if (row.minutes !== 120) continue;
      row.state = 'COMPLETED';
      row.deliveredMinutes = 200;
    }
    await collection.updateMany({}, { $set: { agreementId: 'sums' } });
  });

  it('is told to the procurement process alone', async () => {
    expect((await callOffs('read')).status).toBe(403);
    expect((await fetch(`${booking.url}/call-offs/sums`)).status).toBe(403);
    expect((await callOffs()).status).toBe(200);
  });

  it('is told of one order, by its reference', async () => {
    const find = (reference: string) =>
      fetch(`${booking.url}/call-offs/by-reference/${reference}`, {
        headers: asking('booking', '', null, { process: 'procurement', scope: 'orders' }),
      });
    const { latest } = (await (await callOffs()).json()) as {
      readonly latest: readonly { readonly reference: string }[];
    };

    const found = await find(latest[0]?.reference ?? '');
    expect(await found.json()).toEqual({ agreementId: 'sums', cooperatives: ['karhu'] });
    expect((await find('AAA-AAA')).status).toBe(404);
  });

  it('is added up by cooperative and currency, with what owners have reported though nobody reads the orders', async () => {
    const { count, latest, sums } = (await (await callOffs()).json()) as {
      readonly count: number;
      readonly latest: readonly object[];
      readonly sums: readonly object[];
    };
    expect(count).toBe(2);
    expect(latest).toMatchObject([
      { state: 'CANCELLED', amounts: [] },
      { state: 'CONFIRMED', amounts: [{ currency: 'EUR', netMinor: '2800' }] },
      { amounts: [{ currency: 'EUR', netMinor: '11200' }] },
    ]);
    expect(sums).toEqual([
      {
        ...{ cooperative: 'karhu', currency: 'EUR', netMinor: '14000', orderedMinutes: 300 },
        // Done before its time is over; what comes later is not due.
        ...{ dueMinutes: 240, deliveredMinutes: 200, unreportedMinutes: 0 },
      },
    ]);
  });
});
