import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Long, Timestamp, type Collection, type Document } from 'mongodb';
import { codeOf, connect, type Fresh, type Stored } from './support.js';

let fresh: Fresh;
let rows: Collection<Stored>;

beforeAll(async () => {
  fresh = await connect();
});
afterAll(() => fresh.close());
beforeEach(async () => {
  rows = fresh.db.collection<Stored>('rows');
  await rows.deleteMany({});
  await rows.insertMany([
    { _id: 1, a: 1, l: [1, 2] },
    { _id: 2, a: 2 },
    { _id: 3, a: 2 },
  ]);
});

const q = { a: 2 };
const u = { $set: { b: 1 } };
const group = { $group: { _id: 1, n: { $sum: 1 } } };

describe('an option that makes no sense', () => {
  it.each<[string, Document, number]>([
    ['find limit: -1', { find: 'rows', limit: -1 }, 51024],
    ['find skip: -1', { find: 'rows', skip: -1 }, 51024],
    ['find limit: text', { find: 'rows', limit: 'x' }, 14],
    ['find filter: 5', { find: 'rows', filter: 5 }, 14],
    ['find hint: 5', { find: 'rows', hint: 5 }, 9],
    ['find hint: $natural 2', { find: 'rows', hint: { $natural: 2 } }, 2],
    ['find sort: $natural and more', { find: 'rows', sort: { a: 1, $natural: 1 } }, 2],
    ['find sort: $natural, hint', { find: 'rows', sort: { $natural: 1 }, hint: { _id: 1 } }, 2],
    ['find sort: $natural, hint by name', { find: 'rows', sort: { $natural: 1 }, hint: '_id_' }, 2],
    ['find awaitData alone', { find: 'rows', awaitData: true }, 9],
    ['find tailable of a plain collection', { find: 'rows', tailable: true }, 2],
    ['find projection: 5', { find: 'rows', projection: 5 }, 14],
    ['find maxTimeMS: -1', { find: 'rows', maxTimeMS: -1 }, 2],
    ['find maxTimeMS: 1.5', { find: 'rows', maxTimeMS: 1.5 }, 2],
    ['find maxTimeMS: text', { find: 'rows', maxTimeMS: 'x' }, 2],
    ['find $readPreference of no mode', { find: 'rows', $readPreference: { mode: 'x' } }, 9],
    ['find apiVersion: 2', { find: 'rows', apiVersion: '2' }, 322],
    ['count hint of nothing', { count: 'rows', hint: 'nothing' }, 2],
    ['aggregate without a cursor', { aggregate: 'rows', pipeline: [{ $match: {} }, group] }, 9],
    ['aggregate pipeline: 5', { aggregate: 'rows', pipeline: 5, cursor: {} }, 14],
    [
      'aggregate $limit: 0',
      { aggregate: 'rows', pipeline: [{ $match: {} }, { $limit: 0 }, group], cursor: {} },
      15958,
    ],
    [
      'aggregate on a database',
      { aggregate: 1, pipeline: [{ $match: {} }, group], cursor: {} },
      73,
    ],
    ['getMore with a time', { getMore: Long.fromNumber(1), collection: 'rows', maxTimeMS: 5 }, 2],
    ['getMore of text', { getMore: 'x', collection: 'rows' }, 14],
    ['killCursors of nothing', { killCursors: 'rows' }, 40414],
    ['update multi: text', { update: 'rows', updates: [{ q, u, multi: 'x' }] }, 14],
    ['update without u', { update: 'rows', updates: [{ q }] }, 40414],
    ['update without q', { update: 'rows', updates: [{ u }] }, 40414],
    ['update an unknown field', { update: 'rows', updates: [{ q, u, nonsense: 1 }] }, 40415],
    ['update arrayFilters: {}', { update: 'rows', updates: [{ q, u, arrayFilters: {} }] }, 14],
    ['delete limit: 2', { delete: 'rows', deletes: [{ q, limit: 2 }] }, 9],
    ['delete without a limit', { delete: 'rows', deletes: [{ q }] }, 40414],
    ['delete an unknown field', { delete: 'rows', deletes: [{ q, limit: 1, sort: {} }] }, 40415],
    ['findAndModify without an update', { findAndModify: 'rows', query: q }, 9],
    ['findAndModify with both', { findAndModify: 'rows', update: u, remove: true }, 9],
    ['findAndModify remove and new', { findAndModify: 'rows', remove: true, new: true }, 9],
    ['a collection of no name', { find: '.rows' }, 73],
    ['createIndexes of none', { createIndexes: 'rows', indexes: [] }, 2],
    [
      'createIndexes unique: text',
      { createIndexes: 'rows', indexes: [{ key: { a: 1 }, name: 'a', unique: 'x' }] },
      14,
    ],
    [
      'createIndexes of ids, unique',
      { createIndexes: 'rows', indexes: [{ key: { _id: 1 }, name: '_id_', unique: true }] },
      197,
    ],
    [
      'createIndexes sparse and partial',
      {
        createIndexes: 'rows',
        indexes: [{ key: { a: 1 }, name: 'a', sparse: true, partialFilterExpression: { a: 1 } }],
      },
      67,
    ],
    ['listDatabases elsewhere', { listDatabases: 1 }, 13],
    ['an unknown field', { insert: 'rows', documents: [{}], nonsense: 1 }, 40415],
  ])('is refused, and changes nothing: %s', async (_name, command, code) => {
    expect(await codeOf(fresh.db.command(command))).toBe(code);

    expect(await rows.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, a: 1, l: [1, 2] },
      { _id: 2, a: 2 },
      { _id: 3, a: 2 },
    ]);
  });
});

describe('an option', () => {
  it.each<[string, Document]>([
    ['comment', { comment: { any: 'thing' } }],
    ['allowDiskUse', { allowDiskUse: true }],
    ['noCursorTimeout', { noCursorTimeout: true }],
    ['collation simple', { collation: { locale: 'simple' } }],
    ['let of nothing', { let: {} }],
    ['tailable: false', { tailable: false }],
    ['null', { skip: null, sort: null }],
    ['$readPreference', { $readPreference: { mode: 'secondaryPreferred' } }],
    ['apiVersion', { apiVersion: '1', apiStrict: false }],
    ['a fraction, which is cut off', { limit: 3.9 }],
  ])('of a find leaves the answer as it is: %s', async (_name, option) => {
    const { cursor } = await fresh.db.command({ find: 'rows', ...option });

    expect((cursor as { firstBatch: unknown[] }).firstBatch).toHaveLength(3);
  });

  it('of a count is kept: limit, skip, hint', async () => {
    const count = async (more: Document): Promise<unknown> =>
      (await fresh.db.command({ count: 'rows', query: { a: 2 }, ...more }))['n'];

    expect(await count({})).toBe(2);
    expect(await count({ limit: 1 })).toBe(1);
    expect(await count({ limit: -1 })).toBe(1);
    expect(await count({ skip: 1, hint: { _id: 1 } })).toBe(1);
    expect(await rows.countDocuments({}, { hint: '_id_', comment: 'why' })).toBe(3);
    expect(await rows.estimatedDocumentCount()).toBe(3);
  });

  it('of an update is kept: hint, bypassDocumentValidation', async () => {
    await rows.updateMany({ a: 2 }, { $set: { b: 1 } }, { hint: { _id: 1 } });
    const bypassed = await rows.updateOne({ a: 1 }, u, { bypassDocumentValidation: true });

    expect(bypassed.modifiedCount).toBe(1);
    expect(await rows.countDocuments({ b: 1 })).toBe(3);
    expect(await codeOf(rows.updateOne({ a: 1 }, u, { hint: 'nothing' }))).toBe(2);
    expect(await codeOf(rows.deleteOne({ a: 1 }, { hint: 'nothing' }))).toBe(2);
    expect(await codeOf(rows.findOneAndUpdate({ a: 1 }, u, { hint: { z: 1 } }))).toBe(2);
  });

  it('of a cursor is kept: batchSize of 0, and the time of all batches together', async () => {
    const { cursor } = (await fresh.db.command({ find: 'rows', batchSize: 0 })) as {
      cursor: { id: Long; firstBatch: unknown[] };
    };

    expect(cursor.firstBatch).toEqual([]);
    expect(Long.fromValue(cursor.id).isZero()).toBe(false);
    expect(await rows.find().batchSize(1).maxTimeMS(60_000).toArray()).toHaveLength(3);
  });
});

describe('an _id', () => {
  it.each<[string, unknown, number]>([
    ['with a field like an operator', { $a: 1 }, 52],
    ['with one deeper', { a: [{ $b: 1 }] }, 52],
    ['that is an array', [1], 53],
    ['that is a pattern', /a/, 53],
  ])('is refused %s', async (_name, id, code) => {
    const doc = { _id: id } as Stored;

    expect(await codeOf(rows.insertOne({ ...doc }))).toBe(code);
    const set: Document = { $set: { _id: id } };
    expect(await codeOf(rows.updateOne({ none: 1 }, set, { upsert: true }))).toBe(code);
    expect(await rows.countDocuments()).toBe(3);
  });

  it('may be any document beside', async () => {
    await rows.insertOne({ _id: { a: 1, b: [{ c: 1 }] } } as never);

    expect(await rows.countDocuments({ _id: { a: 1, b: [{ c: 1 }] } as never })).toBe(1);
  });

  it('is not made of parts that an upsert asks for: 111', async () => {
    expect(await codeOf(rows.updateOne({ '_id.x': 1 }, u, { upsert: true }))).toBe(111);
  });

  it('of a replacement that is inserted is that of the filter, or refused: 66', async () => {
    expect(await codeOf(rows.replaceOne({ _id: 8 }, { _id: 9 }, { upsert: true }))).toBe(66);
  });
});

describe('an empty timestamp', () => {
  it('at the top of a document becomes one of now, deeper it stays', async () => {
    const empty = () => new Timestamp({ t: 0, i: 0 });
    await rows.insertOne({ _id: 10, at: empty(), deep: { at: empty() } });
    await rows.replaceOne({ _id: 1 }, { at: empty() });

    const inserted = await rows.findOne({ _id: 10 });
    const replaced = await rows.findOne({ _id: 1 });

    expect((inserted?.['at'] as Timestamp).t).toBeGreaterThan(0);
    expect((replaced?.['at'] as Timestamp).t).toBeGreaterThan(0);
    expect((inserted?.['deep'] as { at: Timestamp }).at).toEqual(empty());
  });
});
