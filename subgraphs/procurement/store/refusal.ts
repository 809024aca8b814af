import { GraphQLError } from 'graphql';
import { saidBy } from '../../shared/words/said/said-error.js';
import { say, type Sentence } from '../../shared/words/said/say.js';
import type { UserError } from '../schema.generated.js';

const INPUT = 'input.';

/** What the caller of a command can correct. */
export interface Refusal extends UserError {
  /** What `message` says, to be told in any language; absent where that is English alone. */
  readonly said?: Sentence;
}

/** What the caller of a command can correct. @param field - Path into the client's input; null when no single field is at fault. */
export function refuse(
  code: UserError['code'],
  message: Sentence,
  field: readonly string[] | null = null,
): Refusal {
  return {
    code,
    message: String(message),
    said: message,
    field: field && [...field],
    alternatives: [],
    retry: false,
  };
}

/** Of a command whose key another one had. */
export const KEY_WAS_USED: Refusal = refuse(
  'IDEMPOTENCY_CONFLICT',
  say`This key was used before, with another input.`,
  ['idempotencyKey'],
);

/**
 * What is malformed in a command's input, as its caller is to see it.
 * @param error - Of a check; names its argument as `input.cpv.0`.
 * @throws The error, where it is of something else.
 */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof GraphQLError)) throw error;
  const { argument } = error.extensions;
  if (typeof argument !== 'string' || !argument.startsWith(INPUT)) throw error;
  return refuse('BAD_USER_INPUT', saidBy(error), argument.slice(INPUT.length).split('.'));
}
