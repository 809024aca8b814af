import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OrderDataSource } from '../../../subgraphs/booking/orders/queries/data-source.js';
import type { OrderLegRecord } from '../../../subgraphs/booking/store/records.js';
import type { Asker } from '../../../subgraphs/shared/identity/policy/rule.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../../support/database.js';
import { startFakeOwners, type FakeOwners } from '../../support/fakes/owners.js';
import { expected, ofEach, PEOPLE } from '../access/people.js';
import { standingOrder } from '../saga/order-records.js';
import { leg, orderOf, startBooking, TestClock, type RunningBooking } from '../support.js';

interface FiguresAnswer {
  readonly network: {
    readonly figures: {
      readonly from: string;
      readonly to: string;
      readonly isPreliminary: boolean;
      readonly all: { readonly received: number | null };
      readonly cooperatives: readonly {
        readonly cooperative: { readonly id: string };
        readonly figures: {
          readonly received: number | null;
          readonly minutes: number | null;
          readonly withheld: readonly object[];
        };
        readonly channels: readonly object[];
        readonly benefit: readonly object[];
      }[];
    } | null;
  } | null;
}

interface SettlementAnswer {
  readonly network: {
    readonly settlement: {
      readonly isPreliminary: boolean;
      readonly unrecorded: number;
      readonly totals: readonly object[];
      readonly lines: { readonly edges: readonly { readonly node: object }[] };
      readonly csv: string;
    } | null;
  } | null;
}

const FIGURES = `query ($from: Date! = "2027-03-20", $to: Date! = "2027-03-21") {
  network { figures(from: $from, to: $to) { from to isPreliminary openMonths all { received } cooperatives {
    cooperative { id } figures { received minutes withheld { figure months } } channels { channel figures { received } }
    benefit { currency gained fee } } } } }`;
const SETTLEMENT = `query ($month: String! = "2027-03", $cooperative: ID) {
  network { settlement(month: $month, cooperative: $cooperative) { isPreliminary unrecorded
    totals { cooperative { id } currency lines net fee }
    lines(first: 2) { edges { node { order date minutes net fee currency } } } csv } } }`;

describe('the network', () => {
  let database: Database;
  let owners: FakeOwners;
  let booking: RunningBooking;
  const clock = new TestClock();

  const insert = async (number: number, changes: Partial<OrderLegRecord>): Promise<void> => {
    const orders = new OrderDataSource(database.connection, 5_000);
    const { legs, buyer, ...order } = standingOrder();
    const [leg] = legs;
    if (!leg) throw new Error('It has a leg.');
    const start = new Date('2027-03-05T10:00:00Z');
    const id = `order-${number}`;
    await orders.insert({
      ...{ ...order, _id: id, keyHash: id, reference: id, state: 'CONFIRMED' },
      buyer: { ...buyer, name: `Asiakas ${'abcdefghij'.charAt(number)}`, phone: null },
      legs: [{ ...leg, start, state: 'COMPLETED', ...changes }],
    });
  };

  beforeAll(async () => {
    database = await openFreshDatabase();
    owners = await startFakeOwners(['karhu', 'lumo'], clock);
    booking = await startBooking(database, owners, clock, { sweepMs: 3_600_000 });
    for (const number of [0, 1, 2, 3, 4]) await insert(number, {});
    await insert(5, { serviceId: 'lumo:siivous' });
    await insert(6, { state: 'CONFIRMED' });
    clock.advance(31 * 24 * 60);
  });
  afterAll(async () => {
    await booking.close();
    await owners.close();
    await database.close();
  });

  const codeOf = async (query: string, variables: object, asker: Asker): Promise<string | null> => {
    const { errors } = await booking.ask(query, variables, asker);
    return (errors?.[0]?.extensions['code'] as string | undefined) ?? null;
  };

  it('shows its figures to members and staff of every cooperative, the coordinator and the auditor, alike', async () => {
    const codes = await ofEach((asker) => codeOf(FIGURES, {}, asker));

    const open = { member: null, staff: null, staffOfLumo: null, coordinator: null, auditor: null };
    expect(codes).toEqual(expected('FORBIDDEN', { ...open, public: 'UNAUTHENTICATED' }));
  });

  it('counts whole months, and withholds a cooperative with one customer', async () => {
    const { data } = await booking.ask<FiguresAnswer>(FIGURES, {}, PEOPLE.member);

    const { cooperatives = [], ...rest } = data.network?.figures ?? {};
    expect(rest).toEqual({
      ...{ from: '2027-03-01', to: '2027-03-31', isPreliminary: false, openMonths: [] },
      all: { received: null },
    });
    const [karhu, lumo] = cooperatives;
    expect(karhu).toMatchObject({
      ...{ cooperative: { id: 'karhu' }, figures: { received: 6, minutes: 300 } },
      benefit: [
        { currency: 'EUR', gained: '175.00', fee: '26.25' },
        { currency: 'SEK', gained: '0.00', fee: '0.00' },
      ],
    });
    expect(karhu?.channels).toContainEqual({ channel: 'WEB', figures: { received: 6 } });
    expect(lumo).toMatchObject({ figures: { received: null, minutes: null } });
    expect(lumo?.figures.withheld).toContainEqual({ figure: 'MINUTES', months: ['2027-03'] });
  });

  it('tells nothing of a month that is not over', async () => {
    const query = FIGURES.replaceAll('2027-03-2', '2027-04-0').replace('-04-00', '-03-31');
    const { data } = await booking.ask<FiguresAnswer>(query, {}, PEOPLE.member);

    expect(data.network?.figures).toMatchObject({
      ...{ to: '2027-04-30', isPreliminary: true, openMonths: ['2027-04'] },
    });
    const [karhu] = data.network?.figures?.cooperatives ?? [];
    expect(karhu).toMatchObject({ figures: { received: 6, minutes: 300 } });
  });

  it.each([
    ['that are reversed', '2027-03-02', '2027-03-01'],
    ['over a year apart', '2027-01-01', '2028-01-02'],
  ])('refuses days %s', async (_how, from, to) => {
    expect(await codeOf(FIGURES, { from, to }, PEOPLE.coordinator)).toBe('BAD_USER_INPUT');
  });

  it('takes a year', async () => {
    const year = { from: '2028-01-01', to: '2028-12-31' };
    expect(await codeOf(FIGURES, year, PEOPLE.coordinator)).toBeNull();
  });

  it('settles a month for the members and staff of a cooperative, of all for the coordinator and the auditor', async () => {
    const own = await ofEach((asker) => codeOf(SETTLEMENT, { cooperative: 'karhu' }, asker));
    const ofLumo = await ofEach((asker) => codeOf(SETTLEMENT, { cooperative: 'lumo' }, asker));
    const all = await ofEach((asker) => codeOf(SETTLEMENT, {}, asker));

    const nobody = expected<string | null>('FORBIDDEN', { public: 'UNAUTHENTICATED' });
    expect(all).toEqual({ ...nobody, coordinator: null, auditor: null });
    expect(own).toEqual({ ...nobody, coordinator: null, auditor: null, staff: null });
    const lumos = { member: null, staffOfLumo: null };
    expect(ofLumo).toEqual({ ...nobody, coordinator: null, auditor: null, ...lumos });
  });

  it('settles what was recorded as completed, and says what was not', async () => {
    const { data } = await booking.ask<SettlementAnswer>(
      SETTLEMENT,
      { cooperative: 'karhu' },
      PEOPLE.staff,
    );

    const { csv, ...settlement } = data.network?.settlement ?? { csv: '' };
    const line = { date: '2027-03-05', minutes: 60, net: '35.00', fee: '5.25', currency: 'EUR' };
    expect(settlement).toEqual({
      ...{ isPreliminary: false, unrecorded: 1 },
      totals: [
        ...[
          { cooperative: { id: 'karhu' }, currency: 'EUR', lines: 5, net: '175.00', fee: '26.25' },
        ],
      ],
      lines: {
        edges: ['order-0', 'order-1'].map((order) => ({ node: { ...line, order } })),
      },
    });
    expect(csv.split('\r\n')).toHaveLength(8);
  });

  it('settles what was reported though nobody has read the order since', async () => {
    const { ledger } = owners.owner('karhu');
    ledger.capacityByService.set('karhu:siivous', 1);
    const start = '2027-04-10T10:00:00Z';
    await booking.command('placeOrder', orderOf([{ ...leg('karhu'), start }]));
    const april = { month: '2027-04', cooperative: 'karhu' };
    for (const row of ledger.rows) row.state = 'COMPLETED';

    const { data } = await booking.ask<SettlementAnswer>(SETTLEMENT, april, PEOPLE.staff);

    expect(data.network?.settlement).toMatchObject({ unrecorded: 0, totals: [{ lines: 1 }] });
  });

  it('settles nothing of a cooperative that it has never had', async () => {
    expect(await codeOf(SETTLEMENT, { cooperative: 'nix' }, PEOPLE.auditor)).toBe('NOT_FOUND');
    const empty = { month: '2027-02', cooperative: 'karhu' };
    expect(await codeOf(SETTLEMENT, empty, PEOPLE.auditor)).toBeNull();
  });

  it.each([{ month: '2027-13' }, { month: '2027-03-01' }, { cooperative: 'karhu:siivous' }])(
    'refuses to settle %p',
    async (variables) => {
      expect(await codeOf(SETTLEMENT, variables, PEOPLE.auditor)).toBe('BAD_USER_INPUT');
    },
  );
});
