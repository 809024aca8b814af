import { SERVICE_KINDS } from '../words/closed-sets.js';
import { cpvPrefix } from '../words/cpv.js';
import { TEXT_LANGUAGES, type TextLanguage } from '../words/localized.js';
import type { Trade, TradeWords } from './trade.js';

const MOST_TRADES = 1_000;
const MOST_CODES = 40;
const MOST_WORDS = 100;
const LONGEST_WORDS = 60;

const HEAD = /^([a-z][a-z0-9-]{0,39})(?:\s*<\s*([a-z][a-z0-9-]{0,39}))?\s*:(.*)$/;
const TEXTS = new RegExp(`^(${TEXT_LANGUAGES.join('|')}):(.*)$`);
const FORMS =
  '"ID: KINDS CODES", "ID < BROADER: KINDS CODES" or "fi: Name; activities; people; everyday words" (fi, sv or en)';

/** What the lines of one trade have said so far. */
interface Draft {
  readonly line: number;
  readonly trade: Trade & {
    readonly words: Partial<Record<TextLanguage, TradeWords>>;
  };
}

type Refuse = (wanted: string, got: string) => Error;

function parseCode(text: string, refuse: Refuse): string {
  if (!/^\d{8}\*?$/.test(text)) {
    throw refuse(
      `a kind (${SERVICE_KINDS.join(', ')}), "*" for all of its kinds, or a CPV code of 8 digits, with "*" for all below it too`,
      text,
    );
  }
  return text.endsWith('*') ? cpvPrefix(text.slice(0, 8)) : text;
}

function parseHead(line: number, head: RegExpExecArray, refuse: Refuse): Draft {
  const [, id = '', parent = null, rest = ''] = head;
  const marks = rest.split(/\s+/).filter((mark) => mark !== '');
  const kinds = SERVICE_KINDS.filter((kind) => marks.includes(kind));
  const isWholeKind = marks.includes('*');
  const codes = marks.filter((mark) => mark !== '*' && !kinds.some((kind) => kind === mark));
  if (codes.length > MOST_CODES) throw refuse(`at most ${MOST_CODES} codes`, String(codes.length));
  const trade = {
    id,
    parent,
    kinds: kinds.length > 0 ? kinds : (['SERVICE'] as const),
    isWholeKind,
    cpvPrefixes: codes.map((code) => parseCode(code, refuse)),
    name: {},
    words: {},
  };
  return { line, trade };
}

function parseWords(text: string, refuse: Refuse): string[] {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (words.length > MOST_WORDS) throw refuse(`at most ${MOST_WORDS} words`, String(words.length));
  for (const word of words) {
    if (word.length > LONGEST_WORDS) throw refuse(`at most ${LONGEST_WORDS} characters`, word);
  }
  return words;
}

/** Takes a line of texts into its trade. */
function readTexts({ trade }: Draft, language: TextLanguage, text: string, refuse: Refuse): void {
  if (trade.words[language]) throw refuse(`one line of "${language}" a trade`, 'a second one');
  const parts = text.split(';');
  const [name = '', activities, people, everyday] = parts;
  if (activities === undefined || parts.length > 4) {
    throw refuse('a name and one to three lists of words, with ";" between them', text.trim());
  }
  const [checkedName] = parseWords(name.replaceAll(',', ' '), refuse);
  if (checkedName !== undefined) trade.name[language] = checkedName;
  trade.words[language] = {
    activities: parseWords(activities, refuse),
    people: parseWords(people ?? '', refuse),
    everyday: parseWords(everyday ?? '', refuse),
  };
}

/**
 * Reads trades in the form that the README of the lists describes.
 * @param file - Named in errors.
 * @throws Error naming file and line of the first fault, what was wanted and what is there.
 */
export function parseTrades(text: string, file: string): Trade[] {
  const drafts = new Map<string, Draft>();
  let last: Draft | null = null;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    const refuse: Refuse = (wanted, got) =>
      new Error(`${file}: line ${index + 1}: wanted ${wanted}, got "${got.slice(0, 80)}".`);
    const texts = TEXTS.exec(content);
    const head = texts ? null : HEAD.exec(content);
    if (head) {
      last = parseHead(index + 1, head, refuse);
      const { id } = last.trade;
      const first = drafts.get(id);
      if (first) throw refuse(`each trade once (line ${first.line} has it)`, id);
      drafts.set(id, last);
      if (drafts.size > MOST_TRADES) throw refuse(`at most ${MOST_TRADES} trades`, id);
    } else if (texts && last) {
      readTexts(last, texts[1] as TextLanguage, texts[2] ?? '', refuse);
    } else {
      throw refuse(texts ? 'the line of its trade first' : FORMS, content);
    }
  }
  return [...drafts.values()].map(({ trade }) => trade);
}

const joined = (one: readonly string[] = [], other: readonly string[] = []): string[] => [
  ...new Set([...one, ...other]),
];

/** One trade with what another list says of it: words and codes are added, names replaced. */
function extended(trade: Trade, more: Trade): Trade {
  const wordsIn = (language: TextLanguage): [TextLanguage, TradeWords] => {
    const [one, other] = [trade.words[language], more.words[language]];
    return [
      language,
      {
        activities: joined(one?.activities, other?.activities),
        people: joined(one?.people, other?.people),
        everyday: joined(one?.everyday, other?.everyday),
      },
    ];
  };
  return {
    ...trade,
    cpvPrefixes: joined(trade.cpvPrefixes, more.cpvPrefixes),
    name: { ...trade.name, ...more.name },
    words: Object.fromEntries(TEXT_LANGUAGES.map(wordsIn)),
  };
}

/**
 * Lays a list of trades over another: new ones are added, those that are there already extended.
 * @param file - Of the second list, named in errors.
 * @throws Error naming a new trade without a name, or one whose broader trade is missing or leads back to it.
 */
export function overlayTrades(
  trades: readonly Trade[],
  further: readonly Trade[],
  file: string,
): Trade[] {
  const byId = new Map(trades.map((trade) => [trade.id, trade]));
  for (const trade of further) {
    const known = byId.get(trade.id);
    byId.set(trade.id, known ? extended(known, trade) : trade);
  }
  for (const { id, name } of further) {
    if (Object.keys(byId.get(id)?.name ?? name).length === 0) {
      throw new Error(`${file}: ${id}: wanted a name in a language, got none.`);
    }
    const above = new Set([id]);
    for (let at = byId.get(id)?.parent ?? null; at !== null; at = byId.get(at)?.parent ?? null) {
      if (above.has(at) || !byId.has(at)) {
        throw new Error(`${file}: ${id}: wanted a broader trade of the list, got "${at}".`);
      }
      above.add(at);
    }
  }
  return [...byId.values()];
}
