import type { TextLanguage } from '../../../shared/words/localized.js';
import type { CompoundSplitter } from './compound-splitter.js';
import { isOneSlip, likenessOf, withOneSlip } from './spelling.js';
import { listedForm, stemsOf } from './word-forms.js';
import { WordKeys, type IndexedWord, type Key, type KeyRole } from './word-keys.js';
import { withoutDots } from '../../../shared/words/fold-accents.js';
import { isStopWord } from './words.js';

/** How closely a word of the text fits a word of the query. In thousandths, so that sums do not depend on their order. */
const FIT = {
  same: 1000,
  form: 950,
  beginning: 800,
  part: 750,
  partBeginning: 650,
} as const;
/** What is left of a fit, in thousandths, when the spelling differs. */
const WORTH_OF_SPELLING = { same: 1000, dotless: 200, oneSlip: 180, twoSlips: 120 } as const;
/** Whatever fits less differs by a typo. */
const FUZZY_BELOW = 300;

const SHORTEST_BEGINNING = 3;
const SHORTEST_PART_BEGINNING = 4;
/** A word of this length may lack dots or have a slip; short ones resemble each other too much. */
const SHORTEST_MISSPELT = 5;
/** Stems are cut-off words, and beginnings too. */
const SHORTEST_STEM_MISSPELT = 6;
const SHORTEST_REST = 2;
const SHORTEST_WITH_TWO_SLIPS = 9;
const MOST_SPELLINGS = 5;

/** An indexed word and how closely it fits, see `FIT`. */
export type WordFit = readonly [word: IndexedWord, fit: number];

/** Collects the closest fit of each word. */
class Fits {
  readonly #fitByWord = new Map<IndexedWord, number>();

  all(): WordFit[] {
    return [...this.#fitByWord];
  }

  keep(words: readonly IndexedWord[] | undefined, fit: number): void {
    for (const word of words ?? []) {
      if ((this.#fitByWord.get(word) ?? 0) < fit) this.#fitByWord.set(word, fit);
    }
  }

  /** Keeps what others are. @param spelling - What is left of a fit, in thousandths. */
  keepFits(others: Fits, spelling: number): void {
    for (const [word, fit] of others.#fitByWord) this.keep([word], (fit * spelling) / 1000);
  }

  /**
   * Keeps all words of a key.
   * @param spelling - What is left of a fit, in thousandths.
   * @param closest - The fit of a word that is the key itself.
   */
  keepAll({ wordsByRole }: Key, spelling: number, closest: number = FIT.same): void {
    this.keep(wordsByRole.written, (closest * spelling) / 1000);
    this.keep(wordsByRole.stem, (FIT.form * spelling) / 1000);
    this.keep(wordsByRole.part, (FIT.part * spelling) / 1000);
    this.keep(wordsByRole.partStem, (FIT.part * spelling) / 1000);
  }

  /** Keeps the words that only begin so. */
  keepBeginnings({ wordsByRole }: Key, spelling: number, alsoOfParts: boolean): void {
    this.keep(wordsByRole.written, (FIT.beginning * spelling) / 1000);
    if (alsoOfParts) this.keep(wordsByRole.part, (FIT.partBeginning * spelling) / 1000);
  }
}

/**
 * The distinct words of one language, found by their forms, beginnings, parts and small typos. It holds words, not
 * rows: a catalogue of 100,000 services has a few ten thousand words, so that whatever is slow is done once a word.
 */
export class Vocabulary {
  readonly #words = new Map<string, IndexedWord>();
  #keys = new WordKeys();
  #version = 0;

  /** @param isForeign - Whether a word belongs to another language: a short one begins no word of this one then. */
  constructor(
    private readonly language: TextLanguage,
    private splitter: CompoundSplitter,
    private readonly isForeign: (word: string) => boolean,
  ) {}

  /** Rises with every change of what is fitted. */
  get version(): number {
    return this.#version;
  }

  /** The entry of a word, made where it is new. @param word - Normalized, see `wordsOf`. */
  wordOf(word: string): IndexedWord {
    const known = this.#words.get(word);
    if (known) return known;
    const indexed = { text: word, rows: [], codes: [] };
    this.#words.set(word, indexed);
    this.#link(indexed);
    return indexed;
  }

  find(word: string): IndexedWord | null {
    return this.#words.get(word) ?? null;
  }

  /** Forgets a word that stands nowhere any more. */
  dropIfUnused(word: IndexedWord): void {
    if (word.rows.length > 0 || word.codes.length > 0) return;
    this.#words.delete(word.text);
    for (const [role, key] of this.#keysOf(word)) this.#keys.remove(role, key, word);
    this.#version += 1;
  }

  /** Forgets what labels said, and takes all words apart anew. */
  replaceSplitter(splitter: CompoundSplitter): void {
    this.splitter = splitter;
    this.#keys = new WordKeys();
    this.#version += 1;
    for (const word of this.#words.values()) {
      word.codes.length = 0;
      if (word.rows.length > 0) this.#link(word);
      else this.#words.delete(word.text);
    }
  }

  /** The indexed words that fit a word of a query, each with its closest fit; spelt as it is, or but for dots. */
  fitsOf(query: string): WordFit[] {
    const fits = this.#findWhole(query, isLong(query));
    this.#findBeginnings(listedForm(query, this.language), fits);
    return fits.all();
  }

  /** The same without those that only begin so. */
  wholeFitsOf(query: string): WordFit[] {
    return this.#findWhole(query, isLong(query)).all();
  }

  /** The indexed words that would fit it with a letter more, less or another. */
  nearFitsOf(query: string): WordFit[] {
    const fits = new Fits();
    if (!isLong(query)) return [];
    for (const key of this.#keys.writtenNear(withoutDots(query), 1)) {
      if (!isLong(key.text) || key.text === query || !isOneSlip(query, key.text)) continue;
      fits.keepAll(key, WORTH_OF_SPELLING.oneSlip);
    }
    return fits.all();
  }

  /** How a query without dots may be meant, going by the words that it fits but for dots; at most five spellings. */
  dottedSpellingsOf(query: string): readonly string[] {
    const spellings = new Set<string>();
    for (const key of this.#keys.writtenFrom(withoutDots(query))) {
      const spelling = key.text.slice(0, query.length);
      if (worthOf(query, spelling, true) > 0) spellings.add(spelling);
      if (spellings.size >= MOST_SPELLINGS) break;
    }
    return [...spellings].filter((spelling) => spelling !== query);
  }

  /**
   * The indexed words that would fit it if it was misspelt, for a query that nothing else fits: by a slip, whatever
   * its dots, in the word or its beginning, or by two if it is long.
   */
  misspeltFitsOf(query: string): WordFit[] {
    return this.#findMisspelt(query).all();
  }

  /**
   * What fits each part of a compound that a query asks for, for each way to cut it; no way for a simple word.
   * @param isMisspelt - Whether a part that nothing fits counts as misspelt.
   */
  apartFitsOf(query: string, isMisspelt: boolean): WordFit[][][] {
    const cuts = this.splitter.waysApart(query);
    const ways =
      cuts.length > 0
        ? cuts
        : [...this.splitter.waysApartWithoutDots(query), ...this.#writtenApart(query)];
    const mayLackDots = cuts.length === 0;
    const fitsByPart = new Map(
      [...new Set(ways.flat())].map((part) => {
        const fits = this.#findWhole(part, mayLackDots || isLong(part)).all();
        return [part, fits.length > 0 || !isMisspelt ? fits : this.misspeltFitsOf(part)] as const;
      }),
    );
    return ways.map((parts) => parts.map((part) => fitsByPart.get(part) ?? []));
  }

  /** The ways in which it is two words that stand somewhere: atkapu, for "atk apu". */
  #writtenApart(query: string): string[][] {
    return Array.from({ length: query.length }, (_, at) => [query.slice(0, at), query.slice(at)])
      .filter(([, rest = '']) => rest.length >= SHORTEST_REST)
      .filter((parts) => parts.every((part) => this.#words.has(part) && !isStopWord(part)));
  }

  /** Written words of rows that differ by at most so many letters, whatever their dots, in no particular order. */
  near(text: string, letters: number): string[] {
    const keys = [...this.#keys.writtenNear(withoutDots(text), letters)];
    return keys
      .flatMap(({ wordsByRole }) => wordsByRole.written ?? [])
      .filter(({ rows }) => rows.length > 0)
      .map((word) => word.text);
  }

  #findWhole(written: string, mayLackDots: boolean): Fits {
    const query = listedForm(written, this.language);
    const fits = new Fits();
    for (const stem of new Set([query, ...stemsOf(query, this.language)])) {
      const plain = withoutDots(stem);
      const closest = stem === query ? FIT.same : FIT.form;
      for (const key of this.#keys.written(plain)) {
        const spelling = worthOf(stem, key.text, mayLackDots);
        if (spelling > 0) fits.keepAll(key, spelling, closest);
      }
      for (const key of this.#keys.stems(plain)) {
        const spelling = worthOf(stem, key.text, mayLackDots);
        if (spelling > 0) fits.keepAll(key, spelling);
      }
    }
    return fits;
  }

  #findBeginnings(query: string, fits: Fits): void {
    if (query.length < SHORTEST_BEGINNING) return;
    if (query.length < SHORTEST_PART_BEGINNING && this.isForeign(query)) return;
    const alsoOfParts = query.length >= SHORTEST_PART_BEGINNING;
    for (const key of this.#keys.writtenFrom(withoutDots(query))) {
      const spelling = worthOf(query, key.text.slice(0, query.length), isLong(query));
      if (spelling > 0) fits.keepBeginnings(key, spelling, alsoOfParts);
    }
  }

  #findMisspelt(query: string): Fits {
    const fits = new Fits();
    if (!isLong(query)) return fits;
    const plain = withoutDots(query);
    // No word has letters before a slip that begin none.
    const last = this.#keys.lettersShared(plain);
    for (const spelling of withOneSlip(plain, last)) this.#findSlipped(spelling, fits);
    for (const stem of new Set([plain, ...stemsOf(query, this.language).map(withoutDots)])) {
      if (stem !== plain && stem.length < SHORTEST_STEM_MISSPELT) continue;
      for (const spelling of withOneSlip(stem, stem.length)) this.#findStem(spelling, fits);
    }
    if (plain.length < SHORTEST_WITH_TWO_SLIPS) return fits;
    for (const key of this.#keys.writtenNear(plain, 2)) {
      fits.keepAll(key, WORTH_OF_SPELLING.twoSlips);
    }
    return fits;
  }

  /** What a word fits that was meant by a misspelt one, or begins so. @param plain - Without dots. */
  #findSlipped(plain: string, fits: Fits): void {
    if (plain.length < SHORTEST_MISSPELT) return;
    for (const { text } of this.#keys.written(plain)) {
      fits.keepFits(this.#findWhole(text, false), WORTH_OF_SPELLING.oneSlip);
    }
    if (plain.length < SHORTEST_STEM_MISSPELT) return;
    for (const key of this.#keys.writtenFrom(plain)) {
      fits.keepBeginnings(key, WORTH_OF_SPELLING.oneSlip, true);
    }
  }

  /** The words of a stem that was meant by a misspelt one. @param plain - Without dots. */
  #findStem(plain: string, fits: Fits): void {
    if (plain.length < SHORTEST_MISSPELT) return;
    for (const keys of [this.#keys.written(plain), this.#keys.stems(plain)]) {
      for (const key of keys) fits.keepAll(key, WORTH_OF_SPELLING.oneSlip);
    }
  }

  #link(word: IndexedWord): void {
    for (const [role, key] of this.#keysOf(word)) this.#keys.add(role, key, word);
    this.#version += 1;
  }

  /** The keys of a word, each once in each role. */
  *#keysOf({ text }: IndexedWord): Generator<[KeyRole, string]> {
    const written = listedForm(text, this.language);
    const parts = this.splitter.partsOf(written);
    yield ['written', written];
    // The plural that changes its vowel as well, for who types it without dots; see `listedForm`.
    const stems = new Set([...stemsOf(written, this.language), text]);
    for (const stem of stems) if (stem !== written) yield ['stem', stem];
    for (const part of parts) yield ['part', part];
    const partStems = new Set(parts.flatMap((part) => stemsOf(part, this.language)));
    for (const stem of partStems) if (!parts.includes(stem)) yield ['partStem', stem];
  }
}

/** Whether a fit is one by a typo. */
export function isFuzzy(fit: number): boolean {
  return fit < FUZZY_BELOW;
}

/** Whether a fit is that of the word itself or a form of it, if perhaps without dots. */
export function isOfWholeWord(fit: number): boolean {
  const spelling = isFuzzy(fit) ? WORTH_OF_SPELLING.dotless : WORTH_OF_SPELLING.same;
  return fit * 1000 >= FIT.form * spelling;
}

function isLong({ length }: string): boolean {
  return length >= SHORTEST_MISSPELT;
}

/** What a fit is worth where `known` stands for `asked`, in thousandths; 0 where it is another word. */
function worthOf(asked: string, known: string, mayLackDots: boolean): number {
  const likeness = likenessOf(asked, known);
  if (likeness === null || (likeness === 'dotless' && !mayLackDots)) return 0;
  return WORTH_OF_SPELLING[likeness];
}
