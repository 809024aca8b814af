import {
  defaultFieldResolver,
  GraphQLError,
  GraphQLID,
  isUnionType,
  type GraphQLSchema,
} from 'graphql';
import { badUserInput, publicError } from '../../../schema/errors.js';

const SHOWN = 60;

/**
 * Has a subgraph's `_entities` refuse what names no row of its own, before any resolver sees it: a reference is an object
 * with the name of an entity type and its `id`, the key of all our types.
 */
export function checkReferences(schema: GraphQLSchema): GraphQLSchema {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const union = schema.getType('_Entity');
  if (!field || !isUnionType(union)) return schema;
  const entities = new Set(union.getTypes().map(({ name }) => name));
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (root, { representations }, context, info) =>
    (representations as unknown[]).map((given, index) => {
      const checked = checkReference(given, index, entities);
      // An error in a list is that of its place: the neighbours are answered.
      if (checked instanceof GraphQLError) return checked;
      const [row] = resolve(root, { representations: [checked] }, context, info) as unknown[];
      return row;
    });
  return schema;
}

/** The reference with its id as a text, or why it is none. */
function checkReference(given: unknown, index: number, entities: ReadonlySet<string>): object {
  const where = `representations.${index}`;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return badUserInput('A reference must be an object with "__typename" and "id".', where);
  }
  const { __typename: name, id } = given as Record<string, unknown>;
  if (typeof name !== 'string' || !entities.has(name)) {
    const got = typeof name === 'string' ? JSON.stringify(name.slice(0, SHOWN)) : 'none';
    const wanted = [...entities].sort().join(', ');
    return badUserInput(`"__typename" must be one of ${wanted}, got ${got}.`, where);
  }
  if (typeof id !== 'string' && !Number.isSafeInteger(id)) {
    return publicError('NOT_FOUND', `A reference to ${name} must have its "id", a text.`);
  }
  return { ...given, id: GraphQLID.parseValue(id) };
}
