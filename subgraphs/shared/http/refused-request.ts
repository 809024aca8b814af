import type { ServerResponse } from 'node:http';
import type { Logger } from '../process/logger.js';

/** A request that is refused before GraphQL sees it. The message leaves as it stands. */
export class RefusedRequest extends Error {
  constructor(
    readonly status: 400 | 406 | 413 | 415,
    message: string,
  ) {
    super(message);
  }
}

const INTERNAL = 'Something failed here. The operators can find it in the log.';

/**
 * Answers a request that ended in an error, in JSON with a code: a refusal says why; all else is ours and is logged.
 * @param headers - Of the answer, beside those that say what it is.
 */
export function refuse(
  response: ServerResponse,
  error: unknown,
  log: Logger,
  headers: Readonly<Record<string, string>> = {},
): void {
  const isRefused = error instanceof RefusedRequest;
  if (isRefused) log.debug({ reason: error.message }, 'Request refused.');
  else log.error({ err: error }, 'Request failed.');
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const code = isRefused ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
  const message = isRefused ? error.message : INTERNAL;
  response
    .writeHead(isRefused ? error.status : 500, {
      ...headers,
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
      // What is left of the body is not read.
      connection: 'close',
    })
    .end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}
