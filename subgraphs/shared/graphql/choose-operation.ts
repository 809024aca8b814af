import type { ApolloServerPlugin } from '@apollo/server';
import {
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { publicError } from '../../../schema/errors.js';

/** How many operations, and how much of a name, a message names. */
const NAMED = 5;
const SHOWN = 60;

/**
 * Refuses a document of which no operation can be carried out: none is named, or none of that name is there, or it is of
 * a kind that is not served. An empty name is none.
 */
export const chooseOperation: ApolloServerPlugin = {
  requestDidStart: ({ request }) => {
    if (request.operationName === '') delete request.operationName;
    return Promise.resolve({
      didResolveOperation: ({ document, operation, schema }) => {
        const fault = operation
          ? refuseKind(schema, operation)
          : explainMissing(document, request.operationName);
        if (fault === null) return Promise.resolve();
        throw publicError('OPERATION_RESOLUTION_FAILURE', fault, { http: { status: 400 } });
      },
    });
  },
};

function refuseKind(schema: GraphQLSchema, { operation }: OperationDefinitionNode): string | null {
  if (operation !== OperationTypeNode.SUBSCRIPTION && schema.getRootType(operation)) return null;
  return `A ${operation} cannot be carried out here.`;
}

function explainMissing(document: DocumentNode, wanted: string | undefined): string {
  const names = document.definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION ? (node.name?.value ?? []) : [],
  );
  const choice = names.length === 0 ? 'it has no name' : `name ${listed(names)}`;
  return wanted === undefined
    ? `The document holds several operations: ${choice} in "operationName".`
    : `The document holds no operation ${quoted(wanted)}: ${choice}.`;
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, SHOWN));

/** `"A" or "B"`; of many names the first ones. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).map(quoted);
  const rest = names.length - shown.length;
  if (rest > 0) return `one of ${shown.join(', ')} and ${rest} more`;
  return shown.length > 1
    ? `one of ${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`
    : (shown[0] ?? '');
}
