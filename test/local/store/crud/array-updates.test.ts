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
