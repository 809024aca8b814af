import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from '../../subgraphs/shared/process/logger.js';
import { createErrorMask } from '../../subgraphs/shared/process/errors/mask-error.js';

/** The error mask of every server, without what Apollo Gateway adds. */
export function formatGatewayError(log: Logger) {
  const mask = createErrorMask(log);
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { extensions = {}, ...masked } = mask(formatted, error);
    const facts = Object.entries(extensions).filter(([name]) => name !== 'serviceName');
    return { ...masked, extensions: Object.fromEntries(facts) };
  };
}
