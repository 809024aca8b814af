import SearchableMap from 'minisearch/SearchableMap';
import type { TextLanguage } from '../../../shared/words/localized.js';
import type { CompoundSplitter } from './compound-splitter.js';
import { swapRemove } from '../parts/swap-remove.js';
import { listedForm, stemsOf } from './word-forms.js';
import { withoutDots } from './words.js';

/** A distinct word of one language, and where it stands. */
export interface IndexedWord {
  readonly text: string;
  /** Rows whose title or description holds it: see `rowEntry`. */
  readonly rows: number[];
  /** Numbers of the CPV codes whose label holds it. */
  readonly codes: number[];
}

/**
 * How closely a word of the text fits a word of the query. In thousandths, so that sums do not depend on their order.
 * Whatever is below `FUZZY_BELOW` differs by a typo.
 */
const FIT = {
  same: 1000,
  form: 950,
  beginning: 800,
  part: 750,
  partBeginning: 650,
  withoutDots: 200,
  oneTypo: 180,
  twoTypos: 120,
} as const;
export const FUZZY_BELOW = 300;

const SHORTEST_BEGINNING = 3;
const SHORTEST_PART_BEGINNING = 4;
const SHORTEST_WITH_TYPO = 5;
/** Stems are cut-off words: the short ones resemble each other too much. */
const SHORTEST_STEM_WITH_TYPO = 6;
const SHORTEST_WITH_TWO_TYPOS = 9;
const CACHED_QUERIES = 2_000;

/** An indexed word and how closely it fits, see `FIT`. */
export type WordFit = readonly [word: IndexedWord, fit: number];

/** The words behind one key of the tree: written so, having it as a stem, or as a part. Each word once in each. */
interface Entry {
  readonly written: IndexedWord[];
  readonly stemmed: IndexedWord[];
  readonly compound: IndexedWord[];
}

interface Keys {
  readonly written: string;
  readonly stems: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
}

type Keep = (words: readonly IndexedWord[], fit: number) => void;

/**
 * The distinct words of one language, found by their forms, beginnings, parts and small typos. It holds words, not
 * rows: a catalogue of 100,000 services has a few ten thousand words, so that whatever is slow is done once a word.
 */
export class Vocabulary {
  readonly #words = new Map<string, IndexedWord>();
  /** Keys are written words, their stems, and the parts of compounds with theirs. */
  #tree = new SearchableMap<Entry>();
  #byDotless = new Map<string, IndexedWord[]>();
  readonly #fitsByQuery = new Map<string, readonly WordFit[]>();

  constructor(
    private readonly language: TextLanguage,
    private splitter: CompoundSplitter,
  ) {}

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
    this.#unlink(word);
  }

  /** Forgets what labels said, and takes all words apart anew. */
  replaceSplitter(splitter: CompoundSplitter): void {
    this.splitter = splitter;
    this.#tree = new SearchableMap();
    this.#byDotless = new Map();
    this.#fitsByQuery.clear();
    for (const word of this.#words.values()) {
      word.codes.length = 0;
      if (word.rows.length > 0) this.#link(word);
      else this.#words.delete(word.text);
    }
  }

  /** The indexed words that fit a word of a query, each with its closest fit. */
  fitsOf(query: string): readonly WordFit[] {
    const cached = this.#fitsByQuery.get(query);
    if (cached) return cached;
    const fits = [...this.#findFits(listedForm(query, this.language))];
    if (this.#fitsByQuery.size >= CACHED_QUERIES) this.#fitsByQuery.clear();
    this.#fitsByQuery.set(query, fits);
    return fits;
  }

  #findFits(query: string): Map<IndexedWord, number> {
    const fits = new Map<IndexedWord, number>();
    const keep: Keep = (words, fit) => {
      for (const word of words) if ((fits.get(word) ?? 0) < fit) fits.set(word, fit);
    };
    const stems = stemsOf(query, this.language);
    keep(this.#tree.get(query)?.written ?? [], FIT.same);
    for (const key of [query, ...stems]) {
      const entry = this.#tree.get(key);
      keep(entry?.stemmed ?? [], FIT.form);
      keep(entry?.compound ?? [], FIT.part);
    }
    if (query.length >= SHORTEST_BEGINNING) {
      for (const entry of this.#tree.atPrefix(query).values()) {
        keep(entry.written, FIT.beginning);
        if (query.length >= SHORTEST_PART_BEGINNING) keep(entry.compound, FIT.partBeginning);
      }
    }
    if (typosForgivenIn(query) > 0) this.#findWithTypos(query, stems, keep);
    return fits;
  }

  #findWithTypos(query: string, stems: readonly string[], keep: Keep): void {
    const keepAll = (entry: Entry | undefined, fit: number): void => {
      if (!entry) return;
      keep(entry.written, fit);
      keep(entry.stemmed, fit);
      keep(entry.compound, fit);
    };
    keep(this.#byDotless.get(query) ?? [], FIT.withoutDots);
    for (const swapped of neighboursSwapped(query)) keepAll(this.#tree.get(swapped), FIT.oneTypo);
    const longStems = stems.filter(({ length }) => length >= SHORTEST_STEM_WITH_TYPO);
    for (const key of new Set([query, ...longStems])) {
      for (const [other, [entry, typos]] of this.#tree.fuzzyGet(key, typosForgivenIn(key))) {
        if (other.length < SHORTEST_WITH_TYPO) continue;
        keepAll(entry, typos <= 1 ? FIT.oneTypo : FIT.twoTypos);
      }
    }
  }

  #link(word: IndexedWord): void {
    const { written, stems, parts } = this.#keysOf(word);
    this.#entryOf(written).written.push(word);
    for (const key of stems) this.#entryOf(key).stemmed.push(word);
    for (const key of parts) this.#entryOf(key).compound.push(word);
    const dotless = withoutDots(written);
    if (dotless !== written) {
      const words = this.#byDotless.get(dotless);
      if (words) words.push(word);
      else this.#byDotless.set(dotless, [word]);
    }
    this.#fitsByQuery.clear();
  }

  #unlink(word: IndexedWord): void {
    const { written, stems, parts } = this.#keysOf(word);
    for (const key of new Set([written, ...stems, ...parts])) {
      const entry = this.#entryOf(key);
      for (const words of [entry.written, entry.stemmed, entry.compound]) swapRemove(words, word);
      const left = entry.written.length + entry.stemmed.length + entry.compound.length;
      if (left === 0) this.#tree.delete(key);
    }
    const dotless = withoutDots(written);
    const words = this.#byDotless.get(dotless) ?? [];
    swapRemove(words, word);
    if (words.length === 0) this.#byDotless.delete(dotless);
    this.#fitsByQuery.clear();
  }

  #keysOf({ text }: IndexedWord): Keys {
    const written = listedForm(text, this.language);
    const parts = this.splitter.partsOf(written);
    return {
      written,
      stems: new Set(stemsOf(written, this.language)),
      parts: new Set(parts.flatMap((part) => [part, ...stemsOf(part, this.language)])),
    };
  }

  #entryOf(key: string): Entry {
    return this.#tree.fetch(key, () => ({ written: [], stemmed: [], compound: [] }));
  }
}

/** How many letters of a word may be wrong: none in a short one, which too many others resemble. */
function typosForgivenIn({ length }: string): number {
  if (length >= SHORTEST_WITH_TWO_TYPOS) return 2;
  return length >= SHORTEST_WITH_TYPO ? 1 : 0;
}

/** The word with each pair of neighbouring letters swapped: one slip of the fingers, though two edits. */
function neighboursSwapped(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, at) => `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`,
  ).filter((swapped) => swapped !== word);
}
