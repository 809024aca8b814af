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

/** The reference that somebody typed; hyphen, spaces and case do not matter. Null when it cannot be one. */
export function normalizeReference(text: string): string | null {
  const letters = text.toUpperCase().replace(/[\s\p{Pd}]/gu, '');
  const isReference = new RegExp(`^[${ALPHABET}]{${2 * HALF}}$`).test(letters);
  return isReference ? `${letters.slice(0, HALF)}-${letters.slice(HALF)}` : null;
}
