import { Kind, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { inlineFragments } from './fetch-document.js';

/** The names of the fields at an operation's root, wherever they are written; whatever is skipped counts. */
export function rootFieldNames(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Set<string> {
  const namesIn = ({ selections }: OperationDefinitionNode['selectionSet']): string[] =>
    selections.flatMap((node) => {
      if (node.kind === Kind.FIELD) return [node.name.value];
      return node.kind === Kind.INLINE_FRAGMENT ? namesIn(node.selectionSet) : [];
    });
  return new Set(namesIn(inlineFragments(document, operation).selectionSet));
}
