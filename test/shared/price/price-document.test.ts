import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, getOperationAST, parse, print, visit } from 'graphql';
import { inlineFragments } from '../../../gateway/documents/fetch-document.js';
import { PriceList } from '../../../subgraphs/shared/price/price-list.js';
import { priceDocument } from '../../../subgraphs/shared/price/price-document.js';

const PRICES = new PriceList(
  buildSchema(`
    directive @cost(weight: Int!) on FIELD_DEFINITION | OBJECT
    directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
    scalar Date
    type Query {
      row: Row
      rows(first: Int! = 20, last: Int): Rows
      search: Row @cost(weight: 4000)
    }
    type Rows { totalCount: Int! edges: [Edge!]! remarks: [Row!]! }
    type Edge { node: Row }
    type Row {
      id: ID!
      words: [String!]!
      row: Row
      parts: [Row!]!
      dear: Dear
      days(from: Date!, to: Date!): [Row!]
      page(limit: Int): [Row!]
      byIds(ids: [ID!]!): [Row]
      found(ids: [ID!]): [Row]
      few: [Row!] @listSize(assumedSize: 3)
      counted(count: Int): Counted @listSize(slicingArguments: ["count"], sizedFields: ["items"])
    }
    type Dear @cost(weight: 100) { id: ID! }
    type Counted { items: [Row!]! edges: [Row!]! }
  `),
);

type Given = Readonly<Record<string, unknown>>;

/** Of a document's first operation. */
function costOf(text: string, given: Given = {}): number {
  const document = parse(text);
  const operation = getOperationAST(document, null);
  if (!operation) throw new Error('There is no operation.');
  return priceDocument(document, PRICES).of(operation, given);
}

/** What it costs without what is written, and without the field at the root. */
function valuesOf(text: string, given?: Given): number {
  let written = 0;
  const count = (): void => {
    written += 1;
  };
  visit(parse(text), { Field: count, FragmentSpread: count, InlineFragment: count });
  return costOf(text, given) - 30 * written - 500;
}

describe('what a document costs', () => {
  it('is 30 for each selection, 500 for a field at the root, 1 for each value', () => {
    expect(costOf('{ __typename }')).toBe(30 + 1);
    expect(costOf('{ row { id words } }')).toBe(3 * 30 + 500 + 2);
    expect(costOf('{ a: row { id } b: row { x: id y: id } }')).toBe(5 * 30 + 2 * 500 + 3);
    expect(costOf('{ ... on Query { row { id } } }')).toBe(3 * 30 + 500 + 1);
  });

  it('is more for each list of introspection that is written often, under whatever names', () => {
    const aliases = (count: number, from = 0): string =>
      Array.from({ length: count }, (_none, at) => `a${from + at}: inputFields { name }`).join(' ');
    const types = (fields: string): number => costOf(`{ __schema { types { ${fields} } } }`);
    const [three, four] = [types(aliases(3)), types(aliases(4))];

    expect(four - three).toBeGreaterThan(3_000);
    expect(types(aliases(6)) - four).toBeGreaterThan(2 * 3_000);
    const apart = `{ __schema { types { ...A ...B } } }
      fragment A on __Type { ${aliases(2)} } fragment B on __Type { ${aliases(2, 2)} }`;
    expect(costOf(apart)).toBeGreaterThan(four);
  });

  it.each<[string, number]>([
    ['{ rows { totalCount } }', 1],
    ['{ rows { edges { node { id } } } }', 1 + 20 * 2],
    ['{ rows(first: 7) { edges { node { id } } } }', 1 + 7 * 2],
    ['{ rows(first: 7, last: 9) { edges { node { id } } } }', 1 + 9 * 2],
    ['{ rows(first: 0) { edges { node { id } } } }', 1 + 2],
    ['{ rows(first: 7) { ...A } } fragment A on Rows { edges { node { id } } }', 1 + 7 * 2],
    // A list beside the rows is none of them.
    ['{ rows(first: 100) { remarks { id } } }', 1 + 5],
    ['{ row { parts { id words } } }', 1 + 5 * 2],
    ['{ row { parts { parts { id } } } }', 1 + 5 * (1 + 5)],
    ['{ row { page(limit: 8) { id } } }', 1 + 8],
    ['{ row { page { id } } }', 1 + 5],
    ['{ row { days(from: "2027-03-01", to: "2027-03-31") { id } } }', 1 + 31],
    ['{ row { days(from: "2027-03-31", to: "2027-03-01") { id } } }', 1 + 1],
    ['{ row { days(from: "soon", to: "later") { id } } }', 1 + 5],
    ['{ row { byIds(ids: ["a", "b", "c"]) { id } } }', 1 + 3],
    // What may be left out finds at most so many: it narrows what there is.
    ['{ row { found(ids: ["a", "b", "c"]) { id } } }', 1 + 5],
    ['{ row { few { id } } }', 1 + 3],
    ['{ row { counted(count: 40) { items { id } } } }', 1 + 1 + 40],
    ['{ row { counted(count: 40) { edges { id } } } }', 1 + 1 + 5],
    ['{ row { dear { id } } }', 100 + 1],
    ['{ search { id } }', 4000 - 500 + 1],
    ['{ row { nothing { nothing } } }', 2],
  ])('of the values of %s is %d', (text, values) => {
    expect(valuesOf(text)).toBe(values);
  });

  it.each<[string, Given, number]>([
    ['query ($n: Int!) { rows(first: $n) { edges { node { id } } } }', { n: 7 }, 1 + 7 * 2],
    ['query ($n: Int! = 9) { rows(first: $n) { edges { node { id } } } }', {}, 1 + 9 * 2],
    ['query ($n: Int) { rows(first: $n) { edges { node { id } } } }', {}, 1 + 20 * 2],
    ['query ($n: Int) { rows(first: $n) { edges { node { id } } } }', { n: null }, 1 + 20 * 2],
    ['query ($n: Int!) { rows(first: $n) { edges { node { id } } } }', { n: 'x' }, 1 + 5 * 2],
    ['query ($n: Int!) { rows(first: $n) { edges { node { id } } } }', { n: -1 }, 1 + 2],
    [
      'query ($n: Int!) { rows(first: $n) { ...A } } fragment A on Rows { edges { node { page(limit: $n) { id } } } }',
      { n: 3 },
      1 + 3 * (1 + 1 + 3),
    ],
    [
      'query ($from: Date!, $to: Date! = "2027-03-02") { row { days(from: $from, to: $to) { id } } }',
      { from: '2027-03-01' },
      1 + 2,
    ],
    ['query ($ids: [ID!]!) { row { byIds(ids: $ids) { id } } }', { ids: ['a', 'b', 'c'] }, 1 + 3],
  ])('of the values of %s with %j is %d', (text, given, values) => {
    expect(valuesOf(text, given)).toBe(values);
  });

  it('counts each two fields that stand for the same value', () => {
    expect(valuesOf('{ row { id ...A } } fragment A on Row { id words words }')).toBe(4 + 2);
  });

  it.each([
    ['{ row @include(if: $a) { id words } }', 3],
    ['{ row { id @include(if: $a) @skip(if: $b) words } }', 2],
    ['{ row { ... @include(if: $a) { id ... @skip(if: $b) { words } } } }', 4 + 2],
    [
      '{ row { ...A @include(if: $a) } } fragment A on Row { id ... @skip(if: $b) { id2: id } }',
      4 + 2,
    ],
    ['{ row { id @include(if: true) page(limit: $n) { id } } }', 0],
  ])(
    'is 15 for each condition above each selection that a variable decides: %s',
    (text, conditions) => {
      const withoutThem = text.replaceAll(/@(?:include|skip)\(if: \$.\)/g, '');

      expect(costOf(text) - costOf(withoutThem)).toBe(15 * conditions);
    },
  );

  it('is more than may be for many conditions within each other, little for many beside', () => {
    const many = (write: (n: number) => string): string =>
      Array.from({ length: 60 }, (_unused, n) => write(n)).join(' ');
    const row = (n: number): string => `... @include(if: $v${n}) { a${n}: row { id }`;

    expect(costOf(`{ row { ${many(row)} id ${'}'.repeat(60)} } }`)).toBeGreaterThan(60_000);
    expect(costOf(`{ row { ${many((n) => `${row(n)} }`)} } }`)).toBeLessThan(10_000);
  });

  it('is at least what no variable makes less', () => {
    const document = parse(
      'query ($n: Int!) { rows(first: $n) { edges { node { id parts { id } } } } }',
    );
    const { least } = priceDocument(document, PRICES);

    expect(least).toBe(6 * 30 + 500 + 1 + (1 + 1 + 1 + 5));
  });

  it('is of the operation that is carried out, with all that is written', () => {
    const document = parse('query A { row { id } } query B { rows { edges { node { id } } } }');
    const price = priceDocument(document, PRICES);
    const costs = ['A', 'B'].map((name) => {
      const operation = getOperationAST(document, name);
      return operation && price.of(operation, {});
    });

    expect(costs).toEqual([6 * 30 + 100 + 501, 6 * 30 + 100 + 541]);
    expect(price.least).toBe(6 * 30 + 100 + 541);
  });

  it('has an end, whatever is multiplied', () => {
    const huge = '9'.repeat(400);

    for (const text of [
      `{ rows(first: ${huge}) { edges { node { dear { id } } } } }`,
      `{ row { ${'parts { '.repeat(400)} id ${'}'.repeat(400)} } }`,
    ]) {
      expect(costOf(text)).toBe(Number.MAX_SAFE_INTEGER);
    }
    const text = 'query ($n: Int!) { rows(first: $n) { edges { node { id } } } }';
    expect(costOf(text, { n: Infinity })).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('is worked out once a fragment, whatever that multiplies out to', () => {
    const fragments = Array.from(
      { length: 200 },
      (_unused, n) =>
        `fragment F${n} on Row { a: page(limit: $n) { ...F${n + 1} } b: page(limit: $n) { ...F${n + 1} } }`,
    );

    const cost = costOf(
      `query ($n: Int!) { row { ...F0 } } ${fragments.join(' ')} fragment F200 on Row { id }`,
      { n: 2 },
    );

    expect(cost).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('is too much for fragments within fragments that nobody could follow', () => {
    const chain = Array.from(
      { length: 5_000 },
      (_unused, n) => `fragment F${n} on Query { ...F${n + 1} }`,
    );

    const { least } = priceDocument(
      parse(`{ ...F0 } ${chain.join(' ')} fragment F5000 on Query { row { id } }`),
      PRICES,
    );

    expect(least).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('has an end where fragments have none', () => {
    const circle =
      'fragment A on Query { row { id } ...B } fragment B on Query { row { id ...A } }';

    for (const text of [`{ ...A } ${circle}`, `{ __typename } ${circle}`]) {
      expect(priceDocument(parse(text), PRICES).endless).toBe('A');
    }
    expect(
      priceDocument(parse('{ ...A ...A } fragment A on Query { a }'), PRICES).endless,
    ).toBeNull();
  });

  it.each([
    ['{ id }', 1],
    ['{ id row { id } }', 3],
    ['{ id id id }', 3 + 3 / 30],
    ['{ ...B ...B } fragment B on Row { id }', 4 + 1 / 30],
    ['{ id } fragment A on Row { id }', 2],
  ])('is also what no operation uses: fragment A on Row %s', (set, selections) => {
    expect(costOf(`{ __typename } fragment A on Row ${set}`)).toBeCloseTo(31 + 30 * selections);
  });

  it('is more for each operation but one, whichever is carried out', () => {
    const [one, three] = ['{ id }', '{ id } query B { id } query C { id }'].map((text) => {
      const document = parse(`query A ${text}`);
      const operation = getOperationAST(document, 'A');
      return operation && priceDocument(document, PRICES).of(operation, {});
    });

    // Of the two others, what is written and the operation.
    expect(three).toBe(Number(one) + 2 * (30 + 100));
  });

  it('is that of the document with its fragments written out, and what comparing them costs', () => {
    const nested = fc.letrec<{ set: string; part: string }>((tie) => ({
      set: fc
        .array(tie('part'), { minLength: 1, maxLength: 3 })
        .map((parts) => `{ ${parts.join(' ')} }`),
      part: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('id', 'words', '...F', '...G'),
        tie('set').map((set) => `page(limit: $n) ${set}`),
        tie('set').map((set) => `parts ${set}`),
        tie('set').map((set) => `... on Row ${set}`),
      ),
    })).set;
    const plain = fc.constantFrom('{ id }', '{ id parts { words } }', '{ id page { words } }');

    fc.assert(
      fc.property(nested, plain, plain, fc.nat(100), (set, f, g, n) => {
        const text = `query ($n: Int) { row ${set} used: row { ...F } } fragment F on Row ${f.replace('id', 'id ...G')} fragment G on Row ${g}`;
        const document = parse(text);
        const operation = getOperationAST(document, null);
        if (!operation) throw new Error('There is no operation.');

        const written = costOf(print(inlineFragments(document, operation)), { n });
        const isSideBySide = set.includes('...F') && set.includes('...G');
        if (isSideBySide) expect(costOf(text, { n })).toBeGreaterThanOrEqual(written);
        else expect(costOf(text, { n })).toBe(written);
      }),
    );
  });
});

describe('the size of a document', () => {
  it.each([
    ['{ a }', { depth: 1, rootFields: 1 }],
    ['{ a { b { c } } d }', { depth: 3, rootFields: 2 }],
    ['{ ... on Query { a b } }', { depth: 1, rootFields: 2 }],
    ['{ ...A ...A } fragment A on Query { a { b } }', { depth: 2, rootFields: 2 }],
    ['{ __schema { types { fields { name } } } }', { depth: 0, rootFields: 1 }],
    ['query A { a } query B { b { c } d }', { depth: 2, rootFields: 2 }],
    ['{ ...Missing a }', { depth: 1, rootFields: 1 }],
    ['fragment A on Query { a }', { depth: 0, rootFields: 0 }],
  ])('of %s is %j', (text, size) => {
    expect(priceDocument(parse(text), PRICES)).toMatchObject(size);
  });
});
