import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { overlayTrades } from '../../../subgraphs/shared/lists/overlay-trades.js';
import { parseTrades } from '../../../subgraphs/shared/lists/parse-trades.js';
import { loadBuiltInLists } from '../../../subgraphs/shared/lists/reference-lists.js';
import { loadTrades } from '../../../subgraphs/shared/lists/trade-list.js';
import { localize } from '../../../subgraphs/shared/words/localized.js';

const TWO = `
# Cleaning
cleaning: 90910000*
  fi: Siivous; siivous, puhtaanapito; siivooja; siivota
  en: Cleaning; cleaning
home-cleaning < cleaning: SERVICE SUBSTITUTION 90911100
  fi: Kotisiivous; kodin siivous;; siivooja kotiin
`;

describe('a list of trades', () => {
  it('is read line by line', () => {
    expect(parseTrades(TWO, 'f')).toMatchObject([
      {
        id: 'cleaning',
        parent: null,
        kinds: ['SERVICE'],
        isWholeKind: false,
        cpvPrefixes: ['9091'],
        name: { fi: 'Siivous', en: 'Cleaning' },
        words: {
          fi: {
            activities: ['siivous', 'puhtaanapito'],
            people: ['siivooja'],
            everyday: ['siivota'],
          },
          en: { activities: ['cleaning'], people: [], everyday: [] },
        },
        at: 'f: line 3',
        says: [],
      },
      {
        parent: 'cleaning',
        kinds: ['SERVICE', 'SUBSTITUTION'],
        cpvPrefixes: ['90911100'],
        at: 'f: line 6',
        says: ['< cleaning', 'SERVICE', 'SUBSTITUTION'],
      },
    ]);
  });

  it.each([
    ['cleaning', 'f: line 1: wanted "ID: KINDS CODES", '],
    ['fi: Siivous; siivous', 'f: line 1: wanted the line of its trade first, '],
    ['cleaning: 9091', 'f: line 1: wanted a kind (SERVICE, '],
    ['a:\nb:\n\na:', 'f: line 4: wanted each trade once (f: line 1 has it), got "a".'],
    ['a:\nfi: Siivous', 'f: line 2: wanted a name and one to three lists of words, '],
    ['a:\nfi: Apu; b; c; d; e', 'f: line 2: wanted a name and one to three lists of words, '],
    [
      'a:\nfi: Apu; b\nfi: Apu; b',
      'f: line 3: wanted one line of "fi" a trade, got "a second one".',
    ],
    [`a:\nfi: Apu; ${'b'.repeat(61)}`, 'f: line 2: wanted at most 60 characters, '],
    [`a:\nfi: Apu; ${'b,'.repeat(101)}`, 'f: line 2: wanted at most 100 words, got "101".'],
    [`a: ${'90910000 '.repeat(41)}`, 'f: line 1: wanted at most 40 codes, got "41".'],
    ['a:\nfi: Apu; siivous, !!!', 'f: line 2: wanted words that say something, got "!!!".'],
    ['a:\nfi: Apu; siivous;; ja', 'f: line 2: wanted words that say something, got "ja".'],
    ['a:\nfi: ?; siivous', 'f: line 2: wanted words that say something, got "?".'],
    ['a:\nfi: Apu; sii\u0007vous', 'f: line 2: wanted characters that can be seen, got "U+0007".'],
    ['a:\nfi: Apu; sii\u00advous', 'f: line 2: wanted characters that can be seen, got "U+00AD".'],
    ['a\u200b:', 'f: line 1: wanted characters that can be seen, got "U+200B".'],
  ])('with a fault is refused by line: %j', (text, message) => {
    expect(() => parseTrades(text, 'f')).toThrow(message);
  });

  it('is refused with a code that there is not', () => {
    const isKnown = (code: string): boolean => code === '90910000';

    expect(parseTrades('a: 90910000*', 'f', isKnown)).toHaveLength(1);
    for (const code of ['99999999', '99999999*']) {
      expect(() => parseTrades(`a: 90910000\nb: ${code}`, 'f', isKnown)).toThrow(
        'f: line 2: wanted a code that the CPV has, got "99999999".',
      );
    }
  });

  it('adds to another', () => {
    const more =
      'cleaning: 90900000\n fi: ; luuttuaminen\nmopping < cleaning:\n en: Mopping; mopping';
    const trades = overlayTrades(parseTrades(TWO, 'f'), parseTrades(more, 'g'));

    expect(trades.map(({ id }) => id)).toEqual(['cleaning', 'home-cleaning', 'mopping']);
    expect(trades[0]).toMatchObject({ name: { fi: 'Siivous' }, cpvPrefixes: ['9091', '90900000'] });
    expect(trades[0]?.words.fi?.activities).toEqual(['siivous', 'puhtaanapito', 'luuttuaminen']);
  });

  it('is enough in one language, whose name all are shown', () => {
    const [trade] = overlayTrades([], parseTrades('snow-art:\n fi: Lumityöt; lumitaide', 'g'));

    expect(Object.keys(trade?.words ?? {})).toEqual(['fi']);
    expect(localize(trade?.name ?? {}, 'sv', ['en'])).toEqual({ text: 'Lumityöt', language: 'fi' });
  });

  it.each([
    ['cleaning < care: 90910000', '< care'],
    ['cleaning: TRAINING', 'TRAINING'],
    ['cleaning: SERVICE * 90910000', 'SERVICE *'],
  ])('is refused where it says more of a trade that there is: %s', (text, got) => {
    const further = parseTrades(`# Ours\n${text}`, 'g');

    expect(() => overlayTrades(parseTrades(TWO, 'f'), further)).toThrow(
      `g: line 2: wanted only codes behind "cleaning:", a trade that there is, got "${got}".`,
    );
  });

  it.each([
    ['a < b:\nfi: Apu; apu', 'g: line 1: wanted a broader trade that there is, got "b".'],
    [
      'c:\nfi: C; c\na < b:\nfi: Apu; apu\nb < a:\nfi: B; b',
      'g: line 3: wanted no trade as broader than itself, got "a".',
    ],
    ['a:\nfi: Apu; apu\nb:\nfi: ; b', 'g: line 3: wanted a name of "b" in a language, got "none".'],
  ])('that does not hold together is refused by line: %j', (text, message) => {
    expect(() => overlayTrades([], parseTrades(text, 'g'))).toThrow(message);
  });
});

describe('the trades that ship with the project', () => {
  const trades = loadTrades();

  it('are named and worded in all languages, and each once', () => {
    const incomplete = trades.filter(({ name, words }) =>
      (['fi', 'sv', 'en'] as const).some(
        (language) => !name[language] || !words[language]?.activities.length,
      ),
    );

    expect(incomplete).toEqual([]);
    expect(trades.length).toBeGreaterThan(150);
    expect(new Set(trades.map(({ id }) => id)).size).toBe(trades.length);
  });

  it('have codes of the official vocabulary', () => {
    const { cpvCodes } = loadBuiltInLists();
    const unknown = trades.flatMap(({ cpvPrefixes }) =>
      cpvPrefixes.filter((prefix) => cpvCodes.checkDigitOf(prefix.padEnd(8, '0')) === null),
    );

    expect(unknown).toEqual([]);
  });
});

describe('a folder of lists', () => {
  const dir = mkdtempSync(join(tmpdir(), 'hub-trades-'));
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  it('may add trades, and is refused with the line at fault', () => {
    const file = join(dir, 'trades.txt');
    expect(loadTrades(dir)).toHaveLength(loadTrades().length);

    writeFileSync(file, 'juggling: 92340000\n  fi: Jongleeraus; jongleeraus\n');
    expect(loadTrades(dir).at(-1)).toMatchObject({ id: 'juggling', cpvPrefixes: ['92340000'] });

    writeFileSync(file, 'juggling: yes\n');
    expect(() => loadTrades(dir)).toThrow(`${file}: line 1: wanted a kind`);
    writeFileSync(
      file,
      'juggling: 92340000\n  fi: Jongleeraus; jongleeraus\nfire-eating: 99999999\n',
    );
    expect(() => loadTrades(dir)).toThrow(`${file}: line 3: wanted a code that the CPV has`);
    writeFileSync(file, 'window-cleaning < cleaning:\n  fi: ; lasien kiillotus\n');
    expect(() => loadTrades(dir)).toThrow(`${file}: line 1: wanted only codes`);
    writeFileSync(file, '#'.repeat(1_000_001));
    expect(() => loadTrades(dir)).toThrow('wanted at most 1000000 bytes, found 1000001');
  });
});
