import { describe, expect, it } from '@jest/globals';
import { BSONRegExp } from 'bson';
import { prepareFind } from '../../../../subgraphs/local/store/query/find.js';
import type { Plan } from '../../../../subgraphs/local/store/query/plan.js';
import type { Collection } from '../../../../subgraphs/local/store/state/collection.js';
import { collectionOf, toDoc, type Plain } from './collection-of.js';

function planOf(collection: Collection, filter: Plain, sort: Plain = {}): Plan {
  return prepareFind(collection, {
    filter: toDoc(filter),
    sort: toDoc(sort),
    skip: 0,
    limit: 0,
  }).plan;
}

/** The name of the index a query reads, null when it reads everything. */
function indexUsed(collection: Collection, filter: Plain, sort: Plain = {}): string | null {
  const plan = planOf(collection, filter, sort);
  return plan.kind === 'index' ? plan.name : null;
}

const pattern = ({ source }: RegExp) => new BSONRegExp(source, '');

const indexed = (key: Plain, options: Plain = {}) => ({ key, options });

const countOf = (collection: Collection, filter: Plain, sort: Plain = {}): number => {
  const query = { filter: toDoc(filter), sort: toDoc(sort), skip: 0, limit: 0 };
  return [...prepareFind(collection, query).matches()].filter((match) => match !== null).length;
};

describe('the planner', () => {
  it('uses equality, then range, then order', () => {
    const documents = Array.from({ length: 50 }, (_, n) => ({ a: n % 5, b: n, c: -n }));
    const stored = collectionOf(documents, [indexed({ a: 1, b: -1 }), indexed({ c: 1 })]);

    expect(indexUsed(stored, { a: 1, b: { $gt: 3 } })).toBe('i0');
    expect(indexUsed(stored, { c: { $in: [1, 2] } })).toBe('i1');
    expect(indexUsed(stored, { d: 1 })).toBeNull();
    expect(indexUsed(stored, { a: 1 }, { b: 1 })).toBe('i0');
    expect(planOf(stored, { a: 1 }, { b: 1 }).isSorted).toBe(true);
    expect(planOf(stored, {}, { a: -1, b: 1 }).isSorted).toBe(true);
    expect(planOf(stored, {}, { a: 1, b: 1 }).isSorted).toBe(false);
  });

  it('uses partial and sparse indexes only where they hold every match', () => {
    const stored = collectionOf(
      [{ a: 1, on: true }, { a: 1 }, { b: 1 }, {}],
      [
        indexed({ a: 1 }, { partialFilterExpression: { on: true } }),
        indexed({ b: 1 }, { sparse: true }),
      ],
    );

    expect(indexUsed(stored, { a: 1, on: true })).toBe('i0');
    expect(indexUsed(stored, { a: 1 })).toBeNull();
    expect(indexUsed(stored, { b: 1 })).toBe('i1');
    expect(countOf(stored, { b: null })).toBe(3);
    expect(countOf(stored, {}, { b: 1 })).toBe(4);
  });

  it('finds a document once through several of its elements', () => {
    const stored = collectionOf([{ tags: ['a', 'b', 'c'] }], [indexed({ tags: 1 })]);

    expect(countOf(stored, { tags: { $gte: 'a' } })).toBe(1);
    expect(indexUsed(stored, { tags: 'b' })).toBe('i0');
  });

  it('finds patterns that are stored, beside the strings that they match', () => {
    const documents = [{ a: 'abc' }, { a: /^ab/ }, { a: 'b' }, { a: /^b/ }];
    const stored = collectionOf(
      documents.map(({ a }) => ({ a: a instanceof RegExp ? pattern(a) : a })),
      [indexed({ a: 1 })],
    );

    expect(indexUsed(stored, { a: pattern(/^ab/) })).toBe('i0');
    expect(countOf(stored, { a: pattern(/^ab/) })).toBe(2);
    expect(countOf(stored, { a: { $regex: pattern(/^ab/) } })).toBe(2);
    expect(countOf(stored, { a: { $eq: pattern(/^ab/) } })).toBe(1);
  });
});
