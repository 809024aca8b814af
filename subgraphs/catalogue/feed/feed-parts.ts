import { visit, type DocumentNode, type FieldNode } from 'graphql';
import type { FeedPart } from '../store/records.js';

/** By the fields that lead there, from a row of the feed. */
const PART_BY_FIELD: Readonly<Record<string, FeedPart>> = {
  'service.capacity': 'capacity',
  'service.booking': 'booking',
  'service.notBookableBecause': 'booking',
  'cooperative.address': 'presentation',
  'cooperative.coordinates': 'presentation',
  'cooperative.description': 'presentation',
  'cooperative.logo': 'presentation',
};

/** To which parts fields of a feed's question belong; null where one belongs to none. */
export function partsOf(
  document: DocumentNode,
  fields: ReadonlySet<FieldNode>,
): ReadonlySet<FeedPart> | null {
  const parts = new Set<FeedPart | undefined>();
  const path: string[] = [];
  visit(document, {
    Field: {
      enter: (node) => {
        path.push(node.name.value);
        // Below `catalogueChanges` and `changes`.
        if (fields.has(node)) parts.add(PART_BY_FIELD[path.slice(2, 4).join('.')]);
      },
      leave: () => {
        path.pop();
      },
    },
  });
  const found = [...parts];
  return found.every((part) => part !== undefined) ? new Set(found) : null;
}
