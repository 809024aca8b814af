import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  BSONSymbol,
  Code,
  DBRef,
  Decimal128,
  Double,
  Long,
  type Collection,
  type Document,
} from 'mongodb';
import {
  codeOf,
  connect,
  startStore,
  type Fresh,
  type StoreProcess,
  type Stored,
} from './support.js';

/** What MongoDB does and this store does not: refused, on a store of its own. */
let store: StoreProcess;
let fresh: Fresh;
let rows: Collection<Stored>;

beforeAll(async () => {
  store = await startStore(['--memory', '--port', '0']);
  fresh = await connect(store.uri);
  rows = fresh.db.collection<Stored>('rows');
  await rows.insertMany([
    { _id: 1, a: 1, l: [1, 2] },
    { _id: 2, a: 2, m: Decimal128.fromString('1.5') },
  ]);
});
afterAll(async () => {
  await fresh.close();
  await store.stop();
});

const counting = { $group: { _id: 1, n: { $sum: 1 } } };

describe('an aggregation other than countDocuments', () => {
  it.each<[string, Document[]]>([
    ['nothing', []],
    ['$match', [{ $match: { a: { $gt: 1 } } }]],
    [
      '$match, $sort, $skip, $limit',
      [{ $match: { a: 1 } }, { $sort: { a: 1 } }, { $skip: 1 }, { $limit: 1 }],
    ],
    ['$limit before $sort', [{ $sort: { _id: 1 } }, { $limit: 2 }, { $sort: { a: 1 } }]],
    ['$group and $sort', [{ $group: { _id: '$by', sum: { $sum: '$a' } } }, { $sort: { _id: 1 } }]],
    ['$group then $match', [{ $group: { _id: '$by', n: { $sum: 1 } } }, { $match: { n: 1 } }]],
    ['$unwind', [{ $unwind: '$l' }, { $group: { _id: '$l', n: { $sum: 1 } } }]],
    ['$project', [{ $match: { _id: 2 } }, { $project: { double: { $multiply: ['$a', 2] } } }]],
    ['$count', [{ $match: { a: 1 } }, { $count: 'n' }]],
    ['$lookup', [{ $lookup: { from: 'b', localField: 'a', foreignField: '_id', as: 'who' } }]],
    ['$group of dates', [{ $group: { _id: null, last: { $max: '$at' } } }]],
    ['counting without $match', [counting]],
    ['$limit before $skip', [{ $match: {} }, { $limit: 1 }, { $skip: 1 }, counting]],
    ['a sum of twos', [{ $match: {} }, { $group: { _id: 1, n: { $sum: 2 } } }]],
    ['a sum of longs', [{ $match: {} }, { $group: { _id: 1, n: { $sum: Long.fromNumber(1) } } }]],
    ['a sum of doubles', [{ $match: {} }, { $group: { _id: 1, n: { $sum: new Double(1) } } }]],
    [
      'a count by a decimal',
      [{ $match: {} }, { $group: { _id: Decimal128.fromString('1'), n: { $sum: 1 } } }],
    ],
    ['a count by null', [{ $match: {} }, { $group: { _id: null, n: { $sum: 1 } } }]],
    ['counting and more', [{ $match: {} }, counting, { $match: {} }]],
    ['$out', [{ $match: {} }, { $out: 'elsewhere' }]],
  ])('is refused: %s', async (_name, pipeline) => {
    expect(await codeOf(rows.aggregate(pipeline).toArray())).toBe(238);
    expect(await codeOf(fresh.db.aggregate(pipeline).toArray())).toBe(238);
  });

  it('with an unknown stage is refused as MongoDB does: 40324', async () => {
    expect(await codeOf(rows.aggregate([{ $nonsense: {} }]).toArray())).toBe(40324);
  });

  it.each([
    ['of a collection', () => rows.watch()],
    ['of a database', () => fresh.db.watch()],
    ['of everything', () => fresh.client.watch()],
  ])('as a change stream %s is refused: 40573', async (_name, watch) => {
    const stream = watch();

    expect(await codeOf(stream.tryNext())).toBe(40573);
    await stream.close();
  });
});

describe('a command that is not there', () => {
  it.each<[string, Document]>([
    ['distinct', { distinct: 'rows', key: 'a' }],
    ['explain', { explain: { find: 'rows' } }],
    ['mapReduce', { mapReduce: 'rows', map: '', reduce: '', out: 'x' }],
    ['bulkWrite', { bulkWrite: 1, ops: [], nsInfo: [] }],
    ['collMod', { collMod: 'rows' }],
    ['renameCollection', { renameCollection: 'a.b', to: 'a.c' }],
    ['getLastError', { getLastError: 1 }],
  ])('is refused: %s', async (_name, command) => {
    expect(await codeOf(fresh.db.command(command))).toBe(59);
  });
});

describe('an option that MongoDB has', () => {
  const q = { a: 1 };
  const u = { $set: { b: 1 } };
  it.each<[string, Document, number]>([
    ['find min', { find: 'rows', min: { a: 1 } }, 238],
    ['find max', { find: 'rows', max: { a: 1 } }, 238],
    ['find returnKey', { find: 'rows', returnKey: true }, 238],
    ['find showRecordId', { find: 'rows', showRecordId: true }, 238],
    ['find let', { find: 'rows', let: { x: 1 } }, 238],
    ['find collation', { find: 'rows', collation: { locale: 'fi' } }, 72],
    ['find with a snapshot', { find: 'rows', readConcern: { level: 'snapshot' } }, 72],
    [
      'find after a time',
      { find: 'rows', readConcern: { level: 'local', afterClusterTime: 1 } },
      40415,
    ],
    ['find apiStrict', { find: 'rows', apiVersion: '1', apiStrict: true }, 323],
    ['count collation', { count: 'rows', collation: { locale: 'fi' } }, 72],
    [
      'aggregate let',
      { aggregate: 'rows', pipeline: [{ $match: {} }, counting], cursor: {}, let: { x: 1 } },
      238,
    ],
    [
      'aggregate explain',
      { aggregate: 'rows', pipeline: [{ $match: {} }, counting], explain: true },
      238,
    ],
    ['update let', { update: 'rows', updates: [{ q, u }], let: { x: 1 } }, 238],
    ['update collation', { update: 'rows', updates: [{ q, u, collation: { locale: 'fi' } }] }, 72],
    ['update sort', { update: 'rows', updates: [{ q, u, sort: { a: 1 } }] }, 40415],
    ['delete let', { delete: 'rows', deletes: [{ q, limit: 1 }], let: { x: 1 } }, 238],
    [
      'delete collation',
      { delete: 'rows', deletes: [{ q, limit: 1, collation: { locale: 'fi' } }] },
      72,
    ],
    ['findAndModify let', { findAndModify: 'rows', query: q, update: u, let: { x: 1 } }, 238],
    ['create capped', { create: 'capped', capped: true, size: 4096 }, 238],
    ['create viewOn', { create: 'view', viewOn: 'rows' }, 238],
    ['create validator', { create: 'valid', validator: { a: 1 } }, 238],
    ['create timeseries', { create: 'series', timeseries: { timeField: 't' } }, 238],
    ['create collation', { create: 'collated', collation: { locale: 'fi' } }, 72],
    ['an index of three nodes', { createIndexes: 'rows', indexes: [], commitQuorum: 3 }, 238],
  ])('is refused: %s', async (_name, command, code) => {
    expect(await codeOf(fresh.db.command(command))).toBe(code);
  });

  it.each<[string, Document]>([
    ['TTL', { expireAfterSeconds: 60 }],
    ['hidden', { hidden: true }],
    ['wildcard', { wildcardProjection: { a: 1 } }],
  ])('is refused of an index: %s', async (_name, option) => {
    const spec = { key: { a: 1 }, name: 'a_1', ...option };

    expect(await codeOf(fresh.db.command({ createIndexes: 'rows', indexes: [spec] }))).toBe(197);
  });

  it.each([{ a: 'text' }, { a: 'hashed' }, { a: '2dsphere' }, { '$**': 1 }])(
    'is refused as the key of an index: %j',
    async (key) => {
      const spec = { key, name: 'x' };

      expect(await codeOf(fresh.db.command({ createIndexes: 'rows', indexes: [spec] }))).toBe(67);
    },
  );
});

describe('an operator that MongoDB has', () => {
  it.each<[string, Document, number]>([
    ['$expr', { $expr: { $eq: ['$a', 1] } }, 238],
    ['$jsonSchema', { $jsonSchema: { required: ['a'] } }, 238],
    ['$sampleRate', { $sampleRate: 0.5 }, 238],
    ['$where', { $where: 'true' }, 2],
    ['$text', { $text: { $search: 'a' } }, 27],
    ['$geoWithin', { a: { $geoWithin: { $center: [[0, 0], 1] } } }, 238],
    ['$geoIntersects', { a: { $geoIntersects: { $geometry: {} } } }, 238],
    ['$near', { a: { $near: [0, 0] } }, 291],
    ['$nearSphere', { a: { $nearSphere: [0, 0] } }, 291],
    ['$bitsAllSet', { a: { $bitsAllSet: 1 } }, 238],
    ['the regular expression x', { b: { $regex: 'a b', $options: 'x' } }, 238],
    ['a start of text', { b: { $regex: '\\Aa' } }, 238],
    ['a back reference', { b: { $regex: '(a)\\1' } }, 238],
    ['a class that begins with ]', { b: { $regex: '[]a]' } }, 238],
  ])('is refused in a filter: %s', async (_name, filter, code) => {
    expect(await codeOf(rows.find(filter).toArray())).toBe(code);
    expect(await codeOf(rows.countDocuments(filter))).toBe(code);
    expect(await codeOf(rows.updateMany(filter, { $set: { b: 1 } }))).toBe(code);
    expect(await codeOf(rows.deleteMany(filter))).toBe(code);
    expect(await codeOf(rows.findOneAndDelete(filter))).toBe(code);
  });

  it.each<[string, Document]>([
    ['the element that matched', { 'l.$': 1 }],
    ['a computed value', { b: { $add: ['$a', 1] } }],
    ['another field', { b: '$a' }],
    ['a score', { b: { $meta: 'textScore' } }],
    ['a projection inside', { a: { b: 1 } }],
  ])('is refused in a projection: %s', async (_name, projection) => {
    expect(await codeOf(rows.find({ l: 1 }, { projection }).toArray())).toBe(238);
  });

  it.each<[string, Document]>([
    ['$bit', { $bit: { a: { or: 1 } } }],
    ['a double on a decimal', { $inc: { m: 0.5 } }],
    ['a decimal on a double', { $mul: { m: new Double(2) } }],
    ['more digits than decimals have', { $mul: { m: Decimal128.fromString('9'.repeat(34)) } }],
    ['an infinite decimal', { $inc: { m: Decimal128.fromString('Infinity') } }],
  ])('is refused in an update: %s', async (_name, update) => {
    expect(await codeOf(rows.updateOne({ _id: 2 }, update))).toBe(238);
    expect(await rows.countDocuments({ m: Decimal128.fromString('1.5') })).toBe(1);
  });

  it('is refused as an update: a pipeline', async () => {
    expect(await codeOf(rows.updateOne({ _id: 1 }, [{ $set: { b: '$a' } }]))).toBe(238);
    expect(await codeOf(rows.findOneAndUpdate({ _id: 1 }, [{ $unset: 'a' }]))).toBe(238);
  });

  it('is refused in a sort: an element of an array', async () => {
    expect(await codeOf(rows.find().sort({ 'l.0': 1 }).toArray())).toBe(238);
  });
});

describe('a value that would not come back as it came', () => {
  it.each<[string, unknown]>([
    ['a symbol', new BSONSymbol('x')],
    ['code with a scope', new Code('x', { a: 1 })],
    ['a date beyond those of JavaScript', farDate()],
  ])('is refused: %s', async (_name, given) => {
    expect(await codeOf(rows.insertOne({ given }))).toBe(238);
    expect(await codeOf(rows.find({ given }).toArray())).toBe(238);
  });

  it('is none: references, code, the least and the greatest of each number', async () => {
    const given = {
      _id: 9,
      reference: new DBRef('rows', fresh.db.databaseName as never),
      code: new Code('x'),
      long: Long.MIN_VALUE,
      decimal: Decimal128.fromString('-9.999999999999999999999999999999999E+6144'),
      double: new Double(-0),
    };

    await rows.insertOne(given);

    const found = await rows.findOne({ _id: 9 }, { promoteValues: false });
    expect(String(found?.['decimal'])).toBe('-9.999999999999999999999999999999999E+6144');
    expect(found?.['long']).toEqual(Long.MIN_VALUE);
    expect(Object.is((found?.['double'] as Double).value, -0)).toBe(true);
  });
});

/** A date of the year 292278994, as other drivers can send one. */
function farDate(): Date {
  const date = new Date(0);
  date.getTime = () => Number.MAX_SAFE_INTEGER;
  return date;
}
