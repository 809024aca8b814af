import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

interface Described {
  description?: string | null | undefined;
}

function copy(to: Described, from: Described | null | undefined): void {
  to.description = from?.description ?? null;
}

/**
 * Gives all that is in a schema's types the descriptions that those of the same name have in another one: reading a subgraph out
 * of a supergraph leaves them behind, and refusals quote them.
 */
export function copyDescriptions(from: GraphQLSchema, to: GraphQLSchema): void {
  for (const type of Object.values(to.getTypeMap())) {
    const like = from.getType(type.name);
    if (like) copyMembers(like, type);
  }
}

function copyMembers(from: GraphQLNamedType, to: GraphQLNamedType): void {
  if (isEnumType(from) && isEnumType(to)) {
    for (const value of to.getValues()) copy(value, from.getValue(value.name));
  } else if (isInputObjectType(from) && isInputObjectType(to)) {
    const fields = from.getFields();
    for (const field of Object.values(to.getFields())) copy(field, fields[field.name]);
  } else if (
    (isObjectType(from) || isInterfaceType(from)) &&
    (isObjectType(to) || isInterfaceType(to))
  ) {
    const fields = from.getFields();
    for (const field of Object.values(to.getFields())) {
      const like = fields[field.name];
      copy(field, like);
      for (const given of field.args) {
        copy(
          given,
          like?.args.find(({ name }) => name === given.name),
        );
      }
    }
  }
}
