import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Collection, Document } from 'mongodb';
import { codeOf, connect, type Fresh, type Stored } from './support.js';

let fresh: Fresh;
let orders: Collection<Stored>;

beforeAll(async () => {
  fresh = await connect();
  orders = fresh.db.collection<Stored>('orders');
  await orders.insertMany([
    { _id: 1, by: 'ann', total: 10, items: ['a', 'b'], at: new Date(1) },
    { _id: 2, by: 'bob', total: 5, items: ['a'], at: new Date(2) },
    { _id: 3, by: 'ann', total: 7, items: [], at: new Date(3) },
  ]);
  await fresh.db.collection<Stored>('people').insertMany([
    { _id: 'ann', age: 40 },
    { _id: 'bob', age: 30 },
  ]);
});
afterAll(() => fresh.close());

describe('an aggregation', () => {
  it.each<[string, Document[], Document[]]>([
    [
      '$match, $sort, $skip, $limit',
      [{ $match: { total: { $gt: 1 } } }, { $sort: { total: 1 } }, { $skip: 1 }, { $limit: 1 }],
      [{ _id: 3, by: 'ann', total: 7, items: [], at: new Date(3) }],
    ],
    [
      '$limit before $sort',
      [{ $sort: { _id: 1 } }, { $limit: 2 }, { $sort: { total: 1 } }, { $project: { total: 1 } }],
      [
        { _id: 2, total: 5 },
        { _id: 1, total: 10 },
      ],
    ],
    [
      '$group and $sort',
      [
        {
          $group: { _id: '$by', sum: { $sum: '$total' }, n: { $sum: 1 }, most: { $max: '$total' } },
        },
        { $sort: { _id: 1 } },
      ],
      [
        { _id: 'ann', sum: 17, n: 2, most: 10 },
        { _id: 'bob', sum: 5, n: 1, most: 5 },
      ],
    ],
    [
      '$group then $match',
      [{ $group: { _id: '$by', n: { $sum: 1 } } }, { $match: { n: { $gt: 1 } } }],
      [{ _id: 'ann', n: 2 }],
    ],
    [
      '$unwind',
      [{ $unwind: '$items' }, { $group: { _id: '$items', n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
      [
        { _id: 'a', n: 2 },
        { _id: 'b', n: 1 },
      ],
    ],
    [
      '$unwind that keeps empty ones',
      [{ $unwind: { path: '$items', preserveNullAndEmptyArrays: true } }, { $count: 'n' }],
      [{ n: 4 }],
    ],
    [
      '$project with an expression',
      [{ $match: { _id: 2 } }, { $project: { _id: 0, double: { $multiply: ['$total', 2] } } }],
      [{ double: 10 }],
    ],
    ['$count', [{ $match: { by: 'ann' } }, { $count: 'n' }], [{ n: 2 }]],
    ['$count of nothing', [{ $match: { by: 'nobody' } }, { $count: 'n' }], []],
    [
      '$lookup',
      [
        { $match: { _id: 2 } },
        { $lookup: { from: 'people', localField: 'by', foreignField: '_id', as: 'who' } },
        { $project: { who: 1 } },
      ],
      [{ _id: 2, who: [{ _id: 'bob', age: 30 }] }],
    ],
    [
      'dates stay dates',
      [{ $group: { _id: null, last: { $max: '$at' } } }],
      [{ _id: null, last: new Date(3) }],
    ],
  ])('%s', async (_name, pipeline, expected) => {
    expect(await orders.aggregate(pipeline).toArray()).toEqual(expected);
  });

  it('with an unknown stage is refused: 40324', async () => {
    expect(await codeOf(orders.aggregate([{ $nonsense: {} }]).toArray())).toBe(40324);
  });
});
