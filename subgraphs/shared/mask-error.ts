import type { GraphQLFormattedError } from 'graphql';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import { ERROR_CODES } from '../../schema/error-codes.js';
import type { Logger } from './logger.js';

/**
 * `formatError` of every server: errors with a code of ours leave as they are, without a stack trace; all else is
 * logged once and leaves as INTERNAL_SERVER_ERROR with nothing of its message.
 */
export function createErrorMask(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const extensions = { ...formatted.extensions };
    delete extensions['stacktrace'];
    // A scalar that refuses a literal does so while the document is validated; it is bad input all the same.
    if ('argument' in extensions) extensions['code'] = 'BAD_USER_INPUT';
    const code = extensions['code'];
    const isOurs =
      typeof code === 'string' && code in ERROR_CODES && code !== 'INTERNAL_SERVER_ERROR';
    if (isOurs) return { ...formatted, extensions };
    const cause = unwrapResolverError(error);
    // graphql-js reports a bad variable as a GraphQLError without a code; its message names the variable only.
    if (cause instanceof GraphQLError && cause.originalError === undefined && code === undefined) {
      return { ...formatted, extensions: { ...extensions, code: 'BAD_USER_INPUT' } };
    }
    log.error({ err: cause, path: formatted.path }, 'Unexpected error.');
    return {
      message: 'Something failed here. The operators can find it in the log.',
      ...(formatted.path && { path: formatted.path }),
      ...(formatted.locations && { locations: formatted.locations }),
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  };
}
