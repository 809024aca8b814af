import type { Reason } from '../need/need.js';
import { ABSENCE_WORDINGS } from '../owners/absence.js';
import { SUPPLIER_WORDINGS } from '../suppliers/supplier-wordings.js';
import { wordReason, type Wording, type Worded } from '../suppliers/word-reason.js';

/** The words of every reason that this subgraph gives. */
const WORDINGS: Readonly<Record<string, Wording>> = { ...SUPPLIER_WORDINGS, ...ABSENCE_WORDINGS };

/** A reason in words, in every language of the network. @throws Error where its code has none. */
export function wordsOfReason(reason: Reason): Worded {
  if (!Object.hasOwn(WORDINGS, reason.code)) throw new Error(`No words for ${reason.code}.`);
  return wordReason(WORDINGS, reason);
}
