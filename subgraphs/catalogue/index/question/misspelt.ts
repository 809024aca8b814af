import { withoutDots } from '../../../shared/words/fold-accents.js';
import type { Thesaurus } from '../trades/thesaurus.js';
import type { Phrase } from '../trades/phrase.js';
import { lettersApart } from './letters-apart.js';

/** Short words resemble each other too much for one to be surely another. */
const SHORTEST_WITHOUT_DOTS = 5;
const SHORTEST_WITH_SLIP = 7;

/**
 * What a word surely was meant to be that no trade has as it is written: one that lacks but dots, or a long one with one slip
 * that leads to one trade alone. Null where that is not sure.
 */
export function meantBy(word: string, thesaurus: Thesaurus): string | null {
  const dotted = thesaurus.dottedOf(word);
  const phrases = thesaurus.guess(word);
  const [trade] = phrases.map((phrase) => phrase.trade);
  const isOneTrade = phrases.every((phrase) => phrase.trade === trade);
  if (dotted.length > 0) {
    const bare = dotted.filter((text) => withoutDots(text) === word);
    const [text = null] = bare.length > 0 ? bare : dotted;
    const isSure = dotted.length === 1 || bare.length === 1 || (bare.length === 0 && isOneTrade);
    return isSure && word.length >= SHORTEST_WITHOUT_DOTS ? text : null;
  }
  if (word.length < SHORTEST_WITH_SLIP) return null;
  if (trade === undefined || !isOneTrade) return null;
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
