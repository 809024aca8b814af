/**
 * What went wrong with a cooperative's feed. `silent`: nothing of the cooperative answered; `invalid`: something answered,
 * but not what the contract says; `too-large`: the same, where a smaller page may fit.
 */
export type FaultKind = 'silent' | 'invalid' | 'too-large';

const LONGEST_REASON = 300;

/** The cooperative's own failure, never the hub's. The message is shown to people: no address, no secret. */
export class FeedFault extends Error {
  constructor(
    readonly kind: FaultKind,
    reason: string,
  ) {
    // Parts of it may come from the endpoint itself.
    super(reason.replaceAll(/\p{Cc}+/gu, ' ').slice(0, LONGEST_REASON));
  }
}

/** The endpoint answered with something else than a feed. */
export function invalidFeed(what: string): FeedFault {
  return new FeedFault('invalid', `answered with an invalid feed: ${what}`);
}

/** What stands between us and a process behind a proxy that is down. */
const SILENT_STATUSES: readonly number[] = [502, 503, 504];

/** The endpoint answered with a status that is no answer to a question. */
export function statusFault(statusCode: number): FeedFault {
  const kind = SILENT_STATUSES.includes(statusCode) ? 'silent' : 'invalid';
  return new FeedFault(kind, `answered with HTTP status ${statusCode}`);
}

const REASON_BY_CODE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ENOTFOUND: 'host not found',
  EAI_AGAIN: 'host not found',
  ECONNRESET: 'connection closed',
  EPIPE: 'connection closed',
  UND_ERR_SOCKET: 'connection closed',
};

/** Puts what the HTTP client threw in words for people. */
export function connectionFault(error: unknown, timeoutMs: number): FeedFault {
  if (error instanceof FeedFault) return error;
  const { name = '', code = '' } = error as { name?: string; code?: string };
  const isTimeout = name === 'TimeoutError' || code.endsWith('TIMEOUT');
  if (isTimeout) return new FeedFault('silent', `no answer within ${timeoutMs} ms`);
  return new FeedFault('silent', REASON_BY_CODE[code] ?? `connection failed (${code || name})`);
}
