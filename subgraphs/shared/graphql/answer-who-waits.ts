import {
  isIntrospectionType,
  isObjectType,
  OperationTypeNode,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';

/** What every resolver receives. */
export interface Waited {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/**
 * Has no field of a question be looked up for which nobody waits any more: it rejects with the signal's reason. Commands are carried out
 * and answered all the same, one of several after the other, but for what loaders would have to read. Fields without a resolver of
 * their own are left alone: they cost nothing.
 * @param schema - Changed, and returned.
 */
export function answerWhoWaits(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    // Those of introspection are everybody's, whatever the schema.
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve) field.resolve = whileWaited(field.resolve);
    }
  }
  return schema;
}

function whileWaited(
  resolve: GraphQLFieldResolver<unknown, Waited>,
): GraphQLFieldResolver<unknown, Waited> {
  return (source, args, context, info) => {
    if (info.operation.operation === OperationTypeNode.QUERY) context.signal.throwIfAborted();
    return resolve(source, args, context, info);
  };
}
