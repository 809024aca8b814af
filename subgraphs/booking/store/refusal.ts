import { partsOf, sentenceOf } from '../../shared/words/said/keep.js';
import type { Sentence } from '../../shared/words/said/say.js';
import type { UserErrorCode } from '../schema.generated.js';

/** What the caller of a command can correct. */
export interface Refusal {
  readonly code: UserErrorCode;
  /** In English. */
  readonly message: string;
  /** What `message` is made of, as `partsOf` has it; null or absent where it can be told in English alone. */
  readonly said?: string | null;
  /** Path into the client's input; null when no single field is at fault. */
  readonly field: string[] | null;
  /** At most three starts that would do, earliest first; empty where that is not the point. */
  readonly alternatives: Date[];
  /** Nothing was decided, and the key is not used up. Such a refusal is never stored. */
  readonly retry?: true;
  /** When sending it again may help, where that is known. Never stored. */
  readonly retryAfterSeconds?: number;
}

/** A refusal without alternatives. @param field - Path into the client's input. */
export function refuse(
  code: UserErrorCode,
  message: Sentence,
  field: readonly (string | number)[] | null = null,
): Refusal {
  return { code, ...asMessage(message), field: field && field.map(String), alternatives: [] };
}

/** A sentence as it is kept in a `message`. */
export function asMessage(sentence: Sentence): Pick<Refusal, 'message' | 'said'> {
  return { message: String(sentence), said: partsOf(sentence) };
}

/** What a `message` says. */
export function messageOf({ message, said }: Pick<Refusal, 'message' | 'said'>): Sentence {
  return sentenceOf(message, said);
}

/** A refusal that decides nothing: the same command, sent again with the same key, may still be carried out. */
export function undecided(refusal: Refusal): Refusal {
  return { ...refusal, retry: true };
}
