import { withoutDots } from '../../../shared/words/fold-accents.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** How two spellings differ: not at all, or by dots that one of them lacks. */
export type Likeness = 'same' | 'dotless';

/** Whether one is the other, or is as the other would be without some of its dots. Null where neither. */
export function likenessOf(asked: string, known: string): Likeness | null {
  if (asked === known) return 'same';
  return lacksDots(asked, known) || lacksDots(known, asked) ? 'dotless' : null;
}

/** Whether `plain` is `dotted` with some of its å, ä and ö written as a and o. */
function lacksDots(plain: string, dotted: string): boolean {
  if (plain.length !== dotted.length) return false;
  for (let at = 0; at < dotted.length; at += 1) {
    const letter = plain.charAt(at);
    if (letter !== dotted.charAt(at) && letter !== withoutDots(dotted.charAt(at))) return false;
  }
  return true;
}

/** Whether one becomes the other by a letter more, less or another. */
export function isOneSlip(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one.charAt(start) === other.charAt(start)) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return Math.max(one.length, other.length) - start - end <= 1;
}

/**
 * All that a word may have been meant to be if one slip was made in typing it: a letter too many, too few or wrong, or two
 * neighbours swapped. Not the word itself.
 * @param word - Without dots.
 * @param last - Where the slip is at the latest; 0 is the first letter.
 */
export function withOneSlip(word: string, last: number): Set<string> {
  const spellings = new Set<string>();
  for (let at = 0; at <= Math.min(word.length, last); at += 1) {
    const before = word.slice(0, at);
    const after = word.slice(at + 1);
    const letter = word.charAt(at);
    for (const other of LETTERS) {
      spellings.add(`${before}${other}${letter}${after}`);
      if (letter !== '') spellings.add(`${before}${other}${after}`);
    }
    spellings.add(`${before}${after}`);
    spellings.add(`${before}${after.charAt(0)}${letter}${after.slice(1)}`);
  }
  spellings.delete(word);
  return spellings;
}

/** What a word may have been meant to be of which two neighbouring letters changed places. */
export function swapsOf(word: string): string[] {
  const swaps: string[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const [letter, next] = [word.charAt(at - 1), word.charAt(at)];
    if (letter !== next) swaps.push(word.slice(0, at - 1) + next + letter + word.slice(at + 1));
  }
  return swaps;
}
