import {
  isIntrospectionType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';

/** What every resolver receives. */
export interface Waited {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/**
 * Has no field be looked up for which nobody waits any more: it rejects with the signal's reason. Commands are carried out all the same,
 * one of several after the other; what their answers would show is not read. Fields without a resolver of their own are left
 * alone: they cost nothing.
 * @param schema - Changed, and returned.
 */
export function answerWhoWaits(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    // Those of introspection are everybody's, whatever the schema.
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    if (type === schema.getMutationType()) continue;
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
    context.signal.throwIfAborted();
    return resolve(source, args, context, info);
  };
}
