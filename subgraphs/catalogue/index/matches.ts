import type { MunicipalityEntry } from '../../shared/words/municipality.js';
import { compileFilter, CPV_FIT, flagLists, type CompiledFilter } from './filter.js';
import { languageBit } from './columns.js';
import type { RowStore } from './row-store.js';
import { isBareThing } from './question/bare-things.js';
import { languagesIn } from './question/named-languages.js';
import { placesNamed } from './question/place-names.js';
import { smallWordOf } from './question/small-words.js';
import { understand, type Understanding } from './question/understand.js';
import {
  MATCH_REASONS,
  type MatchFit,
  type MatchReason,
  type SearchQuery,
  type WordRemark,
} from './parts/search-types.js';
import { reasonBit, type TextMatches } from './text/text-matcher.js';
import { wordsOf } from './text/words.js';

/** What each further word of a title takes off a score, so that of two titles the shorter is the better match. */
const COST_OF_TITLE_WORD = 0.01;
const MOST_TITLE_WORDS_COUNTED = 10;
/** What is left of a score for the order of rows that are not written in the searcher's language. */
const WORTH_OF_OTHER_LANGUAGE = 0.9;
/** Without text, a row counts by its CPV code alone; see `CPV_FIT`. */
const SCORE_BY_CPV: readonly number[] = [0, 0.5, 0.9, 1];

const TRADE = reasonBit('TRADE');
const FUZZY = reasonBit('FUZZY');
/** That words stand where it says what is done, and anywhere. */
const TOLD = reasonBit('TITLE') | reasonBit('CPV_LABEL');
const WRITTEN = TOLD | reasonBit('DESCRIPTION');

/** Tells something beside another word only: `it-hjälp`. */
const HELP = new Set(['apu', 'apua', 'avun', 'apuun', 'hjälp', 'hjälpen', 'help']);

/** What sets rows apart that are equal otherwise, the heaviest last. */
const TIE = { otherLanguage: 1, unknownAvailability: 2 } as const;
/** How many different ties there are, from 0. */
export const TIES = 4;

/** The rows that one search finds, by their slots, and how each matches. Holds good until the next search or change. */
export class Matches {
  readonly slots: readonly number[];
  /** Whether anything was searched for by which rows can be ranked. */
  readonly isRanked: boolean;
  readonly #filter: CompiledFilter;
  /** What the text asks for; null without one. */
  readonly asked: Understanding | null;
  /** Whether the text asks and does not say what for: what has its words is perhaps meant. */
  readonly #isOnlyAsking: boolean;
  readonly #text: TextMatches | null;
  readonly #languageBit: number;
  /** Which areas have a place that the text names; null where it names none. */
  readonly #placedAreas: Uint8Array | null;

  constructor(
    readonly store: RowStore,
    query: SearchQuery,
    municipalityByCode: ReadonlyMap<string, MunicipalityEntry>,
  ) {
    const text = query.text?.trim() ?? '';
    this.isRanked = text !== '' || query.cpv.length > 0;
    this.#languageBit = languageBit(query.language);
    this.#filter = compileFilter(query, store, municipalityByCode);
    this.asked = text === '' ? null : understandIn(store, text, query, municipalityByCode);
    this.#isOnlyAsking = this.asked !== null && saysNothing(this.asked);
    this.#text =
      this.asked &&
      store.texts.matchQuestion(this.asked.question, store.rows().length, this.asked.extras);
    this.#placedAreas = flagLists(store.columns.areas.lists(), this.asked?.places ?? []);
    this.slots = this.#filter.accepted(this.#text?.slots ?? store.rows().keys());
  }

  /** Words of the text that did not count as what is wanted; all of them where nothing has them, whatever the other conditions. */
  get remarks(): readonly WordRemark[] {
    if (!this.asked) return [];
    const { remarks, remarksOnNothing } = this.asked;
    if (this.#isOnlyAsking) return [...remarks, ...remarksOnNothing];
    if (this.isTextFound) return remarks;
    return [...remarks, ...remarksOnNothing.filter(({ value }) => !this.#isOfNobody(value))];
  }

  /** Whether any row has what the text asks for, whatever the other conditions; true without a text. */
  get isTextFound(): boolean {
    return this.#text?.slots.length !== 0;
  }

  /** Whether somebody surely does what is asked for in a place that the text names; true where it names none. */
  get isFoundThere(): boolean {
    if (this.#placedAreas === null) return true;
    return this.slots.some((slot) => !this.isElsewhere(slot) && this.fitOf(slot) === 'GOOD');
  }

  /** Whether all that a word says something of is known, and offered by nobody. */
  #isOfNobody(written: string): boolean {
    const { trades } = this.store;
    const hinted = wordsOf(written).flatMap((word) => trades.thesaurus.hintedBy(word));
    return hinted.length > 0 && !hinted.some((trade) => trades.isOffered(trade));
  }

  /** Whether its CPV code is merely broader than the one asked for. */
  isBroader(slot: number): boolean {
    return this.#filter.cpvFitOf(slot) === CPV_FIT.broader;
  }

  /** 0 to 1 in four decimals. It depends on the query and the row alone. */
  scoreOf(slot: number): number {
    if (!this.#text) return SCORE_BY_CPV[this.#filter.cpvFitOf(slot)] ?? 0;
    const titleWords = this.store.columns.titleWords[slot] ?? 1;
    const further = Math.min(Math.max(titleWords, 1), MOST_TITLE_WORDS_COUNTED) - 1;
    const score = (this.#text.scoreBySlot[slot] ?? 0) * (1 - COST_OF_TITLE_WORD * further);
    return Math.round(score * 10) / 10_000;
  }

  /** By what it is ranked: its score, for less where a text was written and the row is in another language than asked for. */
  rankOf(slot: number): number {
    const isLess = this.#text !== null && this.#isInOtherLanguage(slot);
    return this.scoreOf(slot) * (isLess ? WORTH_OF_OTHER_LANGUAGE : 1);
  }

  reasonsOf(slot: number): MatchReason[] {
    const byText = this.#text?.reasonsBySlot[slot] ?? 0;
    const fit = this.#filter.cpvFitOf(slot);
    const byCode =
      (fit > CPV_FIT.broader ? reasonBit('CPV_EXACT') : 0) |
      (fit === CPV_FIT.broader ? reasonBit('CPV_BROADER') : 0);
    return MATCH_REASONS.filter((reason) => ((byText | byCode) & reasonBit(reason)) !== 0);
  }

  /** How surely it is what was asked for. */
  fitOf(slot: number): MatchFit {
    return this.isLoose(slot) || this.isBroader(slot) ? 'LOOSE' : 'GOOD';
  }

  /** Whether it is not offered in the place that the text names; false where it names none. */
  isElsewhere(slot: number): boolean {
    return this.#placedAreas?.[this.store.columns.area[slot] ?? 0] === 0;
  }

  /** Whether it is perhaps not what is asked for: a code alone asks for no substitute and no course. */
  isLoose(slot: number): boolean {
    if (!this.asked || !this.#text) return this.#filter.isOfOtherKind(slot);
    const reasons = this.#text.reasonsBySlot[slot] ?? 0;
    if (this.asked.isGuessed) return (reasons & WRITTEN) === 0;
    if (this.asked.trades.length > 0) {
      return (reasons & TRADE) === 0 || this.#isOfOtherLanguages(slot, this.asked.languages);
    }
    if (this.#isOnlyAsking) return true;
    // What a description mentions in passing is not what is done.
    return (reasons & FUZZY) !== 0 || (reasons & TOLD) === 0 || this.#filter.isOfOtherKind(slot);
  }

  /** How many are surely what was asked for. */
  countGood(): number {
    return this.slots.reduce((count, slot) => count + Number(this.fitOf(slot) === 'GOOD'), 0);
  }

  /** Kilometres, unrounded; infinite without `near`. */
  distanceOf(slot: number): number {
    return this.#filter.distanceOf(slot);
  }

  /** Whether its summary covers all of the time asked for; true where none was. */
  isAvailabilityKnown(slot: number): boolean {
    return this.#filter.isAvailabilityKnown(slot);
  }

  countUnknownAvailability(): number {
    return this.slots.reduce((count, slot) => count + Number(!this.isAvailabilityKnown(slot)), 0);
  }

  /**
   * Which of two rows that are equal otherwise comes first, the smaller: what is known to be free, then what is written in the
   * searcher's language. 0 for all where neither was asked.
   */
  tieOf(slot: number): number {
    return (
      (this.#isInOtherLanguage(slot) ? TIE.otherLanguage : 0) |
      (this.isAvailabilityKnown(slot) ? 0 : TIE.unknownAvailability)
    );
  }

  /** Whether it names languages, and none of those asked for; false for all where none are. */
  #isOfOtherLanguages(slot: number, asked: readonly string[]): boolean {
    if (asked.length === 0) return false;
    const { title = {}, description = {} } = this.store.rows()[slot] ?? {};
    const texts = [...Object.values(title), ...Object.values(description)];
    const named = languagesIn(texts.flatMap(wordsOf));
    return named.length > 0 && !named.some((language) => asked.includes(language));
  }

  /** False for all where no language was asked for. */
  #isInOtherLanguage(slot: number): boolean {
    const languages = this.store.columns.languages[slot] ?? 0;
    return this.#languageBit !== 0 && (languages & this.#languageBit) === 0;
  }
}

/** Whether there is nothing but words that do not say what is wanted: `I need help`, `talo`. */
function saysNothing({ trades, words }: Understanding): boolean {
  const isOfAsking = (word: string): boolean =>
    HELP.has(word) || isBareThing(word) || smallWordOf(word, undefined, undefined) === 'asking';
  return trades.length === 0 && words.every(isOfAsking);
}

function understandIn(
  store: RowStore,
  text: string,
  { kinds, cpv }: SearchQuery,
  municipalityByCode: ReadonlyMap<string, MunicipalityEntry>,
): Understanding {
  const { trades, texts } = store;
  return understand(text, {
    trades,
    kinds,
    cpv,
    knows: (word) => texts.knows(word),
    isWritten: (word) => texts.has(word),
    isName: (word) => store.isNameOfOwner(word),
    placesIn: (words) => placesNamed(words, municipalityByCode),
  });
}
