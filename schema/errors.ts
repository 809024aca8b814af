import { GraphQLError } from 'graphql';
import type { ErrorCodeName } from './error-codes.js';

/**
 * An error that the client sees as it stands: its message passes the mask.
 * @param extensions - Further facts for programs, beside `code`.
 */
export function publicError(
  code: ErrorCodeName,
  message: string,
  extensions: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, code } });
}

/**
 * Refuses an argument.
 * @param message - What was wanted and what came.
 * @param argument - Which argument it was, dots between levels: `search.cpv`.
 */
export function badUserInput(message: string, argument: string): GraphQLError {
  return publicError('BAD_USER_INPUT', message, { argument });
}
