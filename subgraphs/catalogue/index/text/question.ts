import type { MatchReason } from '../parts/search-types.js';
import { queryWordsOf } from './words.js';

/** One way in which a row can be meant by a term. */
export interface Way {
  /** Normalized, see `wordsOf`. A row must have all of them, each in any field and language; none means none does. */
  readonly words: readonly string[];
  /** Numbers of groups whose rows are meant too, whatever their words; see `RowGroups`. */
  readonly groups?: readonly number[];
  /** Whether its words must stand so in the row: without typos, and in a code's label as no part of another word. */
  readonly isStrict?: boolean;
  /** 0 to 1: what a match in this way is worth beside the very words, and that by group beside a title of the very word. */
  readonly factor: number;
  /** Why a row matches in this way; null where the fields in which its words stand are the reason. */
  readonly reason: MatchReason | null;
}

/** What a row must have: any of these ways suffices, and the best one counts. */
export interface Term {
  readonly ways: readonly Way[];
}

/** What is looked for: a row matches when it has all terms. Order tells only which terms are neighbours. */
export interface Question {
  readonly terms: readonly Term[];
}

/** The way of a word that means itself. */
export function wayOf(word: string): Way {
  return { words: [word], factor: 1, reason: null };
}

/** The question that a text asks when each of its words means itself. */
export function questionOf(text: string): Question {
  return { terms: queryWordsOf(text).map((word) => ({ ways: [wayOf(word)] })) };
}
