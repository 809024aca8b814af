import type { Trade } from '../../../shared/lists/trade.js';
import {
  TEXT_LANGUAGES,
  type LocalizedText,
  type TextLanguage,
} from '../../../shared/words/localized.js';
import { remembered } from '../parts/remembered.js';
import { wordsOf } from '../text/words.js';
import { isStandIn, type Mention, type Phrase } from './phrase.js';
import { PhraseIndex } from './phrase-index.js';

/** What is forgiven in the word at a place: dots that it lacks, also a slip, or nothing. */
type Forgiven = (at: number) => 'dots' | 'slip' | null;

/** In a title words stand as they are meant. */
const IN_TITLE = { alsoApart: false, isForeign: () => false };

/** More than there are CPV codes. */
const MOST_CODES = 10_000;

/** The trades of a network by their words and codes. Trades are known by their numbers, which are places in the list. */
export class Thesaurus {
  readonly #phrases: Record<TextLanguage, PhraseIndex> = {
    fi: new PhraseIndex('fi'),
    sv: new PhraseIndex('sv'),
    en: new PhraseIndex('en'),
  };
  readonly #numberById = new Map<string, number>();
  /** Each trade with those above it. */
  readonly #withBroader: readonly (readonly number[])[];
  readonly #ofCode = remembered(MOST_CODES, (code) => this.#findOfCode(code));
  readonly #impliedBy = remembered(MOST_CODES, (code): readonly number[] =>
    this.#ofCode(code).flatMap((trade) => this.withBroader(trade)),
  );

  constructor(readonly trades: readonly Trade[]) {
    for (const [number, trade] of trades.entries()) {
      this.#numberById.set(trade.id, number);
      for (const language of TEXT_LANGUAGES) this.#learn(trade, language);
    }
    this.#withBroader = trades.map(({ id }) => this.#lineageOf(id));
  }

  #learn(trade: Trade, language: TextLanguage): void {
    const phrases = this.#phrases[language];
    const { activities = [], people = [], everyday = [] } = trade.words[language] ?? {};
    for (const text of activities) phrases.add(trade, 'activity', text);
    for (const text of people) phrases.add(trade, 'person', text);
    for (const text of everyday) phrases.add(trade, 'everyday', text);
    const name = trade.name[language];
    const isNamedSo = [...activities, ...people].some((text) => text === name?.toLowerCase());
    if (name !== undefined && !isNamedSo) phrases.add(trade, 'everyday', name);
  }

  #findOfCode(code: string): readonly number[] {
    return [...this.trades.entries()]
      .filter(([, { cpvPrefixes }]) => cpvPrefixes.some((prefix) => code.startsWith(prefix)))
      .map(([number]) => number);
  }

  #lineageOf(id: string): number[] {
    const line: number[] = [];
    for (let at: string | null = id; at !== null;) {
      const number = this.numberOf(at);
      line.push(number);
      at = this.trades[number]?.parent ?? null;
    }
    return line;
  }

  /** -1 where there is no such trade. */
  numberOf(id: string): number {
    return this.#numberById.get(id) ?? -1;
  }

  /** The trade and all that it is a part of, itself first. */
  withBroader(number: number): readonly number[] {
    return this.#withBroader[number] ?? [];
  }

  /** The trades to which a CPV code belongs. */
  ofCode(code: string): readonly number[] {
    return this.#ofCode(code);
  }

  /** The same with all that they are a part of. */
  impliedBy(code: string): readonly number[] {
    return this.#impliedBy(code);
  }

  /**
   * The trades that a title names by what is done or who does it; those that are but a kind are left out. What people say of a
   * place or a substitute names it too where it has several words: `sijainen myymälään`.
   */
  namedIn(title: LocalizedText): Set<number> {
    const named = new Set<number>();
    for (const language of TEXT_LANGUAGES) {
      const text = title[language];
      if (text === undefined) continue;
      const mentions = this.#phrases[language].mentionsIn(wordsOf(text), IN_TITLE);
      if (mentions.length === 0) continue;
      for (const { phrase } of longestOf(mentions, isOfItsKinds)) {
        const { trade, role, words } = phrase;
        const isOfKind = words.length > 1 && !trade.kinds.includes('SERVICE');
        if ((role !== 'everyday' || isOfKind) && !trade.isWholeKind)
          named.add(this.numberOf(trade.id));
      }
    }
    return named;
  }

  /**
   * The phrases in a question, in any language: those that lie within no longer one, and who stands in where that tells the kind
   * of the longer one: `sijainen` in `sijainen kouluun`. What is written so in one language is read as no form of another word in
   * another: `lasten` is of children, and no load (last) in Swedish.
   * @param words - All of it, normalized.
   * @param forgiven - What is forgiven in a word of a longer phrase, see `PhraseIndex`; nothing where absent.
   */
  mentionsIn(words: readonly string[], forgiven: Forgiven = () => null): Mention[] {
    const written = new Map(
      TEXT_LANGUAGES.map((language) => {
        const isWritten = (word: string): boolean => this.#phrases[language].isWritten(word);
        return [language, new Set(words.filter(isWritten))] as const;
      }),
    );
    return longestOf(
      TEXT_LANGUAGES.flatMap((language) => {
        const isForeign = (word: string): boolean =>
          !written.get(language)?.has(word) && [...written.values()].some((set) => set.has(word));
        return this.#phrases[language].mentionsIn(words, { alsoApart: true, isForeign, forgiven });
      }),
      (longer, other) => !isStandIn(other) || !isOfItsKinds(longer, other),
    );
  }

  /** The phrases that a word may be which is written without dots or with a small typo. */
  guess(word: string): Phrase[] {
    return TEXT_LANGUAGES.flatMap((language) => this.#phrases[language].guess(word));
  }

  /** What a word is with the dots that it lacks, in each language in which it is not known as it is. */
  dottedOf(word: string): string[] {
    return [
      ...new Set(TEXT_LANGUAGES.flatMap((language) => this.#phrases[language].dottedOf(word))),
    ];
  }

  /** Words like this one, in no particular order. @param typos - How many letters may differ. */
  wordsNear(word: string, typos: number): string[] {
    return TEXT_LANGUAGES.flatMap((language) => this.#phrases[language].wordsNear(word, typos));
  }

  /**
   * The trades of which a word says something, though it need not name one: `leikata` of hedges and of hair. Those that it says
   * most of, by their phrases with it, and no others; most first.
   */
  hintedBy(word: string): Trade[] {
    const counts = new Map<Trade, number>();
    for (const language of TEXT_LANGUAGES) {
      for (const { trade } of this.#phrases[language].phrasesWith(word)) {
        counts.set(trade, (counts.get(trade) ?? 0) + 1);
      }
    }
    const most = Math.max(0, ...counts.values());
    return [...counts]
      .filter(([{ isWholeKind }, count]) => !isWholeKind && 2 * count >= most)
      .sort(([one, a], [other, b]) => b - a || (one.id < other.id ? -1 : 1))
      .map(([trade]) => trade);
  }

  /** Whether any phrase has the word, be it in another form, and not its parts alone. */
  knowsWhole(word: string): boolean {
    return TEXT_LANGUAGES.some((language) => this.#phrases[language].hasWhole(word));
  }

  /** Whether any phrase has the word. */
  knows(word: string): boolean {
    return TEXT_LANGUAGES.some((language) => this.#phrases[language].has(word));
  }
}

/** Whether the trade is of all kinds of another: who stands in for a nurse does a nurse's work. */
function isOfItsKinds({ phrase: { trade } }: Mention, other: Mention): boolean {
  return other.phrase.trade.kinds.every((kind) => trade.kinds.includes(kind));
}

/**
 * Mentions none of which lies within a longer one: `window cleaning` names no `cleaning`. Nor does a part of a compound count
 * where the word itself is known, be it in another language.
 * @param mayHide - Whether the longer one hides the other.
 */
function longestOf(
  mentions: readonly Mention[],
  mayHide: (longer: Mention, other: Mention) => boolean = () => true,
): Mention[] {
  const isSurer = (other: Mention, mention: Mention): boolean =>
    (mention.isPart && !other.isPart) || (mention.meant !== undefined && !other.meant);
  const isWithin = (mention: Mention, other: Mention): boolean =>
    (other.places.length > mention.places.length || isSurer(other, mention)) &&
    mention.places.every((place) => other.places.includes(place)) &&
    mayHide(other, mention);
  return mentions.filter((mention) => !mentions.some((other) => isWithin(mention, other)));
}
