import type { TextLanguage } from '../../../shared/words/localized.js';
import { FINNISH_PARTS, SWEDISH_PARTS } from './compound-parts.js';
import { stemsOf } from './word-forms.js';
import { withoutDots } from '../../../shared/words/fold-accents.js';
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
/** No word begins so: lomakkeet is not loma and kkeet. */
const DOUBLED = /^([^aeiouyåäö])\1/;

/** How Finnish adjectives join a noun: kansallis|puku, for kansallinen. */
const FINNISH_ADJECTIVE = /^.{3,}llis$/;

/** Swedish endings that derive words and also happen to be words: cate|ring, frisk|het. */
const SWEDISH_SUFFIXES = new Set('ring ling ning het bar lig are eri ande ende sam dom'.split(' '));

const PARTS: Record<TextLanguage, string> = { fi: FINNISH_PARTS, sv: SWEDISH_PARTS, en: '' };

const MOST_WAYS_APART = 8;

interface Cut {
  readonly first: string;
  readonly rest: string;
}

/** Words that compounds are made of. */
class KnownWords {
  /** As they stand first in a compound. */
  readonly firsts = new Set<string>();
  readonly stems = new Set<string>();
  /** First letters of stems: they rule out most places in a word without stemming. */
  readonly beginnings = new Set<string>();

  add(first: string, stems: readonly string[]): void {
    this.firsts.add(first);
    for (const stem of stems) {
      if (stem.length < SHORTEST_PART) continue;
      this.stems.add(stem);
      this.beginnings.add(stem.slice(0, SHORTEST_PART));
    }
  }
}

/**
 * Takes compounds apart: `bostads|städning`, but not `bo|städer` (a part has three letters or more) and not `cate|ring`
 * (`ring` is a suffix there). A cut holds where two known words meet. Where none do, a known word at the end holds
 * that is too long to be there by chance, else a known word at the beginning that is followed by enough. What is known
 * depends on the lists alone, never on what is on offer, so that a row's matches change only when the row does.
 */
export class CompoundSplitter {
  readonly #known = new KnownWords();
  /** The same as a keyboard without å, ä and ö writes them. */
  readonly #dotless = new KnownWords();

  /** @param labels - Texts whose words count as known besides our own list. */
  constructor(
    private readonly language: TextLanguage,
    labels: Iterable<string>,
  ) {
    for (const word of wordsOf(PARTS[language])) this.#learn(word);
    for (const label of labels) for (const word of wordsOf(label)) this.#learn(word);
  }

  /** Whether it is one of the words by which compounds are told. */
  knows(word: string): boolean {
    return this.#known.firsts.has(word);
  }

  /** The parts of a word as they are written, and their parts; none for a simple word. */
  partsOf(word: string): string[] {
    const parts = this.#cutsOf(word, this.#known).flatMap(({ first, rest }) => [
      ...[first, ...this.partsOf(first)],
      ...[rest, ...this.partsOf(rest)],
    ]);
    return [...new Set(parts)];
  }

  /** The ways to write a word as several, at most eight; none for a simple word. */
  waysApart(word: string): string[][] {
    return this.#waysApart(word, this.#known);
  }

  /** The same for a word that may lack its dots; the parts are without. */
  waysApartWithoutDots(word: string): string[][] {
    return this.#waysApart(withoutDots(word), this.#dotless);
  }

  #waysApart(word: string, known: KnownWords): string[][] {
    const ways = this.#cutsOf(word, known).flatMap(({ first, rest }) => [
      [first, rest],
      ...this.#waysApart(first, known).map((parts) => [...parts, rest]),
      ...this.#waysApart(rest, known).map((parts) => [first, ...parts]),
    ]);
    return ways.slice(0, MOST_WAYS_APART);
  }

  #cutsOf(word: string, known: KnownWords): Cut[] {
    if (this.language === 'en' || word.length > LONGEST_WORD) return [];
    const plain: Cut[] = [];
    const linked: Cut[] = [];
    let withKnownRest: Cut | null = null;
    let withKnownFirst: Cut | null = null;
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
      const cut = { first: word.slice(0, at), rest: word.slice(at) };
      if (!VOWEL.test(cut.first) || !VOWEL.test(cut.rest)) continue;
      if (SWEDISH_SUFFIXES.has(cut.rest) || DOUBLED.test(cut.rest)) continue;
      const isFirstKnown = this.#isKnownFirst(cut.first, known);
      const isCut = plain.length + linked.length > 0 || withKnownRest !== null;
      if (!isFirstKnown && (isCut || cut.rest.length < TELLING_REST_LENGTH)) continue;
      const stemLength = this.#knownStemLength(cut.rest, known);
      if (stemLength > 0) {
        if (isFirstKnown) (known.firsts.has(cut.first) ? plain : linked).push(cut);
        else if (stemLength >= TELLING_STEM_LENGTH) withKnownRest = cut;
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
  #isKnownFirst(part: string, known: KnownWords): boolean {
    if (known.firsts.has(part)) return true;
    if (this.language === 'sv') return part.endsWith('s') && known.firsts.has(part.slice(0, -1));
    if (FINNISH_ADJECTIVE.test(part)) return true;
    return part.endsWith('n') && this.#knownStemLength(part, known) > 0;
  }

  /** Length of the longest known stem of a last part, which may stand in any of its forms; 0 when it is unknown. */
  #knownStemLength(part: string, known: KnownWords): number {
    if (!known.beginnings.has(part.slice(0, SHORTEST_PART))) return 0;
    const stems = stemsOf(part, this.language).filter((stem) => known.stems.has(stem));
    return Math.max(0, ...stems.map(({ length }) => length));
  }

  #learn(word: string): void {
    if (word.length < SHORTEST_PART || SWEDISH_SUFFIXES.has(word) || this.knows(word)) return;
    const stems = stemsOf(word, this.language);
    this.#known.add(word, stems);
    this.#dotless.add(withoutDots(word), stems.map(withoutDots));
  }
}
