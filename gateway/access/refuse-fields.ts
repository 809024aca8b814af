import { getOperationAST, GraphQLError, Kind, type OperationDefinitionNode } from 'graphql';
import { publicError } from '../../schema/errors.js';
import { inlineFragments } from '../documents/fetch-document.js';
import type { ExecutionResult, Executor, ExecutorRequest } from '../request/executor.js';
import type { GatewayContext } from '../request/gateway-context.js';
import { RootAccess, type RefusedField } from './root-access.js';

/**
 * Refuses root fields that the caller may not ask for, before anybody is asked: each is null with an error of its own, and the rest
 * of the operation is carried out as if they were not there.
 */
export function refuseFields(executor: Executor): Executor {
  const accessByOperation = new WeakMap<OperationDefinitionNode, RootAccess>();
  const accessOf = ({ schema, document, request }: ExecutorRequest): RootAccess | null => {
    const operation = getOperationAST(document, request.operationName);
    if (!operation) return null;
    const known = accessByOperation.get(operation);
    if (known) return known;
    const access = new RootAccess(schema, inlineFragments(document, operation));
    accessByOperation.set(operation, access);
    return access;
  };
  return async (request) => {
    const access = accessOf(request);
    const given = request.request.variables ?? {};
    const refused = access?.refuse(given, (request.context as GatewayContext).caller) ?? [];
    if (!access || refused.length === 0) return executor(request);
    const left = access.without(refused.map(({ key }) => key));
    const answer = left ? await executor(narrowed(request, left, refused)) : { data: {} };
    return merge(access.keys(given), refused, answer);
  };
}

/** The request with another document in the place of the client's. Plans are kept by the hash. */
function narrowed(
  request: ExecutorRequest,
  operation: OperationDefinitionNode,
  refused: readonly RefusedField[],
): ExecutorRequest {
  const without = refused.map(({ key }) => key).join(' ');
  return {
    ...request,
    operation,
    document: { kind: Kind.DOCUMENT, definitions: [operation] },
    queryHash: `${request.queryHash} without ${without}`,
  };
}

function merge(
  keys: readonly string[],
  refused: readonly RefusedField[],
  answer: ExecutionResult,
): ExecutionResult {
  const { data } = answer;
  if (data === undefined) return answer;
  const errors = refused.map(({ key, refused: { code, message } }) => {
    const { extensions } = publicError(code, message);
    return new GraphQLError(message, { path: [key], extensions });
  });
  return {
    ...answer,
    data: data && Object.fromEntries(keys.map((key) => [key, data[key] ?? null])),
    errors: [...errors, ...(answer.errors ?? [])],
  };
}
