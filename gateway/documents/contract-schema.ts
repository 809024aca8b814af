import { Supergraph, type ObjectType } from '@apollo/federation-internals';
import { isNonNullType, isObjectType, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import { copyDescriptions } from './copy-descriptions.js';
import { teachScalars } from './teach-scalars.js';

/** One subgraph's part of the supergraph: what the query planner may ask it for. */
export interface ContractSchema {
  /** The subgraph's types, with the descriptions that the supergraph has, and the `_entities` field that the planner uses. */
  readonly schema: GraphQLSchema;
  /** Types whose rows the subgraph owns and finds by the key `id`. */
  readonly ownedTypes: ReadonlySet<string>;
}

/** By the supergraph's text: read once a process, however many gateways answer with them. */
const known = new Map<string, ReadonlyMap<string, ContractSchema>>();

/**
 * The subgraphs' schemas by name, taken out of a supergraph's text as the query planner does it itself.
 * @throws GraphQLError where the text is no supergraph.
 */
export function readContractSchemas(supergraphSdl: string): ReadonlyMap<string, ContractSchema> {
  const contracts = known.get(supergraphSdl) ?? takeOut(supergraphSdl);
  known.set(supergraphSdl, contracts);
  return contracts;
}

function takeOut(supergraphSdl: string): ReadonlyMap<string, ContractSchema> {
  const supergraph = Supergraph.build(supergraphSdl);
  const described = supergraph.schema.toGraphQLJSSchema();
  return new Map(
    supergraph
      .subgraphs()
      .values()
      .map(({ name, schema: own }) => {
        const schema = own.toGraphQLJSSchema();
        copyDescriptions(described, schema);
        teachScalars(schema);
        const owned = own.objectTypes().filter(isFoundById);
        return [name, { schema, ownedTypes: new Set(owned.map((type) => type.name)) }];
      }),
  );
}

function isFoundById(type: ObjectType): boolean {
  return type.appliedDirectivesOf('key').some((key) => {
    const { fields, resolvable } = key.arguments() as { fields: string; resolvable?: boolean };
    return fields === 'id' && resolvable !== false;
  });
}

/** Whether a type is one row that a cooperative owns, and no list of them. */
export function isOwnedRow(
  type: GraphQLOutputType | null | undefined,
  ownedTypes: ReadonlySet<string>,
): boolean {
  const row = isNonNullType(type) ? type.ofType : type;
  return isObjectType(row) && ownedTypes.has(row.name);
}
