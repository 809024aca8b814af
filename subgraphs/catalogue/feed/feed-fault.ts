import type { NoGraphqlAnswer } from '../../shared/owners/outcome.js';
import { withoutContacts } from '../../shared/words/without-contacts.js';

/** What an answer may take and be. */
export interface FeedLimits {
  /** For the whole of one request, from connecting to the last byte. */
  readonly timeoutMs: number;
  readonly largestAnswerBytes: number;
}

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
  /**
   * What the endpoint wrote there, without addresses and numbers of people, for operators and the coordinator only; null where that is
   * nothing, or not to be kept.
   */
  readonly detail: string | null;

  constructor(
    readonly kind: FaultKind,
    reason: string,
    detail: string | null = null,
  ) {
    super(reason.slice(0, LONGEST_REASON));
    this.detail =
      detail &&
      withoutContacts(detail)
        .slice(0, LONGEST_DETAIL)
        .replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ')
        .trim();
  }
}

/** It was not asked, because it did not answer before: nothing new is known of it. */
export class HeldBackFault extends FeedFault {
  constructor() {
    super('silent', 'no answer before, and not asked since');
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

/** Puts in words for people why there is no GraphQL answer. The HTTP client's codes are a closed set of its own. */
export function noAnswerFault(
  outcome: NoGraphqlAnswer,
  { timeoutMs, largestAnswerBytes }: FeedLimits,
): FeedFault {
  switch (outcome.kind) {
    case 'unreachable':
    case 'broken-off': {
      const { code } = outcome;
      return new FeedFault('silent', REASON_BY_CODE[code] ?? `connection failed (${code})`);
    }
    case 'too-slow':
      return new FeedFault('silent', `no answer within ${timeoutMs} ms`);
    case 'held-back':
      return new HeldBackFault();
    case 'too-big':
      return new FeedFault('too-large', `answered with more than ${largestAnswerBytes} bytes`);
    case 'status':
      return statusFault(outcome.status);
    case 'no-plain-json': {
      const { status, isEncoded, mediaType, contentType } = outcome;
      if (status !== 200) return statusFault(status);
      return isEncoded || mediaType === null
        ? invalidFeed('wanted plain JSON, got an encoded body')
        : invalidFeed(`wanted plain JSON, got ${mediaType}`, contentType);
    }
    case 'broken-json':
      return invalidFeed('wanted JSON, got something else');
    case 'not-graphql':
      return invalidFeed(`wanted a GraphQL answer, got other JSON: ${outcome.reason}`);
  }
}
