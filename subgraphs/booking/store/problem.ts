import { partsOf, sentenceOf } from '../../shared/words/said/keep.js';
import type { Sentence } from '../../shared/words/said/say.js';

/** What is amiss with an order, a leg or a request, as it is stored: in English, and what that is made of. */
export interface Problem {
  readonly problem: string | null;
  readonly said?: string | null;
}

/** A sentence as it is kept in a `problem`; null where nothing is amiss. */
export function asProblem(sentence: Sentence | null): Required<Problem> {
  return { problem: sentence && String(sentence), said: partsOf(sentence) };
}

/** What a `problem` says; null where nothing is amiss. */
export function problemOf({ problem, said }: Problem): Sentence | null {
  return problem === null ? null : sentenceOf(problem, said);
}
