/**
 * What went wrong with a cooperative's feed. `silent`: nothing of the cooperative answered; `invalid`: something answered,
 * but not what the contract says; `too-large`: the same, where a smaller page may fit; `unsettled`: the same, in a way in which
 * a change that falls into the answering may look too, so that it is worth asking once more.
 */
export type FaultKind = 'silent' | 'invalid' | 'too-large' | 'unsettled';

const LONGEST_REASON = 300;
const LONGEST_DETAIL = 500;

/**
 * The cooperative's own failure, never the hub's. The message is shown to everybody and is ours alone: it says where, and what
 * was wanted, and repeats nothing of what the endpoint wrote.
 */
export class FeedFault extends Error {
  /** What the endpoint wrote there, for operators and the coordinator only; null where that is nothing, or not to be kept. */
  readonly detail: string | null;

  constructor(
    readonly kind: FaultKind,
    reason: string,
    detail: string | null = null,
  ) {
    super(reason.slice(0, LONGEST_REASON));
    this.detail =
      detail &&
      detail
        .slice(0, LONGEST_DETAIL)
        .replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ')
        .trim();
  }
}

/** The endpoint answered with something else than a feed. @param detail - Its own words. */
export function invalidFeed(what: string, detail: string | null = null): FeedFault {
  return new FeedFault('invalid', `answered with an invalid feed: ${what}`, detail);
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

/** Puts what the HTTP client threw in words for people. Its codes are a closed set of its own; its messages may quote. */
export function connectionFault(error: unknown, timeoutMs: number): FeedFault {
  if (error instanceof FeedFault) return error;
  const { name = '', code = '' } = error as { name?: string; code?: string };
  const isTimeout = name === 'TimeoutError' || code.endsWith('TIMEOUT');
  if (isTimeout) return new FeedFault('silent', `no answer within ${timeoutMs} ms`);
  return new FeedFault('silent', REASON_BY_CODE[code] ?? `connection failed (${code || name})`);
}
