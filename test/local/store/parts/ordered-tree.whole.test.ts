import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OrderedTree } from '../../../../subgraphs/local/store/state/ordered-tree.js';

type Step = { kind: 'set' | 'delete'; key: string } | { kind: 'fork' };

const key = fc.integer({ min: 0, max: 400 }).map((number) => String(number).padStart(4, '0'));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('set' as const), key }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('delete' as const), key }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fork' as const) }) },
);

const sortedEntries = (model: ReadonlyMap<string, number>): [string, number][] =>
  [...model].sort(([a], [b]) => (a < b ? -1 : 1));

describe('an ordered tree', () => {
  it('holds what a map holds, in order, and its forks stay as they were', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 300, maxLength: 1_500 }), (steps) => {
        const tree = new OrderedTree<number>();
        const model = new Map<string, number>();
        const forks: { tree: OrderedTree<number>; expected: [string, number][] }[] = [];
        for (const [count, one] of steps.entries()) {
          if (one.kind === 'fork')
            forks.push({ tree: tree.fork(), expected: sortedEntries(model) });
          else if (one.kind === 'delete') expect(tree.delete(one.key)).toBe(model.delete(one.key));
          else {
            tree.set(one.key, count);
            model.set(one.key, count);
          }
        }

        expect([...tree.ascending('', '\uffff')]).toEqual(sortedEntries(model));
        expect([...tree.descending('', '\uffff')]).toEqual(sortedEntries(model).reverse());
        expect(tree.size).toBe(model.size);
        for (const fork of forks)
          expect([...fork.tree.ascending('', '\uffff')]).toEqual(fork.expected);
      }),
      { seed: 7, numRuns: 30 },
    );
  });

  it('reads stretches in both directions', () => {
    fc.assert(
      fc.property(fc.uniqueArray(key, { maxLength: 400 }), key, key, (keys, from, to) => {
        const tree = new OrderedTree<boolean>();
        for (const one of keys) tree.set(one, true);
        const expected = keys.filter((one) => one >= from && one < to).sort();

        expect([...tree.ascending(from, to)].map(([one]) => one)).toEqual(expected);
        expect([...tree.descending(from, to)].map(([one]) => one)).toEqual(expected.reverse());
        for (const one of keys) expect(tree.get(one)).toBe(true);
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});
