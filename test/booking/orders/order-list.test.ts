import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { PUBLIC } from '../../shared/identity/policy/askers.js';
import { openFreshDatabase } from '../../support/database.js';
import { startFakeOwners, type FakeOwners } from '../../support/fakes/owners.js';
import {
  leg,
  orderOf,
  startBooking,
  TestClock,
  type PayloadAnswer,
  type RunningBooking,
} from '../support.js';

interface Page {
  readonly orders: {
    readonly edges: {
      readonly cursor: string;
      readonly node: { readonly buyer: { name: string } };
    }[];
    readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  } | null;
}

const LIST = `query ($filter: OrderFilter, $first: Int! = 20, $after: String) {
  orders(filter: $filter, first: $first, after: $after) {
    edges { cursor node { buyer { name } } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;

describe('the list of orders', () => {
  let database: Database;
  let owners: FakeOwners;
  let booking: RunningBooking;
  const clock = new TestClock();
  const references: string[] = [];

  beforeAll(async () => {
    database = await openFreshDatabase();
    owners = await startFakeOwners(['karhu'], clock);
    booking = await startBooking(database, owners, clock, { sweepMs: 60_000 });
    const place = async (
      command: string,
      name: string,
      phone: string | null,
      start: string,
    ): Promise<string> => {
      const email = phone === null ? `${name.replaceAll(' ', '.')}@example.org` : null;
      const buyer = { name, phone, email, municipality: 'FI-609' };
      const made = await booking.command(command, {
        ...orderOf([leg('karhu', 10, { start })]),
        buyer,
      });
      references.push(made.order?.reference ?? '');
      return made.order?.id ?? '';
    };
    await place('placeOrder', 'Matti Meikäläinen', '040 111 2233', '2027-03-20T10:00:00Z');
    // Begins on the 22nd in Finland.
    await place('placeOrder', 'Åsa Österberg', '+46 70 999 88 77', '2027-03-21T22:30:00Z');
    const cancelled = await place(
      'placeOrder',
      'Anna-Maija Virtanen',
      null,
      '2027-03-22T10:00:00Z',
    );
    await booking.command('cancelOrder', { orderId: cancelled });
    await place('holdOrder', 'Anna Karhu', null, '2027-03-23T10:00:00Z');
    clock.advance(20);
    // A stranger's number would have to be one that can be dialled.
    const buyer = { name: 'Veera Virta', phone: '020 12', municipality: 'FI-609' };
    const legs = [leg('karhu', 10, { start: '2027-03-24T10:00:00Z' })];
    const { data } = await booking.ask<{ holdOrder: PayloadAnswer }>(
      'mutation ($input: HoldOrderInput!) { holdOrder(input: $input) { order { reference } } }',
      { input: { idempotencyKey: 'short', ...orderOf(legs, { buyer }) } },
    );
    references.push(data.holdOrder.order?.reference ?? '');
  });
  afterAll(async () => {
    await booking.close();
    await owners.close();
    await database.close();
  });

  const list = (variables: object) => booking.ask<Page>(LIST, variables);
  const names = async (filter: object): Promise<string[]> => {
    const { data } = await list({ filter });
    return data.orders?.edges.map(({ node }) => node.buyer.name) ?? [];
  };

  it('begins with the latest', async () => {
    expect(await names({})).toEqual([
      'Veera Virta',
      'Anna Karhu',
      'Anna-Maija Virtanen',
      'Åsa Österberg',
      'Matti Meikäläinen',
    ]);
  });

  it('finds by reference, phone, name, day and state', async () => {
    const spoken = (references[0] ?? '').replace('-', ' ').toLowerCase();
    expect(await names({ reference: spoken })).toEqual(['Matti Meikäläinen']);
    expect(await names({ phone: '1112233' })).toEqual(['Matti Meikäläinen']);
    expect(await names({ phone: '0046-709998877' })).toEqual(['Åsa Österberg']);
    expect(await names({ phone: '02012' })).toEqual(['Veera Virta']);
    expect(await names({ phone: '2233' })).toEqual([]);
    expect(await names({ name: 'vir' })).toEqual(['Veera Virta', 'Anna-Maija Virtanen']);
    expect(await names({ name: 'Virt ann' })).toEqual(['Anna-Maija Virtanen']);
    expect(await names({ name: 'öster' })).toEqual(['Åsa Österberg']);
    expect(await names({ name: 'asa oster' })).toEqual(['Åsa Österberg']);
    expect(await names({ day: '2027-03-22' })).toEqual(['Anna-Maija Virtanen', 'Åsa Österberg']);
    expect(await names({ state: 'CANCELLED' })).toEqual(['Anna-Maija Virtanen']);
    expect(await names({ state: 'CONFIRMED', name: 'matti' })).toEqual(['Matti Meikäläinen']);
    expect(await names({ name: 'irta' })).toEqual([]);
  });

  it('takes letters that no reference has for others, where one reading is left', async () => {
    const [matti = ''] = references;

    expect(await names({ reference: matti.replace(/.$/, '0') })).toEqual(['Matti Meikäläinen']);
    expect(await names({ reference: matti.replace(/^../, 'lo') })).toEqual(['Matti Meikäläinen']);
    const { edges } =
      (await list({ filter: { reference: matti.replace(/.$/, 'O') } })).data.orders ?? {};
    const next = await list({
      filter: { reference: matti.replace(/.$/, 'O') },
      after: edges?.[0]?.cursor,
    });
    expect(next.data.orders?.edges).toEqual([]);
  });

  it('says which letters no reference has where none or several readings are left', async () => {
    const [matti = '', asa = ''] = references;
    const orders = database.connection.collection('orders');
    await orders.updateOne(
      { reference: asa },
      { $set: { reference: `${matti.slice(0, -1)}${matti.endsWith('2') ? '3' : '2'}` } },
    );
    const refusal = async (reference: string): Promise<string | undefined> => {
      const { errors } = await list({ filter: { reference }, first: 1 });
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
      return errors?.[0]?.message;
    };

    for (const reference of [matti.replace(/.$/, 'O'), 'OO2-222', 'O10-222', 'hello']) {
      expect(await refusal(reference)).toMatch(/0, 1, A, E, I, L, O, U and Y/);
      expect(await refusal(reference)).not.toContain(reference);
    }
    await orders.updateOne({ 'buyer.name': 'Åsa Österberg' }, { $set: { reference: asa } });
  });

  it('knows a hold that has run out, though nobody has written it down', async () => {
    expect(await names({ state: 'HELD' })).toEqual(['Veera Virta']);
    expect(await names({ state: 'EXPIRED' })).toEqual(['Anna Karhu']);
  });

  it('is paged without losing or repeating a row', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let hasNext = true; hasNext;) {
      const { data } = await list({ first: 2, after });
      seen.push(...(data.orders?.edges.map(({ node }) => node.buyer.name) ?? []));
      expect(data.orders?.pageInfo.hasPreviousPage).toBe(after !== null);
      after = data.orders?.pageInfo.endCursor ?? null;
      hasNext = data.orders?.pageInfo.hasNextPage ?? false;
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  it('refuses what is no condition', async () => {
    const bad: object[] = [
      { filter: { reference: 'hello' } },
      { filter: { phone: '12' } },
      { filter: { name: ' ' } },
      { after: 'x' },
      { first: 0 },
    ];
    for (const variables of bad) {
      const { errors } = await list(variables);
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    }
  });

  it('is refused to the public', async () => {
    const { data, errors } = await booking.ask<Page>(LIST, {}, PUBLIC);

    expect(data.orders).toBeNull();
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});
