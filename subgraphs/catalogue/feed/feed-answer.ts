import { ERROR_CODES } from '../../../schema/error-codes.js';
import {
  isObject,
  NotGraphql,
  readGraphqlAnswer,
  type AnswerError,
} from '../../shared/owners/graphql-answer.js';
import { findRefusedFields } from '../../shared/owners/refused-fields.js';
import { invalidFeed, statusFault, type FeedFault } from './feed-fault.js';

/** An endpoint's answer taken apart; the changes are not judged yet. */
export type FeedAnswer =
  | { readonly kind: 'changes'; readonly changes: unknown }
  /** It did not take the question. One error at least. */
  | { readonly kind: 'refused'; readonly errors: readonly AnswerError[] };

/** @throws FeedFault when it is no GraphQL answer, or one that is broken in part. */
export function readFeedAnswer(statusCode: number, text: string): FeedAnswer {
  const answer = parseJson(text);
  const isEmpty = isObject(answer) && answer['data'] === null && answer['errors'] === undefined;
  const { data, errors, isRequestError } = isEmpty
    ? { data: null, errors: [], isRequestError: false }
    : readEnvelope(answer);
  if (isRequestError) return { kind: 'refused', errors };
  if (statusCode !== 200) throw statusFault(statusCode);
  if (errors.length > 0) throw errorsFault(errors);
  return { kind: 'changes', changes: data?.['catalogueChanges'] };
}

/** What a failing endpoint is quoted by: a code of ours, where it gives one. Its own words are detail. */
export function errorsFault([first]: readonly AnswerError[]): FeedFault {
  const given = first?.extensions['code'];
  const code = Object.keys(ERROR_CODES).find((each) => each === given);
  return invalidFeed(`it has errors${code ? ` (${code})` : ''}`, first?.message ?? null);
}

/** Names of the fields that an endpoint refused to be asked for, in the words of the question; null when it was not that. */
export function refusedFieldNames(query: string, errors: readonly AnswerError[]): string[] | null {
  const refused = findRefusedFields(query, errors);
  return refused && [...refused.fields].map(({ name }) => name.value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidFeed('wanted JSON, got something else');
  }
}

function readEnvelope(answer: unknown): ReturnType<typeof readGraphqlAnswer> {
  try {
    return readGraphqlAnswer(answer);
  } catch (error) {
    if (!(error instanceof NotGraphql)) throw error;
    throw invalidFeed(`wanted a GraphQL answer, got other JSON: ${error.message}`);
  }
}
