import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  Binary,
  BSONRegExp,
  Decimal128,
  Double,
  Long,
  ObjectId,
  Timestamp,
  UUID,
  type Collection,
  type Document,
} from 'mongodb';
import { codeOf, connect, type Fresh } from '../support.js';

let fresh: Fresh;
let nextCollection = 0;

beforeAll(async () => {
  fresh = await connect();
});
afterAll(() => fresh.close());

async function collectionWith(documents: readonly Document[]): Promise<Collection> {
  nextCollection += 1;
  const collection = fresh.db.collection(`reading${nextCollection}`);
  if (documents.length > 0)
    await collection.insertMany(documents.map((document) => ({ ...document })));
  return collection;
}

const ids = (documents: readonly Document[]): unknown[] =>
  documents.map(({ _id }) => _id as unknown);

describe('a stored document', () => {
  it('comes back with every type as it was', async () => {
    const collection = await collectionWith([]);
    const document = {
      _id: new ObjectId(),
      int: 5,
      double: new Double(5),
      fraction: 1.25,
      long: Long.fromString('9223372036854775807'),
      decimal: Decimal128.fromString('12.340'),
      text: 'naïve \u{1F600} \u0000 end',
      date: new Date(1_700_000_000_123),
      bytes: new Binary(Buffer.from([1, 2, 3])),
      uuid: new UUID('0189c3d1-2b6f-7000-8000-0123456789ab'),
      pattern: new BSONRegExp('^a', 'i'),
      time: new Timestamp({ t: 7, i: 9 }),
      yes: true,
      nothing: null,
      list: [1, [2, []], {}],
      nested: { deep: { deeper: { x: 1 } } },
    };

    await collection.insertOne(document);
    const found = await collection.findOne({}, { promoteValues: false, bsonRegExp: true });

    expect(found?.['double']).toEqual(new Double(5));
    expect(found?.['long']).toEqual(Long.fromString('9223372036854775807'));
    expect(String(found?.['decimal'])).toBe('12.340');
    expect(found?.['text']).toEqual(document.text);
    expect(found?.['pattern']).toEqual(document.pattern);
    expect(found?.['time']).toEqual(document.time);
    expect(Object.keys(found ?? {})).toEqual(Object.keys(document));
    expect(await collection.findOne({}, { projection: { list: 1, nested: 1, _id: 0 } })).toEqual({
      list: document.list,
      nested: document.nested,
    });
  });

  it('has its _id first, wherever it was given', async () => {
    const collection = await collectionWith([{ a: 1, _id: 7 }]);

    expect(Object.keys((await collection.findOne()) ?? {})).toEqual(['_id', 'a']);
  });
});

describe('a sort', () => {
  it('orders all types as the manual says', async () => {
    const values = [
      { z: 1 },
      'text',
      true,
      new Date(0),
      5,
      null,
      new ObjectId(),
      new Binary(Buffer.from('x')),
      /a/,
    ];
    const collection = await collectionWith(values.map((value, _id) => ({ _id, value })));

    expect(ids(await collection.find().sort({ value: 1 }).toArray())).toEqual([
      5, 4, 1, 0, 7, 6, 2, 3, 8,
    ]);
  });

  it('takes the least element of an array upwards and the greatest downwards', async () => {
    const collection = await collectionWith([
      { _id: 0, a: [1, 9] },
      { _id: 1, a: 5 },
      { _id: 2, a: [] },
      { _id: 3 },
    ]);

    expect(ids(await collection.find().sort({ a: 1 }).toArray())).toEqual([2, 3, 0, 1]);
    expect(ids(await collection.find().sort({ a: -1 }).toArray())).toEqual([0, 1, 3, 2]);
  });

  it('takes several fields of one array from the same element', async () => {
    const collection = await collectionWith([
      {
        _id: 0,
        a: [
          { x: 1, y: 9 },
          { x: 2, y: 1 },
        ],
      },
      { _id: 1, a: [{ x: 1, y: 5 }] },
    ]);

    expect(ids(await collection.find().sort({ 'a.x': 1, 'a.y': 1 }).toArray())).toEqual([1, 0]);
    expect(ids(await collection.find().sort({ 'a.x': 1, 'a.y': -1 }).toArray())).toEqual([0, 1]);
  });

  it('over two arrays of one document is refused: 2', async () => {
    const collection = await collectionWith([{ a: [1, 2], b: [3, 4] }]);

    expect(await codeOf(collection.find().sort({ a: 1, b: 1 }).toArray())).toBe(2);
  });

  it('breaks ties by the next field, skips and limits', async () => {
    const collection = await collectionWith(
      [0, 1, 2, 3, 4, 5].map((_id) => ({ _id, a: _id % 2, b: -_id })),
    );

    expect(ids(await collection.find().sort({ a: 1, b: 1 }).skip(1).limit(3).toArray())).toEqual([
      2, 0, 5,
    ]);
  });

  it('is refused for directions other than 1 and -1', async () => {
    const collection = await collectionWith([{ a: 1 }]);

    expect(
      await codeOf(fresh.db.command({ find: collection.collectionName, sort: { a: 2 } })),
    ).toBe(15975);
  });
});

describe('a projection', () => {
  const document = {
    _id: 1,
    a: { b: 1, c: 2 },
    l: [{ x: 1, y: 1 }, 5, { x: 2, y: 2 }],
    n: [1, 2, 3, 4],
  };

  it.each<[string, Document, Document]>([
    ['inclusion', { 'a.b': 1 }, { _id: 1, a: { b: 1 } }],
    ['inclusion without _id', { 'a.b': 1, _id: 0 }, { a: { b: 1 } }],
    ['exclusion', { l: 0, n: 0 }, { _id: 1, a: { b: 1, c: 2 } }],
    ['exclusion within arrays', { 'l.x': 0, n: 0, a: 0 }, { _id: 1, l: [{ y: 1 }, 5, { y: 2 }] }],
    ['inclusion within arrays', { 'l.x': 1 }, { _id: 1, l: [{ x: 1 }, { x: 2 }] }],
    ['only _id', { _id: 1 }, { _id: 1 }],
    ['$slice from the front', { n: { $slice: 2 }, l: 0, a: 0 }, { _id: 1, n: [1, 2] }],
    ['$slice from the end', { n: { $slice: -1 }, l: 0, a: 0 }, { _id: 1, n: [4] }],
    ['$slice with a start', { n: { $slice: [1, 2] }, l: 0, a: 0 }, { _id: 1, n: [2, 3] }],
    ['$elemMatch', { l: { $elemMatch: { x: 2 } } }, { _id: 1, l: [{ x: 2, y: 2 }] }],
    ['$elemMatch without a match', { l: { $elemMatch: { x: 3 } } }, { _id: 1 }],
  ])('%s', async (_name, projection, expected) => {
    const collection = await collectionWith([document]);

    expect(await collection.findOne({}, { projection })).toEqual(expected);
  });

  it('puts what $elemMatch found behind the other fields', async () => {
    const collection = await collectionWith([document]);
    const projection = { l: { $elemMatch: { x: 2 } }, n: 1 };

    const found = await collection.findOne({}, { projection });

    expect(Object.keys(found ?? {})).toEqual(['_id', 'n', 'l']);
  });

  it.each<[string, Document, number]>([
    ['$slice and more of one field', { n: { $slice: 1, $elemMatch: { $gt: 1 } } }, 15983],
    ['$slice of three numbers', { n: { $slice: [1, 2, 3] } }, 28667],
    ['$slice of text', { n: { $slice: 'x' } }, 28667],
    ['$elemMatch deeper', { 'a.b': { $elemMatch: { x: 1 } } }, 31275],
    ['an empty name', { 'a..b': 1 }, 40352],
  ])('is refused: %s', async (_name, projection, code) => {
    const collection = await collectionWith([document]);

    expect(await codeOf(collection.findOne({}, { projection }))).toBe(code);
  });

  it('is refused when it includes and excludes', async () => {
    const collection = await collectionWith([document]);

    expect(await codeOf(collection.findOne({}, { projection: { a: 1, n: 0 } }))).toBe(31254);
    expect(await codeOf(collection.findOne({}, { projection: { n: 0, a: 1 } }))).toBe(31253);
  });
});

describe('a cursor', () => {
  it('streams everything through batches, in order', async () => {
    const collection = await collectionWith(Array.from({ length: 1_000 }, (_, _id) => ({ _id })));

    const found = await collection.find().sort({ _id: 1 }).batchSize(70).toArray();

    expect(ids(found)).toEqual(Array.from({ length: 1_000 }, (_, index) => index));
  });

  it('splits batches at 16 MiB', async () => {
    const text = 'x'.repeat(5_000_000);
    const collection = await collectionWith([1, 2, 3, 4, 5].map((_id) => ({ _id, text })));

    expect(ids(await collection.find().batchSize(5).toArray())).toEqual([1, 2, 3, 4, 5]);
  });

  it('that was killed is not found: 43', async () => {
    const collection = await collectionWith(Array.from({ length: 10 }, (_, _id) => ({ _id })));
    const { cursor } = (await fresh.db.command({
      find: collection.collectionName,
      batchSize: 2,
    })) as { cursor: { id: Long } };

    await fresh.db.command({ killCursors: collection.collectionName, cursors: [cursor.id] });

    const more = { getMore: Long.fromValue(cursor.id), collection: collection.collectionName };
    expect(await codeOf(fresh.db.command(more))).toBe(43);
  });

  it('over a missing collection is empty', async () => {
    expect(await fresh.db.collection('nowhere').find().toArray()).toEqual([]);
  });
});

describe('a count', () => {
  it('takes filter, skip and limit', async () => {
    const collection = await collectionWith(
      Array.from({ length: 20 }, (_, _id) => ({ _id, even: _id % 2 === 0 })),
    );

    expect(await collection.countDocuments({ even: true })).toBe(10);
    expect(await collection.countDocuments({ even: true }, { skip: 7, limit: 5 })).toBe(3);
    expect(await collection.countDocuments({ even: 'never' })).toBe(0);
    expect(await collection.estimatedDocumentCount()).toBe(20);
  });
});

describe('maxTimeMS', () => {
  let many: Collection;
  beforeAll(async () => {
    many = await collectionWith(
      Array.from({ length: 60_000 }, (_, n) => ({ n, text: 'abc'.repeat(20) })),
    );
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'a scan',
      () =>
        many
          .find({ text: /never$/ })
          .maxTimeMS(1)
          .toArray(),
    ],
    ['a sort', () => many.find().sort({ text: 1, n: -1 }).maxTimeMS(1).toArray()],
    ['a count', () => many.countDocuments({ text: /never$/ }, { maxTimeMS: 1 })],
    ['an update', () => many.updateMany({}, { $set: { x: 1 } }, { maxTimeMS: 1 })],
    ['a delete', () => many.deleteMany({ text: /abc$/ }, { maxTimeMS: 1 })],
    ['findAndModify', () => many.findOneAndDelete({ text: /never$/ }, { maxTimeMS: 1 })],
    ['an index', () => many.createIndex({ text: 1 }, {}, { maxTimeMS: 1 })],
  ])('ends %s that takes too long, which then changes nothing: 50', async (_name, act) => {
    expect(await codeOf(act())).toBe(50);

    expect(await many.countDocuments({ x: { $exists: false } })).toBe(60_000);
    expect(await many.indexes()).toHaveLength(1);
  });
});

describe('commands', () => {
  it('that do not exist: 59', async () => {
    expect(await codeOf(fresh.db.command({ nonsense: 1 }))).toBe(59);
  });

  it('with unknown fields are refused: 40415', async () => {
    expect(await codeOf(fresh.db.command({ find: 'x', nonsense: 1 }))).toBe(40415);
  });

  it('answer ping, hello and buildInfo', async () => {
    expect(await fresh.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
    expect(await fresh.db.command({ hello: 1 })).toMatchObject({ isWritablePrimary: true });
    expect(await fresh.db.admin().buildInfo()).toHaveProperty('version');
  });
});
