import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrderDataSource } from '../../../subgraphs/booking/orders/queries/data-source.js';
import { conditionOf } from '../../../subgraphs/booking/orders/queries/order-filter.js';
import { contactKeysOf } from '../../../subgraphs/booking/orders/order/search-keys.js';
import type { OrderRecord } from '../../../subgraphs/booking/store/records.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../../support/database.js';
import { NOW, standingOrder } from '../saga/order-records.js';

describe('a name', () => {
  it.each([
    ['José Muñoz', ['jose', 'munoz']],
    ['Müller Kaffé AB', ['muller', 'kaffe', 'ab']],
    ['Sørensen', ['sorensen']],
    ['Æbeltoft Weiß', ['aebeltoft', 'weiss']],
    ['Åsa Österberg-Mäki', ['asa', 'osterberg', 'maki']],
    ['E\u0301va A\u0308ijä', ['eva', 'aija']],
    ['Иван', ['иван']],
  ])('%s is compared without its accents, dots and rings', (name, nameWords) => {
    expect(contactKeysOf({ name, phone: null })).toEqual({ phoneTail: null, nameWords });
  });
});

describe('the orders', () => {
  let database: Database;
  let orders: OrderDataSource;
  beforeEach(async () => {
    database = await openFreshDatabase();
    orders = new OrderDataSource(database.connection, 5_000);
    await orders.prepare();
  });
  afterEach(() => database.close());

  const order = standingOrder();
  const insert = (name: string, phone: string | null = null): Promise<boolean> => {
    const change = { _id: name, keyHash: name, reference: name };
    return orders.insert({ ...order, ...change, buyer: { ...order.buyer, name, phone } });
  };
  const found = async (name: string): Promise<string[]> => {
    const rows: OrderRecord[] = await orders.findPage(conditionOf({ name }, null, NOW), 10, null);
    return rows.map(({ buyer }) => buyer.name);
  };

  it('are found by a name as it is heard', async () => {
    for (const name of ['José Muñoz', 'Müller Kaffé AB', 'Sørensen']) await insert(name);

    expect(await found('Jose')).toEqual(['José Muñoz']);
    expect(await found('josé')).toEqual(['José Muñoz']);
    expect(await found('Kaffe Muller')).toEqual(['Müller Kaffé AB']);
    expect(await found('Sorensen')).toEqual(['Sørensen']);
  });

  it.each(['Åsa', 'asa', 'A\u030Asa', 'Osterberg', 'ÖSTER'])(
    'are found by %s, whoever wrote the dots',
    async (typed) => {
      for (const name of ['Åsa Österberg', 'Asa Osterberg', 'Eero']) await insert(name);

      expect((await found(typed)).toSorted()).toEqual(['Asa Osterberg', 'Åsa Österberg']);
    },
  );

  it('are found so though an older release wrote their names down with the accents', async () => {
    await insert('José Muñoz');
    await database.connection
      .collection('orders')
      .updateOne({}, { $set: { nameWords: ['josé', 'muñoz'] } });
    expect(await found('Jose')).toEqual([]);

    await orders.prepare();

    expect(await found('Jose')).toEqual(['José Muñoz']);
  });

  it('are found so though an older release wrote their names down with å, ä and ö', async () => {
    await insert('Åsa Öberg');
    const stored = database.connection.collection('orders');
    await stored.updateOne({}, { $set: { nameWords: ['åsa', 'öberg'] } });
    expect(await found('Åsa')).toEqual([]);

    await orders.prepare();

    expect(await found('Åsa')).toEqual(['Åsa Öberg']);
    expect(await found('oberg')).toEqual(['Åsa Öberg']);
  });

  it('are found by a short number though an older release wrote none down', async () => {
    await insert('Aino', '116 117');
    await database.connection.collection('orders').updateOne({}, { $set: { phoneTail: null } });

    await orders.prepare();

    const rows = await orders.findPage(conditionOf({ phone: '116117' }, null, NOW), 10, null);
    expect(rows.map(({ buyer }) => buyer.name)).toEqual(['Aino']);
  });
});
