import { z } from 'zod';
import type { ErrorCodeName } from '../../../../schema/error-codes.js';
import { say, type Sentence } from '../../words/said/say.js';
import { isOfDocument, type AnswerError, type GraphqlAnswer } from '../graphql-answer.js';
import {
  retryAfterSecondsOf,
  sayKept,
  sayOutcome,
  wordsOf,
  type GraphqlOutcome,
  type NoGraphqlAnswer,
} from '../outcome.js';

/**
 * What came back from a cooperative. `unreached`: surely not carried out (unknown or paused cooperative, connection refused).
 * `unknown`: may have been carried out; ask again with the same key. `refused`: GraphQL errors without data. `hopeless`: not
 * carried out, and asking again will not help.
 * `reason` goes after the cooperative's name, and holds nothing of its own words, which may repeat personal data. `isAnswered`: it
 * did answer, but with what is of no use; of a hopeless one, that its system does not know what it was asked.
 */
export type OwnerReply<Data> =
  | { readonly kind: 'answer'; readonly data: Data }
  | {
      readonly kind: 'unreached' | 'unknown' | 'refused' | 'hopeless';
      readonly reason: string;
      /** The same, to be told in any language; only where nothing was answered, or asking again will not help. */
      readonly said?: Sentence;
      readonly isAnswered?: true;
      /** Of one that was not asked because it is silent, or has enough in hand: when it may be. */
      readonly retryAfterSeconds?: number;
    };

export type OwnerFailure = Exclude<OwnerReply<never>, { readonly kind: 'answer' }>;

const LONGEST_REASON = 500;

const ErrorCode = z.string().regex(/^[A-Z_]{1,40}$/);

/**
 * What a cooperative's answer says, or what it leaves open that there is none. Nothing of its own words leaves here but what
 * `read` makes of the data.
 * @param read - Checks the data, and throws when they are malformed.
 * @param timeoutMs - That it had.
 */
export function readReply<Data>(
  outcome: GraphqlOutcome,
  read: (data: unknown) => Data,
  timeoutMs: number,
): OwnerReply<Data> {
  return outcome.kind === 'answer'
    ? readAnswer(outcome.answer, read)
    : describeFailure(outcome, timeoutMs);
}

function readAnswer<Data>(
  { data, errors: faults, isRequestError }: GraphqlAnswer,
  read: (data: unknown) => Data,
): OwnerReply<Data> {
  if (isRequestError) return readRefusal(faults);
  const isEmpty = !data || Object.values(data).every((value) => value === null);
  if (isEmpty && faults.length > 0) {
    const reason = reasonOf(faults);
    // Its database may have taken it all the same, and is asked again when it is back.
    return faults.some(isOfDatabase) ? useless(reason) : { kind: 'refused', reason };
  }
  try {
    return { kind: 'answer', data: read(data) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, LONGEST_REASON) : 'unreadable';
    return useless(`answered with malformed data: ${reason}`);
  }
}

/**
 * Why a request was refused before anything was done. Who points into the document finds fault with that, which stays the same: the
 * command, or a part of its input, is not known there; so does who says that it did not pass validation, and where not. Anything else, such as a missing right or an overload, may pass.
 */
function readRefusal(faults: readonly AnswerError[]): OwnerFailure {
  return faults.some(isOfDocument)
    ? {
        ...because('hopeless', say`has a system that does not know this command`),
        isAnswered: true,
      }
    : { kind: 'refused', reason: reasonOf(faults) };
}

function isOfDatabase({ extensions }: AnswerError): boolean {
  return extensions['code'] === ('DATABASE_UNAVAILABLE' satisfies ErrorCodeName);
}

function reasonOf([fault]: readonly AnswerError[]): string {
  return `answered with an error (${ErrorCode.safeParse(fault?.extensions['code']).data ?? 'no code'})`;
}

/** That there is no answer, and why, in words that go after the cooperative's name. */
export function because(kind: OwnerFailure['kind'], said: Sentence): OwnerFailure {
  return { kind, reason: String(said), said };
}

/** An answer that says nothing of what was done. */
function useless(reason: string): OwnerFailure {
  return { kind: 'unknown', reason, isAnswered: true };
}

function describeFailure(outcome: NoGraphqlAnswer, timeoutMs: number): OwnerFailure {
  switch (outcome.kind) {
    case 'held-back': {
      const retryAfterSeconds = retryAfterSecondsOf(outcome);
      return { ...because('unreached', sayKept(outcome)), retryAfterSeconds };
    }
    case 'unreachable':
      return because('unreached', sayOutcome(outcome));
    case 'broken-off':
      return { kind: 'unknown', reason: wordsOf(outcome) };
    case 'too-slow':
      return outcome.stage === 'connecting'
        ? because('unreached', say`could not be reached in time`)
        : { kind: 'unknown', reason: `did not answer within ${timeoutMs} ms` };
    case 'status':
    case 'no-plain-json':
      return useless(`answered with status ${outcome.status} and no plain JSON`);
    case 'too-big':
    case 'broken-json':
    case 'not-graphql':
      return useless(wordsOf(outcome));
  }
}
