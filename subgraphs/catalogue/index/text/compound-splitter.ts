import type { TextLanguage } from '../../../shared/words/localized.js';
import { FINNISH_PARTS, SWEDISH_PARTS } from './compound-parts.js';
import { stemsOf } from './word-forms.js';
import { wordsOf } from './words.js';

const SHORTEST_PART = 3;
/** A known last part this long, with a stem this long, vouches for whatever stands before it: zumba|koulutus. */
const TELLING_REST_LENGTH = 6;
const TELLING_STEM_LENGTH = 5;
/** A known first part of this length vouches for what follows, if that is long enough: koira|rapsutus. */
const TELLING_FIRST_LENGTH = 4;
const ENOUGH_REST_LENGTH = 5;
const LONGEST_WORD = 60;
const VOWEL = /[aeiouyåäö]/;

/** Swedish endings that derive words and also happen to be words: cate|ring, frisk|het. */
const SWEDISH_SUFFIXES = new Set('ring ling ning het bar lig are eri ande ende sam dom'.split(' '));

const PARTS: Record<TextLanguage, string> = { fi: FINNISH_PARTS, sv: SWEDISH_PARTS, en: '' };

interface Cut {
  readonly first: string;
  readonly rest: string;
}

/**
 * Takes compounds apart: `bostads|städning`, but not `bo|städer` (a part has three letters or more) and not `cate|ring`
 * (`ring` is a suffix there). A cut holds where two known words meet. Where none do, a known word at the end holds
 * that is too long to be there by chance, else a known word at the beginning that is followed by enough. What is known
 * depends on the lists alone, never on what is on offer, so that a row's matches change only when the row does.
 */
export class CompoundSplitter {
  /** Known words as they stand first in a compound. */
  readonly #firsts = new Set<string>();
  readonly #stems = new Set<string>();
  /** First letters of known words: they rule out most places in a word without stemming. */
  readonly #beginnings = new Set<string>();

  /** @param labels - Texts whose words count as known besides our own list. */
  constructor(
    private readonly language: TextLanguage,
    labels: Iterable<string>,
  ) {
    for (const word of wordsOf(PARTS[language])) this.#learn(word);
    for (const label of labels) for (const word of wordsOf(label)) this.#learn(word);
  }

  /** The parts of a word as they are written, and their parts; none for a simple word. */
  partsOf(word: string): string[] {
    if (this.language === 'en' || word.length > LONGEST_WORD) return [];
    const parts = this.#cutsOf(word).flatMap(({ first, rest }) => [
      ...[first, ...this.partsOf(first)],
      ...[rest, ...this.partsOf(rest)],
    ]);
    return [...new Set(parts)];
  }

  #cutsOf(word: string): Cut[] {
    const plain: Cut[] = [];
    const linked: Cut[] = [];
    let withKnownRest: Cut | null = null;
    let withKnownFirst: Cut | null = null;
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
      const cut = { first: word.slice(0, at), rest: word.slice(at) };
      if (!VOWEL.test(cut.first) || !VOWEL.test(cut.rest)) continue;
      if (SWEDISH_SUFFIXES.has(cut.rest)) continue;
      const isFirstKnown = this.#isKnownFirst(cut.first);
      if (!isFirstKnown && cut.rest.length < TELLING_REST_LENGTH) continue;
      const stemLength = this.#knownStemLength(cut.rest);
      if (stemLength > 0) {
        if (isFirstKnown) (this.#firsts.has(cut.first) ? plain : linked).push(cut);
        else if (stemLength >= TELLING_STEM_LENGTH) withKnownRest ??= cut;
      } else if (isFirstKnown && at >= TELLING_FIRST_LENGTH) {
        withKnownFirst = cut;
      }
    }
    // Of two readings, the one without a linking letter: omena|puiden, not omen|apuiden.
    if (plain.length + linked.length > 0) return plain.length > 0 ? plain : linked;
    if (withKnownRest) return [withKnownRest];
    return withKnownFirst && withKnownFirst.rest.length >= ENOUGH_REST_LENGTH
      ? [withKnownFirst]
      : [];
  }

  /** A first part is a base form, or one with a linking letter: kontor-s, a Finnish genitive. */
  #isKnownFirst(part: string): boolean {
    if (this.#firsts.has(part)) return true;
    if (this.language === 'sv') return part.endsWith('s') && this.#firsts.has(part.slice(0, -1));
    return part.endsWith('n') && this.#knownStemLength(part.slice(0, -1)) > 0;
  }

  /** Length of the longest known stem of a last part, which may stand in any of its forms; 0 when it is unknown. */
  #knownStemLength(part: string): number {
    if (!this.#beginnings.has(part.slice(0, SHORTEST_PART))) return 0;
    const known = stemsOf(part, this.language).filter((stem) => this.#stems.has(stem));
    return Math.max(0, ...known.map(({ length }) => length));
  }

  #learn(word: string): void {
    if (word.length < SHORTEST_PART || SWEDISH_SUFFIXES.has(word)) return;
    this.#firsts.add(word);
    for (const stem of stemsOf(word, this.language)) {
      if (stem.length < SHORTEST_PART) continue;
      this.#stems.add(stem);
      this.#beginnings.add(stem.slice(0, SHORTEST_PART));
    }
  }
}
