import { TEXT_LANGUAGES, type TextLanguage } from '../../../shared/words/localized.js';
import type { Question, Term, Way } from './question.js';
import type { KnownTerm, KnownWay } from './text-matcher.js';
import { isFuzzy, isOfWholeWord, type Vocabulary, type WordFit } from './vocabulary.js';
import { lettersAndDigits } from './words.js';

/** What it is worth that a word is found as several, or several as one, beside the very words. */
const WORTH_APART = 0.6;
const WORTH_JOINED = 0.95;
const MOST_WORDS_JOINED = 3;
/** Of memory, for what was found for the latest words in one way. */
const MOST_BYTES = 16 * 1024 * 1024;
const BYTES_PER_WORD = 300;
const BYTES_PER_FIT = 50;

type Fits = readonly WordFit[];

/** A word of a question as it was looked up. */
interface KnownWord {
  readonly fits: Fits;
  /** Each way to find it as several words: what fits each of them. */
  readonly apart: readonly (readonly Fits[])[];
}

function fitsInWord({ fits, apart }: KnownWord): number {
  return fits.length + apart.flat().reduce((sum, { length }) => sum + length, 0);
}

/** What was found for the latest words asked for, until what they are looked up in changes. */
class LookedUp<Found> {
  readonly #found = new Map<string, Found>();
  #version = -1;
  #bytes = 0;

  /** @param fitsIn - How many there are in what was found. */
  constructor(
    private readonly currentVersion: () => number,
    private readonly fitsIn: (found: Found) => number,
  ) {}

  get(word: string, look: () => Found): Found {
    if (this.#version !== this.currentVersion() || this.#bytes > MOST_BYTES) {
      this.#found.clear();
      this.#bytes = 0;
      this.#version = this.currentVersion();
    }
    const known = this.#found.get(word);
    if (known !== undefined) return known;
    const found = look();
    this.#found.set(word, found);
    this.#bytes += BYTES_PER_WORD + 2 * word.length + BYTES_PER_FIT * this.fitsIn(found);
    return found;
  }
}

/** Looks up what the words of questions mean among the words of rows and labels. */
export class QuestionReader {
  readonly #words: LookedUp<KnownWord>;
  readonly #strictly: LookedUp<KnownWord>;
  readonly #joined: LookedUp<Fits>;

  constructor(private readonly vocabularies: Record<TextLanguage, Vocabulary>) {
    const version = (): number =>
      TEXT_LANGUAGES.reduce((sum, language) => sum + vocabularies[language].version, 0);
    this.#words = new LookedUp(version, fitsInWord);
    this.#strictly = new LookedUp(version, fitsInWord);
    this.#joined = new LookedUp(version, ({ length }) => length);
  }

  /** What each term means, in their order. */
  read({ terms }: Question): KnownTerm[] {
    return terms.map(({ ways }, at) => [
      ...ways.flatMap((way) => this.#knownWays(way)),
      ...this.#joinedWays(terms, at),
    ]);
  }

  /** The way itself, and those in which one of its words is found as several. */
  #knownWays({ words, groups = [], isStrict = false, factor, reason }: Way): KnownWay[] {
    const known = words.map((word) =>
      isStrict ? this.#strictly.get(word, () => this.#lookUpStrictly(word)) : this.#known(word),
    );
    const apart = known.flatMap((word, at) =>
      word.apart.map((parts) =>
        known.flatMap(({ fits }, place) => (place === at ? parts : [fits])),
      ),
    );
    return [
      {
        words: known.map(({ fits }) => fits),
        byClassLabels: !isStrict,
        groups,
        factor,
        reason,
        isStrict,
      },
      ...apart.map((parts) => ({
        words: parts,
        byClassLabels: false,
        groups: [],
        isStrict,
        factor: factor * WORTH_APART,
        reason,
      })),
    ];
  }

  #known(word: string): KnownWord {
    return this.#words.get(word, () => this.#lookUp(word));
  }

  /** Whether anything fits a word, be it with a small typo. */
  knows(word: string): boolean {
    const { fits, apart } = this.#known(word);
    return fits.length > 0 || apart.length > 0;
  }

  /** Whether anything fits it as it is written, in whatever form. */
  isWritten(word: string): boolean {
    const { fits, apart } = this.#known(word);
    return fits.some(([, fit]) => !isFuzzy(fit)) || apart.some(isSpelled);
  }

  #lookUpStrictly(word: string): KnownWord {
    const fits = this.#inAll((vocabulary) => vocabulary.wholeFitsOf(word));
    return { fits: fits.filter(([, fit]) => !isFuzzy(fit)), apart: [] };
  }

  #lookUp(word: string): KnownWord {
    const fits = this.#inAll((vocabulary) => vocabulary.fitsOf(word));
    const pieces = this.#lettersAndDigits(word);
    const apart = [...pieces, ...(isInRows(fits) ? [] : this.#apart(word, false))];
    if (fits.length === 0 && apart.length === 0) {
      const misspelt = this.#inAll((vocabulary) => vocabulary.misspeltFitsOf(word));
      return { fits: misspelt, apart: this.#apart(word, true) };
    }
    const near = this.#spellingsOf(word, fits).flatMap((spelling) =>
      this.#inAll((vocabulary) => vocabulary.nearFitsOf(spelling)),
    );
    const known = new Set(fits.map(([indexed]) => indexed));
    return { fits: [...fits, ...near.filter(([indexed]) => !known.has(indexed))], apart };
  }

  /** The word as it was meant: itself, unless it fits words only that have more dots. */
  #spellingsOf(word: string, fits: Fits): readonly string[] {
    if (fits.length === 0 || fits.some(([, fit]) => !isFuzzy(fit))) return [word];
    const spellings = TEXT_LANGUAGES.flatMap((language) =>
      this.vocabularies[language].dottedSpellingsOf(word),
    );
    return [...new Set(spellings)];
  }

  #lettersAndDigits(word: string): (readonly Fits[])[] {
    const pieces = lettersAndDigits(word);
    if (pieces.length === 0) return [];
    return [pieces.map((piece) => this.#inAll((vocabulary) => vocabulary.wholeFitsOf(piece)))];
  }

  /** The ways to find a compound as its parts, of which something fits each one, misspelt or not. */
  #apart(word: string, isMisspelt: boolean): (readonly Fits[])[] {
    return TEXT_LANGUAGES.flatMap((language) =>
      this.vocabularies[language]
        .apartFitsOf(word, isMisspelt)
        .filter((parts) => parts.every((fits) => fits.length > 0)),
    );
  }

  /** The ways in which a term stands as one word with its neighbours: wi fi, as wifi. */
  #joinedWays(terms: readonly Term[], at: number): KnownWay[] {
    const ways: KnownWay[] = [];
    for (let from = Math.max(0, at - MOST_WORDS_JOINED + 1); from <= at; from += 1) {
      const last = Math.min(terms.length, from + MOST_WORDS_JOINED);
      for (let to = Math.max(at + 1, from + 2); to <= last; to += 1) {
        const words = terms.slice(from, to).map(plainWordOf);
        if (words.includes(null)) continue;
        const joined = words.join('');
        const fits = this.#joined.get(joined, () =>
          this.#inAll((vocabulary) => vocabulary.wholeFitsOf(joined)),
        );
        if (fits.length === 0) continue;
        const way = { words: [fits], byClassLabels: true, groups: [], isStrict: false };
        ways.push({ ...way, factor: WORTH_JOINED, reason: null });
      }
    }
    return ways;
  }

  #inAll(look: (vocabulary: Vocabulary) => Fits): Fits {
    return TEXT_LANGUAGES.flatMap((language) => look(this.vocabularies[language]));
  }
}

/** The word of a term that is one in the question; null where it is none. */
function plainWordOf({ ways: [way] }: Term): string | null {
  if (!way || way.reason !== null || way.words.length !== 1) return null;
  return way.words[0] ?? null;
}

/** Whether something fits each part without a typo. */
function isSpelled(parts: readonly Fits[]): boolean {
  return parts.every((fits) => fits.some(([, fit]) => !isFuzzy(fit)));
}

/** Whether rows have the word itself or a form of it: it is not looked for in pieces then. */
function isInRows(fits: Fits): boolean {
  return fits.some(([{ rows }, fit]) => isOfWholeWord(fit) && rows.length > 0);
}
