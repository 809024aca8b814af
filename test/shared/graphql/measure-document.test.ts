import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse, Kind, type FieldNode, type SelectionSetNode } from 'graphql';
import { inlineFragments } from '../../../gateway/documents/fetch-document.js';
import { measureDocument } from '../../../subgraphs/shared/graphql/measure-document.js';

describe('the size of a document', () => {
  it.each([
    ['{ a }', { depth: 1, rootFields: 1, selections: 1 }],
    ['{ a { b { c } } d }', { depth: 3, rootFields: 2, selections: 4 }],
    ['{ ... on Query { a b } }', { depth: 1, rootFields: 2, selections: 3 }],
    ['{ ...A ...A } fragment A on Query { a { b } }', { depth: 2, rootFields: 2, selections: 6 }],
    ['{ __schema { types { fields { name } } } }', { depth: 0, rootFields: 1, selections: 4 }],
    ['query A { a } query B { b { c } d }', { depth: 2, rootFields: 2, selections: 3 }],
    ['{ ...Missing a }', { depth: 1, rootFields: 1, selections: 2 }],
    ['fragment A on Query { a }', { depth: 0, rootFields: 0, selections: 0 }],
  ])('of %s is %j', (text, size) => {
    expect(measureDocument(parse(text))).toEqual(size);
  });

  it('is measured once a fragment, whatever it multiplies out to', () => {
    const fragments = Array.from(
      { length: 1_000 },
      (_unused, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} ...F${n + 1} }`,
    );

    const size = measureDocument(
      parse(`{ ...F0 } ${fragments.join(' ')} fragment F1000 on Query { a }`),
    );

    expect(size.selections).toBeGreaterThan(1e300);
  });

  it('has an end where fragments have none', () => {
    const size = measureDocument(
      parse('{ ...A } fragment A on Query { a ...B } fragment B on Query { b ...A }'),
    );

    expect(size.depth).toBe(1);
  });

  it('is that of the document with its fragments written out', () => {
    const nested = fc.letrec<{ set: string; part: string }>((tie) => ({
      set: fc
        .array(tie('part'), { minLength: 1, maxLength: 3 })
        .map((parts) => `{ ${parts.join(' ')} }`),
      part: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('a', 'b', '...F', '...G'),
        tie('set').map((set) => `c ${set}`),
        tie('set').map((set) => `... on T ${set}`),
      ),
    })).set;
    const plain = fc.constantFrom('{ a }', '{ a b { c } }');

    fc.assert(
      fc.property(nested, plain, plain, (set, f, g) => {
        const text = `${set} fragment F on T ${f.replace('a', 'a ...G')} fragment G on T ${g}`;
        const document = parse(text);
        const [operation] = document.definitions;
        if (operation?.kind !== Kind.OPERATION_DEFINITION)
          throw new Error('There is no operation.');
        const written = inlineFragments(document, operation);

        expect(measureDocument(document)).toMatchObject(slowSize(written.selectionSet));
      }),
    );
  });
});

/** Walks everything. */
function slowSize({ selections }: SelectionSetNode): {
  depth: number;
  rootFields: number;
  selections: number;
} {
  const size = { depth: 0, rootFields: 0, selections: 0 };
  for (const selection of selections) {
    const { selectionSet } = selection as FieldNode;
    const below = selectionSet ? slowSize(selectionSet) : null;
    const isField = selection.kind === Kind.FIELD;
    size.depth = Math.max(size.depth, (below?.depth ?? 0) + (isField ? 1 : 0));
    size.rootFields += isField ? 1 : (below?.rootFields ?? 0);
    size.selections += 1 + (below?.selections ?? 0);
  }
  return size;
}
