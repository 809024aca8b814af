import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CodeRows } from '../../../../subgraphs/catalogue/index/parts/code-rows.js';
import { questionOf } from '../../../../subgraphs/catalogue/index/text/question.js';
import { TextIndex } from '../../../../subgraphs/catalogue/index/text/text-index.js';
import { reasonBit } from '../../../../subgraphs/catalogue/index/text/text-matcher.js';
import { LISTS } from '../listings.js';

const LISTED = path.resolve('test/catalogue/index/text');
const ENOUGH = 0.97;
const FUZZY = reasonBit('FUZZY');
/** What a word scores that is found by its beginning only. */
const BY_BEGINNING = 800;

/** A word and what it is to be in one language. */
interface Word {
  readonly language: string;
  readonly text: string;
}

type Pair = readonly [Word, Word];

function linesOf(file: string): string[][] {
  return readFileSync(path.join(LISTED, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' '));
}

/** Each base form with each of its other forms. */
function formsOf(language: string): Pair[] {
  return linesOf(`forms.${language}.txt`).flatMap(([base = '', ...forms]) =>
    forms.map((form): Pair => [
      { language, text: base },
      { language, text: form },
    ]),
  );
}

function wordsApart(): Pair[] {
  return linesOf('apart.txt').map(([one = '', word = '', other = '', otherWord = '']) => [
    { language: one, text: word },
    { language: other, text: otherWord },
  ]);
}

/** A catalogue with a row for each word, and how a question finds them. */
class OneWordRows {
  readonly #slotByWord = new Map<string, number>();
  readonly #index = new TextIndex(LISTS, new CodeRows());

  constructor(pairs: readonly Pair[]) {
    for (const { language, text } of pairs.flat()) {
      const slot = this.#slotByWord.size;
      if (this.#slotByWord.has(`${language} ${text}`)) continue;
      this.#slotByWord.set(`${language} ${text}`, slot);
      this.#index.add(slot, { title: { [language]: text }, description: {} });
    }
  }

  /** Whether one finds the other as its form or part; in another language as its beginning, too. */
  finds(asked: Word, { language, text }: Word): boolean {
    const slot = this.#slotByWord.get(`${language} ${text}`) ?? -1;
    const { scoreBySlot, reasonsBySlot } = this.#index.matchQuestion(
      questionOf(asked.text),
      this.#slotByWord.size,
    );
    const score = scoreBySlot[slot] ?? 0;
    if (score === 0 || reasonsBySlot[slot] === FUZZY) return false;
    return language !== asked.language || score !== BY_BEGINNING;
  }
}

describe('the forms of the words of this field', () => {
  it.each([
    ['fi', 300],
    ['sv', 200],
  ] as const)('find one another either way: %s', (language, least) => {
    const pairs = formsOf(language);
    const rows = new OneWordRows(pairs);

    const missed = pairs.filter(
      ([base, form]) => !rows.finds(base, form) || !rows.finds(form, base),
    );

    expect(pairs.length).toBeGreaterThanOrEqual(least);
    expect(missed.length).toBeLessThanOrEqual(pairs.length * (1 - ENOUGH));
  });

  it('do not find the words that only resemble them', () => {
    const pairs = wordsApart();
    const rows = new OneWordRows(pairs);

    const met = pairs.filter(([one, other]) => rows.finds(one, other) || rows.finds(other, one));

    expect(pairs.length).toBeGreaterThanOrEqual(200);
    expect(met).toEqual([]);
  });
});
