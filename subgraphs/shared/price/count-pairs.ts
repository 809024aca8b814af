import { Kind, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

interface SameValue {
  fields: number;
  readonly below: SelectionSetNode[];
}

/**
 * How many pairs of fields there are that stand for the same value of an answer: validation compares the two of each
 * (GraphQL, 5.3.2 Field Selection Merging). It takes as long as reading the document with its fragments written out.
 * @param sets - Selection sets of the same object, such as an operation's own.
 * @param fragments - By their names; none contains itself.
 */
export function countPairs(
  sets: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  const byKey = new Map<string, SameValue>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const same = byKey.get(key) ?? { fields: 0, below: [] };
        byKey.set(key, same);
        same.fields += 1;
        if (selection.selectionSet) same.below.push(selection.selectionSet);
        continue;
      }
      const set =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments.get(selection.name.value)?.selectionSet;
      if (set) collect(set);
    }
  };
  sets.forEach(collect);
  let pairs = 0;
  for (const { fields, below } of byKey.values()) {
    pairs += (fields * (fields - 1)) / 2;
    if (below.length > 0) pairs += countPairs(below, fragments);
  }
  return pairs;
}
