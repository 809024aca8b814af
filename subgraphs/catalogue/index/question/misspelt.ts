import { withoutDots } from '../text/words.js';
import type { Thesaurus } from '../trades/thesaurus.js';
import type { Phrase } from '../trades/phrase.js';
import { lettersApart } from './letters-apart.js';

/** Short words resemble each other too much for one to be surely another. */
const SHORTEST_WITHOUT_DOTS = 5;
const SHORTEST_WITH_SLIP = 8;

/**
 * What a word surely was meant to be that no trade has as it is written: one that lacks but dots, or a long one with one slip
 * that leads to one trade alone. Null where that is not sure.
 */
export function meantBy(word: string, thesaurus: Thesaurus): string | null {
  const phrases = thesaurus.guess(word);
  const [dotless, ...others] = distinctTexts(
    phrases.filter((phrase) => withoutDots(textOf(phrase)) === word),
  );
  if (dotless !== undefined && others.length === 0) {
    return word.length >= SHORTEST_WITHOUT_DOTS ? dotless : null;
  }
  if (word.length < SHORTEST_WITH_SLIP) return null;
  const [trade] = phrases.map((phrase) => phrase.trade);
  if (trade === undefined || phrases.some((phrase) => phrase.trade !== trade)) return null;
  const plain = withoutDots(word);
  const apart = (text: string): number => lettersApart(plain, withoutDots(text));
  const [nearest = null] = distinctTexts(phrases).sort(
    (a, b) => apart(a) - apart(b) || (a < b ? -1 : 1),
  );
  return nearest;
}

function textOf({ words }: Phrase): string {
  return words.join(' ');
}

function distinctTexts(phrases: readonly Phrase[]): string[] {
  return [...new Set(phrases.map(textOf))];
}
