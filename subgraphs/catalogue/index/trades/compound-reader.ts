import type { TextLanguage } from '../../../shared/words/localized.js';
import type { Trade } from '../../../shared/lists/trade.js';
import { remembered } from '../parts/remembered.js';
import { inflectionLength } from './finnish-verbs.js';
import type { KnownWords } from './known-words.js';
import { isEnding, put, shareKind, type Part, type Phrase } from './phrase.js';

/** Ends of compounds that name no trade: what is done is told by what comes before. Base forms. */
const GENERAL_ENDINGS: Record<TextLanguage, string> = {
  fi: 'firma yritys palvelu apu homma työ työntekijä liike keikka urakka tehtävä',
  sv: 'firma företag bolag service tjänst hjälp jobb arbete arbetare uppdrag',
  en: 'company firm service job work worker help',
};
const BEGINNING = 3;
const SHORTEST_FIRST = 3;
const SHORTEST_ENDING = 4;
/** Of a phrase that is written in one. */
const SHORTEST_PIECE = 2;
const SHORTEST_GENERAL_ENDING = 3;
/** Shorter ones stand at the end or the beginning of words by chance. */
const SHORTEST_SHARED_ENDING = 5;
const SHORTEST_SHARED_FIRST = 4;
const SHORTEST_BEGUN = 5;
const SHORTEST_SLIPPED = 8;

/** Parts of compounds, which many compounds share. */
const MOST_REMEMBERED = 50_000;

/** What the end of a compound is by itself. */
interface End {
  /** Of phrases of two words, be it as the noun of a verb. */
  readonly pairs: readonly Part[];
  /** Those that name the trade of whatever ends so. */
  readonly phrases: readonly Phrase[];
}

const NO_END: End = { pairs: [], phrases: [] };

/** What the beginning of a compound is by itself. */
interface First {
  /** Each phrase that has it, with its places there. */
  readonly placesByPhrase: ReadonlyMap<Phrase, readonly number[]>;
  /** The phrases of one word that it is. */
  readonly names: readonly Phrase[];
}

const NO_FIRST: First = { placesByPhrase: new Map(), names: [] };

/** Takes compounds apart by the words of the trades: what each names that is itself no word of theirs. */
export class CompoundReader {
  /** First letters of whatever an end may be, by itself and in phrases of two words: they rule out most cuts without stemming. */
  readonly #endBeginnings = new Set<string>();
  readonly #pieceBeginnings = new Set<string>();
  /** And of whatever a compound may begin with. */
  readonly #firstBeginnings = new Set<string>();
  readonly #generalKeys: ReadonlySet<string>;
  readonly #generalBeginnings: ReadonlySet<string>;
  /** Names that end in general, by what comes before: kotiapu by `koti`. */
  readonly #namesBeforeGeneral = new Map<string, Phrase[]>();
  /** With what names end that begin otherwise: it rules out most compounds of a thing and an end. */
  readonly #nameEnds = new Set<string>();
  readonly #endOf = remembered(MOST_REMEMBERED, (end) => this.#readEnd(end));
  readonly #firstOf = remembered(MOST_REMEMBERED, (first) => this.#readFirst(first));
  /** Names of trades in one word. */
  readonly #namesByTrade = new Map<Trade, Phrase[]>();

  constructor(
    private readonly language: TextLanguage,
    private readonly words: KnownWords,
  ) {
    const general = GENERAL_ENDINGS[language].split(' ');
    this.#generalKeys = new Set(general.flatMap((ending) => words.keysOf(ending)));
    this.#generalBeginnings = new Set(general.map((ending) => ending.slice(0, SHORTEST_PIECE)));
  }

  add(phrase: Phrase): void {
    const { words, trade } = phrase;
    for (const text of words) {
      const beginning = text.slice(0, BEGINNING);
      this.#firstBeginnings.add(beginning);
      if (words.length === 2) this.#pieceBeginnings.add(beginning);
      if (isEnding(phrase)) this.#endBeginnings.add(beginning);
    }
    if (words.length > 1) return;
    put(this.#namesByTrade, trade, phrase);
    if (isEnding(phrase)) this.#addName(phrase);
  }

  #addName(phrase: Phrase): void {
    const [name = ''] = phrase.words;
    for (let at = 1; at <= name.length - SHORTEST_SHARED_ENDING; at += 1) {
      this.#nameEnds.add(name.slice(at));
    }
    for (let at = SHORTEST_SHARED_FIRST; at <= name.length - SHORTEST_GENERAL_ENDING; at += 1) {
      if (this.#isGeneral(name.slice(at))) put(this.#namesBeforeGeneral, name.slice(0, at), phrase);
    }
  }

  /**
   * What a compound names, the longest end first: the trade of a phrase of two words that it is; else that of the word with which
   * it ends; what it begins with too, where the end only names a kind (`siivous|sijainen`), and alone where the end says nothing
   * of the trade (`siivous|firma`). At last the trade whose thing and whose end it has: `kakel|sättning`, as `plattsättning`.
   */
  read(word: string): readonly Phrase[] {
    const isFirstKnown = [BEGINNING, SHORTEST_PIECE].some((length) =>
      this.#firstBeginnings.has(word.slice(0, length)),
    );
    const joint = isFirstKnown ? this.#ofPhrase(word) : [];
    if (joint.length > 0) return joint;
    if (this.language === 'en' && !isFirstKnown) return [];
    const named = this.#byEnding(word);
    const found = named.length > 0 || !isFirstKnown ? named : this.#byThing(word);
    // A longer name of a trade with a letter amiss is no compound: flytstäd.
    const isSlip = found.length > 0 && word.length >= SHORTEST_SLIPPED && this.words.isSlip(word);
    return isSlip ? [] : found;
  }

  /** A compound with its dots of which one lacks those of its last part, in its base form: tyopiste at the end of `etatyopiste`. */
  dottedOf(word: string): string | null {
    for (let at = SHORTEST_FIRST; at <= word.length - SHORTEST_SHARED_ENDING; at += 1) {
      const ends = this.words.dottedOf(word.slice(at));
      const end = ends.find(({ parts }) => parts.some(({ phrase }) => isEnding(phrase)));
      if (end) return word.slice(0, at) + end.text;
    }
    return null;
  }

  /** The phrases of two words that it is, joined: petsitter; what is worked on and what is done: ruohon|leikkaus, for `leikata ruoho`. */
  #ofPhrase(word: string): Phrase[] {
    const last = word.length - shortestEnd(word, SHORTEST_FIRST);
    for (let at = SHORTEST_PIECE; at <= last; at += 1) {
      if (!this.#pieceBeginnings.has(word.slice(at, at + BEGINNING))) continue;
      const [first, rest] = [word.slice(0, at), word.slice(at)];
      const ends = this.#endOf(rest).pairs;
      if (ends.length === 0) continue;
      const { placesByPhrase } = this.#firstOf(first);
      const phrases = ends
        .filter((end) => placesByPhrase.get(end.phrase)?.some((place) => place !== end.place))
        .map(({ phrase }) => phrase);
      if (phrases.length > 0) return [...new Set(phrases)];
    }
    return [];
  }

  #byEnding(word: string): readonly Phrase[] {
    const last = word.length - shortestEnd(word, SHORTEST_GENERAL_ENDING);
    for (let at = SHORTEST_FIRST; at <= last; at += 1) {
      const [first, rest] = [word.slice(0, at), word.slice(at)];
      if (this.#isGeneral(rest)) return this.#namedByFirst(first);
      if (rest.length < SHORTEST_ENDING) break;
      if (!this.#endBeginnings.has(rest.slice(0, BEGINNING))) continue;
      const { phrases } = this.#endOf(rest);
      if (phrases.length === 0) continue;
      // English writes compounds apart: what only ends so is another word (screw|driver).
      if (this.language === 'en' && this.words.of(first).length === 0) continue;
      const kinds = phrases.filter(({ trade }) => trade.isWholeKind);
      if (kinds.length === 0) return phrases;
      const isFirm = kinds.some(({ role }) => role !== 'everyday');
      return isFirm ? [...phrases, ...this.#namedByFirst(first)] : this.#ofKind(first, kinds);
    }
    return [];
  }

  #isGeneral(ending: string): boolean {
    if (!this.#generalBeginnings.has(ending.slice(0, SHORTEST_PIECE))) return false;
    return this.words.keysOf(ending).some((key) => this.#generalKeys.has(key));
  }

  /** The trades of what a compound begins with; else those that have a name of it and another such end: `koti|työ`, as `kotiapu`. */
  #namedByFirst(first: string): readonly Phrase[] {
    const whole = this.#firstOf(first).names.filter(({ trade }) => !trade.isWholeKind);
    if (whole.length > 0) return whole;
    const parts = this.read(first);
    return parts.length > 0 ? parts : (this.#namesBeforeGeneral.get(first) ?? []);
  }

  /**
   * An end that is said of anything (bath|room) names the trades of its kind that know what the compound begins with; else its
   * whole kind where that is something done (course|room).
   */
  #ofKind(first: string, kinds: readonly Phrase[]): readonly Phrase[] {
    if (first.length < SHORTEST_SHARED_FIRST) return [];
    const forms = this.#formsOf(first);
    const known = new Set([...this.#firstOf(first).placesByPhrase.keys()].map(tradeOf));
    const isOfKind = (trade: Trade): boolean =>
      !trade.isWholeKind && kinds.some((kind) => shareKind(trade, kind.trade));
    const isBegun = ({ words: [name = ''] }: Phrase): boolean =>
      forms.some((form) => form.length >= SHORTEST_BEGUN && name.startsWith(form) && name !== form);
    const named = [...this.#namesByTrade]
      .filter(([trade, names]) => isOfKind(trade) && (known.has(trade) || names.some(isBegun)))
      .flatMap(([, names]) => names.filter(isEnding).slice(0, 1));
    const isDone = this.#firstOf(first).names.some(({ role }) => role === 'activity');
    return named.length > 0 || !isDone ? named : kinds;
  }

  /** The trades that have what a compound begins with for a name, and another one that ends so. */
  #byThing(word: string): Phrase[] {
    if (this.language === 'en') return [];
    const last = word.length - shortestEnd(word, SHORTEST_SHARED_ENDING);
    for (let at = SHORTEST_SHARED_FIRST; at <= last; at += 1) {
      const rest = word.slice(at);
      if (!this.#nameEnds.has(rest)) continue;
      const trades = new Set(this.#firstOf(word.slice(0, at)).names.map(({ trade }) => trade));
      const phrases = [...trades].flatMap((trade) =>
        (this.#namesByTrade.get(trade) ?? [])
          .filter(isEnding)
          .filter(({ words: [name = ''] }) => name.endsWith(rest) && name !== rest)
          .slice(0, 1),
      );
      if (phrases.length > 0) return phrases;
    }
    return [];
  }

  #readFirst(first: string): First {
    const words = this.#formsOf(first).flatMap((form) => this.words.of(form));
    if (words.length === 0) return NO_FIRST;
    const parts = words.flatMap(({ parts: some }) => some);
    const placesByPhrase = new Map<Phrase, number[]>();
    for (const { phrase, place } of parts) put(placesByPhrase, phrase, place);
    const names = parts.map(({ phrase }) => phrase).filter(isOfOneWord);
    return { placesByPhrase, names };
  }

  #readEnd(end: string): End {
    const words = this.words.of(end);
    const verbs = this.words.verbsOfNoun(end);
    if (words.length + verbs.length === 0) return NO_END;
    const isOfPair = ({ phrase }: Part): boolean => phrase.words.length === 2;
    const pairs = [...new Set([...words, ...verbs])]
      // A workshop is no shop work: where English turns words about, what is done gets another ending.
      .flatMap(({ text, parts }) =>
        this.language === 'en' && text === end ? parts.filter(({ place }) => place > 0) : parts,
      )
      .filter(isOfPair);
    const phrases = words.flatMap(({ parts }) => parts).map(({ phrase }) => phrase);
    return { pairs, phrases: phrases.filter(isEnding) };
  }

  /** A first part, and what it is without its linking letter: kontor-s, a Finnish genitive; trädgård-s, gräsmatt-e. */
  #formsOf(first: string): string[] {
    const linked = /[sn]$/.test(first) ? [first.slice(0, -1)] : [];
    const vowel = this.language === 'sv' && /[eou]$/.test(first) ? [`${first.slice(0, -1)}a`] : [];
    return [first, ...linked, ...vowel];
  }
}

/** How short a part may be that ends a word: longer than the ending of a verb, so that in katso|massa there is none. */
function shortestEnd(word: string, least: number): number {
  return Math.max(least, inflectionLength(word) + 1);
}

function tradeOf({ trade }: Phrase): Trade {
  return trade;
}

function isOfOneWord({ words }: Phrase): boolean {
  return words.length === 1;
}
