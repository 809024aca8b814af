import { describe, expect, it } from '@jest/globals';
import { Kind, parse, type FragmentDefinitionNode } from 'graphql';
import { countPairs } from '../../../subgraphs/shared/price/count-pairs.js';

/** In all operations of a document. */
function pairsIn(text: string): number {
  const { definitions } = parse(text);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  return definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .reduce((sum, { selectionSet }) => sum + countPairs([selectionSet], fragments), 0);
}

describe('pairs of fields for the same value, and of fragments side by side', () => {
  it.each([
    ['{ row { id words } }', 0],
    ['{ row { id id id } }', 3],
    ['{ row { a: id b: id } }', 0],
    ['{ row { a: id a: words } }', 1],
    ['{ row { id } other: row { id } }', 0],
    ['{ row { id } row { id } }', 1 + 1],
    ['{ row { id ...A ... on Row { id } } } fragment A on Row { id words }', 3],
    ['{ row { ...A ...A } } fragment A on Row { row { id } }', 1 + 1],
    // Three rows, and six words in what they are together.
    ['{ row { words words } row { words words } row { words words } }', 3 + 15],
    ['query A { row { id id } } query B { row { id id } }', 1 + 1],
    ['{ row { ...Missing id } }', 0],
    ['{ ...M1 ...M2 ... on Query { ...M3 ...M3 } }', 3],
    [
      '{ row { ...A ...B } } fragment A on Row { id } fragment B on Row { words ...C } fragment C on Row { id }',
      1 + 1,
    ],
  ])('in %s are %d', (text, pairs) => {
    expect(pairsIn(text)).toBe(pairs);
  });
});
