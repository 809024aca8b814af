import { GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { scalarResolvers } from '../../schema/scalars.js';

/** Lets a schema refuse values that are not of the form of the network's own scalars. */
export function teachScalars(schema: GraphQLSchema): void {
  for (const [name, scalar] of Object.entries(scalarResolvers)) {
    const type = schema.getType(name);
    if (!(type instanceof GraphQLScalarType)) continue;
    type.parseValue = (value) => scalar.parseValue(value);
    type.parseLiteral = (node, variables) => scalar.parseLiteral(node, variables);
  }
}
