import {
  TEXT_LANGUAGES,
  type LocalizedText,
  type TextLanguage,
} from '../../../shared/words/localized.js';
import type { ReferenceLists } from '../../../shared/lists/reference-lists.js';
import type { CodeRows } from '../parts/code-rows.js';
import { CompoundSplitter } from './compound-splitter.js';
import { swapRemove } from '../parts/swap-remove.js';
import {
  IN_DESCRIPTION,
  IN_TITLE,
  isOfSlot,
  rowEntry,
  TextMatcher,
  NO_GROUPS,
  type RowGroups,
  type TextMatches,
} from './text-matcher.js';
import { QuestionReader } from './question-reader.js';
import type { Question } from './question.js';
import { Vocabulary } from './vocabulary.js';
import { indexedWordsOf } from './words.js';

export interface IndexedTexts {
  readonly title: LocalizedText;
  readonly description: LocalizedText;
}

type Splitters = Readonly<Record<TextLanguage, CompoundSplitter>>;

/** Made once for each lists, however many indexes know them. */
const splittersByLists = new WeakMap<ReferenceLists, Splitters>();

function splittersOf(lists: ReferenceLists): Splitters {
  const splitters = splittersByLists.get(lists) ?? createSplitters(lists);
  splittersByLists.set(lists, splitters);
  return splitters;
}

function createSplitters(lists: ReferenceLists): Splitters {
  const create = (language: TextLanguage): CompoundSplitter => {
    const labels = [...lists.cpvByCode.values()].map(({ label }) => label[language] ?? '');
    return new CompoundSplitter(language, labels);
  };
  return { fi: create('fi'), sv: create('sv'), en: create('en') };
}

/**
 * The words of all rows on offer and of the labels of their CPV codes. Rows are known by their slots. A label's words are
 * listed once under the code, not under each row that has it: this makes CPV a bridge between languages at no cost a row.
 */
export class TextIndex {
  #splitters: Splitters;
  readonly #vocabularies: Record<TextLanguage, Vocabulary>;
  readonly #reader: QuestionReader;
  readonly #matcher: TextMatcher;
  readonly #labelled = new Set<string>();

  constructor(
    private lists: ReferenceLists,
    private readonly codes: CodeRows,
    groups: RowGroups = NO_GROUPS,
  ) {
    this.#splitters = splittersOf(lists);
    const create = (language: TextLanguage): Vocabulary =>
      new Vocabulary(language, this.#splitters[language], (word) =>
        this.#isForeign(word, language),
      );
    this.#vocabularies = { fi: create('fi'), sv: create('sv'), en: create('en') };
    this.#reader = new QuestionReader(this.#vocabularies);
    this.#matcher = new TextMatcher(codes, groups);
  }

  add(slot: number, texts: IndexedTexts): void {
    for (const language of TEXT_LANGUAGES) {
      const vocabulary = this.#vocabularies[language];
      const put = (text: string, field: number): void => {
        const { rows } = vocabulary.wordOf(text);
        const last = rows.length - 1;
        // A word that the row had before has it for its latest.
        if (last >= 0 && isOfSlot(rows[last] ?? 0, slot)) rows[last] = (rows[last] ?? 0) | field;
        else rows.push(rowEntry(slot, field));
      };
      for (const word of indexedWordsOf(texts.title[language] ?? '')) put(word, IN_TITLE);
      for (const word of indexedWordsOf(texts.description[language] ?? '')) {
        put(word, IN_DESCRIPTION);
      }
    }
  }

  /** @param texts - As they were when the row was added. */
  remove(slot: number, texts: IndexedTexts): void {
    for (const language of TEXT_LANGUAGES) {
      const vocabulary = this.#vocabularies[language];
      for (const [text, fields] of fieldsByWord(texts, language)) {
        const word = vocabulary.find(text);
        if (!word) continue;
        swapRemove(word.rows, rowEntry(slot, fields));
        vocabulary.dropIfUnused(word);
      }
    }
  }

  /** Makes the label of a code searchable. */
  addLabel(code: string): void {
    if (this.#labelled.has(code)) return;
    this.#labelled.add(code);
    const label = this.lists.cpvByCode.get(code)?.label ?? {};
    const number = this.codes.numberOf(code);
    for (const language of TEXT_LANGUAGES) {
      for (const word of new Set(indexedWordsOf(label[language] ?? ''))) {
        this.#vocabularies[language].wordOf(word).codes.push(number);
      }
    }
  }

  /** Other labels, and other words to take compounds apart by. */
  replaceLists(lists: ReferenceLists): void {
    this.lists = lists;
    this.#splitters = splittersOf(lists);
    for (const language of TEXT_LANGUAGES) {
      this.#vocabularies[language].replaceSplitter(this.#splitters[language]);
    }
    const labelled = [...this.#labelled];
    this.#labelled.clear();
    for (const code of labelled) this.addLabel(code);
  }

  /**
   * The rows that have all terms of a question.
   * @param slots - How many slots are in use.
   * @param extras - Terms that raise a row that has them.
   */
  matchQuestion(question: Question, slots: number, extras: Question = { terms: [] }): TextMatches {
    return this.#matcher.match(this.#reader.read(question), slots, this.#reader.read(extras));
  }

  /** Whether a row or a label has the word, be it with a small typo. */
  knows(word: string): boolean {
    return this.#reader.knows(word);
  }

  /** Whether a row or a label has the very word, in the form in which it is asked for. */
  has(word: string): boolean {
    return TEXT_LANGUAGES.some((language) => this.#vocabularies[language].find(word) !== null);
  }

  /** Whether a row or a label has the word as it is written, in whatever form. */
  isWritten(word: string): boolean {
    return this.#reader.isWritten(word);
  }

  /** Words of rows that differ by at most so many letters, in no particular order. */
  wordsNear(word: string, typos: number): string[] {
    return TEXT_LANGUAGES.flatMap((language) => this.#vocabularies[language].near(word, typos));
  }

  /** Whether a word is known in other languages only. */
  #isForeign(word: string, language: TextLanguage): boolean {
    if (this.#splitters[language].knows(word)) return false;
    return TEXT_LANGUAGES.some((other) => this.#splitters[other].knows(word));
  }
}

/** The distinct words of a row's texts in one language with the fields in which they stand. */
function fieldsByWord(
  { title, description }: IndexedTexts,
  language: TextLanguage,
): Map<string, number> {
  const fields = new Map<string, number>();
  for (const word of indexedWordsOf(title[language] ?? '')) fields.set(word, IN_TITLE);
  for (const word of indexedWordsOf(description[language] ?? '')) {
    fields.set(word, (fields.get(word) ?? 0) | IN_DESCRIPTION);
  }
  return fields;
}
