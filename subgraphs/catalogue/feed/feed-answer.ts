import { ERROR_CODES } from '../../../schema/error-codes.js';
import { isObject, type AnswerError } from '../../shared/owners/graphql-answer.js';
import type { GraphqlOutcome } from '../../shared/owners/outcome.js';
import { findRefusedFields } from '../../shared/owners/refused-fields.js';
import type { FeedPart } from '../store/records.js';
import { partsOf } from './feed-parts.js';
import {
  invalidFeed,
  noAnswerFault,
  statusFault,
  type FeedFault,
  type FeedLimits,
} from './feed-fault.js';

/** An endpoint's answer taken apart; what is in the data is not judged yet. */
export type FeedAnswer =
  | { readonly kind: 'data'; readonly data: Readonly<Record<string, unknown>> }
  /** It did not take the question. One error at least. */
  | { readonly kind: 'refused'; readonly errors: readonly AnswerError[] };

/**
 * Takes an endpoint's answer apart.
 * @param limits - That it had.
 * @throws FeedFault when there is no GraphQL answer, or one that is broken in part.
 */
export function readFeedAnswer(outcome: GraphqlOutcome, limits: FeedLimits): FeedAnswer {
  // An answer of no data and no errors is read on, so that what is said to be missing is the feed.
  if (outcome.kind === 'not-graphql' && isNull(outcome.json)) {
    if (outcome.status !== 200) throw statusFault(outcome.status);
    return { kind: 'data', data: {} };
  }
  if (outcome.kind !== 'answer') throw noAnswerFault(outcome, limits);
  const { data, errors, isRequestError } = outcome.answer;
  if (isRequestError) return { kind: 'refused', errors };
  if (outcome.status !== 200) throw statusFault(outcome.status);
  if (errors.length > 0) throw errorsFault(errors);
  return { kind: 'data', data: data ?? {} };
}

const isNull = (json: unknown): boolean =>
  isObject(json) && json['data'] === null && json['errors'] === undefined;

/** What a failing endpoint is quoted by: a code of ours, where it gives one. Its own words are detail. */
export function errorsFault([first]: readonly AnswerError[]): FeedFault {
  const given = first?.extensions['code'];
  const code = Object.keys(ERROR_CODES).find((each) => each === given);
  return invalidFeed(`it has errors${code ? ` (${code})` : ''}`, first?.message ?? null);
}

/** Which parts of the feed an endpoint refused to be asked for; null when it was not that alone. */
export function refusedParts(
  query: string,
  errors: readonly AnswerError[],
): ReadonlySet<FeedPart> | null {
  const refused = findRefusedFields(query, errors);
  return refused && partsOf(refused.document, refused.fields);
}
