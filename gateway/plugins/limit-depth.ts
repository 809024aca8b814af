import { GraphQLError, Kind, type SelectionSetNode, type ValidationRule } from 'graphql';

/** Refuses documents that nest fields deeper than this; introspection does not count. */
export function limitDepth(maxDepth: number): ValidationRule {
  return (context) => {
    const depthByFragment = new Map<string, number>();
    const depthOf = (selectionSet: SelectionSetNode | undefined): number => {
      let deepest = 0;
      for (const selection of selectionSet?.selections ?? []) {
        deepest = Math.max(deepest, depthOfSelection(selection));
      }
      return deepest;
    };
    const depthOfFragment = (name: string): number => {
      const known = depthByFragment.get(name);
      if (known !== undefined) return known;
      // Holds while the fragment is measured: one that contains itself is refused by another rule.
      depthByFragment.set(name, 0);
      const depth = depthOf(context.getFragment(name)?.selectionSet);
      depthByFragment.set(name, depth);
      return depth;
    };
    const depthOfSelection = (selection: SelectionSetNode['selections'][number]): number => {
      switch (selection.kind) {
        case Kind.FIELD:
          return selection.name.value.startsWith('__') ? 0 : 1 + depthOf(selection.selectionSet);
        case Kind.INLINE_FRAGMENT:
          return depthOf(selection.selectionSet);
        case Kind.FRAGMENT_SPREAD:
          return depthOfFragment(selection.name.value);
      }
    };
    return {
      OperationDefinition: (operation) => {
        const depth = depthOf(operation.selectionSet);
        if (depth <= maxDepth) return;
        const message = `The document may nest fields ${maxDepth} deep, got ${depth}.`;
        context.reportError(new GraphQLError(message, { nodes: operation }));
      },
    };
  };
}
