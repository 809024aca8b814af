import {
  getNamedType,
  isEnumType,
  isLeafType,
  isObjectType,
  Kind,
  print,
  visit,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, sourcesOf, type SelectedField, type Source } from './selected-fields.js';

/** What is compared: the client's operation and the planner's, both free of named fragments. */
interface Compared {
  /** What clients may ask. */
  readonly api: GraphQLSchema;
  /** What the subgraph may answer. */
  readonly subgraph: GraphQLSchema;
}

function hasConditions(operation: OperationDefinitionNode): boolean {
  let found = false;
  visit(operation, {
    Directive: () => {
      found = true;
    },
  });
  return found;
}

function argumentsOf({ selections }: SelectedField): string {
  const given = selections[0]?.node.arguments ?? [];
  return given.map(print).sort().join(', ');
}

/** Whether every value that the subgraph may answer is one that the client may see. */
function isVisible({ api, subgraph }: Compared, typename: string): boolean {
  const shown = api.getType(typename);
  const answered = subgraph.getType(typename);
  if (!isEnumType(shown) || !isEnumType(answered)) return !isEnumType(answered);
  return answered.getValues().every(({ name }) => shown.getValue(name) !== undefined);
}

function isSameField(
  compared: Compared,
  parent: GraphQLObjectType,
  one: SelectedField,
  other: SelectedField,
): boolean {
  if (one.key !== other.key || one.name !== other.name) return false;
  if (one.name === '__typename') return true;
  if (argumentsOf(one) !== argumentsOf(other)) return false;
  const type: GraphQLOutputType | undefined = parent.getFields()[one.name]?.type;
  const named = type && getNamedType(type);
  if (isLeafType(named)) return isVisible(compared, named.name);
  return isObjectType(named) && isSame(compared, named, sourcesOf(one), sourcesOf(other));
}

function isSame(
  compared: Compared,
  type: GraphQLObjectType,
  one: readonly Source[],
  other: readonly Source[],
): boolean {
  const ofOne = collectFields(compared.api, type.name, one);
  const ofOther = collectFields(compared.api, type.name, other);
  return (
    ofOne.length === ofOther.length &&
    ofOne.every((field, index) => {
      const counterpart = ofOther[index];
      return counterpart !== undefined && isSameField(compared, type, field, counterpart);
    })
  );
}

/**
 * Whether the answer to one operation is also the answer to the other, key for key: same fields in the same order with
 * the same arguments. Says no whenever that is not plain to see: with abstract types, directives, introspection.
 */
export function isSameSelection(
  compared: Compared,
  client: OperationDefinitionNode,
  planner: OperationDefinitionNode,
): boolean {
  const root = compared.api.getRootType(client.operation);
  const selectionsOf = ({ selectionSet }: OperationDefinitionNode): Source[] => [
    { selectionSet, conditions: [] },
  ];
  return (
    root !== undefined &&
    root !== null &&
    client.operation === planner.operation &&
    !hasConditions(client) &&
    !hasConditions(planner) &&
    client.selectionSet.selections.every(
      (selection) => selection.kind !== Kind.FIELD || selection.name.value !== '__typename',
    ) &&
    isSame(compared, root, selectionsOf(client), selectionsOf(planner))
  );
}
