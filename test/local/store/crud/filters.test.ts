import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decimal128, Double, Long, MaxKey, MinKey, ObjectId, type Document } from 'mongodb';
import { codeOf, connect, type Fresh, type Stored } from '../support.js';

let fresh: Fresh;
let nextCollection = 0;

beforeAll(async () => {
  fresh = await connect();
});
afterAll(() => fresh.close());

/** The `_id`s of the documents that match, the documents being numbered from 0. */
async function matching(documents: readonly Document[], filter: Document): Promise<unknown[]> {
  nextCollection += 1;
  const collection = fresh.db.collection<Stored>(`filters${nextCollection}`);
  await collection.insertMany(documents.map((document, _id) => ({ _id, ...document })));
  const found = await collection.find(filter).sort({ _id: 1 }).toArray();
  return found.map(({ _id }) => _id as unknown);
}

type Row = [name: string, documents: Document[], filter: Document, found: number[]];

const rows: Row[] = [
  ['equality with null finds null and missing', [{ a: null }, {}, { a: 0 }], { a: null }, [0, 1]],
  ['$exists tells null from missing', [{ a: null }, {}], { a: { $exists: true } }, [0]],
  ['$exists false', [{ a: null }, {}], { a: { $exists: false } }, [1]],
  ['$ne null', [{ a: null }, {}, { a: 0 }], { a: { $ne: null } }, [2]],
  [
    'numbers equal across types',
    [
      { a: 1 },
      { a: Long.fromNumber(1) },
      { a: new Double(1) },
      { a: Decimal128.fromString('1.0') },
      { a: '1' },
    ],
    { a: 1 },
    [0, 1, 2, 3],
  ],
  [
    'large longs keep their last digit',
    [{ a: Long.fromString('9007199254740993') }, { a: Long.fromString('9007199254740992') }],
    { a: Long.fromString('9007199254740993') },
    [0],
  ],
  [
    'ranges stay within one type',
    [{ a: 5 }, { a: '5' }, { a: new Date(5) }, { a: null }, {}, { a: true }],
    { a: { $gt: 1 } },
    [0],
  ],
  [
    'ranges across number types',
    [{ a: Long.fromNumber(3) }, { a: Decimal128.fromString('2.5') }, { a: 2 }],
    { a: { $gt: 2 } },
    [0, 1],
  ],
  ['$gte null finds null and missing', [{ a: null }, {}, { a: 1 }], { a: { $gte: null } }, [0, 1]],
  [
    '$lt with MaxKey compares all types',
    [{ a: 5 }, { a: 'x' }],
    { a: { $lt: new MaxKey() } },
    [0, 1],
  ],
  [
    '$gt with MinKey compares all types',
    [{ a: 5 }, { a: 'x' }],
    { a: { $gt: new MinKey() } },
    [0, 1],
  ],
  ['$lt with MaxKey finds missing', [{}, { a: 2 }], { a: { $lt: new MaxKey() } }, [0, 1]],
  ['$lte with MaxKey finds missing', [{}, { a: 2 }], { a: { $lte: new MaxKey() } }, [0, 1]],
  ['$gt with MinKey finds missing', [{}, { a: 2 }], { a: { $gt: new MinKey() } }, [0, 1]],
  ['$gte with MinKey finds missing', [{}, { a: 2 }], { a: { $gte: new MinKey() } }, [0, 1]],
  ['$not of it does not', [{}, { a: 2 }], { a: { $not: { $gte: new MinKey() } } }, []],
  ['$lte with MinKey does not', [{}, { a: 2 }], { a: { $lte: new MinKey() } }, []],
  ['$gte with MaxKey does not', [{}, { a: 2 }], { a: { $gte: new MaxKey() } }, []],
  ['NaN equals NaN and is in no range', [{ a: NaN }, { a: 1 }], { a: NaN }, [0]],
  ['NaN is not below numbers', [{ a: NaN }, { a: 1 }], { a: { $lt: 5 } }, [1]],
  ['dates in ranges', [{ a: new Date(1) }, { a: new Date(9) }], { a: { $gte: new Date(5) } }, [1]],
  ['an element of an array', [{ a: [1, 2] }, { a: [3] }, { a: 2 }], { a: 2 }, [0, 2]],
  [
    'a whole array, in order',
    [{ a: [1, 2] }, { a: [2, 1] }, { a: [[1, 2]] }],
    { a: [1, 2] },
    [0, 2],
  ],
  [
    'two conditions may be met by two elements',
    [{ a: [1, 10] }, { a: [5] }, { a: [1] }],
    { a: { $gt: 4, $lt: 6 } },
    [0, 1],
  ],
  [
    '$elemMatch wants one element for all',
    [{ a: [1, 10] }, { a: [5] }],
    { a: { $elemMatch: { $gt: 4, $lt: 6 } } },
    [1],
  ],
  [
    '$elemMatch on documents',
    [{ a: [{ x: 1, y: 2 }] }, { a: [{ x: 1 }, { y: 2 }] }],
    { a: { $elemMatch: { x: 1, y: 2 } } },
    [0],
  ],
  [
    'two paths into documents of an array',
    [{ a: [{ x: 1, y: 2 }] }, { a: [{ x: 1 }, { y: 2 }] }],
    { 'a.x': 1, 'a.y': 2 },
    [0, 1],
  ],
  [
    '$elemMatch with $or inside',
    [{ a: [{ x: 1 }] }, { a: [{ x: 3 }] }],
    { a: { $elemMatch: { $or: [{ x: 1 }, { x: 2 }] } } },
    [0],
  ],
  ['$elemMatch does not look at scalars', [{ a: 5 }], { a: { $elemMatch: { $gt: 1 } } }, []],
  [
    'a path through arrays of documents',
    [{ a: [{ b: 1 }, { b: 2 }] }, { a: { b: 2 } }],
    { 'a.b': 2 },
    [0, 1],
  ],
  [
    'a numeric segment picks an element',
    [{ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 2 }] }],
    { 'a.1.b': 2 },
    [0],
  ],
  [
    'a numeric segment names a field',
    [{ a: { 1: 'x' } }, { a: ['w', 'x'] }],
    { 'a.1': 'x' },
    [0, 1],
  ],
  [
    'null over an array of documents',
    [{ a: [{ b: 1 }, { c: 1 }] }, { a: [{ b: 1 }] }, { a: [] }, { a: [1] }, { a: 5 }],
    { 'a.b': null },
    [0, 4],
  ],
  [
    '$exists over an array',
    [{ a: [{ b: 1 }, { c: 1 }] }, { a: [{ c: 1 }] }, { a: [] }],
    { 'a.b': { $exists: true } },
    [0],
  ],
  ['$in with null and values', [{ a: 1 }, {}, { a: 3 }], { a: { $in: [null, 3] } }, [1, 2]],
  [
    '$in with a pattern',
    [{ a: 'xyz' }, { a: 'q' }, { a: 'abc' }],
    { a: { $in: [/^x/, 'q'] } },
    [0, 1],
  ],
  [
    '$nin excludes missing when null is listed',
    [{ a: 1 }, {}, { a: 3 }],
    { a: { $nin: [null, 3] } },
    [0],
  ],
  ['$ne over an array: no element', [{ a: [1, 2] }, { a: [3] }], { a: { $ne: 1 } }, [1]],
  ['$not', [{ a: 5 }, { a: 1 }, {}], { a: { $not: { $gt: 3 } } }, [1, 2]],
  ['$not with a pattern', [{ a: 'x' }, { a: 'y' }, {}], { a: { $not: /x/ } }, [1, 2]],
  [
    '$and, $or and $nor',
    [
      { a: 1, b: 1 },
      { a: 1, b: 2 },
      { a: 2, b: 1 },
    ],
    { $and: [{ $or: [{ a: 1 }, { b: 2 }] }, { $nor: [{ b: 2 }] }] },
    [0],
  ],
  ['$all', [{ a: [1, 2, 3] }, { a: [1] }, { a: 1 }], { a: { $all: [1, 2] } }, [0]],
  ['$all on a scalar', [{ a: 1 }, { a: [1, 2] }], { a: { $all: [1] } }, [0, 1]],
  ['$all of nothing finds nothing', [{ a: [] }, { a: [1] }], { a: { $all: [] } }, []],
  [
    '$all with $elemMatch',
    [{ a: [{ x: 1 }, { x: 5 }] }, { a: [{ x: 1 }] }],
    { a: { $all: [{ $elemMatch: { x: 1 } }, { $elemMatch: { x: { $gt: 3 } } }] } },
    [0],
  ],
  ['$size', [{ a: [] }, { a: [1] }, { a: 1 }], { a: { $size: 1 } }, [1]],
  ['$mod', [{ a: 4 }, { a: 5 }, { a: '4' }, { a: 4.7 }], { a: { $mod: [4, 0] } }, [0, 3]],
  ['$type by alias', [{ a: 1 }, { a: 'x' }, { a: [1, 'x'] }], { a: { $type: 'string' } }, [1, 2]],
  ['$type array', [{ a: 1 }, { a: [1] }], { a: { $type: 'array' } }, [1]],
  [
    '$type number',
    [{ a: 1.5 }, { a: Long.fromNumber(1) }, { a: '1' }],
    { a: { $type: 'number' } },
    [0, 1],
  ],
  ['$type of missing', [{}, { a: null }], { a: { $type: 'null' } }, [1]],
  [
    '$regex with options',
    [{ a: 'Hello' }, { a: 'bye' }],
    { a: { $regex: '^hel', $options: 'i' } },
    [0],
  ],
  [
    'a pattern over several lines',
    [{ a: 'x\nabc' }, { a: 'xabc' }],
    { a: { $regex: '^abc', $options: 'm' } },
    [0],
  ],
  [
    'a pattern up to the end, before which a newline may stand',
    [{ a: 'x abc\n' }, { a: 'abc\n\n' }, { a: 'abc\r' }, { a: 'abc' }],
    { a: { $regex: 'abc$' } },
    [0, 3],
  ],
  [
    'a pattern whose dot is anything but a newline',
    [{ a: 'a\rb' }, { a: 'a\u2028b' }, { a: 'a\nb' }],
    { a: { $regex: 'a.b' } },
    [0, 1],
  ],
  [
    'a pattern of spaces, which are those of ASCII',
    [{ a: 'a b' }, { a: 'a\u00a0b' }, { a: 'a\tb' }],
    { a: { $regex: 'a[\\s]b' } },
    [0, 2],
  ],
  [
    'a pattern with escaped punctuation',
    [{ a: 'a-b#c' }, { a: 'a.b' }],
    { a: { $regex: 'a\\-b\\#c' } },
    [0],
  ],
  [
    '$mod of large decimals',
    [
      { a: Decimal128.fromString('9007199254740993') },
      { a: Decimal128.fromString('2') },
      { a: 1e300 },
    ],
    { a: { $mod: [2, 1] } },
    [0],
  ],
  [
    'embedded documents by field order',
    [{ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }],
    { a: { x: 1, y: 2 } },
    [0],
  ],
  [
    'embedded documents with integer-like keys',
    [
      {
        a: new Map([
          ['b', 1],
          ['1', 2],
        ]),
      },
      {
        a: new Map([
          ['1', 2],
          ['b', 1],
        ]),
      },
    ],
    {
      a: new Map([
        ['b', 1],
        ['1', 2],
      ]),
    },
    [0],
  ],
  [
    'ranges over embedded documents',
    [{ a: { x: 1 } }, { a: { x: 2 } }],
    { a: { $gt: { x: 1 } } },
    [1],
  ],
  [
    'strings by their UTF-8 bytes',
    [{ a: '\u{1F600}' }, { a: '\uFF5E' }],
    { a: { $gt: '\uFF5E' } },
    [0],
  ],
  [
    'object ids in ranges',
    [
      { a: new ObjectId('000000000000000000000001') },
      { a: new ObjectId('f00000000000000000000000') },
    ],
    { a: { $lt: new ObjectId('100000000000000000000000') } },
    [0],
  ],
  ['booleans are not numbers', [{ a: true }, { a: 1 }], { a: true }, [0]],
  ['$comment changes nothing', [{ a: 1 }], { a: 1, $comment: 'why' }, [0]],
];

describe('a filter', () => {
  it.each(rows)('%s', async (_name, documents, filter, found) => {
    expect(await matching(documents, filter)).toEqual(found);
  });

  it.each([
    ['an unknown operator', { a: { $foo: 1 } }, 2],
    ['an unknown top level operator', { $foo: 1 }, 2],
    ['$in without an array', { a: { $in: 1 } }, 2],
    ['an empty $or', { $or: [] }, 2],
    ['$size of a fraction', { a: { $size: 1.5 } }, 2],
    ['an unknown type alias', { a: { $type: 'nonsense' } }, 2],
    ['a pattern that is none', { a: { $regex: '(' } }, 51091],
    ['options given twice', { a: { $regex: /a/i, $options: 'm' } }, 51075],
    ['$ne of a pattern', { a: { $ne: /a/ } }, 2],
    ['$gt of a pattern', { a: { $gt: /a/ } }, 2],
    ['a type that there is not', { a: { $type: 99 } }, 2],
    ['no type', { a: { $type: [] } }, 9],
    ['$all of conditions and values', { a: { $all: [{ $elemMatch: { x: 1 } }, 5] } }, 2],
    ['$all of values and conditions', { a: { $all: [5, { $elemMatch: { x: 1 } }] } }, 2],
  ])('is refused: %s', async (_name, filter: Document, code) => {
    expect(await codeOf(fresh.db.collection('refused').find(filter).toArray())).toBe(code);
  });
});
