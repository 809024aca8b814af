import type { ApolloServerPlugin } from '@apollo/server';
import { isNonNullType, TypeInfo, visit, visitWithTypeInfo, type GraphQLSchema } from 'graphql';
import { publicError } from '../../schema/errors.js';
import { inlineFragments } from '../documents/fetch-document.js';
import type { GatewayContext } from '../request/gateway-context.js';

/**
 * Refuses a null for a variable where none can be. Validation lets a variable pass that can be null if it, or its place,
 * has a default; whoever is asked would then fail, and be taken to be at fault.
 */
export const checkNulls: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, operation, request: { variables = {} } }) => {
        const names = (operation?.variableDefinitions ?? [])
          .map(({ variable }) => variable.name.value)
          .filter((name) => variables[name] === null);
        if (!operation || names.length === 0) return Promise.resolve();
        const name = findMisplaced(schema, inlineFragments(document, operation), names);
        if (name === null) return Promise.resolve();
        const message = `Variable "$${name}" stands where a value must be, got null.`;
        throw publicError('BAD_USER_INPUT', message, { http: { status: 400 } });
      },
    }),
};

/** Which of the variables stands where there must be a value; null when none does. */
function findMisplaced(
  schema: GraphQLSchema,
  operation: ReturnType<typeof inlineFragments>,
  names: readonly string[],
): string | null {
  const typeInfo = new TypeInfo(schema);
  let found: string | null = null;
  const visitor = {
    Variable: ({ name }: { readonly name: { readonly value: string } }): void => {
      if (names.includes(name.value) && isNonNullType(typeInfo.getInputType())) found = name.value;
    },
  };
  visit(operation, visitWithTypeInfo(typeInfo, visitor));
  return found;
}
