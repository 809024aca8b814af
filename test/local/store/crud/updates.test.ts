import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decimal128, Double, Long, type Document } from 'mongodb';
import { codeOf, connect, type Fresh, type Stored } from '../support.js';

let fresh: Fresh;
let nextCollection = 0;

beforeAll(async () => {
  fresh = await connect();
});
afterAll(() => fresh.close());

const collection = () => {
  nextCollection += 1;
  return fresh.db.collection<Stored>(`updates${nextCollection}`);
};

/** What becomes of a document. */
async function updated(
  before: Document,
  update: Document,
  filter: Document = {},
  arrayFilters?: Document[],
): Promise<Document | null> {
  const stored = collection();
  await stored.insertOne({ _id: 1, ...before });
  await stored.updateOne(filter, update, arrayFilters === undefined ? {} : { arrayFilters });
  return stored.findOne({}, { projection: { _id: 0 } });
}

type Row = [name: string, before: Document, update: Document, after: Document];

const rows: Row[] = [
  ['$set makes documents on its way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  ['$set in an array by number', { a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
  [
    '$set beyond an array pads with null',
    { a: [1] },
    { $set: { 'a.3': 9 } },
    { a: [1, null, null, 9] },
  ],
  [
    '$set adds fields in order of their names',
    {},
    { $set: { z: 1, a: 2, m: 3 } },
    { a: 2, m: 3, z: 1 },
  ],
  ['$unset', { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': '' } }, { b: { d: 2 } }],
  ['$unset in an array leaves null', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  [
    '$inc and $mul',
    { a: 2, b: 3 },
    { $inc: { a: 5, c: 1 }, $mul: { b: 2, d: 4 } },
    { a: 7, b: 6, c: 1, d: 0 },
  ],
  ['$inc by a fraction', { a: 1 }, { $inc: { a: 0.5 } }, { a: 1.5 }],
  [
    '$min and $max',
    { a: 5, b: 5 },
    { $min: { a: 3, c: 1 }, $max: { b: 3, d: 1 } },
    { a: 3, b: 5, c: 1, d: 1 },
  ],
  ['$min across types', { a: 'x' }, { $min: { a: 7 } }, { a: 7 }],
  ['$push to nothing', {}, { $push: { a: 1 } }, { a: [1] }],
  ['$push an array as one element', { a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
  [
    '$push with $each, $position',
    { a: [1, 4] },
    { $push: { a: { $each: [2, 3], $position: 1 } } },
    { a: [1, 2, 3, 4] },
  ],
  [
    '$push with $sort and $slice',
    { a: [{ n: 3 }, { n: 1 }] },
    { $push: { a: { $each: [{ n: 2 }], $sort: { n: -1 }, $slice: 2 } } },
    { a: [{ n: 3 }, { n: 2 }] },
  ],
  [
    '$push keeping the last',
    { a: [1, 2, 3] },
    { $push: { a: { $each: [4], $slice: -2 } } },
    { a: [3, 4] },
  ],
  [
    '$addToSet',
    { a: [1, { x: 1 }] },
    { $addToSet: { a: { $each: [1, 2, { x: 1 }] } } },
    { a: [1, { x: 1 }, 2] },
  ],
  ['$pull by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  [
    '$pull of documents by their fields',
    { a: [{ x: 1, y: 1 }, { x: 2 }] },
    { $pull: { a: { x: 1 } } },
    { a: [{ x: 2 }] },
  ],
  ['$pullAll', { a: [1, 2, 3, 1] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  [
    '$pop at both ends',
    { a: [1, 2, 3], b: [1, 2] },
    { $pop: { a: 1, b: -1 } },
    { a: [1, 2], b: [2] },
  ],
  ['$rename', { a: 1, b: { c: 2 } }, { $rename: { a: 'd', 'b.c': 'e' } }, { b: {}, d: 1, e: 2 }],
  [
    '$rename adds its field in order with others',
    { a: 1 },
    { $rename: { a: 'z' }, $set: { b: 2 } },
    { b: 2, z: 1 },
  ],
  [
    '$push sorts arrays in documents as a whole',
    { a: [{ n: [1, 9] }, { n: [2] }] },
    { $push: { a: { $each: [{ n: 0 }], $sort: { n: -1 } } } },
    { a: [{ n: [2] }, { n: [1, 9] }, { n: 0 }] },
  ],
  [
    '$push takes a document that looks like its clauses as it is',
    { a: [] },
    { $push: { a: { b: 1 } } },
    { a: [{ b: 1 }] },
  ],
  [
    '$setOnInsert does nothing on a match',
    { a: 1 },
    { $setOnInsert: { b: 1 }, $set: { c: 1 } },
    { a: 1, c: 1 },
  ],
  [
    '$[] changes all elements',
    { a: [{ n: 1 }, { n: 2 }] },
    { $inc: { 'a.$[].n': 10 } },
    { a: [{ n: 11 }, { n: 12 }] },
  ],
];

describe('an update', () => {
  it.each(rows)('%s', async (_name, before, update, after) => {
    const found = await updated(before, update);

    expect(found).toEqual(after);
    expect(Object.keys(found ?? {})).toEqual(Object.keys(after));
  });

  it('with $ changes the element that matched', async () => {
    const before = {
      a: [
        { k: 1, n: 1 },
        { k: 2, n: 1 },
      ],
    };

    expect(await updated(before, { $set: { 'a.$.n': 5 } }, { 'a.k': 2 })).toEqual({
      a: [
        { k: 1, n: 1 },
        { k: 2, n: 5 },
      ],
    });
    expect(await updated({ a: [1, 5, 9] }, { $set: { 'a.$': 0 } }, { a: { $gt: 4 } })).toEqual({
      a: [1, 0, 9],
    });
    expect(
      await updated(before, { $inc: { 'a.$.n': 1 } }, { a: { $elemMatch: { k: 2, n: 1 } } }),
    ).toEqual({
      a: [
        { k: 1, n: 1 },
        { k: 2, n: 2 },
      ],
    });
  });

  it('with $ without an array in the filter is refused: 2', async () => {
    expect(await codeOf(updated({ a: [1] }, { $set: { 'a.$': 5 } }))).toBe(2);
  });

  it('with $[id] changes what its array filter selects', async () => {
    const before = {
      a: [
        { n: 1, l: [1, 8] },
        { n: 5, l: [9] },
      ],
    };

    expect(await updated(before, { $set: { 'a.$[e].n': 0 } }, {}, [{ 'e.n': { $gt: 3 } }])).toEqual(
      {
        a: [
          { n: 1, l: [1, 8] },
          { n: 0, l: [9] },
        ],
      },
    );
    expect(
      await updated(before, { $inc: { 'a.$[].l.$[x]': 1 } }, {}, [{ x: { $gte: 8 } }]),
    ).toEqual({
      a: [
        { n: 1, l: [1, 9] },
        { n: 5, l: [10] },
      ],
    });
  });

  it('keeps number types: int grows to long, long and double stay', async () => {
    const stored = collection();
    await stored.insertOne({
      i: 2_147_483_647,
      l: Long.fromNumber(1),
      d: new Double(1),
      m: Decimal128.fromString('0.10'),
    });

    await stored.updateOne({}, { $inc: { i: 1, l: 1, d: 1, m: Decimal128.fromString('0.2') } });

    const found = await stored.findOne({}, { promoteValues: false });
    expect(found?.['i']).toEqual(Long.fromString('2147483648'));
    expect(found?.['l']).toEqual(Long.fromNumber(2));
    expect(found?.['d']).toEqual(new Double(2));
    expect(String(found?.['m'])).toBe('0.30');
  });

  it('with $currentDate sets the time of the server', async () => {
    const found = await updated({}, { $currentDate: { at: true } });

    expect(Math.abs(Number(found?.['at']) - Date.now())).toBeLessThan(60_000);
  });

  it('that changes nothing matches without modifying', async () => {
    const stored = collection();
    await stored.insertOne({ a: 1 });

    expect(await stored.updateOne({ a: 1 }, { $set: { a: 1 } })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 0,
    });
  });

  it.each<[string, Document, Document, number]>([
    ['conflicting paths', { a: {} }, { $set: { a: 1, 'a.b': 2 } }, 40],
    ['the same path twice', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
    ['an unknown modifier', {}, { $foo: { a: 1 } }, 9],
    ['a modifier without fields', {}, { $set: 5 }, 9],
    ['another _id', {}, { $set: { _id: 2 } }, 66],
    ['$inc of text', { a: 'x' }, { $inc: { a: 1 } }, 14],
    ['$inc by text', { a: 1 }, { $inc: { a: 'x' } }, 14],
    ['$push to text', { a: 'x' }, { $push: { a: 1 } }, 2],
    ['$pop of text', { a: 'x' }, { $pop: { a: 1 } }, 14],
    ['a path through a scalar', { a: 5 }, { $set: { 'a.b': 1 } }, 28],
    ['a name in an array', { a: [1] }, { $set: { 'a.b': 1 } }, 28],
    ['a name like an operator', {}, { $set: { 'a.$b': 1 } }, 52],
    ['$ first of all', { a: [1] }, { $set: { $: 1 } }, 2],
    ['$ twice', { a: [[1]] }, { $set: { 'a.$.$': 1 } }, 2],
    ['$rename of an element', { a: [1] }, { $rename: { 'a.$[]': 'b' } }, 2],
    ['$rename in an array', { a: [{ b: 1 }] }, { $rename: { 'a.0.b': 'c' } }, 2],
    ['two changes of one element', { a: [1, 2] }, { $set: { 'a.$[]': 1 }, $inc: { 'a.0': 1 } }, 40],
    ['$addToSet with more than $each', { a: [] }, { $addToSet: { a: { $each: [1], x: 1 } } }, 2],
    ['$push sorted by nothing', { a: [] }, { $push: { a: { $each: [1], $sort: {} } } }, 2],
    ['$currentDate of more than a type', {}, { $currentDate: { a: { $type: 'date', x: 1 } } }, 2],
    [
      'more levels than documents have',
      {},
      { $set: { [Array.from({ length: 190 }, () => 'a').join('.')]: 1 } },
      15,
    ],
    ['an unused array filter', { a: [1] }, { $set: { b: 1 } }, 9],
  ])('is refused: %s', async (name, before, update, code) => {
    const filters = name.startsWith('an unused') ? [{ x: 1 }] : undefined;

    expect(await codeOf(updated(before, update, {}, filters))).toBe(code);
  });

  it.each<[string, Document[]]>([
    ['of two identifiers', [{ 'x.a': 1, 'y.a': 1 }]],
    ['twice of one', [{ x: 1 }, { 'x.a': 1 }]],
    ['without one', [{}]],
  ])('is refused with a filter of array elements %s: 9', async (_name, filters) => {
    expect(await codeOf(updated({ a: [1] }, { $set: { 'a.$[x]': 1 } }, {}, filters))).toBe(9);
  });

  it('changes disjoint elements by several array filters', async () => {
    const update = { $set: { 'a.$[x]': 'small', 'a.$[y]': 'large' } };
    const filters = [{ x: { $lt: 5 } }, { y: { $gte: 5 } }];

    expect(await updated({ a: [1, 9] }, update, {}, filters)).toEqual({ a: ['small', 'large'] });
  });

  it('of many reports each document', async () => {
    const stored = collection();
    await stored.insertMany([{ a: 1 }, { a: 1 }, { a: 2 }]);

    expect(await stored.updateMany({ a: 1 }, { $set: { b: 1 } })).toMatchObject({
      matchedCount: 2,
      modifiedCount: 2,
    });
    expect(await stored.countDocuments({ b: 1 })).toBe(2);
  });
});

describe('a replacement', () => {
  it('keeps the _id and nothing else', async () => {
    const stored = collection();
    await stored.insertOne({ _id: 1, a: 1, b: 2 });

    await stored.replaceOne({ a: 1 }, { c: 3 });

    expect(await stored.find().toArray()).toEqual([{ _id: 1, c: 3 }]);
    expect(await codeOf(stored.replaceOne({ _id: 1 }, { _id: 2, c: 3 }))).toBe(66);
  });
});

describe('an upsert', () => {
  it('takes equalities from the filter, then applies the update', async () => {
    const stored = collection();

    const result = await stored.updateOne(
      { _id: 7, a: 1, 'b.c': 2, d: { $eq: 3 }, e: { $gt: 4 }, $and: [{ f: 5 }] },
      { $set: { g: 6 }, $setOnInsert: { h: 7 }, $inc: { n: 1 } },
      { upsert: true },
    );

    expect(result).toMatchObject({ matchedCount: 0, upsertedCount: 1, upsertedId: 7 });
    expect(await stored.findOne()).toEqual({
      _id: 7,
      a: 1,
      b: { c: 2 },
      d: 3,
      f: 5,
      g: 6,
      h: 7,
      n: 1,
    });
  });

  it('by replacement takes only the _id', async () => {
    const stored = collection();

    await stored.replaceOne({ _id: 3, a: 1 }, { b: 2 }, { upsert: true });

    expect(await stored.find().toArray()).toEqual([{ _id: 3, b: 2 }]);
  });

  it('updates when there is a match', async () => {
    const stored = collection();
    await stored.insertOne({ _id: 1, a: 1 });

    const result = await stored.updateOne(
      { a: 1 },
      { $inc: { n: 1 }, $setOnInsert: { no: 1 } },
      { upsert: true },
    );

    expect(result).toMatchObject({ matchedCount: 1, upsertedCount: 0 });
    expect(await stored.find().toArray()).toEqual([{ _id: 1, a: 1, n: 1 }]);
  });

  it('of 20 clients at once makes one document', async () => {
    const stored = collection();
    await stored.createIndex({ key: 1 }, { unique: true }, {});

    await Promise.all(
      Array.from({ length: 20 }, () =>
        stored.updateOne({ key: 'k' }, { $inc: { n: 1 } }, { upsert: true }),
      ),
    );

    expect(await stored.find({}, { projection: { _id: 0 } }).toArray()).toEqual([
      { key: 'k', n: 20 },
    ]);
  });
});
