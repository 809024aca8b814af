import {
  isAbstractType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Variables } from './fetch-document.js';

type Condition = (variables: Variables) => boolean;

/** A selection set, and when it counts at all (`@skip` and `@include` around it). */
export interface Source {
  readonly selectionSet: SelectionSetNode;
  readonly conditions: readonly Condition[];
}

interface Selection {
  readonly node: FieldNode;
  readonly conditions: readonly Condition[];
}

/** One response key of an object, and every place that selects it. */
export interface SelectedField {
  readonly key: string;
  readonly name: string;
  readonly selections: readonly Selection[];
}

function conditionsOf(node: SelectionNode): Condition[] {
  return (node.directives ?? []).flatMap((directive): Condition[] => {
    const wanted = directive.name.value === 'include';
    if (!wanted && directive.name.value !== 'skip') return [];
    const value = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
    if (value?.kind === Kind.VARIABLE) {
      return [(variables) => variables[value.name.value] === wanted];
    }
    return [() => value?.kind === Kind.BOOLEAN && value.value === wanted];
  });
}

/** Whether a fragment on `condition` counts for an object of `typename`. */
function applies(schema: GraphQLSchema, condition: string | undefined, typename: string): boolean {
  if (condition === undefined || condition === typename) return true;
  const outer = schema.getType(condition);
  const inner = schema.getType(typename);
  return isAbstractType(outer) && isObjectType(inner) && schema.isSubType(outer, inner);
}

/**
 * The fields that are selected for objects of one type, in document order; a key selected several times is one entry.
 * @param sources - Free of named fragments.
 */
export function collectFields(
  schema: GraphQLSchema,
  typename: string,
  sources: readonly Source[],
): SelectedField[] {
  const byKey = new Map<string, { name: string; selections: Selection[] }>();
  const walk = ({ selectionSet, conditions: outer }: Source): void => {
    for (const node of selectionSet.selections) {
      const conditions = [...outer, ...conditionsOf(node)];
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const field = byKey.get(key) ?? { name: node.name.value, selections: [] };
        field.selections.push({ node, conditions });
        byKey.set(key, field);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        if (applies(schema, node.typeCondition?.name.value, typename)) {
          walk({ selectionSet: node.selectionSet, conditions });
        }
      }
    }
  };
  sources.forEach(walk);
  return [...byKey].map(([key, { name, selections }]) => ({ key, name, selections }));
}

/** What the field's own selection sets select. */
export function sourcesOf({ selections }: SelectedField): Source[] {
  return selections.flatMap(({ node, conditions }) =>
    node.selectionSet ? [{ selectionSet: node.selectionSet, conditions }] : [],
  );
}

/** Whether the field is wanted with these variables, defaults included. */
export function isIncluded({ selections }: SelectedField, variables: Variables): boolean {
  return selections.some(({ conditions }) => conditions.every((holds) => holds(variables)));
}
