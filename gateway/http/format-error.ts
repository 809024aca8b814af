import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from '../../subgraphs/shared/logger.js';
import { createErrorMask } from '../../subgraphs/shared/mask-error.js';

/** The error mask of every server, with what only a gateway has to say. */
export function formatGatewayError(log: Logger) {
  const mask = createErrorMask(log);
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    // Apollo Server gives some refused HTTP requests a status and no code, such as a hash that is not its document's.
    if (error instanceof GraphQLError && error.extensions['code'] === undefined) {
      const isRefusedRequest = 'http' in error.extensions && error.path === undefined;
      if (isRefusedRequest) return { message: error.message, extensions: { code: 'BAD_REQUEST' } };
    }
    const { extensions = {}, ...masked } = mask(formatted, error);
    const facts = Object.entries(extensions).filter(([name]) => name !== 'serviceName');
    return { ...masked, extensions: Object.fromEntries(facts) };
  };
}
