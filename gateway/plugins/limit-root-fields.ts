import { GraphQLError, Kind, type SelectionSetNode, type ValidationRule } from 'graphql';

/** Refuses documents that select more root fields than this, aliases and fragments counted. */
export function limitRootFields(maxRootFields: number): ValidationRule {
  return (context) => {
    const countByFragment = new Map<string, number>();
    const countOf = (selectionSet: SelectionSetNode | undefined): number => {
      let fields = 0;
      for (const selection of selectionSet?.selections ?? []) {
        fields += countOfSelection(selection);
      }
      return fields;
    };
    const countOfFragment = (name: string): number => {
      const known = countByFragment.get(name);
      if (known !== undefined) return known;
      // Holds while the fragment is counted: one that contains itself is refused by another rule.
      countByFragment.set(name, 0);
      const count = countOf(context.getFragment(name)?.selectionSet);
      countByFragment.set(name, count);
      return count;
    };
    const countOfSelection = (selection: SelectionSetNode['selections'][number]): number => {
      switch (selection.kind) {
        case Kind.FIELD:
          return 1;
        case Kind.INLINE_FRAGMENT:
          return countOf(selection.selectionSet);
        case Kind.FRAGMENT_SPREAD:
          return countOfFragment(selection.name.value);
      }
    };
    return {
      OperationDefinition: (operation) => {
        const count = countOf(operation.selectionSet);
        if (count <= maxRootFields) return;
        const message = `The document may select ${maxRootFields} root fields, got ${count}.`;
        context.reportError(new GraphQLError(message, { nodes: operation }));
      },
    };
  };
}
