import type { GraphQLRequest } from '@apollo/server';
import { getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { publicError } from '../../../schema/errors.js';
import { isValueDeeper } from '../price/is-value-deeper.js';

/** Lists and objects within each other in variables; far deeper, and nothing can write them again. */
const MAX_DEPTH = 100;
/** Values that do not fit, that are told one by one: a list may hold thousands of them. */
const MOST_FAULTS = 10;

/**
 * Leaves of a request's variables those that its operation has, and refuses what nests too deep, or where more does not fit than is to
 * be told.
 * @throws GraphQLError BAD_USER_INPUT
 */
export function limitVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  request: GraphQLRequest,
): void {
  const given = request.variables ?? {};
  const names = variableDefinitions.map(({ variable }) => variable.name.value);
  const isGiven = (name: string): boolean => Object.hasOwn(given, name);
  request.variables = Object.fromEntries(
    names.filter(isGiven).map((name) => [name, given[name] as unknown]),
  );
  if (isValueDeeper(request.variables, MAX_DEPTH)) {
    throw refusal(`Variables may nest lists and objects ${MAX_DEPTH} deep, got more.`);
  }
  const limit = { maxErrors: MOST_FAULTS };
  const { errors = [] } = getVariableValues(schema, variableDefinitions, request.variables, limit);
  const [first] = errors;
  // Fewer are told each, where the operation is carried out.
  if (!first || errors.length <= MOST_FAULTS) return;
  throw refusal(`More than ${MOST_FAULTS} values of the variables do not fit. ${first.message}`);
}

function refusal(message: string) {
  return publicError('BAD_USER_INPUT', message, { http: { status: 400 } });
}
