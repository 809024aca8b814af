import { AGREEMENT_WORDINGS } from '../agreements/agreement-wordings.js';
import type { Reason } from '../need/need.js';
import { ABSENCE_WORDINGS } from '../owners/absence.js';
import { SUPPLIER_WORDINGS } from '../suppliers/supplier-wordings.js';
import type { Names } from '../suppliers/value-words.js';
import { wordReason, type Wording, type Worded } from '../suppliers/word-reason.js';

type Wordings = Readonly<Record<string, Wording>>;

/** A reason, and how it is worded where its code means something else in its place. */
export interface ReasonParent extends Reason {
  readonly wordings?: Wordings;
}

/** The words of every reason that is given for or against somebody. */
const WORDINGS: Wordings = {
  ...SUPPLIER_WORDINGS,
  ...ABSENCE_WORDINGS,
  ...AGREEMENT_WORDINGS,
};

/** A reason in words, in every language of the network, without the notice. @throws Error where its code has none. */
export function wordsOfReason(
  { wordings = WORDINGS, ...reason }: ReasonParent,
  names: Names,
): Worded {
  if (!Object.hasOwn(wordings, reason.code)) throw new Error(`No words for ${reason.code}.`);
  return wordReason(wordings, reason, names);
}
