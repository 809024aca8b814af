import { describe, expect, it } from '@jest/globals';
import { CodeRows } from '../../../../subgraphs/catalogue/index/parts/code-rows.js';
import type { MatchReason } from '../../../../subgraphs/catalogue/index/parts/search-types.js';
import {
  questionOf,
  wayOf,
  type Way,
} from '../../../../subgraphs/catalogue/index/text/question.js';
import { TextIndex } from '../../../../subgraphs/catalogue/index/text/text-index.js';
import {
  reasonBit,
  type RowGroups,
} from '../../../../subgraphs/catalogue/index/text/text-matcher.js';
import { LISTS } from '../listings.js';

const ROWS = [
  { title: { fi: 'Siivous' }, cpv: '90910000' },
  { title: { fi: 'Lattiat' }, description: { fi: 'Siivous ja vahaus' }, cpv: '98000000' },
  { title: { sv: 'Massage' }, description: { sv: 'Lugn och ro' }, cpv: '98333000' },
  { title: { fi: 'Ikkunat' }, description: {}, cpv: '90911300' },
];

/** Two groups of rows: 0 with the slots 0 and 3, worth all of it, and 1 with slot 2, worth half. */
const GROUPS: RowGroups = {
  countOf: (group) => (group === 0 ? 2 : 1),
  forEach: (group, use) => {
    if (group === 0) for (const slot of [0, 3]) use(slot, 100);
    if (group === 1) use(2, 50);
  },
};

function createIndex(): TextIndex {
  const codes = new CodeRows();
  const index = new TextIndex(LISTS, codes, GROUPS);
  for (const [slot, { title, description = {}, cpv }] of ROWS.entries()) {
    codes.add(slot, [cpv]);
    index.add(slot, { title, description });
  }
  return index;
}

/** What a question of one term a list of ways finds, by slot: the score, to a whole number. */
function scores(...terms: readonly (readonly Partial<Way>[])[]): Record<number, number> {
  const question = {
    terms: terms.map((ways) => ({
      ways: ways.map((way) => ({ words: [], factor: 1, reason: null, ...way })),
    })),
  };
  const { slots, scoreBySlot } = createIndex().matchQuestion(question, ROWS.length);
  return Object.fromEntries(
    slots.toSorted().map((slot) => [slot, Math.round(scoreBySlot[slot] ?? 0)]),
  );
}

describe('a question', () => {
  it('of a text has a term for each telling word', () => {
    expect(questionOf('siivous ja vahaus').terms).toEqual([
      { ways: [wayOf('siivous')] },
      { ways: [wayOf('vahaus')] },
    ]);
  });

  it('finds what has all its terms, each in any of its ways, the best of which counts', () => {
    expect(scores([{ words: ['siivous'] }])).toEqual({ 0: 1000, 1: 400 });
    expect(scores([{ words: ['siivous'], factor: 0.3 }, { words: ['massage'] }])).toEqual({
      0: 300,
      1: 120,
      2: 1000,
    });
    expect(scores([{ words: ['siivous'], factor: 0.3 }, { words: ['siivous'] }])).toEqual({
      0: 1000,
      1: 400,
    });
    expect(scores([{ words: ['siivous'] }], [{ words: ['lattiat'] }])).toEqual({ 1: 700 });
  });

  it('wants all words of a way, within what the other terms leave', () => {
    const both = { words: ['siivous', 'vahaus'], factor: 0.5 };

    expect(scores([both])).toEqual({ 1: 200 });
    expect(scores([both, { words: ['massage'] }])).toEqual({ 1: 200, 2: 1000 });
    expect(scores([both], [{ words: ['lattiat'] }])).toEqual({ 1: 600 });
    expect(scores([both], [{ words: ['massage'] }])).toEqual({});
  });

  it('finds by groups too, whatever the words; a way without words only so', () => {
    expect(scores([{ groups: [0], factor: 0.6 }])).toEqual({ 0: 600, 3: 600 });
    expect(scores([{ groups: [0, 1], words: ['vahaus'] }])).toEqual({
      0: 1000,
      1: 400,
      2: 500,
      3: 1000,
    });
    expect(scores([{ groups: [0] }], [{ words: ['ikkunat'] }])).toEqual({ 3: 1000 });
    expect(scores([{ groups: [2] }])).toEqual({});
    expect(scores([{}])).toEqual({});
    expect(scores()).toEqual({});
  });

  it('tells the reason of the way, else the fields in which its words stand', () => {
    const bits = (...reasons: readonly MatchReason[]): number =>
      reasons.reduce((sum, reason) => sum + reasonBit(reason), 0);
    const ways: Way[] = [
      { words: ['lattiat'], factor: 1, reason: null },
      { words: ['siivous'], groups: [0], factor: 0.5, reason: 'TRADE' },
    ];

    const { reasonsBySlot } = createIndex().matchQuestion({ terms: [{ ways }] }, ROWS.length);

    expect([...reasonsBySlot.slice(0, ROWS.length)]).toEqual([
      bits('TRADE'),
      bits('TITLE', 'TRADE'),
      0,
      bits('TRADE'),
    ]);
  });

  it('takes a strict way by the very words', () => {
    expect(scores([{ words: ['siivos'], isStrict: true }])).toEqual({});
  });

  it('lets extras raise what has them, by a tenth at most, and find nothing more', () => {
    const extras = questionOf('vahaus massage');
    const { slots, scoreBySlot } = createIndex().matchQuestion(
      questionOf('siivous'),
      ROWS.length,
      extras,
    );

    expect(slots.map((slot) => [slot, Math.round(scoreBySlot[slot] ?? 0)])).toEqual([
      [0, 900],
      [1, 380],
    ]);
  });

  it('leaves nothing behind for the next one', () => {
    const index = createIndex();
    const ask = (text: string): number[] => [
      ...index.matchQuestion(questionOf(text), ROWS.length).slots,
    ];

    expect(ask('siivous vahaus')).toEqual([1]);
    expect(ask('massage siivous')).toEqual([]);
    expect(ask('massage')).toEqual([2]);
    expect(ask('siivous')).toEqual([0, 1]);
  });
});
