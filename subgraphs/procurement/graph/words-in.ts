import { localize } from '../../shared/words/localized.js';
import type { Worded } from '../suppliers/word-reason.js';

/** In which language a text is given where the one asked for is none of the network's. */
export const USUAL_LANGUAGE = 'en';

/** A text in the language that is wanted. @param language - Null where none is. */
export function wordsIn(texts: Worded, language: string | null) {
  const words = localize(texts, language, [USUAL_LANGUAGE]);
  if (!words) throw new Error('Every text is there in every language.');
  return words;
}
