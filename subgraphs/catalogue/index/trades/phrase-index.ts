import type { Trade } from '../../../shared/lists/trade.js';
import type { TextLanguage } from '../../../shared/words/localized.js';
import { remembered } from '../parts/remembered.js';
import { isStopWord, queryWordsOf, wordsOf } from '../text/words.js';
import { CompoundReader } from './compound-reader.js';
import { KnownWords } from './known-words.js';
import type { KnownWord, Mention, Part, Phrase, Role } from './phrase.js';

type WholePart = Part & { readonly isVerb: boolean };

/** What a word is known to be of. */
interface Reading {
  /** Written so or in another form. */
  readonly whole: readonly WholePart[];
  /** Those that are all of their phrase. */
  readonly alone: readonly WholePart[];
  /** What its parts name, where it is known as a compound only: `ulko|maalaus`. */
  readonly compound: readonly Phrase[];
}

const MOST_REMEMBERED = 50_000;
/** A shorter word is no second part of another: `kan ta` is not `kantaa`. */
const SHORTEST_JOINED = 3;
const SHORTEST_FORGIVEN = 3;
/** Where in a text each word of a phrase stands, or `NOWHERE`. */
type Standing = number[];

const NOWHERE = -1;
const NOTHING: Reading = { whole: [], alone: [], compound: [] };

/** How words of a text are read. */
interface Asking {
  /** Whether a word may also stand in two: `koti siivous`. */
  readonly alsoApart: boolean;
  /** Whether a word is no form of another one here, since it is a word of another language. */
  readonly isForeign: (word: string) => boolean;
  /** What is forgiven in a word of a phrase by its place: dots that it lacks, also a slip, or nothing. */
  readonly forgiven?: (at: number) => 'dots' | 'slip' | null;
}

/** The phrases of one language, found by the forms of their words. */
export class PhraseIndex {
  readonly #words: KnownWords;
  readonly #compounds: CompoundReader;
  readonly #readingOf = remembered(MOST_REMEMBERED, (word) => this.#read(word));
  readonly #dottedOf = remembered(MOST_REMEMBERED, (word) => this.#words.dottedOf(word));
  readonly #slippedOf = remembered(MOST_REMEMBERED, (word) => this.#words.slippedOf(word));

  constructor(private readonly language: TextLanguage) {
    this.#words = new KnownWords(language);
    this.#compounds = new CompoundReader(language, this.#words);
  }

  add(trade: Trade, role: Role, text: string): void {
    const telling = queryWordsOf(text);
    const all = wordsOf(text);
    // A verb that says it by a small word is nothing without it: `hoppa in`, `fill in`.
    const words = telling.length === 1 ? [...new Set(all)] : telling;
    this.#add({ trade, role, words });
    // What is written with a hyphen is written in one too, and so are two nouns in Finnish: pyörän korjaus.
    const isHyphened = words.length > 1 && /^\S+$/.test(text);
    const isOfNouns = words.length === 2 && this.language === 'fi' && role !== 'everyday';
    if (isHyphened || isOfNouns) this.#add({ trade, role, words: [all.join('')] });
  }

  #add(phrase: Phrase): void {
    this.#words.add(phrase);
    this.#compounds.add(phrase);
  }

  /** The phrases all of whose words stand in a text, wherever, or as parts of a compound. */
  mentionsIn(words: readonly string[], asking: Asking): Mention[] {
    const { alsoApart, isForeign } = asking;
    const readings = words.map((word) => (isForeign(word) ? NOTHING : this.#readingOf(word)));
    const knownCount = knownOf(readings);
    if (!alsoApart && knownCount < 2) return mentionsOfOne(readings);
    const standing = new Map<Phrase, Standing>();
    const verbal = new Set<Phrase>();
    const mentions: Mention[] = [];
    const name = (phrase: Phrase, places: readonly number[], isPart: boolean): void => {
      mentions.push({ phrase, places, isPart, isVerb: verbal.has(phrase) });
    };
    const forgiven = words.map((word, at) => this.#meantBy(word, asking.forgiven?.(at) ?? null));
    const isAnyForgiven = forgiven.some(({ length }) => length > 0);
    for (const [at, word] of words.entries()) {
      const { whole, compound } = readings[at] ?? NOTHING;
      for (const { phrase, place, isVerb } of whole) {
        if (isVerb) verbal.add(phrase);
        // A word that is said of anything is of many phrases, of which a title has no other word.
        if (phrase.words.length > knownCount && !isAnyForgiven) continue;
        const places = standing.get(phrase) ?? phrase.words.map(() => NOWHERE);
        if (places[place] !== NOWHERE) continue;
        places[place] = at;
        standing.set(phrase, places);
      }
      for (const phrase of compound) name(phrase, [at], true);
      if (!alsoApart || isStopWord(word)) continue;
      const nextAt = words.findIndex((other, place) => place > at && !isStopWord(other));
      const next = words[nextAt] ?? '';
      if (next.length < SHORTEST_JOINED) continue;
      for (const { phrase } of this.#readingOf(word + next).whole) {
        if (phrase.words.length === 1) name(phrase, [at, nextAt], false);
      }
    }
    for (const [phrase, places] of standing) {
      if (places.includes(NOWHERE)) continue;
      const distinct = placesOf(places);
      if (distinct.length === phrase.words.length) name(phrase, distinct, false);
    }
    return isAnyForgiven ? [...mentions, ...forgivenMentions(standing, forgiven)] : mentions;
  }

  /** The words of phrases that a word may be which is written otherwise. */
  #meantBy(word: string, forgiven: 'dots' | 'slip' | null): readonly KnownWord[] {
    if (forgiven === null || word.length < SHORTEST_FORGIVEN || isStopWord(word)) return [];
    const dotted = this.#dottedOf(word);
    return dotted.length > 0 || forgiven === 'dots' ? dotted : this.#slippedOf(word);
  }

  /** The phrases of one word that a word may be which is written without dots or with a small typo. */
  guess(text: string): readonly Phrase[] {
    return this.#words.guess(text);
  }

  /**
   * What a word is with the dots that it lacks: words of phrases of which it is a form, or a compound; none for one that is known as
   * it is.
   */
  dottedOf(word: string): readonly string[] {
    if (this.hasWhole(word)) return [];
    const dotted = this.#dottedOf(word).map(({ text }) => text);
    if (dotted.length > 0) return dotted;
    const compound = this.#compounds.dottedOf(word);
    return compound === null ? [] : [compound];
  }

  /** Words that name a trade alone and differ by at most so many letters, in no particular order. */
  wordsNear(text: string, typos: number): string[] {
    return this.#words.near(text, typos);
  }

  /** Whether any phrase has the word in any form. */
  has(word: string): boolean {
    return this.#readingOf(word) !== NOTHING;
  }

  /** The phrases that have the word in any form. */
  phrasesWith(word: string): Phrase[] {
    return [...new Set(this.#readingOf(word).whole.map(({ phrase }) => phrase))];
  }

  /** Whether any phrase has the word in any form, so that it is more than a compound by its parts. */
  hasWhole(word: string): boolean {
    return this.#readingOf(word).whole.length > 0;
  }

  /** Whether any phrase has the word so. */
  isWritten(word: string): boolean {
    return this.#words.isWritten(word);
  }

  #read(word: string): Reading {
    const whole = this.#words.of(word).flatMap(({ text, parts }) => {
      const isVerb = this.#words.isVerbOf(text, word);
      return parts.map((part) => ({ ...part, isVerb }));
    });
    const alone = whole.filter(({ phrase }) => phrase.words.length === 1);
    const compound = alone.length > 0 ? [] : this.#compounds.read(word);
    return whole.length > 0 || compound.length > 0 ? { whole, alone, compound } : NOTHING;
  }
}

/** How many words are of phrases as a whole. */
function knownOf(readings: readonly Reading[]): number {
  let count = 0;
  for (const { whole } of readings) if (whole.length > 0) count += 1;
  return count;
}

/** The phrases in a text no more than one word of which is of phrases as a whole, so that it has none of several words. */
function mentionsOfOne(readings: readonly Reading[]): Mention[] {
  const mentions: Mention[] = [];
  for (const [at, reading] of readings.entries()) {
    if (reading === NOTHING) continue;
    const { compound, alone } = reading;
    for (const phrase of compound)
      mentions.push({ phrase, places: [at], isPart: true, isVerb: false });
    for (const { phrase, isVerb } of alone)
      mentions.push({ phrase, places: [at], isPart: false, isVerb });
  }
  return mentions;
}

/** The places of a text at which words of a phrase stand, each once, in their order. */
function placesOf(standing: Standing): number[] {
  return [...new Set(standing.filter((at) => at !== NOWHERE))].sort((one, other) => one - other);
}

/**
 * Phrases of several words some of which are not written so, but all of which are there.
 * @param standing - Where the words of phrases stand that are written right.
 * @param meant - What the words of the text may be beside what they are.
 */
function forgivenMentions(
  standing: ReadonlyMap<Phrase, Standing>,
  meant: readonly (readonly KnownWord[])[],
): Mention[] {
  const found = new Map<Phrase, Map<number, { at: number; text: string }>>();
  for (const [at, words] of meant.entries()) {
    for (const { text, parts } of words) {
      for (const { phrase, place } of parts) {
        const written = standing.get(phrase) ?? [];
        if (phrase.words.length === 1 || (written[place] ?? NOWHERE) !== NOWHERE) continue;
        if (written.includes(at)) continue;
        const places = found.get(phrase) ?? new Map<number, { at: number; text: string }>();
        if (!places.has(place)) found.set(phrase, places.set(place, { at, text }));
      }
    }
  }
  return [...found].flatMap(([phrase, others]): Mention[] => {
    const written = placesOf(standing.get(phrase) ?? []);
    const places = [...new Set([...written, ...[...others.values()].map(({ at }) => at)])];
    if (places.length < phrase.words.length) return [];
    const texts = new Map([...others.values()].map(({ at, text }) => [at, text]));
    return [{ phrase, places, isPart: false, isVerb: false, meant: texts }];
  });
}
