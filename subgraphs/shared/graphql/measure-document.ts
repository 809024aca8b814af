import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large a document is with its fragments put in place of their spreads. */
export interface DocumentSize {
  /** How deep fields are nested; introspection does not count. */
  readonly depth: number;
  /** Fields of the root, aliases counted. */
  readonly rootFields: number;
  /** Fields, spreads and inline fragments. */
  readonly selections: number;
}

const NOTHING: DocumentSize = { depth: 0, rootFields: 0, selections: 0 };

/**
 * Measures the largest of a document's operations in each way. Each fragment is measured once, so that it takes no longer
 * than reading the document, whatever it multiplies out to. The document need not be valid.
 */
export function measureDocument({ definitions }: DocumentNode): DocumentSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const sizeByFragment = new Map<string, DocumentSize>();

  const sizeOf = (selectionSet: SelectionSetNode | undefined): DocumentSize => {
    let { depth, rootFields, selections } = NOTHING;
    for (const selection of selectionSet?.selections ?? []) {
      const size = sizeOfSelection(selection);
      depth = Math.max(depth, size.depth);
      rootFields += size.rootFields;
      selections += size.selections;
    }
    return { depth, rootFields, selections };
  };
  const sizeOfSelection = (selection: SelectionNode): DocumentSize => {
    if (selection.kind === Kind.FIELD) {
      const { depth, selections } = sizeOf(selection.selectionSet);
      const isIntrospection = selection.name.value.startsWith('__');
      return {
        depth: isIntrospection ? 0 : 1 + depth,
        rootFields: 1,
        selections: 1 + selections,
      };
    }
    const size =
      selection.kind === Kind.INLINE_FRAGMENT
        ? sizeOf(selection.selectionSet)
        : sizeOfFragment(selection.name.value);
    return { ...size, selections: 1 + size.selections };
  };
  const sizeOfFragment = (name: string): DocumentSize => {
    const known = sizeByFragment.get(name);
    if (known) return known;
    // Holds while the fragment is measured: one that contains itself is refused by validation.
    sizeByFragment.set(name, NOTHING);
    const size = sizeOf(fragments.get(name)?.selectionSet);
    sizeByFragment.set(name, size);
    return size;
  };

  let largest = NOTHING;
  for (const node of definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const { depth, rootFields, selections } = sizeOf(node.selectionSet);
    largest = {
      depth: Math.max(largest.depth, depth),
      rootFields: Math.max(largest.rootFields, rootFields),
      selections: Math.max(largest.selections, selections),
    };
  }
  return largest;
}
