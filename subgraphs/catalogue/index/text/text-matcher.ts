import type { CodeRows } from '../parts/code-rows.js';
import { MATCH_REASONS, type MatchReason } from '../parts/search-types.js';
import { FUZZY_BELOW, type WordFit } from './vocabulary.js';

/** Fields of a row, as bits beside its slot. */
export const IN_TITLE = 1;
export const IN_DESCRIPTION = 2;
const FIELDS = 4;

/** What a word keeps of a row that holds it. */
export function rowEntry(slot: number, fields: number): number {
  return slot * FIELDS + fields;
}

/** What a fit is worth in each place, in hundredths. Any fit in a title beats any elsewhere, and any of these a typo. */
const WORTH = { title: 100, label: 50, description: 40, classLabel: 35 } as const;

/** Reasons as bits, in the order of `MATCH_REASONS`. */
export function reasonBit(reason: MatchReason): number {
  return 1 << MATCH_REASONS.indexOf(reason);
}
const TITLE = reasonBit('TITLE');
const DESCRIPTION = reasonBit('DESCRIPTION');
const CPV_LABEL = reasonBit('CPV_LABEL');
const FUZZY = reasonBit('FUZZY');

/** Matching rows. The arrays by slot hold good until the next match. */
export interface TextMatches {
  readonly slots: readonly number[];
  /** 0 to 1000: the average worth of the query's words in the row. */
  readonly scoreBySlot: Float64Array;
  readonly reasonsBySlot: Uint8Array;
}

/**
 * Adds up what a query's words are worth in each row. A score depends on the query and the row alone, not on how often a
 * word stands elsewhere: pages stay stable while rows come and go.
 */
export class TextMatcher {
  #scores = new Float64Array(0);
  #reasons = new Uint8Array(0);
  /** How many words the row has matched so far. */
  #matched = new Uint16Array(0);
  /** The same for the word at hand; zero between words. */
  #wordScores = new Uint16Array(0);
  #wordReasons = new Uint8Array(0);
  #touched: number[] = [];

  constructor(private readonly codes: CodeRows) {}

  /** @param fitsByWord - For each word of the query the indexed words that fit it. @param slots - How many are in use. */
  match(fitsByWord: readonly (readonly WordFit[])[], slots: number): TextMatches {
    this.#grow(slots);
    // The rarest word first: the others need to look only at what it leaves.
    const rarestFirst = fitsByWord.toSorted((one, other) => countRows(one) - countRows(other));
    let found: number[] = [];
    let everTouched: number[] = [];
    for (const [already, fits] of rarestFirst.entries()) {
      found = this.#matchWord(fits, already);
      if (already === 0) everTouched = found;
      if (found.length === 0) break;
    }
    for (const slot of everTouched) this.#matched[slot] = 0;
    for (const slot of found) this.#scores[slot] = (this.#scores[slot] ?? 0) / fitsByWord.length;
    return { slots: found, scoreBySlot: this.#scores, reasonsBySlot: this.#reasons };
  }

  #matchWord(fits: readonly WordFit[], already: number): number[] {
    this.#touched = [];
    const fitByCode = new Map<number, number>();
    for (const [word, fit] of fits) {
      this.#matchRows(word.rows, fit, already);
      for (const code of word.codes) {
        if ((fitByCode.get(code) ?? 0) < fit) fitByCode.set(code, fit);
      }
    }
    for (const [code, fit] of fitByCode) {
      this.#matchLabelled(this.codes.rowsOf(code), fit, WORTH.label, already);
      this.#matchLabelled(this.codes.rowsBelowClass(code), fit, WORTH.classLabel, already);
    }
    for (const slot of this.#touched) this.#finishWord(slot, already);
    return this.#touched;
  }

  #matchRows(entries: readonly number[], fit: number, already: number): void {
    const inTitle = Math.round((fit * WORTH.title) / 100);
    const inDescription = Math.round((fit * WORTH.description) / 100);
    const isFuzzy = fit < FUZZY_BELOW;
    for (const entry of entries) {
      const isInTitle = (entry & IN_TITLE) !== 0;
      // The bits of the fields are those of the reasons.
      const reasons = isFuzzy ? FUZZY : entry & (TITLE | DESCRIPTION);
      this.#keep(Math.floor(entry / FIELDS), isInTitle ? inTitle : inDescription, reasons, already);
    }
  }

  #matchLabelled(slots: readonly number[], fit: number, worth: number, already: number): void {
    const score = Math.round((fit * worth) / 100);
    const reasons = fit < FUZZY_BELOW ? FUZZY : CPV_LABEL;
    for (const slot of slots) this.#keep(slot, score, reasons, already);
  }

  #keep(slot: number, score: number, reasons: number, already: number): void {
    if (this.#matched[slot] !== already) return;
    const best = this.#wordScores[slot] ?? 0;
    if (best === 0) this.#touched.push(slot);
    if (score > best) this.#wordScores[slot] = score;
    this.#wordReasons[slot] = (this.#wordReasons[slot] ?? 0) | reasons;
  }

  #finishWord(slot: number, already: number): void {
    const reasons = this.#wordReasons[slot] ?? 0;
    // A typo explains nothing where the very word stands too.
    const told = reasons === FUZZY ? FUZZY : reasons & ~FUZZY;
    const score = this.#wordScores[slot] ?? 0;
    this.#scores[slot] = already === 0 ? score : (this.#scores[slot] ?? 0) + score;
    this.#reasons[slot] = already === 0 ? told : (this.#reasons[slot] ?? 0) | told;
    this.#matched[slot] = already + 1;
    this.#wordScores[slot] = 0;
    this.#wordReasons[slot] = 0;
  }

  #grow(slots: number): void {
    if (this.#scores.length >= slots) return;
    const room = Math.max(1_024, slots * 2);
    this.#scores = new Float64Array(room);
    this.#reasons = new Uint8Array(room);
    this.#matched = new Uint16Array(room);
    this.#wordScores = new Uint16Array(room);
    this.#wordReasons = new Uint8Array(room);
  }
}

function countRows(fits: readonly WordFit[]): number {
  return fits.reduce((count, [word]) => count + word.rows.length + word.codes.length, 0);
}
