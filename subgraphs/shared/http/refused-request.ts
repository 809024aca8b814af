import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCodeName } from '../../../schema/error-codes.js';
import { databaseFaultOf } from '../process/errors/database-fault.js';
import type { Logger } from '../process/logger.js';

/** A request that is refused before anything is carried out. The message leaves as it stands. */
export class RefusedRequest extends Error {
  constructor(
    readonly statusCode: 400 | 401 | 403 | 404 | 405 | 406 | 408 | 413 | 415 | 421 | 429 | 503,
    message: string,
    /** Of the answer, beside those that say what it is. */
    readonly headers: Readonly<Record<string, string>> = {},
    /** Why, for programs; null where the status says it all. */
    readonly reason: string | null = null,
  ) {
    super(message);
  }
}

/** Why a request was refused, what Fastify refuses of its own accord in our words; null for what is a fault of ours. */
export function refusalOf(
  error: unknown,
  { raw, routeOptions }: FastifyRequest,
): RefusedRequest | null {
  if (error instanceof RefusedRequest) return error;
  if (raw.errored !== null && error === raw.errored) {
    return new RefusedRequest(400, 'The request broke off.');
  }
  // Errors of other packages may have a status too: that of an answer to us.
  const { code, statusCode = 500 } = Object(error) as Readonly<Partial<FastifyError>>;
  if (!code?.startsWith('FST_ERR_') || statusCode >= 500) return null;
  switch (statusCode) {
    case 413:
      return new RefusedRequest(
        413,
        `The request must have at most ${routeOptions.bodyLimit} bytes.`,
      );
    case 415:
      return new RefusedRequest(415, 'The content-type cannot be read.');
    default:
      return new RefusedRequest(400, 'The request cannot be read.');
  }
}

const INTERNAL = 'Something failed here. The operators can find it in the log.';

/**
 * Answers a request that ended in an error, in JSON with a code: a refusal says why; all else is ours and is logged, and where it comes from the
 * database that is said (503).
 * Headers that the answer has already stay.
 */
export function refuse(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  log: Pick<Logger, 'debug' | 'error'> = request.log,
): void {
  const refusal = refusalOf(error, request);
  const fault = refusal ? null : databaseFaultOf(error);
  if (refusal) log.debug({ reason: refusal.message }, 'Request refused.');
  else log.error({ err: error }, 'Request failed.');
  const code = refusal ? codeOf(refusal) : (fault?.code ?? 'INTERNAL_SERVER_ERROR');
  const reason = refusal?.reason ?? null;
  const extensions = { code, ...(reason !== null && { reason }) };
  void reply
    .code(refusal?.statusCode ?? (fault ? 503 : 500))
    .headers({
      ...refusal?.headers,
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
      // What is left of the body is not read.
      connection: 'close',
    })
    .send(
      JSON.stringify({
        errors: [{ message: (refusal ?? fault)?.message ?? INTERNAL, extensions }],
      }),
    );
}

const CODES: Readonly<Partial<Record<number, ErrorCodeName>>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  429: 'RATE_LIMITED',
  503: 'TOO_BUSY',
};

function codeOf({ statusCode }: RefusedRequest): ErrorCodeName {
  return CODES[statusCode] ?? 'BAD_REQUEST';
}
