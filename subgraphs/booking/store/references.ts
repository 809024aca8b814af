import { randomInt } from 'node:crypto';

// No vowels, so that no words come about (Y is one in Finnish and Swedish), and nothing that is misread: 0 O, 1 I L.
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXZ';
const HALF = 3;

/**
 * A name to be said on the phone, such as `7KD-4PM`: one of 387 million, so a new one may be taken already.
 * @param random - A whole number from 0 and below the one given.
 */
export function createReference(random: (below: number) => number = randomInt): string {
  const half = (): string =>
    Array.from({ length: HALF }, () => ALPHABET[random(ALPHABET.length)]).join('');
  return `${half()}-${half()}`;
}

/** Of that many letters somebody may have heard or read another: more would leave anything possible. */
const MOST_MISREAD = 2;

/** Letters and digits of no reference, for people. */
export const UNUSED_LETTERS = '0, 1, A, E, I, L, O, U and Y';

/**
 * The references that somebody may have meant; hyphen, spaces and case do not matter. That which was typed, or, where one or two of its letters are such as no reference has, all
 * with others in their places. None when it cannot be one; 729 at most.
 */
export function readingsOf(text: string): string[] {
  const letters = Array.from(
    text
      .normalize('NFC')
      .toUpperCase()
      .replace(/[\s\p{Pd}]/gu, ''),
  );
  const misread = letters.filter((letter) => !ALPHABET.includes(letter));
  const isPossible =
    letters.length === 2 * HALF &&
    misread.length <= MOST_MISREAD &&
    misread.every((letter) => /[\p{L}\p{N}]/u.test(letter));
  if (!isPossible) return [];
  const readings = letters.reduce<string[]>(
    (begun, letter) => {
      const meant = ALPHABET.includes(letter) ? [letter] : Array.from(ALPHABET);
      return begun.flatMap((start) => meant.map((next) => start + next));
    },
    [''],
  );
  return readings.map((reading) => `${reading.slice(0, HALF)}-${reading.slice(HALF)}`);
}
