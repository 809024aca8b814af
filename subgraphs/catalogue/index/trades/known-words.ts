import SearchableMap from 'minisearch/SearchableMap';
import type { TextLanguage } from '../../../shared/words/localized.js';
import { swapsOf } from '../text/spelling.js';
import { stemsOf } from '../text/word-forms.js';
import { withoutDots } from '../../../shared/words/fold-accents.js';
import { actionNounsOf } from './action-nouns.js';
import {
  causativeBaseOf,
  causativeBasesWithin,
  causativeOn,
  finnishCausatives,
  isFormOfCausative,
} from './causatives.js';
import { finnishVerbForms, principalsOf, withoutClitic } from './finnish-verbs.js';
import { swedishVerbForms, withoutParticle } from './swedish-verbs.js';
import { put, type KnownWord, type Phrase } from './phrase.js';

/** Swedish names of who does something, in all forms: målare, målaren, målarna. */
const SWEDISH_DOER = /^(.{3,}ar)(?:e|en|es|ens|na|nas)$/;
const SWEDISH_VERB_FORM = /(?:a|ar|as|at|ats|ade|ades)$/;
/** Finnish verbs that look like forms of nouns: verhoilla is no curtains. Words of trades are in their base form. */
const FINNISH_VERB = /[oö]ill[aä]$/;
const SHORTEST_STEM = 3;
const NONE: readonly KnownWord[] = [];
/** How long a word is in which a typo is forgiven: by itself, and among the words of a phrase. */
const SHORTEST_WITH_TYPO = { alone: 6, inPhrase: 5 } as const;

/** What is said by a form without what its language adds to it. */
const WITHOUT_ADDITION: Record<TextLanguage, (word: string) => string | null> = {
  fi: withoutClitic,
  sv: withoutParticle,
  en: () => null,
};

/** The words of the phrases of one language, found by their forms. */
export class KnownWords {
  readonly #wordByText = new Map<string, KnownWord>();
  readonly #wordsByKey = new Map<string, KnownWord[]>();
  /** Verbs by the forms that their stems do not show, as those are written. */
  readonly #verbsByForm = new Map<string, KnownWord[]>();
  /** Verbs by what the forms of their causatives have in common. */
  readonly #verbsByCausative = new Map<string, KnownWord[]>();
  /** Words of phrases of two by the keys of the nouns that they make as verbs. */
  readonly #verbsByNoun = new Map<string, KnownWord[]>();
  readonly #withNouns = new Set<KnownWord>();
  readonly #wordsByDotless = new Map<string, KnownWord[]>();
  /** Words that are long enough for a typo. */
  readonly #tree = new SearchableMap<KnownWord>();

  constructor(private readonly language: TextLanguage) {}

  add(phrase: Phrase): void {
    for (const [place, text] of phrase.words.entries()) {
      const word = this.#wordByText.get(text) ?? this.#learn(text);
      word.parts.push({ phrase, place });
      if (phrase.words.length === 2) this.#learnNouns(word);
      if (text.length >= SHORTEST_WITH_TYPO.inPhrase) this.#tree.set(text, word);
    }
  }

  #learn(text: string): KnownWord {
    const word: KnownWord = { text, parts: [] };
    this.#wordByText.set(text, word);
    const keys = this.language === 'fi' && FINNISH_VERB.test(text) ? [text] : this.keysOf(text);
    for (const key of keys) {
      put(this.#wordsByKey, key, word);
      const dotless = withoutDots(key);
      if (dotless !== key) put(this.#wordsByDotless, dotless, word);
    }
    for (const form of new Set(this.#verbFormsOf(text))) {
      put(this.#verbsByForm, form, word);
      const dotless = withoutDots(form);
      if (dotless !== form) put(this.#wordsByDotless, dotless, word);
    }
    const causatives = this.language === 'fi' ? finnishCausatives(text) : [];
    for (const base of new Set(causatives.map(causativeBaseOf))) {
      put(this.#verbsByCausative, base, word);
    }
    return word;
  }

  #learnNouns(word: KnownWord): void {
    if (this.#withNouns.has(word)) return;
    this.#withNouns.add(word);
    const nouns = new Set(actionNounsOf(word.text, this.language));
    for (const key of new Set([...nouns].flatMap((noun) => this.keysOf(noun)))) {
      put(this.#verbsByNoun, key, word);
    }
  }

  /** Whether some phrase has the word so. */
  isWritten(text: string): boolean {
    return this.#wordByText.has(text);
  }

  /** The words of which it is a form. */
  of(word: string): readonly KnownWord[] {
    return distinct(listedUnder(this.keysOf(word), this.#wordsByKey), this.#verbsOf(word));
  }

  /** The verbs that say what a word says as a noun: leikkaus, leikata. */
  verbsOfNoun(word: string): readonly KnownWord[] {
    return listedUnder(this.keysOf(word), this.#verbsByNoun);
  }

  /** Whether a word says in the form of a verb what a known word does. */
  isVerbOf(known: string, word: string): boolean {
    if (this.language === 'sv') return known.endsWith('a') && SWEDISH_VERB_FORM.test(word);
    if (this.language === 'en') return known === word && this.isWritten(`${word}ing`);
    const isInfinitive = known === word && principalsOf(known) !== null;
    return isInfinitive || this.#verbsOf(word).some(({ text }) => text === known);
  }

  /** The phrases of one word that a word may be which is written without dots or with a small typo. */
  guess(text: string): readonly Phrase[] {
    const phrases = singlePhrasesOf(this.dottedOf(text));
    if (phrases.length > 0 || text.length < SHORTEST_WITH_TYPO.alone) return phrases;
    return singlePhrasesOf(this.slippedOf(text));
  }

  /** Whether it is a name of a trade with a letter amiss. */
  isSlip(text: string): boolean {
    return singlePhrasesOf(this.#writtenNear(text)).length > 0;
  }

  /** The words of which it is a form but for dots that it lacks. */
  dottedOf(text: string): KnownWord[] {
    const words = this.keysOf(text).flatMap((key) => this.#wordsByDotless.get(key) ?? []);
    return [...new Set(words)];
  }

  /** The words of which it is a form when one letter changes, or two neighbouring ones change places. */
  slippedOf(text: string): KnownWord[] {
    if (text.length < SHORTEST_WITH_TYPO.inPhrase) return [];
    const written = this.#writtenNear(text);
    if (written.length > 0) return written;
    const swapped = swapsOf(text).flatMap((other) => this.of(other));
    const stems = this.keysOf(text).filter(({ length }) => length >= SHORTEST_WITH_TYPO.alone);
    return [...new Set([...swapped, ...stems.flatMap((stem) => this.#writtenNear(stem))])];
  }

  /** The words that are it when one letter changes, or two neighbouring ones change places. */
  #writtenNear(text: string): KnownWord[] {
    const near = [...this.#tree.fuzzyGet(text, 1).values()].map(([word]) => word);
    return near.length > 0 ? near : swapsOf(text).flatMap((other) => this.#tree.get(other) ?? []);
  }

  /** Words that name a trade alone and differ by at most so many letters, in no particular order. */
  near(text: string, typos: number): string[] {
    return [...this.#tree.fuzzyGet(text, typos).values()]
      .map(([word]) => word)
      .filter((word) => word.text.length >= SHORTEST_WITH_TYPO.alone)
      .filter((word) => singlePhrasesOf([word]).length > 0)
      .map(({ text: known }) => known);
  }

  /** What forms of one word have in common. */
  keysOf(word: string): string[] {
    // Who does it is not what it is done with: a carrier of goods (bärare) is no berry (bär), though both have one stem.
    const doer = this.language === 'sv' ? SWEDISH_DOER.exec(word)?.[1] : undefined;
    if (doer !== undefined) return [word, doer];
    const isKey = (stem: string): boolean => stem.length >= SHORTEST_STEM && stem !== word;
    return [word, ...stemsOf(word, this.language).filter(isKey)];
  }

  /** The forms of a verb that its stem does not show. */
  #verbFormsOf(text: string): string[] {
    if (this.language === 'fi') return finnishVerbForms(text);
    return this.language === 'sv' ? swedishVerbForms(text) : [];
  }

  #verbsOf(word: string): readonly KnownWord[] {
    const verbs = this.#verbsOfForm(word);
    const stated = WITHOUT_ADDITION[this.language](word);
    return stated === null ? verbs : [...verbs, ...this.#verbsOfForm(stated)];
  }

  #verbsOfForm(form: string): readonly KnownWord[] {
    return this.#verbsByForm.get(form) ?? this.#causedBy(form);
  }

  /** The verbs that a causative says to have done: siivouttaa, siivota. */
  #causedBy(form: string): readonly KnownWord[] {
    if (this.language !== 'fi') return NONE;
    return causativeBasesWithin(form)
      .filter((base) => this.#verbsByCausative.has(base))
      .filter((base) => isFormOfCausative(form, causativeOn(base)))
      .flatMap((base) => this.#verbsByCausative.get(base) ?? []);
  }
}

/** What lists have under some keys, in the order of the keys; the one empty list for most words. */
function listedUnder(
  keys: readonly string[],
  lists: ReadonlyMap<string, readonly KnownWord[]>,
): readonly KnownWord[] {
  let found = NONE;
  for (const key of keys) {
    const listed = lists.get(key);
    if (listed) found = found === NONE ? listed : [...found, ...listed];
  }
  return found;
}

/** All of two lists, each once. */
function distinct(some: readonly KnownWord[], more: readonly KnownWord[]): readonly KnownWord[] {
  return some.length + more.length > 0 ? [...new Set([...some, ...more])] : NONE;
}

function singlePhrasesOf(words: readonly KnownWord[]): Phrase[] {
  return [...new Set(words)].flatMap(({ parts }) =>
    parts.map(({ phrase }) => phrase).filter((phrase) => phrase.words.length === 1),
  );
}
