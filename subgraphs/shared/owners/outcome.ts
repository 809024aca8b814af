import { say, type Sentence } from '../words/said/say.js';
import type { GraphqlAnswer } from './graphql-answer.js';

/** Of an answer, by lower-case name. */
export type HttpHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** What of an answer comes before its body. */
export interface AnswerHead {
  readonly status: number;
  readonly headers: HttpHeaders;
}

/** An answer that came whole, whatever its status. */
export interface HttpAnswer extends AnswerHead {
  readonly kind: 'answer';
  readonly body: Buffer;
}

/** An answer that its head was enough to refuse; its body was not read. */
export interface RefusedAnswer<Refusal> {
  readonly kind: 'refused';
  readonly refusal: Refusal;
}

/**
 * Why no answer came. `unreachable`: there was no connection. `broken-off`: the connection ended before the answer.
 * `too-big`: the answer was longer than is read. `too-slow`: the time was used up, or that for making a connection was;
 * `stage` is how far the request had come: `unasked` the time was used up before, `in-line` it was not sent yet,
 * `connecting` making the connection took too long, `sent` the answer did.
 * `code` is the HTTP client's own name for it, such as `ECONNREFUSED`.
 */
export type SendFailure =
  | { readonly kind: 'unreachable' | 'broken-off'; readonly code: string }
  | { readonly kind: 'too-slow'; readonly stage: 'unasked' | 'in-line' | 'connecting' | 'sent' }
  | { readonly kind: 'too-big' };

/**
 * A question that was not sent. `silent`: the owner has not answered for some time; `busy`: it has as much in hand for this process
 * as it may have.
 */
export interface HeldBack {
  readonly kind: 'held-back';
  readonly why: 'silent' | 'busy';
  /** Since when it is silent, ISO 8601; null where it is not. */
  readonly since: string | null;
  /** When asking again may help. */
  readonly retryAfterMs: number;
}

export type SendOutcome<Refusal> = HttpAnswer | RefusedAnswer<Refusal> | SendFailure;

/**
 * An answer that cannot be one of GraphQL, and was not read. `status`: a redirect, or a status that is not read.
 * `no-plain-json`: `contentType` is the header as it came, `mediaType` the same in our words, such as `text/html` or
 * `another content type`, and null where it is JSON; `isEncoded`: it is compressed, for which nobody asked.
 */
export type Unread =
  | { readonly kind: 'status'; readonly status: number }
  | {
      readonly kind: 'no-plain-json';
      readonly status: number;
      readonly contentType: string;
      readonly mediaType: string | null;
      readonly isEncoded: boolean;
    };

/** An answer that is none of GraphQL. `reason` completes the sentence `"karhu" …` and quotes nothing that came. */
export type Misread =
  | { readonly kind: 'broken-json'; readonly status: number }
  | {
      readonly kind: 'not-graphql';
      readonly status: number;
      readonly reason: string;
      readonly json: unknown;
    };

/** A GraphQL answer; what is in it is not judged. */
export interface Answered {
  readonly kind: 'answer';
  readonly status: number;
  readonly answer: GraphqlAnswer;
}

/** Why there is no GraphQL answer. */
export type NoGraphqlAnswer = SendFailure | HeldBack | Unread | Misread;

export type GraphqlOutcome = Answered | NoGraphqlAnswer;

export const isRedirect = (status: number): boolean => status >= 300 && status < 400;

/** What happened, in words that complete a sentence such as `"karhu" …`; they name no address and quote nothing. In English. */
export function wordsOf(outcome: NoGraphqlAnswer): string {
  return String(sayOutcome(outcome));
}

/** The same, to be told in any language. */
export function sayOutcome(outcome: NoGraphqlAnswer): Sentence {
  switch (outcome.kind) {
    case 'unreachable':
      return say`could not be reached`;
    case 'broken-off':
      return say`broke off the connection`;
    case 'too-big':
      return say`answered with too much`;
    case 'too-slow':
      return outcome.stage === 'unasked'
        ? say`was not asked, because the time was used up before`
        : say`did not answer in time`;
    case 'held-back':
      return sayHeldBack(outcome);
    case 'status':
      return isRedirect(outcome.status)
        ? say`answered with a redirect`
        : say`answered with status ${outcome.status}`;
    case 'no-plain-json':
      return outcome.mediaType === null
        ? say`answered in a compressed form that was not asked for`
        : say`answered with ${outcome.mediaType} (status ${outcome.status}) instead of GraphQL`;
    case 'broken-json':
      return say`answered with broken JSON`;
    case 'not-graphql':
      return outcome.reason;
  }
}

/** In how many seconds asking again may help; at least one. */
export function retryAfterSecondsOf({ retryAfterMs }: HeldBack): number {
  return Math.max(Math.ceil(retryAfterMs / 1_000), 1);
}

/** The same of what was not sent, for what is kept and read later: without when asking again may help. */
export function sayKept({ why, since }: HeldBack): Sentence {
  return why === 'silent'
    ? say`has not answered since ${since ?? say`some time`} and was not asked`
    : say`has as many questions in hand as it may have, and was not asked`;
}

function sayHeldBack(outcome: HeldBack): Sentence {
  const seconds = retryAfterSecondsOf(outcome);
  return outcome.why === 'silent'
    ? say`${sayKept(outcome)}; it is tried again in ${seconds} s`
    : say`${sayKept(outcome)}; ask again in ${seconds} s`;
}
