import { BREAK, Kind, visit, type DocumentNode } from 'graphql';

/**
 * Whether a document has a value that is written in it with more than so many lists and objects within each other. What plans walks the lists
 * of a value twice each, so each level doubles its time. Walks without recursion, however deep it is.
 */
export function isNestedDeeper(document: DocumentNode, most: number): boolean {
  let level = 0;
  let isDeeper = false;
  const nested = {
    enter: (): unknown => {
      level += 1;
      isDeeper ||= level > most;
      return isDeeper ? BREAK : undefined;
    },
    leave: (): void => {
      level -= 1;
    },
  };
  visit(document, { [Kind.LIST]: nested, [Kind.OBJECT]: nested });
  return isDeeper;
}
