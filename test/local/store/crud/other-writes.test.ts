import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decimal128 } from 'mongodb';
import { codeOf, connect, type Fresh, type Stored } from '../support.js';

let fresh: Fresh;
let nextCollection = 0;

beforeAll(async () => {
  fresh = await connect();
});
afterAll(() => fresh.close());

const collection = () => {
  nextCollection += 1;
  return fresh.db.collection<Stored>(`other${nextCollection}`);
};

describe('findAndModify', () => {
  it('returns the document before or after, sorted and projected', async () => {
    const stored = collection();
    await stored.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ]);

    expect(await stored.findOneAndUpdate({}, { $inc: { n: 10 } }, { sort: { n: -1 } })).toEqual({
      _id: 2,
      n: 2,
    });
    expect(
      await stored.findOneAndUpdate(
        { _id: 2 },
        { $inc: { n: 1 } },
        { returnDocument: 'after', projection: { _id: 0 } },
      ),
    ).toEqual({ n: 13 });
    expect(
      await stored.findOneAndReplace({ _id: 1 }, { x: 1 }, { returnDocument: 'after' }),
    ).toEqual({ _id: 1, x: 1 });
    expect(await stored.findOneAndDelete({ _id: 1 })).toEqual({ _id: 1, x: 1 });
    expect(await stored.findOneAndDelete({ _id: 1 })).toBeNull();
  });

  it('upserts and says so', async () => {
    const stored = collection();

    const result = await stored.findOneAndUpdate(
      { _id: 5 },
      { $set: { a: 1 } },
      { upsert: true, returnDocument: 'after', includeResultMetadata: true },
    );

    expect(result.value).toEqual({ _id: 5, a: 1 });
    expect(result.lastErrorObject).toEqual({ n: 1, updatedExisting: false, upserted: 5 });
    expect(
      await stored.findOneAndUpdate({ _id: 6 }, { $set: { a: 1 } }, { upsert: true }),
    ).toBeNull();
  });
});

describe('bulkWrite', () => {
  it('does all kinds in order', async () => {
    const stored = collection();

    const result = await stored.bulkWrite([
      { insertOne: { document: { _id: 1, a: 1 } } },
      { updateOne: { filter: { _id: 1 }, update: { $set: { a: 2 } } } },
      { updateMany: { filter: { a: 9 }, update: { $set: { b: 1 } }, upsert: true } },
      { replaceOne: { filter: { a: 2 }, replacement: { c: 1 } } },
      { deleteOne: { filter: { a: 9 } } },
    ]);

    expect(result).toMatchObject({
      insertedCount: 1,
      matchedCount: 2,
      modifiedCount: 2,
      upsertedCount: 1,
      deletedCount: 1,
    });
    expect(await stored.find().toArray()).toEqual([{ _id: 1, c: 1 }]);
  });

  it('stops at the first error when ordered, and goes on when not', async () => {
    const [ordered, unordered] = [collection(), collection()];
    const documents = [{ _id: 1 }, { _id: 1 }, { _id: 2 }];

    expect(await codeOf(ordered.insertMany(documents.map((one) => ({ ...one }))))).toBe(11000);
    expect(await codeOf(unordered.insertMany(documents, { ordered: false }))).toBe(11000);

    expect(await ordered.countDocuments()).toBe(1);
    expect(await unordered.countDocuments()).toBe(2);
  });
});

describe('a delete', () => {
  it('of one or many', async () => {
    const stored = collection();
    await stored.insertMany([{ a: 1 }, { a: 1 }, { a: 1 }, { a: 2 }]);

    expect(await stored.deleteOne({ a: 1 })).toMatchObject({ deletedCount: 1 });
    expect(await stored.deleteMany({ a: 1 })).toMatchObject({ deletedCount: 2 });
    expect(await stored.deleteMany({})).toMatchObject({ deletedCount: 1 });
  });
});

describe('a product of decimals', () => {
  it('that is zero keeps its sign', async () => {
    const stored = collection();
    await stored.insertOne({ a: Decimal128.fromString('-2.0'), b: Decimal128.fromString('0') });
    const by = { a: Decimal128.fromString('0'), b: Decimal128.fromString('5.0') };

    await stored.updateOne({}, { $mul: by });

    const found = await stored.findOne({}, { projection: { _id: 0 } });
    expect([String(found?.['a']), String(found?.['b'])]).toEqual(['-0.0', '0.0']);
  });
});

describe('a new collection', () => {
  it('has a name of 255 bytes with that of its database: 73', async () => {
    const longest = 'x'.repeat(255 - fresh.db.databaseName.length - 1);

    await fresh.db.createCollection(longest);
    expect(await codeOf(fresh.db.createCollection(`${longest}x`))).toBe(73);
    expect(await codeOf(fresh.db.collection(`${longest}x`).insertOne({}))).toBe(73);
  });

  it('is in no database that differs from another one by case only: 13297', async () => {
    await collection().insertOne({});
    const other = fresh.client.db(fresh.db.databaseName.toUpperCase());

    expect(await codeOf(other.collection('any').insertOne({}))).toBe(13297);
  });
});
