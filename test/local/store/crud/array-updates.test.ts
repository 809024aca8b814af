import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Document } from 'mongodb';
import { codeOf, connect, type Fresh, type Stored } from '../support.js';

let fresh: Fresh;
let nextCollection = 0;

beforeAll(async () => {
  fresh = await connect();
});
afterAll(() => fresh.close());

interface Change {
  readonly before: Document;
  readonly filter?: Document;
  readonly update: Document;
  readonly arrayFilters?: Document[];
}

/** What becomes of a document; the code of the refusal, which changes nothing. */
async function outcome(change: Change): Promise<unknown> {
  const { before, filter = {}, update, arrayFilters } = change;
  nextCollection += 1;
  const stored = fresh.db.collection<Stored>(`arrays${nextCollection}`);
  await stored.insertOne({ ...before });
  const found = () => stored.findOne({}, { projection: { _id: 0 } });
  const updating = stored.updateMany(
    filter,
    update,
    arrayFilters === undefined ? {} : { arrayFilters },
  );
  try {
    await updating;
  } catch {
    expect(await found()).toEqual(before);
    return codeOf(updating);
  }
  return found();
}

describe('the element that a filter matched', () => {
  const before = { a: [{ n: 5 }, { n: 1 }], s: 'x', b: [3, 7] };

  it.each<[string, Document]>([
    ['several alternatives', { $or: [{ 'a.n': 1 }, { s: 'z' }] }],
    ['alternatives of one field', { $or: [{ 'a.n': 1 }, { 'a.n': { $gt: 7 } }] }],
    ['$not', { a: { $not: { $elemMatch: { n: 1 }, $size: 3 } } }],
    ['$not of a range', { 'a.n': { $not: { $gt: 1, $lt: 0 } } }],
    ['$nor', { $nor: [{ 'a.n': 9 }] }],
    ['$ne', { 'a.n': { $ne: 9 } }],
    ['$nin', { 'a.n': { $nin: [9] } }],
    ['$exists: false', { 'a.x': { $exists: false } }],
    ['no array', { s: 'x' }],
  ])('is none, and $ refused, by %s: 2', async (_name, filter) => {
    expect(await outcome({ before, filter, update: { $set: { 'a.$.q': 0 } } })).toBe(2);
  });

  it.each<[string, Document]>([
    ['one alternative', { $or: [{ 'a.n': 1 }] }],
    ['$and', { $and: [{ 'a.n': 1 }, { s: 'x' }] }],
    [
      'a condition beside others',
      { 'a.n': 1, $or: [{ b: 3 }, { s: 'z' }], b: { $not: { $gt: 9 } } },
    ],
    ['$elemMatch', { a: { $elemMatch: { n: { $lt: 5 } } } }],
  ])('is told by %s', async (_name, filter) => {
    expect(await outcome({ before, filter, update: { $set: { 'a.$.q': 0 } } })).toEqual({
      ...before,
      a: [{ n: 5 }, { n: 1, q: 0 }],
    });
  });
});

describe('an update of selected elements', () => {
  const selected = [{ x: 1 }];

  it.each<[string, Document, Document]>([
    ['$unset in nothing', {}, { $unset: { 'a.$[].b': '' } }],
    ['$unset in a scalar', { a: 5 }, { $unset: { 'a.$[].b': '' } }],
    ['$unset in a document', { a: { b: 1 } }, { $unset: { 'a.$[].b': '' } }],
    ['$unset of all of nothing', {}, { $unset: { 'a.$[]': '' } }],
    ['$unset deep in a scalar', { a: 5 }, { $unset: { 'a.b.$[].c': '' } }],
    ['$unset by a name in an array', { a: [1] }, { $unset: { 'a.b.$[]': '' } }],
    ['$pull in nothing', {}, { $pull: { 'a.$[].b': 1 } }],
    ['$pull in a scalar', { a: 5 }, { $pull: { 'a.$[].b': 1 } }],
    ['$pullAll in an element', { a: [{ b: 1 }] }, { $pullAll: { 'a.$[].b.$[]': [1] } }],
    ['$set in nothing', {}, { $set: { 'a.$[].b': 1 } }],
    ['$set deep in a scalar', { a: 5 }, { $set: { 'a.b.$[].c': 1 } }],
    ['$set by a name in an array', { a: [1] }, { $set: { 'a.b.$[]': 1 } }],
    ['$unset of the element that matched none', {}, { $unset: { 'a.$.b': '' } }],
  ])('is refused where there is no array: %s: 2', async (_name, before, update) => {
    expect(await outcome({ before, update })).toBe(2);
  });

  it.each<[string, Document, Document]>([
    ['$set', { a: [[1]] }, { $set: { 'a.$[x].$[y]': 1 } }],
    ['$set in nothing', {}, { $set: { 'a.$[y]': 1, 'b.$[x]': 1 } }],
    ['$unset in nothing', {}, { $unset: { 'a.$[y].b': '', 'b.$[x]': '' } }],
    ['$pop by another filter in nothing', {}, { $pop: { 'a.$[x].b': 1 } }],
  ])('is refused where a filter or the array is missing: %s: 2', async (_name, before, update) => {
    expect(await outcome({ before, update, arrayFilters: selected })).toBe(2);
  });

  it('is refused without its filter also where no document matches: 2', async () => {
    const stored = fresh.db.collection<Stored>('none');

    expect(await codeOf(stored.updateMany({}, { $set: { 'a.$[x]': 1 } }))).toBe(2);
    expect(await codeOf(stored.findOneAndUpdate({}, { $set: { 'a.$[x]': 1 } }))).toBe(2);
  });

  it('changes nothing where the array is empty, or selected elements lack the field', async () => {
    const update = { $unset: { 'a.$[].b': '' } };

    expect(await outcome({ before: { a: [] }, update })).toEqual({ a: [] });
    expect(await outcome({ before: { a: [1, { c: 1 }] }, update })).toEqual({ a: [1, { c: 1 }] });
  });

  it.each<[string, Document]>([
    ['a place', { 'a.$[x]': 1, 'a.5': 2 }],
    ['the element that matched', { 'a.$[x]': 1, 'a.$': 2 }],
    ['a field inside', { 'a.$[x].b': 1, 'a.0.c': 2 }],
  ])('conflicts with one of %s: 40', async (_name, $set) => {
    const change = { before: { a: [7, 9] }, update: { $set }, arrayFilters: selected };

    expect(await outcome(change)).toBe(40);
  });
});

describe('$pull', () => {
  const before = { a: [[6], [1], 7, 'x', ['x'], { n: 6 }, { n: 1 }] };

  it.each<[string, Document | RegExp, unknown[]]>([
    ['a range', { $gt: 5 }, [[1], 'x', ['x'], { n: 6 }, { n: 1 }]],
    ['$in', { $in: [6, [1]] }, [7, 'x', ['x'], { n: 6 }, { n: 1 }]],
    ['$all', { $all: [6] }, [[1], 7, 'x', ['x'], { n: 6 }, { n: 1 }]],
    ['$eq', { $eq: 1 }, [[6], 7, 'x', ['x'], { n: 6 }, { n: 1 }]],
    ['a pattern', /x/, [[6], [1], 7, { n: 6 }, { n: 1 }]],
    ['$regex', { $regex: 'X', $options: 'i' }, [[6], [1], 7, { n: 6 }, { n: 1 }]],
    ['$not', { $not: { $gt: 5 } }, [[6], 7]],
    ['$elemMatch', { $elemMatch: { $gt: 5 } }, [[1], 7, 'x', ['x'], { n: 6 }, { n: 1 }]],
    ['alternatives', { $or: [{ n: 6 }, { 0: 1 }] }, [[6], [1], 7, 'x', ['x'], { n: 1 }]],
    ['$nor', { $nor: [{ n: 6 }] }, [[6], [1], 7, 'x', ['x'], { n: 6 }]],
    ['fields', { n: 6 }, [[6], [1], 7, 'x', ['x'], { n: 1 }]],
  ])(
    'looks into elements that are arrays, a filter into documents only: %s',
    async (_name, pulled, left) => {
      expect(await outcome({ before, update: { $pull: { a: pulled } } })).toEqual({ a: left });
    },
  );
});

describe('$push with $sort', () => {
  it.each<[string, unknown]>([
    ['$natural', { $natural: 1 }],
    ['another direction', { n: 2 }],
    ['an empty part', { 'n.': 1 }],
    ['text', 'n'],
  ])('is refused by %s: 2', async (_name, $sort) => {
    const update = { $push: { a: { $each: [1], $sort } } };

    expect(await outcome({ before: { a: [] }, update })).toBe(2);
  });

  it('goes by a place in an array of documents', async () => {
    const before = { a: [{ n: [2] }, { n: [1] }] };
    const update = { $push: { a: { $each: [], $sort: { 'n.0': 1 } } } };

    expect(await outcome({ before, update })).toEqual({ a: [{ n: [1] }, { n: [2] }] });
  });
});
