import { foldAccents } from '../../../shared/words/fold-accents.js';
import { isStopWord } from '../../../shared/lists/stop-words.js';
import { remembered } from '../parts/remembered.js';

export { isStopWord };

const WORD = /[\p{L}\p{N}]+/gu;
/** The same in a text without further letters, as most are, in half the time. */
const PLAIN_WORD = /[a-z0-9åäö]+/g;
const FURTHER_LETTER = /[^ -~åäö]/u;
/** Words that hyphens join: wi-fi, it-hjälp. */
const HYPHENED = /[\p{L}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{N}]+)+/gu;
const HYPHEN_OR_DIGIT = /[-\u2010\u2011\p{N}]/u;
/** Letters or digits of a word such as ea1 or 24h. */
const LETTERS_OR_DIGITS = /\p{L}+|\p{N}+/gu;
const MOST_PIECES_JOINED = 4;

/** A title is cut for its trades, its texts and its place, one after another. */
const wordsOfTitle = remembered(1_000, cut);
const LONGEST_TITLE = 200;

/** The words of a text in their order, normalized, with repetitions. */
export function wordsOf(text: string): readonly string[] {
  return text.length > LONGEST_TITLE ? cut(text) : wordsOfTitle(text);
}

/**
 * The words under which a text is found, with repetitions: those that stand there, neighbours that a hyphen joins as one
 * word too (wifi for Wi-Fi), and letters and digits of one word also apart (ea and 1 for EA1).
 */
export function indexedWordsOf(text: string): readonly string[] {
  const words = wordsOf(text);
  // Most texts have neither: to look for a letter of each first halves the cost.
  if (!HYPHEN_OR_DIGIT.test(text)) return words;
  const hyphened = foldAccents(text).match(HYPHENED) ?? [];
  const joined = hyphened.flatMap((word) => runsOf(wordsOf(word)));
  return [...words, ...joined, ...words.flatMap(lettersAndDigits)];
}

function cut(text: string): readonly string[] {
  const normalized = foldAccents(text);
  return normalized.match(FURTHER_LETTER.test(normalized) ? WORD : PLAIN_WORD) ?? [];
}

/** Two or more neighbouring pieces as one word, in all ways. */
function runsOf(pieces: readonly string[]): string[] {
  return pieces.flatMap((_, from) =>
    Array.from({ length: MOST_PIECES_JOINED - 1 }, (_length, more) => from + more + 2)
      .filter((to) => to <= pieces.length)
      .map((to) => pieces.slice(from, to).join('')),
  );
}

/** The letters and the digits of a word that has both, in their order; none for any other. */
export function lettersAndDigits(word: string): string[] {
  const pieces = word.match(LETTERS_OR_DIGITS) ?? [];
  return pieces.length > 1 ? pieces : [];
}

/** The distinct words that a query asks for: without stop words, unless it has no others. */
export function queryWordsOf(text: string): string[] {
  const words = [...new Set(wordsOf(text))];
  const telling = words.filter((word) => !isStopWord(word));
  return telling.length > 0 ? telling : words;
}
