import { SERVICE_KINDS } from '../words/closed-sets.js';
import { cpvPrefix } from '../words/cpv.js';
import { TEXT_LANGUAGES, type TextLanguage } from '../words/localized.js';
import { isStopWord } from './stop-words.js';
import type { Trade, TradeWords } from './trade.js';

const MOST_TRADES = 1_000;
const MOST_CODES = 40;
const MOST_WORDS = 100;
const LONGEST_WORDS = 60;

const HEAD = /^([a-z][a-z0-9-]{0,39})(?:\s*<\s*([a-z][a-z0-9-]{0,39}))?\s*:(.*)$/;
const TEXTS = new RegExp(`^(${TEXT_LANGUAGES.join('|')}):(.*)$`);
const FORMS =
  '"ID: KINDS CODES", "ID < BROADER: KINDS CODES" or "fi: Name; activities; people; everyday words" (fi, sv or en)';
/** Control and format characters, which nobody sees; a tab is a space. */
const UNSEEN = /[^\P{C}\t]/u;
const WORD = /[\p{L}\p{N}]+/gu;

/** A trade as a file has it. */
export interface WrittenTrade extends Trade {
  /** Where it begins, for messages: `trades.txt: line 3`. */
  readonly at: string;
  /** What its first line says beside id and codes, as it is written: `< cleaning`, `TRAINING`, `*`. */
  readonly says: readonly string[];
  readonly words: Partial<Record<TextLanguage, TradeWords>>;
}

type Refuse = (wanted: string, got: string) => Error;

/** The error of a fault. @param at - File and line. */
export function faultOfTrade(at: string, wanted: string, got: string): Error {
  return new Error(`${at}: wanted ${wanted}, got "${got.slice(0, 80)}".`);
}

/** Reads the lines of one file. */
class TradeReader {
  readonly #tradeById = new Map<string, WrittenTrade>();
  #last: WrittenTrade | null = null;

  constructor(
    private readonly file: string,
    private readonly isKnownCode: (code: string) => boolean,
  ) {}

  get trades(): WrittenTrade[] {
    return [...this.#tradeById.values()];
  }

  /** @param number - Of the line, from 1. */
  read(line: string, number: number): void {
    const content = line.trim();
    const at = `${this.file}: line ${number}`;
    const refuse: Refuse = (wanted, got) => faultOfTrade(at, wanted, got);
    const unseen = UNSEEN.exec(content)?.[0].codePointAt(0);
    if (unseen !== undefined) {
      const code = unseen.toString(16).toUpperCase().padStart(4, '0');
      throw refuse('characters that can be seen', `U+${code}`);
    }
    if (content === '' || content.startsWith('#')) return;
    const texts = TEXTS.exec(content);
    const head = texts ? null : HEAD.exec(content);
    if (head) {
      this.#begin(this.#parseHead(head, at, refuse), refuse);
    } else if (texts && this.#last) {
      readTexts(this.#last, texts[1] as TextLanguage, texts[2] ?? '', refuse);
    } else {
      throw refuse(texts ? 'the line of its trade first' : FORMS, content);
    }
  }

  #begin(trade: WrittenTrade, refuse: Refuse): void {
    const first = this.#tradeById.get(trade.id);
    if (first) throw refuse(`each trade once (${first.at} has it)`, trade.id);
    this.#tradeById.set(trade.id, trade);
    this.#last = trade;
    if (this.#tradeById.size > MOST_TRADES) throw refuse(`at most ${MOST_TRADES} trades`, trade.id);
  }

  #parseHead(head: RegExpExecArray, at: string, refuse: Refuse): WrittenTrade {
    const [, id = '', parent = null, rest = ''] = head;
    const marks = rest.split(/\s+/).filter((mark) => mark !== '');
    const kinds = SERVICE_KINDS.filter((kind) => marks.includes(kind));
    const isCode = (mark: string): boolean => mark !== '*' && !kinds.some((kind) => kind === mark);
    const codes = marks.filter(isCode);
    if (codes.length > MOST_CODES) {
      throw refuse(`at most ${MOST_CODES} codes`, String(codes.length));
    }
    return {
      id,
      parent,
      kinds: kinds.length > 0 ? kinds : (['SERVICE'] as const),
      isWholeKind: marks.includes('*'),
      cpvPrefixes: codes.map((code) => this.#parseCode(code, refuse)),
      name: {},
      words: {},
      at,
      says: [...(parent === null ? [] : [`< ${parent}`]), ...marks.filter((mark) => !isCode(mark))],
    };
  }

  #parseCode(text: string, refuse: Refuse): string {
    if (!/^\d{8}\*?$/.test(text)) {
      throw refuse(
        `a kind (${SERVICE_KINDS.join(', ')}), "*" for all of its kinds, or a CPV code of 8 digits, with "*" for all below it too`,
        text,
      );
    }
    const code = text.slice(0, 8);
    if (!this.isKnownCode(code)) throw refuse('a code that the CPV has', code);
    return text.endsWith('*') ? cpvPrefix(code) : text;
  }
}

/** Whether it has a word that says something: not `!!!`, nor `ja` alone. */
function saysSomething(text: string): boolean {
  return (text.toLowerCase().match(WORD) ?? []).some((word) => !isStopWord(word));
}

function parseWords(text: string, refuse: Refuse): string[] {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (words.length > MOST_WORDS) throw refuse(`at most ${MOST_WORDS} words`, String(words.length));
  for (const word of words) {
    if (word.length > LONGEST_WORDS) throw refuse(`at most ${LONGEST_WORDS} characters`, word);
    if (!saysSomething(word)) throw refuse('words that say something', word);
  }
  return words;
}

/** Takes a line of texts into its trade. */
function readTexts(
  { name, words }: WrittenTrade,
  language: TextLanguage,
  text: string,
  refuse: Refuse,
): void {
  if (words[language]) throw refuse(`one line of "${language}" a trade`, 'a second one');
  const parts = text.split(';');
  const [called = '', activities, people, everyday] = parts;
  if (activities === undefined || parts.length > 4) {
    throw refuse('a name and one to three lists of words, with ";" between them', text.trim());
  }
  const [checkedName] = parseWords(called.replaceAll(',', ' '), refuse);
  if (checkedName !== undefined) name[language] = checkedName;
  words[language] = {
    activities: parseWords(activities, refuse),
    people: parseWords(people ?? '', refuse),
    everyday: parseWords(everyday ?? '', refuse),
  };
}

/**
 * Reads trades in the form that the README of the lists describes.
 * @param file - Named in errors.
 * @param isKnownCode - Whether there is a CPV code of 8 digits.
 * @throws Error naming file and line of the first fault, what was wanted and what is there.
 */
export function parseTrades(
  text: string,
  file: string,
  isKnownCode: (code: string) => boolean = () => true,
): WrittenTrade[] {
  const reader = new TradeReader(file, isKnownCode);
  for (const [index, line] of text.split(/\r?\n/).entries()) reader.read(line, index + 1);
  return reader.trades;
}
