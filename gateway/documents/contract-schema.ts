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

interface ReadSupergraph {
  /** All types, with the directives that stand there. */
  readonly whole: GraphQLSchema;
  /** By the subgraph's name. */
  readonly contracts: ReadonlyMap<string, ContractSchema>;
}

/** By the supergraph's text: read once a process, however many gateways answer with them. */
const known = new Map<string, ReadSupergraph>();

/**
 * A supergraph, and the subgraphs' schemas taken out of it as the query planner does it itself.
 * @throws GraphQLError where the text is no supergraph.
 */
export function readSupergraph(supergraphSdl: string): ReadSupergraph {
  const read = known.get(supergraphSdl) ?? takeApart(supergraphSdl);
  known.set(supergraphSdl, read);
  return read;
}

function takeApart(supergraphSdl: string): ReadSupergraph {
  const supergraph = Supergraph.build(supergraphSdl);
  const whole = supergraph.schema.toGraphQLJSSchema();
  const contracts = new Map(
    supergraph
      .subgraphs()
      .values()
      .map(({ name, schema: own }) => {
        const schema = own.toGraphQLJSSchema();
        copyDescriptions(whole, schema);
        teachScalars(schema);
        const owned = own.objectTypes().filter(isFoundById);
        const ownedTypes = new Set(owned.map((type) => type.name));
        return [name, { schema, ownedTypes }] as const;
      }),
  );
  return { whole, contracts };
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
