import { describe, expect, it } from '@jest/globals';
import { Double, MinKey } from 'bson';
import fc from 'fast-check';
import { decodeDocument } from '../../../../subgraphs/local/store/bson/decode.js';
import type { Doc } from '../../../../subgraphs/local/store/bson/value.js';
import { CommandError } from '../../../../subgraphs/local/store/bson/errors.js';
import { prepareFind } from '../../../../subgraphs/local/store/query/find.js';
import { createSortKey, parseSort } from '../../../../subgraphs/local/store/query/sort.js';
import type { Collection } from '../../../../subgraphs/local/store/state/collection.js';
import { collectionOf, toDoc, type Plain } from './collection-of.js';

const scalar = fc.constantFrom<unknown>(
  null,
  0,
  1,
  new Double(1),
  2,
  3,
  'a',
  'ab',
  'b',
  true,
  new Date(1),
);
const inner = fc.record(
  { x: fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })), y: scalar },
  { requiredKeys: [] },
);
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 2, arbitrary: inner },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.oneof(inner, scalar), { maxLength: 3 }) },
);
const document = fc.record({ a: value, b: scalar, c: value }, { requiredKeys: [] });

const comparison = fc.oneof(
  scalar,
  fc.record({ $gt: scalar }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $lte: scalar }),
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $ne: scalar }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $elemMatch: fc.record({ $gte: scalar, $lte: scalar }) }),
  fc.record({ $regex: fc.constantFrom('^a', '^ab?', 'b', '^a|b') }),
  fc.record({ $not: fc.record({ $gt: scalar }) }),
);
const field = fc.constantFrom('a', 'b', 'c', 'a.x', 'a.y', 'c.x');
const condition = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(field, comparison).map(([name, test]): Plain => ({ [name]: test })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('a', 'c'),
        fc.record({ x: comparison, y: comparison }, { requiredKeys: [] }),
      )
      .map(([name, test]): Plain => ({ [name]: { $elemMatch: test } })),
  },
);
const filter = fc.oneof(
  fc.array(condition, { minLength: 1, maxLength: 3 }).map((all): Plain => ({ $and: all })),
  fc.array(condition, { minLength: 1, maxLength: 3 }).map((some): Plain => ({ $or: some })),
  condition,
);
const direction = fc.constantFrom(1, -1);
const key = fc
  .uniqueArray(fc.tuple(field, direction), {
    minLength: 1,
    maxLength: 3,
    selector: ([name]) => name,
  })
  .map((fields) => Object.fromEntries(fields));
const index = fc.record({
  key,
  options: fc.constantFrom<Plain>(
    {},
    {},
    { sparse: true },
    { partialFilterExpression: { b: { $gte: 1 } } },
    { partialFilterExpression: { a: { $exists: true } } },
    { partialFilterExpression: { a: { $type: ['null', 'int'] } } },
    { partialFilterExpression: { a: { $gt: new MinKey() } } },
    { partialFilterExpression: { $or: [{ a: null }, { b: { $in: [1, 'a'] } }] } },
  ),
});

function found(collection: Collection, query: Plain, sort: Plain, hint?: Plain): Doc[] {
  const options = {
    filter: toDoc(query),
    sort: toDoc(sort),
    hint: hint && toDoc(hint),
    skip: 0,
    limit: 0,
  };
  return [...prepareFind(collection, options).matches()].flatMap((match) =>
    match === null ? [] : [match.doc],
  );
}

const idsOf = (documents: readonly Doc[]): number[] =>
  documents.map((doc) => doc.get('_id') as number);

/** What was found, or the code of the refusal: no sort goes over two arrays of one document. */
function outcome(find: () => Doc[]): { docs: Doc[]; code: number | null } {
  try {
    return { docs: find(), code: null };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return { docs: [], code: error.code };
  }
}

describe('the planner', () => {
  it('finds through any indexes what reading everything finds, in the same order', () => {
    const documents = fc.array(document, { minLength: 5, maxLength: 30 });
    const indexes = fc.array(index, { minLength: 1, maxLength: 3 });
    const sort = fc.oneof(fc.constant<Plain>({}), key);
    fc.assert(
      fc.property(documents, indexes, filter, sort, (plains, specs, query, order) => {
        const collection = collectionOf(plains, specs);
        const keyOf = createSortKey(parseSort(toDoc(order)));

        const everything = outcome(() => found(collection, query, order, { $natural: 1 }));
        const planned = outcome(() => found(collection, query, order));

        expect(planned.code).toBe(everything.code);
        expect(idsOf(planned.docs).sort()).toEqual(idsOf(everything.docs).sort());
        expect(planned.docs.map(keyOf)).toEqual(everything.docs.map(keyOf));
      }),
      { seed: 7, numRuns: 1_500 },
    );
  });

  it('leaves no entry behind when documents change and go', () => {
    fc.assert(
      fc.property(
        fc.array(document, { maxLength: 20 }),
        fc.array(index, { maxLength: 3 }),
        (plains, specs) => {
          const collection = collectionOf(plains, specs);

          for (const [id, bytes] of [...collection.documents.ascending('', '\uffff')]) {
            collection.change(id, decodeDocument(bytes), null, null);
          }

          for (const { entries } of collection.indexes.values()) expect(entries.size).toBe(0);
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });
});
