import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Double, type Collection, type Document, type IndexDescription } from 'mongodb';
import { codeOf, connect, refusal, type Fresh, type Stored } from '../support.js';

let fresh: Fresh;
let nextCollection = 0;

beforeAll(async () => {
  fresh = await connect();
});
afterAll(() => fresh.close());

const collection = (): Collection<Stored> => {
  nextCollection += 1;
  return fresh.db.collection<Stored>(`indexes${nextCollection}`);
};

describe('a unique index', () => {
  it('refuses a second document and says which key and value: 11000', async () => {
    const stored = collection();
    await stored.createIndex({ 'a.b': 1, c: -1 }, { unique: true }, {});
    await stored.insertOne({ a: { b: 'x' }, c: 1 });

    const error = await refusal(stored.insertOne({ a: { b: 'x' }, c: 1 }));

    expect(error).toMatchObject({
      code: 11000,
      keyPattern: { 'a.b': 1, c: -1 },
      keyValue: { 'a.b': 'x', c: 1 },
    });
    expect(error.message).toContain(
      `E11000 duplicate key error collection: ${stored.namespace} index: a.b_1_c_-1 dup key: { a.b: "x", c: 1 }`,
    );
  });

  it('refuses updates and findAndModify as well', async () => {
    const stored = collection();
    await stored.createIndex({ k: 1 }, { unique: true }, {});
    await stored.insertMany([
      { _id: 1, k: 1 },
      { _id: 2, k: 2 },
    ]);

    expect(await refusal(stored.updateOne({ _id: 2 }, { $set: { k: 1 } }))).toMatchObject({
      code: 11000,
    });
    expect(await refusal(stored.findOneAndUpdate({ _id: 2 }, { $set: { k: 1 } }))).toMatchObject({
      code: 11000,
      keyValue: { k: 1 },
    });
    expect(await stored.findOne({ _id: 2 })).toEqual({ _id: 2, k: 2 });
  });

  it('counts missing as null, unless sparse or partial', async () => {
    const [plain, sparse, partial] = [collection(), collection(), collection()];
    await plain.createIndex({ k: 1 }, { unique: true }, {});
    await sparse.createIndex({ k: 1 }, { unique: true, sparse: true }, {});
    await partial.createIndex(
      { k: 1 },
      { unique: true, partialFilterExpression: { on: true } },
      {},
    );

    await plain.insertOne({});
    expect(await codeOf(plain.insertOne({ k: null }))).toBe(11000);
    await sparse.insertMany([{}, {}, { k: null }]);
    expect(await codeOf(sparse.insertOne({ k: null }))).toBe(11000);
    await partial.insertMany([{ k: 1 }, { k: 1, on: true }, { k: 1, on: false }]);
    expect(await codeOf(partial.insertOne({ k: 1, on: true }))).toBe(11000);
  });

  it('looks into arrays, but not within one document', async () => {
    const stored = collection();
    await stored.createIndex({ tags: 1 }, { unique: true }, {});

    await stored.insertOne({ tags: ['a', 'a', 'b'] });

    expect(await refusal(stored.insertOne({ tags: ['c', 'b'] }))).toMatchObject({
      keyValue: { tags: 'b' },
    });
    await stored.updateOne({ tags: 'a' }, { $addToSet: { tags: 'd' } });
    await stored.insertOne({ tags: ['c'] });
  });

  it('is not built over duplicates', async () => {
    const stored = collection();
    await stored.insertMany([{ k: 1 }, { k: 1 }]);

    expect(await codeOf(stored.createIndex({ k: 1 }, { unique: true }, {}))).toBe(11000);
    expect(await stored.indexes()).toHaveLength(1);
  });

  it('holds values longer than any key of the disk', async () => {
    const stored = collection();
    await stored.createIndex({ k: 1 }, { unique: true }, {});
    const long = 'x'.repeat(100_000);

    await stored.insertMany([{ k: `${long}a` }, { k: `${long}b` }]);

    expect(await codeOf(stored.insertOne({ k: `${long}a` }))).toBe(11000);
    expect(await stored.countDocuments({ k: `${long}b` })).toBe(1);
  });

  it('lets a key move between documents of one bulk', async () => {
    const stored = collection();
    await stored.createIndex({ k: 1 }, { unique: true }, {});
    await stored.insertMany([
      { _id: 1, k: 1 },
      { _id: 2, k: 2 },
    ]);

    await stored.bulkWrite([
      { updateOne: { filter: { _id: 1 }, update: { $set: { k: 3 } } } },
      { updateOne: { filter: { _id: 2 }, update: { $set: { k: 1 } } } },
    ]);

    expect(await stored.find().sort({ k: 1 }).toArray()).toEqual([
      { _id: 2, k: 1 },
      { _id: 1, k: 3 },
    ]);
  });
});

describe('a partial index', () => {
  it.each<[string, Document]>([
    ['$ne', { a: { $ne: 3 } }],
    ['$nin', { a: { $nin: [3] } }],
    ['$not', { a: { $not: { $gt: 3 } } }],
    ['$exists: false', { a: { $exists: false } }],
    ['a pattern', { a: /x/ }],
    ['$regex', { a: { $gt: 'a', $regex: 'x' } }],
    ['$size', { a: { $size: 1 } }],
    ['$mod', { a: { $mod: [2, 0] } }],
    ['$elemMatch', { a: { $elemMatch: { $gt: 1 } } }],
    ['$nor', { $nor: [{ a: 1 }] }],
    ['$ne in an $or', { $or: [{ a: 1 }, { a: { $ne: 3 } }] }],
    ['an $or in an $or', { $or: [{ a: 1 }, { $or: [{ a: 2 }] }] }],
  ])('is refused where its filter has %s: 67', async (_name, partialFilterExpression) => {
    const stored = collection();
    await stored.insertOne({ a: [5, 3] });

    expect(await codeOf(stored.createIndex({ a: 1 }, { partialFilterExpression }, {}))).toBe(67);
    expect(await stored.countDocuments({ a: 5 })).toBe(1);
  });

  it.each<[string, Document]>([
    ['of nulls', { a: { $type: 10 } }],
    ['of integers', { a: { $type: 'int' } }],
    ['of small numbers', { a: { $lte: 3 } }],
    ['of more fields', { $or: [{ a: 1 }, { b: { $in: [1] } }], $comment: 'why' }],
  ])('%s loses no document', async (_name, partialFilterExpression) => {
    const stored = collection();
    await stored.createIndex({ a: 1 }, { partialFilterExpression }, {});
    await stored.insertMany([{}, { a: null }, { a: 1 }, { a: new Double(1) }]);

    expect(await stored.countDocuments({ a: null })).toBe(2);
    expect(await stored.countDocuments({ a: 1 })).toBe(2);
    expect(await stored.countDocuments({ a: { $in: [null, 1] } })).toBe(4);
  });
});

describe('a hint', () => {
  it('is honoured, and refused where it names nothing: 2', async () => {
    const stored = collection();
    await stored.createIndex({ a: 1 });
    await stored.insertMany([{ a: 2 }, { a: 1 }]);

    expect((await stored.find().hint('a_1').toArray()).map(({ a }) => a as number)).toEqual([1, 2]);
    expect(await codeOf(stored.find().hint('nothing').toArray())).toBe(2);
  });
});

describe('a key that two indexes have', () => {
  it('names neither: 181 for a drop, 27 for a hint', async () => {
    const stored = collection();
    for (const n of [1, 2]) {
      const options = { name: `of ${n}`, partialFilterExpression: { n } };
      await stored.createIndex({ a: 1 }, options, {});
    }
    await stored.insertOne({ a: 1, n: 2 });
    const key = { a: 1 };

    expect(await codeOf(stored.dropIndex(key as never))).toBe(181);
    expect(await codeOf(stored.find(key).hint(key).toArray())).toBe(27);
    expect(await codeOf(stored.countDocuments(key, { hint: key }))).toBe(27);
    expect(await codeOf(stored.updateOne(key, { $set: { b: 1 } }, { hint: key }))).toBe(27);
    expect(await codeOf(stored.deleteOne(key, { hint: key }))).toBe(27);
    expect(await stored.find(key).hint('of 2').toArray()).toHaveLength(1);
    await stored.dropIndex('of 1');
    await stored.dropIndex(key as never);
    expect(await stored.indexes()).toHaveLength(1);
  });
});

describe('the catalogue', () => {
  it('holds 64 indexes of 32 fields: 67, 13103', async () => {
    const stored = collection();
    const named = (n: number): IndexDescription => ({ key: { [`f${n}`]: 1 } });
    const wide = (n: number) =>
      Object.fromEntries(Array.from({ length: n }, (_, at) => [`f${at}`, 1]));
    await stored.createIndexes(Array.from({ length: 62 }, (_, n) => named(n)));

    expect(await codeOf(stored.createIndex(wide(33), { name: 'wide' }, {}))).toBe(13103);
    await stored.createIndex(wide(32), { name: 'wide' }, {});
    expect(await codeOf(stored.createIndexes([named(63)]))).toBe(67);
    await stored.createIndexes([named(1)]);
    expect(await stored.indexes()).toHaveLength(64);
  });

  it('drops by names or one key, of nothing else: 14, 40414', async () => {
    const stored = collection();
    await stored.createIndexes([{ key: { a: 1 } }, { key: { b: 1 } }]);
    const drop = (index: unknown) =>
      fresh.db.command({ dropIndexes: stored.collectionName, index });

    expect(await codeOf(drop([{ a: 1 }]))).toBe(14);
    expect(await codeOf(drop(5))).toBe(14);
    expect(await codeOf(drop(undefined))).toBe(40414);
    await drop(['a_1', 'b_1']);
    expect(await stored.indexes()).toHaveLength(1);
  });

  it('lists indexes and drops them', async () => {
    const stored = collection();
    await stored.createIndex({ a: 1 }, { unique: true, name: 'mine' }, {});

    expect(await stored.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1 }, name: 'mine', unique: true },
    ]);
    await stored.dropIndex('mine');
    expect(await stored.indexes()).toHaveLength(1);
    expect(await codeOf(stored.dropIndex('mine'))).toBe(27);
    expect(await codeOf(fresh.db.collection('nowhere').dropIndex('mine'))).toBe(26);
  });

  it('makes an index once, and refuses another one under its name or key', async () => {
    const stored = collection();
    await stored.createIndex({ a: 1 });
    await stored.createIndex({ a: 1 });

    expect(await codeOf(stored.createIndex({ b: 1 }, { name: 'a_1' }, {}))).toBe(86);
    expect(await codeOf(stored.createIndex({ a: 1 }, { name: 'other' }, {}))).toBe(85);
  });

  it('lists collections and drops them', async () => {
    const stored = collection();
    await stored.insertOne({});
    const named = () => fresh.db.listCollections({ name: stored.collectionName }).toArray();

    expect(await named()).toMatchObject([{ name: stored.collectionName, type: 'collection' }]);
    await stored.drop();
    expect(await named()).toEqual([]);
  });

  it('refuses two arrays in one index: 171', async () => {
    const stored = collection();
    await stored.createIndex({ a: 1, b: 1 });

    expect(await codeOf(stored.insertOne({ a: [1], b: [2] }))).toBe(171);
  });
});
