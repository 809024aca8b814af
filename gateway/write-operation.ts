import {
  isAbstractType,
  isObjectType,
  Kind,
  print,
  stripIgnoredCharacters,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTVisitor,
  type FieldNode,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { ContractSchema } from './contract-schema.js';

/** Under which names the keys are asked for that the planner left out; no other response key is called so. */
export interface KeyAliases {
  readonly typename: string;
  readonly id: string;
}

/** What is sent to an owner. */
export interface WrittenOperation {
  readonly query: string;
  /** The variables that the text still uses. */
  readonly variables: ReadonlySet<string>;
  /** The fields that were left out, such as `Service.published`. */
  readonly leftOut: ReadonlySet<string>;
}

const field = (name: string, alias?: string): FieldNode => ({
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: name },
  ...(alias !== undefined && { alias: { kind: Kind.NAME, value: alias } }),
});

const onType = (name: string, selections: readonly SelectionNode[]): InlineFragmentNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
  selectionSet: { kind: Kind.SELECTION_SET, selections },
});

/** Chooses aliases that the operation does not use itself. */
export function chooseAliases(operation: OperationDefinitionNode): KeyAliases {
  const taken = new Set<string>();
  visit(operation, {
    Field: ({ alias, name }) => {
      taken.add(alias?.value ?? name.value);
    },
  });
  const free = (wanted: string): string => (taken.has(wanted) ? free(`${wanted}_`) : wanted);
  return { typename: free('typename_'), id: free('id_') };
}

/** The object types that the fragments right under `_entities` speak of. */
function addressedTypes({ schema, ownedTypes }: ContractSchema, entities: FieldNode): Set<string> {
  const names = (entities.selectionSet?.selections ?? []).flatMap((selection) => {
    if (selection.kind !== Kind.INLINE_FRAGMENT || !selection.typeCondition) return [];
    const type = schema.getType(selection.typeCondition.name.value);
    if (isObjectType(type)) return [type.name];
    return isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [];
  });
  return new Set(names.filter((name) => ownedTypes.has(name)));
}

function prepend(node: FieldNode, selections: readonly SelectionNode[]): FieldNode {
  const own = node.selectionSet?.selections ?? [];
  return {
    ...node,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [...selections, ...own] },
  };
}

/**
 * Rewrites a fetch for an owner: asks every entity for its type and id and every abstract object for its type, leaves
 * out fields that the owner does not know, and variables that are then not used.
 */
export function writeOperation(
  contract: ContractSchema,
  operation: OperationDefinitionNode,
  aliases: KeyAliases,
  dropped: ReadonlySet<string>,
): WrittenOperation {
  const leftOut = new Set<string>();
  const typeInfo = new TypeInfo(contract.schema);
  const typename = field('__typename', aliases.typename);
  const visitor: ASTVisitor = {
    Field: {
      enter: (node) => {
        const fieldId = `${typeInfo.getParentType()?.name ?? ''}.${node.name.value}`;
        if (!dropped.has(fieldId)) return undefined;
        leftOut.add(fieldId);
        return null;
      },
      leave: (node) => {
        if (node.name.value === '_entities') {
          const keys = [...addressedTypes(contract, node)].map((name) =>
            onType(name, [field('id', aliases.id)]),
          );
          return prepend(node, [typename, ...keys]);
        }
        const named = contract.schema.getType(String(typeInfo.getType()).replaceAll(/[[\]!]/g, ''));
        return isAbstractType(named) ? prepend(node, [typename]) : undefined;
      },
    },
    SelectionSet: {
      leave: (node) =>
        node.selections.length > 0 ? undefined : { ...node, selections: [typename] },
    },
  };
  const rewritten = visit(operation, visitWithTypeInfo(typeInfo, visitor));
  const variables = new Set<string>();
  visit(rewritten.selectionSet, {
    Variable: ({ name }) => {
      variables.add(name.value);
    },
  });
  const variableDefinitions = (rewritten.variableDefinitions ?? []).filter(({ variable }) =>
    variables.has(variable.name.value),
  );
  return {
    query: stripIgnoredCharacters(print({ ...rewritten, variableDefinitions })),
    variables,
    leftOut,
  };
}
