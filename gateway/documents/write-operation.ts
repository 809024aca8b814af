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
  type GraphQLNamedType,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { isOwnedRow, type ContractSchema } from './contract-schema.js';
import { findLack, lacksOf } from './lacks.js';

/** The type of what a mutation's caller can correct, and the field of a payload that has it. */
export const USER_ERROR = 'UserError';
export const USER_ERRORS = 'userErrors';

/** Under which names is asked for what the planner left out; no other response key is called so. */
export interface KeyAliases {
  readonly typename: string;
  readonly id: string;
  /** The code of a user error. */
  readonly code: string;
  /** The user errors of a payload. */
  readonly userErrors: string;
}

/** What is sent to an owner. */
export interface WrittenOperation {
  /** One line of ASCII, so that a place in it is the same for everybody, whatever they count in. */
  readonly query: string;
  /** The variables that the text still uses. */
  readonly variables: ReadonlySet<string>;
  /** What was left out, by the names of `lacks.ts`. */
  readonly leftOut: ReadonlySet<string>;
  /** Whether nothing of what was wanted is left. */
  readonly isVoid: boolean;
}

const field = (name: string, alias?: string): FieldNode => ({
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: name },
  ...(alias !== undefined && { alias: { kind: Kind.NAME, value: alias } }),
});

const selecting = (selections: readonly SelectionNode[]) =>
  ({ selectionSet: { kind: Kind.SELECTION_SET, selections } }) as const;

const onType = (name: string, selections: readonly SelectionNode[]): InlineFragmentNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
  ...selecting(selections),
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
  return {
    typename: free('typename_'),
    id: free('id_'),
    code: free('code_'),
    userErrors: free('userErrors_'),
  };
}

/** Everything that an endpoint may lack of what an operation asks for. */
export function possibleLacks(
  { schema }: ContractSchema,
  operation: OperationDefinitionNode,
): ReadonlySet<string> {
  const lacks = new Set<string>();
  const typeInfo = new TypeInfo(schema);
  visit(
    operation,
    visitWithTypeInfo(typeInfo, {
      Field: (node) => {
        const typename = typeInfo.getParentType()?.name ?? '';
        for (const lack of lacksOf(typename, node)) lacks.add(lack);
      },
    }),
  );
  return lacks;
}

/** What is to be left out of an operation, of all that an endpoint lacks. */
export function lacksOfOperation(
  possible: ReadonlySet<string>,
  unknown: ReadonlySet<string>,
): ReadonlySet<string> {
  if (unknown.size === 0) return unknown;
  return new Set([...unknown].filter((lack) => possible.has(lack)).sort());
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

function parentFieldsOf(typeInfo: TypeInfo): object | null {
  const parent = typeInfo.getParentType();
  return isObjectType(parent) ? parent.getFields() : null;
}

/** What is asked of an object beside what is wanted of it, so that the answer can be judged. */
function extraSelections(
  type: GraphQLNamedType | undefined,
  aliases: KeyAliases,
): readonly SelectionNode[] {
  if (isAbstractType(type)) return [field('__typename', aliases.typename)];
  if (!isObjectType(type)) return [];
  const code = field('code', aliases.code);
  if (type.name === USER_ERROR) return [code];
  return type.getFields()[USER_ERRORS]
    ? [{ ...field(USER_ERRORS, aliases.userErrors), ...selecting([code]) }]
    : [];
}

/** Writes a text in ASCII alone, but for what takes two escapes. Outside of strings there is nothing else. */
function inAscii(text: string): string {
  return text.replaceAll(
    /[^ -~\ud800-\udfff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Rewrites a fetch for an owner: asks every entity for its type and id, a payload's own row for its id, every abstract object for its type and user errors
 * for their codes, leaves out what the owner does not know, and variables that are then not used.
 * @param dropped - Names as in `lacks.ts`.
 */
export function writeOperation(
  contract: ContractSchema,
  operation: OperationDefinitionNode,
  aliases: KeyAliases,
  dropped: ReadonlySet<string>,
): WrittenOperation {
  const leftOut = new Set<string>();
  let kept = 0;
  const typeInfo = new TypeInfo(contract.schema);
  const typename = field('__typename', aliases.typename);
  const visitor: ASTVisitor = {
    StringValue: (node) => (node.block === true ? { ...node, block: false } : undefined),
    InlineFragment: ({ typeCondition }) => {
      const name = typeCondition?.name.value ?? '';
      if (!dropped.has(name)) return undefined;
      leftOut.add(name);
      return null;
    },
    Field: {
      enter: (node) => {
        const lack = findLack(dropped, typeInfo.getParentType()?.name ?? '', node);
        if (lack === null) {
          if (!node.name.value.startsWith('_')) kept += 1;
          return undefined;
        }
        leftOut.add(lack);
        return null;
      },
      leave: (node) => {
        if (node.name.value === '_entities') {
          const keys = [...addressedTypes(contract, node)]
            .filter((name) => !dropped.has(name))
            .map((name) => onType(name, [field('id', aliases.id)]));
          return prepend(node, [typename, ...keys]);
        }
        const named = contract.schema.getType(String(typeInfo.getType()).replaceAll(/[[\]!]/g, ''));
        const isOfPayload = USER_ERRORS in (parentFieldsOf(typeInfo) ?? {});
        const isRow = isOfPayload && isOwnedRow(typeInfo.getType(), contract.ownedTypes);
        const extra = [
          ...(isRow ? [field('id', aliases.id)] : []),
          ...extraSelections(named, aliases),
        ];
        return extra.length > 0 ? prepend(node, extra) : undefined;
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
    query: inAscii(stripIgnoredCharacters(print({ ...rewritten, variableDefinitions }))),
    variables,
    leftOut,
    isVoid: kept === 0,
  };
}
