import type { CodeRows } from '../parts/code-rows.js';
import { MATCH_REASONS, type MatchReason } from '../parts/search-types.js';
import { Tally } from './tally.js';
import { isFuzzy, isOfWholeWord, type WordFit } from './vocabulary.js';

/** Fields of a row, as bits beside its slot. */
export const IN_TITLE = 1;
export const IN_DESCRIPTION = 2;
const FIELDS = 4;

/** What a word keeps of a row that holds it. */
export function rowEntry(slot: number, fields: number): number {
  return slot * FIELDS + fields;
}

/** Whether it is what a word keeps of the row at a slot. */
export function isOfSlot(entry: number, slot: number): boolean {
  return Math.floor(entry / FIELDS) === slot;
}

/** What a fit is worth in each place, in hundredths. Any fit in a title beats any elsewhere, and any of these a typo. */
const WORTH = { title: 100, label: 50, description: 40, classLabel: 35 } as const;
const FULL_SCORE = 1000;
/** What all further terms together can make up of a score. */
const WORTH_OF_EXTRAS = 0.1;

/** Reasons as bits, in the order of `MATCH_REASONS`; at most eight, see `Tally`. */
export function reasonBit(reason: MatchReason): number {
  return 1 << MATCH_REASONS.indexOf(reason);
}
const TITLE = reasonBit('TITLE');
const DESCRIPTION = reasonBit('DESCRIPTION');
const CPV_LABEL = reasonBit('CPV_LABEL');
const FUZZY = reasonBit('FUZZY');

/** Rows that belong together whatever their words, by the numbers of their groups. */
export interface RowGroups {
  /** How many rows a group has. */
  countOf(group: number): number;
  /** Calls back for each row of a group. @param use - Given what belonging to it is worth, in hundredths. */
  forEach(group: number, use: (slot: number, worth: number) => void): void;
}

export const NO_GROUPS: RowGroups = { countOf: () => 0, forEach: () => undefined };

/** A `Way` whose words were looked up. */
export interface KnownWay {
  /** For each word the indexed words that fit it. */
  readonly words: readonly (readonly WordFit[])[];
  /** Whether a word of the label of a code's class counts as one of the row. */
  readonly byClassLabels: boolean;
  /** Numbers of the groups whose rows are meant too; see `RowGroups`. */
  readonly groups: readonly number[];
  readonly factor: number;
  readonly reason: MatchReason | null;
  /** Whether a label must have its very words, be it in another form. */
  readonly isStrict: boolean;
}

/** The ways of a term; see `Term`. */
export type KnownTerm = readonly KnownWay[];

/** Matching rows. The arrays by slot hold good until the next match. */
export interface TextMatches {
  readonly slots: readonly number[];
  /** 0 to 1000: the average worth of the question's terms in the row. */
  readonly scoreBySlot: Float64Array;
  readonly reasonsBySlot: Uint8Array;
}

/** What matched before: only its rows are looked at. Null where nothing did, and all are. */
type Within = Tally | null;

/** How the rows of a word count: see `Way`. */
interface Counting {
  readonly byClassLabels: boolean;
  readonly isStrict: boolean;
  readonly factor: number;
  /** Bit of the reason to give; 0 for the field in which the word stands. */
  readonly reason: number;
}

/**
 * Adds up what a question's terms are worth in each row. A score depends on the question and the row alone, not on how often
 * a word stands elsewhere: pages stay stable while rows come and go.
 */
export class TextMatcher {
  readonly #terms = [new Tally(), new Tally()] as const;
  readonly #words = [new Tally(), new Tally()] as const;
  #slots = 0;

  constructor(
    private readonly codes: CodeRows,
    private readonly groups: RowGroups,
  ) {}

  /**
   * The rows that have all terms.
   * @param slots - How many are in use.
   * @param extras - Terms that raise a row that has them.
   */
  match(
    terms: readonly KnownTerm[],
    slots: number,
    extras: readonly KnownTerm[] = [],
  ): TextMatches {
    this.#slots = slots;
    const found = this.#matchAll(
      terms,
      null,
      this.#terms,
      (term) => this.#countRows(term),
      (term, within, into) => {
        for (const way of term) this.#matchWay(way, within, into);
      },
    );
    found.divide(terms.length);
    if (extras.length > 0) this.#raise(found, extras);
    return found;
  }

  /** Lets further terms count for so little that all of them together outweigh no difference in kind. */
  #raise(found: Tally, extras: readonly KnownTerm[]): void {
    if (found.slots.length === 0) return;
    const further = found === this.#terms[0] ? this.#terms[1] : this.#terms[0];
    for (const slot of found.slots) {
      found.scoreBySlot[slot] = (found.scoreBySlot[slot] ?? 0) * (1 - WORTH_OF_EXTRAS);
    }
    for (const term of extras) {
      further.restart(this.#slots);
      for (const way of term) this.#matchWay(way, found, further);
      for (const slot of further.slots) {
        const score = (further.scoreBySlot[slot] ?? 0) * (WORTH_OF_EXTRAS / extras.length);
        found.scoreBySlot[slot] = (found.scoreBySlot[slot] ?? 0) + score;
      }
    }
  }

  /**
   * The rows that have all parts, with the sums of their scores. The rarest part first: the others need to look only at what
   * it leaves.
   * @param tallies - Taken in turns; the result is one of them.
   */
  #matchAll<Part>(
    parts: readonly Part[],
    within: Within,
    [first, second]: readonly [Tally, Tally],
    countRows: (part: Part) => number,
    matchPart: (part: Part, within: Within, into: Tally) => void,
  ): Tally {
    let found: Tally | null = null;
    first.restart(this.#slots);
    for (const part of byCount(parts, countRows)) {
      const next: Tally = found === first ? second : first;
      next.restart(this.#slots);
      matchPart(part, found ?? within, next);
      // A typo explains nothing where the very word stands too.
      next.dropBesideOthers(FUZZY);
      if (found) next.add(found);
      found = next;
      if (found.slots.length === 0) break;
    }
    return found ?? first;
  }

  /** About how many rows a term has. */
  #countRows(term: KnownTerm): number {
    return term.reduce((count, { words, groups }) => {
      const byWords = words.length > 0 ? Math.min(...words.map(countRowsOfWord)) : 0;
      return groups.reduce((sum, group) => sum + this.groups.countOf(group), count + byWords);
    }, 0);
  }

  #matchWay(way: KnownWay, within: Within, into: Tally): void {
    const { byClassLabels, isStrict, factor } = way;
    const counting = {
      byClassLabels,
      isStrict,
      factor,
      reason: way.reason ? reasonBit(way.reason) : 0,
    };
    const [word, ...further] = way.words;
    if (word && further.length === 0) this.#matchWord(word, counting, within, into);
    if (further.length > 0) this.#matchWords(way.words, counting, within, into);
    for (const group of way.groups) {
      this.groups.forEach(group, (slot, worth) => {
        if (within && !within.has(slot)) return;
        into.keepBest(slot, scoreOf(FULL_SCORE, worth, way.factor), counting.reason);
      });
    }
  }

  #matchWords(
    words: readonly (readonly WordFit[])[],
    { byClassLabels, isStrict, factor, reason }: Counting,
    within: Within,
    into: Tally,
  ): void {
    const inFull = { byClassLabels, isStrict, factor: 1, reason: 0 };
    const all = this.#matchAll(words, within, this.#words, countRowsOfWord, (word, left, each) => {
      this.#matchWord(word, inFull, left, each);
    });
    for (const slot of all.slots) {
      const score = scoreOf((all.scoreBySlot[slot] ?? 0) / words.length, 100, factor);
      const told = all.reasonsBySlot[slot] ?? 0;
      // What holds by a typo in one word alone holds by a typo.
      into.keepBest(slot, score, reason || told & FUZZY || told);
    }
  }

  #matchWord(fits: readonly WordFit[], counting: Counting, within: Within, into: Tally): void {
    const fitByCode = new Map<number, number>();
    for (const [word, fit] of fits) {
      matchRows(word.rows, fit, counting, within, into);
      for (const code of counting.isStrict && !isOfWholeWord(fit) ? [] : word.codes) {
        if ((fitByCode.get(code) ?? 0) < fit) fitByCode.set(code, fit);
      }
    }
    for (const [code, fit] of fitByCode) {
      const reason = counting.reason || (isFuzzy(fit) ? FUZZY : CPV_LABEL);
      const keep = (slots: readonly number[], worth: number): void => {
        const score = scoreOf(fit, worth, counting.factor);
        for (const slot of slots) {
          if (!within || within.has(slot)) into.keepBest(slot, score, reason);
        }
      };
      keep(this.codes.rowsOf(code), WORTH.label);
      if (counting.byClassLabels) keep(this.codes.rowsBelowClass(code), WORTH.classLabel);
    }
  }
}

function matchRows(
  entries: readonly number[],
  fit: number,
  { factor, reason }: Counting,
  within: Within,
  into: Tally,
): void {
  const inTitle = scoreOf(fit, WORTH.title, factor);
  const inDescription = scoreOf(fit, WORTH.description, factor);
  const told = reason || (isFuzzy(fit) ? FUZZY : 0);
  const { slots, scoreBySlot, reasonsBySlot } = into;
  for (const entry of entries) {
    const slot = Math.floor(entry / FIELDS);
    if (within && !within.has(slot)) continue;
    const score = (entry & IN_TITLE) === 0 ? inDescription : inTitle;
    // As `Tally.keepBest` does: this runs for every row that has a common word. The bits of fields are those of reasons.
    const best = scoreBySlot[slot] ?? 0;
    if (best === 0) slots.push(slot);
    if (score > best) scoreBySlot[slot] = score;
    reasonsBySlot[slot] = (reasonsBySlot[slot] ?? 0) | (told || entry & (TITLE | DESCRIPTION));
  }
}

/** A whole number, so that sums do not depend on their order; never 0, which means no match. */
function scoreOf(fit: number, worth: number, factor: number): number {
  return Math.max(1, Math.round((fit * worth * factor) / 100));
}

function byCount<Part>(parts: readonly Part[], count: (part: Part) => number): readonly Part[] {
  if (parts.length < 2) return parts;
  const counted = parts.map((part) => ({ part, rows: count(part) }));
  return counted.sort((one, other) => one.rows - other.rows).map(({ part }) => part);
}

function countRowsOfWord(fits: readonly WordFit[]): number {
  return fits.reduce((count, [word]) => count + word.rows.length + word.codes.length, 0);
}
