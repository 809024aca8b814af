import SearchableMap from 'minisearch/SearchableMap';
import type { Trade } from '../../../shared/lists/trade.js';
import type { TextLanguage } from '../../../shared/words/localized.js';
import { stemsOf } from '../text/word-forms.js';
import { swapsOf } from '../text/spelling.js';
import { queryWordsOf, withoutDots, wordsOf } from '../text/words.js';
import { finnishVerbForms, withoutClitic } from './finnish-verbs.js';

/** What a phrase says of its trade: see `TradeWords`. */
export type Role = 'activity' | 'person' | 'everyday';

/** One or several words that name a trade. */
export interface Phrase {
  readonly trade: Trade;
  readonly role: Role;
  readonly words: readonly string[];
}

/** A phrase in a text, and the places of its words there. */
export interface Mention {
  readonly phrase: Phrase;
  readonly places: readonly number[];
  /** Whether it is but a part of a compound. */
  readonly isPart: boolean;
}

/** A word of a phrase, by its place there. */
interface Part {
  readonly phrase: Phrase;
  readonly place: number;
}

/** A distinct word of the phrases. */
interface KnownWord {
  readonly text: string;
  readonly parts: Part[];
}

/** What a word is known to be of. */
interface Reading {
  /** Written so or in another form. */
  readonly whole: readonly Part[];
  /** What its parts name, where it is known as a compound only: `ulko|maalaus`. */
  readonly compound: readonly Phrase[];
}

/** Swedish names of who does something, in all forms: målare, målaren, målarna. */
const SWEDISH_DOER = /^(.{3,}ar)(?:e|en|es|ens|na|nas)$/;
/** Swedish verbs of one syllable: sy, klä. */
const SHORT_SWEDISH_VERB = /^[^aeiouyåäö]{1,3}[yåä]$/;
/** Finnish verbs that look like forms of nouns: verhoilla is no curtains. Words of trades are in their base form. */
const FINNISH_VERB = /[oö]ill[aä]$/;
/** Ends of compounds that name no trade: what does it is told by what comes before. English writes them apart. */
const GENERAL_ENDINGS: Partial<Record<TextLanguage, RegExp>> = {
  fi: /^(firma|yritys|yrityksen|palvelu|palvelut|palvelua|palveluja|palvelun|apu|apua|hommat|hommia|työt|töitä|työntekijä|liike)$/,
  sv: /^(firma|firman|företag|bolag|service|tjänst|tjänster|hjälp|jobb|arbete|arbeten)$/,
};
const SHORTEST_STEM = 3;
const SHORTEST_ENDING = 4;
const SHORTEST_FIRST = 3;
const SHORTEST_WITH_TYPO = 6;
const SHORTEST_SLIPPED_COMPOUND = 8;
const CACHED_WORDS = 50_000;
const NOTHING: Reading = { whole: [], compound: [] };

function put<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The phrases of one language, found by the forms of their words. */
export class PhraseIndex {
  readonly #wordByText = new Map<string, KnownWord>();
  readonly #wordsByKey = new Map<string, KnownWord[]>();
  /** Verbs by the forms that their stems do not show, as those are written. */
  readonly #verbsByForm = new Map<string, KnownWord[]>();
  readonly #wordsByDotless = new Map<string, KnownWord[]>();
  /** Words that name a trade alone and are long enough for a typo. */
  readonly #tree = new SearchableMap<KnownWord>();
  /** First letters of whatever a compound may end with: they rule out most cuts without stemming. */
  readonly #beginnings = new Set<string>();
  readonly #readings = new Map<string, Reading>();

  constructor(private readonly language: TextLanguage) {}

  add(trade: Trade, role: Role, text: string): void {
    const words = queryWordsOf(text);
    this.#addPhrase({ trade, role, words });
    // What is written with a hyphen is written in one too, and so are two nouns in Finnish: pyörän korjaus.
    const isHyphened = words.length > 1 && /^\S+$/.test(text);
    const isOfNouns = words.length === 2 && this.language === 'fi' && role !== 'everyday';
    if (isHyphened || isOfNouns) {
      this.#addPhrase({ trade, role, words: [wordsOf(text).join('')] });
    }
  }

  #addPhrase(phrase: Phrase): void {
    for (const [place, text] of phrase.words.entries()) {
      const word = this.#wordByText.get(text) ?? this.#learn(text);
      word.parts.push({ phrase, place });
      if (phrase.words.length > 1) continue;
      if (text.length >= SHORTEST_WITH_TYPO) this.#tree.set(text, word);
      if (isEnding(phrase)) this.#beginnings.add(text.slice(0, SHORTEST_STEM));
    }
  }

  #learn(text: string): KnownWord {
    const word: KnownWord = { text, parts: [] };
    this.#wordByText.set(text, word);
    const keys = this.language === 'fi' && FINNISH_VERB.test(text) ? [text] : this.#keysOf(text);
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
    return word;
  }

  /**
   * The phrases all of whose words stand in a text, wherever, or as parts of a compound.
   * @param alsoApart - Whether a word may also stand in two: `koti siivous`.
   */
  mentionsIn(words: readonly string[], alsoApart: boolean): Mention[] {
    const placesByPhrase = new Map<Phrase, Map<number, number>>();
    const mentions: Mention[] = [];
    for (const [at, word] of words.entries()) {
      const { whole, compound } = this.#readingOf(word);
      for (const { phrase, place } of whole) {
        const places = placesByPhrase.get(phrase) ?? new Map<number, number>();
        if (!places.has(place)) placesByPhrase.set(phrase, places.set(place, at));
      }
      mentions.push(...compound.map((phrase) => ({ phrase, places: [at], isPart: true })));
      const next = words[at + 1];
      if (next === undefined || !alsoApart) continue;
      for (const { phrase } of this.#readingOf(word + next).whole) {
        if (phrase.words.length === 1)
          mentions.push({ phrase, places: [at, at + 1], isPart: false });
      }
    }
    for (const [phrase, places] of placesByPhrase) {
      const distinct = [...new Set(places.values())];
      if (distinct.length === phrase.words.length)
        mentions.push({ phrase, places: distinct, isPart: false });
    }
    return mentions;
  }

  /** The phrases of one word that a word may be which is written without dots or with a small typo. */
  guess(text: string): readonly Phrase[] {
    const dotless = this.#keysOf(text).flatMap((key) => this.#wordsByDotless.get(key) ?? []);
    const phrases = singlePhrasesOf(dotless);
    if (phrases.length > 0 || text.length < SHORTEST_WITH_TYPO) return phrases;
    const slipped = [...this.#tree.fuzzyGet(text, 1).values()].map(([word]) => word);
    return singlePhrasesOf(slipped.length > 0 ? slipped : this.#swappedIn(text));
  }

  /** Words that name a trade alone when two neighbouring letters change places. */
  #swappedIn(text: string): KnownWord[] {
    return swapsOf(text).flatMap((swapped) => this.#tree.get(swapped) ?? []);
  }

  /** Words that name a trade alone and differ by at most so many letters, in no particular order. */
  wordsNear(text: string, typos: number): string[] {
    return [...this.#tree.fuzzyGet(text, typos).values()].map(([word]) => word.text);
  }

  /** Whether any phrase has the word in any form. */
  has(word: string): boolean {
    return this.#readingOf(word) !== NOTHING;
  }

  /** The trades of what a compound begins with. */
  #firstsOf(first: string): Phrase[] {
    const forms = [first, ...(/[sn]$/.test(first) ? [first.slice(0, -1)] : [])];
    return forms
      .flatMap((form) => this.#partsOf(form))
      .map(({ phrase }) => phrase)
      .filter(({ words, trade }) => words.length === 1 && !trade.isWholeKind);
  }

  #readingOf(word: string): Reading {
    const known = this.#readings.get(word);
    if (known) return known;
    const whole = this.#partsOf(word);
    const isNamed = whole.some(({ phrase }) => phrase.words.length === 1);
    const parts = isNamed ? [] : this.#compoundOf(word);
    const compound = parts.length > 0 && this.#isSlip(word) ? [] : parts;
    const reading = whole.length > 0 || compound.length > 0 ? { whole, compound } : NOTHING;
    if (this.#readings.size >= CACHED_WORDS) this.#readings.clear();
    this.#readings.set(word, reading);
    return reading;
  }

  #partsOf(word: string): Part[] {
    const words = this.#keysOf(word).flatMap((key) => this.#wordsByKey.get(key) ?? []);
    return [...new Set([...words, ...this.#verbsOf(word)])].flatMap(({ parts }) => parts);
  }

  /** The forms of a verb that its stem does not show. */
  #verbFormsOf(text: string): string[] {
    if (this.language === 'fi') return finnishVerbForms(text);
    return this.language === 'sv' && SHORT_SWEDISH_VERB.test(text) ? [`${text}r`] : [];
  }

  #verbsOf(word: string): readonly KnownWord[] {
    const stated = this.language === 'fi' ? withoutClitic(word) : null;
    return [word, ...(stated === null ? [] : [stated])].flatMap(
      (form) => this.#verbsByForm.get(form) ?? [],
    );
  }

  /** Whether it is no compound, but a longer name of a trade with a letter amiss: flytstäd. */
  #isSlip(word: string): boolean {
    if (word.length < SHORTEST_SLIPPED_COMPOUND) return false;
    return this.#tree.fuzzyGet(word, 1).size > 0 || this.#swappedIn(word).length > 0;
  }

  /**
   * What a compound names: the trade of the longest known word with which it ends; what it begins with too, where the end only
   * names a kind (`siivous|sijainen`) or says nothing of the trade (`siivous|firma`).
   */
  #compoundOf(word: string): readonly Phrase[] {
    if (this.language === 'en') return [];
    for (let at = SHORTEST_FIRST; at <= word.length - SHORTEST_ENDING; at += 1) {
      const isGeneral = GENERAL_ENDINGS[this.language]?.test(word.slice(at)) ?? false;
      if (isGeneral) return this.#firstsOf(word.slice(0, at));
      if (!this.#beginnings.has(word.slice(at, at + SHORTEST_STEM))) continue;
      const phrases = this.#partsOf(word.slice(at))
        .map(({ phrase }) => phrase)
        .filter(isEnding);
      if (!phrases.some(({ trade }) => trade.isWholeKind)) {
        if (phrases.length > 0) return phrases;
        continue;
      }
      return [...phrases, ...this.#firstsOf(word.slice(0, at))];
    }
    return [];
  }

  #keysOf(word: string): string[] {
    // Who does it is not what it is done with: a carrier of goods (bärare) is no berry (bär), though both have one stem.
    const doer = this.language === 'sv' ? SWEDISH_DOER.exec(word)?.[1] : undefined;
    if (doer !== undefined) return [word, doer];
    const stems = stemsOf(word, this.language).filter(({ length }) => length >= SHORTEST_STEM);
    return [...new Set([word, ...stems])];
  }
}

function singlePhrasesOf(words: readonly KnownWord[]): Phrase[] {
  return [...new Set(words)].flatMap(({ parts }) =>
    parts.map(({ phrase }) => phrase).filter((phrase) => phrase.words.length === 1),
  );
}

/** Whether a compound that ends so is of the trade. What people say in passing makes no compounds of its trade. */
function isEnding({ words, role, trade }: Phrase): boolean {
  return words.length === 1 && (role !== 'everyday' || trade.isWholeKind);
}
