import {
  isNonNullType,
  isObjectType,
  type GraphQLOutputType,
  buildASTSchema,
  extendSchema,
  Kind,
  parse,
  parseType,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InputObjectTypeDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeDefinitionNode,
  type UnionTypeDefinitionNode,
} from 'graphql';
import { teachScalars } from './teach-scalars.js';

/** One subgraph's part of the supergraph: what the query planner may ask it for. */
export interface ContractSchema {
  /** The subgraph's types, and the `_entities` field that the planner uses. */
  readonly schema: GraphQLSchema;
  /** Types whose rows the subgraph owns and finds by the key `id`. */
  readonly ownedTypes: ReadonlySet<string>;
}

interface Applied {
  readonly graph?: string;
  readonly key?: string;
  readonly resolvable?: boolean;
  readonly type?: string;
  readonly usedOverridden?: boolean;
  readonly member?: string;
  readonly interface?: string;
  readonly name?: string;
}

interface WithDirectives {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** The arguments of every use of a directive on one node. */
function applied(node: WithDirectives, directive: string): Applied[] {
  return (node.directives ?? [])
    .filter(({ name }) => name.value === directive)
    .map(
      ({ arguments: given = [] }) =>
        Object.fromEntries(
          given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
        ) as Applied,
    );
}

/** A field as one graph declares it; null where it does not. No `@join__field` at all means: in every graph. */
function fieldIn<Field extends Omit<FieldDefinitionNode, 'kind' | 'arguments'>>(
  graph: string,
  field: Field,
): Field | null {
  const joins = applied(field, 'join__field');
  const own = joins.find((join) => join.graph === graph);
  if (joins.length > 0 && !own) return null;
  if (own?.usedOverridden) return null;
  return own?.type === undefined ? field : { ...field, type: parseType(own.type) };
}

const isPresent = <Value>(value: Value | null): value is Value => value !== null;

function fieldsIn(
  graph: string,
  node: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode,
): Pick<ObjectTypeDefinitionNode, 'fields' | 'interfaces' | 'directives'> {
  const implemented = applied(node, 'join__implements')
    .filter((join) => join.graph === graph)
    .map((join) => join.interface);
  return {
    directives: [],
    fields: (node.fields ?? []).map((field) => fieldIn(graph, field)).filter(isPresent),
    interfaces: (node.interfaces ?? []).filter(({ name }) => implemented.includes(name.value)),
  };
}

function enumIn(graph: string, node: EnumTypeDefinitionNode): EnumTypeDefinitionNode {
  const values = (node.values ?? []).filter((value) =>
    applied(value, 'join__enumValue').some((join) => join.graph === graph),
  );
  return { ...node, directives: [], values };
}

function unionIn(graph: string, node: UnionTypeDefinitionNode): UnionTypeDefinitionNode {
  const members = applied(node, 'join__unionMember')
    .filter((join) => join.graph === graph)
    .map((join) => join.member);
  const types = (node.types ?? []).filter(({ name }) => members.includes(name.value));
  return { ...node, directives: [], types };
}

function inputIn(
  graph: string,
  node: InputObjectTypeDefinitionNode,
): InputObjectTypeDefinitionNode {
  const fields = (node.fields ?? []).map((field) => fieldIn(graph, field)).filter(isPresent);
  return { ...node, directives: [], fields };
}

function typeIn(graph: string, node: TypeDefinitionNode): TypeDefinitionNode {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
      return { ...node, ...fieldsIn(graph, node) };
    case Kind.INTERFACE_TYPE_DEFINITION:
      return { ...node, ...fieldsIn(graph, node) };
    case Kind.ENUM_TYPE_DEFINITION:
      return enumIn(graph, node);
    case Kind.UNION_TYPE_DEFINITION:
      return unionIn(graph, node);
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return inputIn(graph, node);
    case Kind.SCALAR_TYPE_DEFINITION:
      return { ...node, directives: [] };
  }
}

function isTypeDefinition(node: DefinitionNode): node is TypeDefinitionNode {
  return node.kind.endsWith('TypeDefinition');
}

/** What a graph is called in the directives, such as `COOPERATIVE`. */
function findGraph(document: DocumentNode, subgraph: string): string | null {
  for (const node of document.definitions) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') continue;
    const value = node.values?.find((candidate) =>
      applied(candidate, 'join__graph').some(({ name }) => name === subgraph),
    );
    return value?.name.value ?? null;
  }
  return null;
}

/** Adds what the planner addresses entities by. */
function withEntities(schema: GraphQLSchema, types: readonly string[]): GraphQLSchema {
  if (types.length === 0) return schema;
  const sdl = `scalar _Any union _Entity = ${types.join(' | ')}
    extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`;
  return extendSchema(schema, parse(sdl), { assumeValid: true });
}

/**
 * Takes one subgraph's schema out of a supergraph's text.
 * @returns Null when the supergraph has no such subgraph.
 */
export function findContractSchema(supergraphSdl: string, subgraph: string): ContractSchema | null {
  const document = parse(supergraphSdl, { noLocation: true });
  const graph = findGraph(document, subgraph);
  if (graph === null) return null;
  const types = document.definitions
    .filter(isTypeDefinition)
    .filter((node) => applied(node, 'join__type').some((join) => join.graph === graph));
  const objectsWith = (isKey: (key: string) => boolean): string[] =>
    types
      .filter(({ kind }) => kind === Kind.OBJECT_TYPE_DEFINITION)
      .filter((node) =>
        applied(node, 'join__type').some(
          (join) => join.graph === graph && join.resolvable !== false && isKey(join.key ?? ''),
        ),
      )
      .map(({ name }) => name.value);
  const hasQuery = types.some(({ name }) => name.value === 'Query');
  const definitions = [
    ...types.map((node) => typeIn(graph, node)),
    ...(hasQuery ? [] : parse('type Query').definitions),
  ];
  const schema = buildASTSchema({ kind: Kind.DOCUMENT, definitions }, { assumeValid: true });
  const contract = withEntities(
    schema,
    objectsWith((key) => key !== ''),
  );
  teachScalars(contract);
  return {
    schema: contract,
    ownedTypes: new Set(objectsWith((key) => key === 'id')),
  };
}

/** Whether a type is one row that a cooperative owns, and no list of them. */
export function isOwnedRow(
  type: GraphQLOutputType | null | undefined,
  ownedTypes: ReadonlySet<string>,
): boolean {
  const row = isNonNullType(type) ? type.ofType : type;
  return isObjectType(row) && ownedTypes.has(row.name);
}
