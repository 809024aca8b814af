import { Kind, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

interface SameValue {
  fields: number;
  readonly below: SelectionSetNode[];
}

/**
 * How many pairs there are of fields that stand for the same value of an answer, and of fragments that are spread side by side, missing
 * ones too: validation compares the two of each (GraphQL, 5.3.2 Field Selection Merging). It takes as long as reading the document
 * with its fragments written out.
 * @param sets - Selection sets of the same object, such as an operation's own.
 * @param fragments - By their names; none contains itself.
 */
export function countPairs(
  sets: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  const byKey = new Map<string, SameValue>();
  let pairs = 0;
  /** @param spread - Names of the fragments that are spread side by side there. */
  const collect = ({ selections }: SelectionSetNode, spread = new Set<string>()): Set<string> => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const same = byKey.get(key) ?? { fields: 0, below: [] };
        byKey.set(key, same);
        same.fields += 1;
        if (selection.selectionSet) same.below.push(selection.selectionSet);
        continue;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        collect(selection.selectionSet, spread);
        continue;
      }
      const name = selection.name.value;
      spread.add(name);
      const fragment = fragments.get(name);
      if (fragment) pairs += pairsAmong(collect(fragment.selectionSet).size);
    }
    return spread;
  };
  const spread = new Set<string>();
  for (const set of sets) collect(set, spread);
  pairs += pairsAmong(spread.size);
  for (const { fields, below } of byKey.values()) {
    pairs += pairsAmong(fields);
    if (below.length > 0) pairs += countPairs(below, fragments);
  }
  return pairs;
}

function pairsAmong(count: number): number {
  return (count * (count - 1)) / 2;
}
