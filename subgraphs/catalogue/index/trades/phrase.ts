import type { Trade } from '../../../shared/lists/trade.js';

/** What a phrase says of its trade: see `TradeWords`. */
export type Role = 'activity' | 'person' | 'everyday';

/** One or several words that name a trade. */
export interface Phrase {
  readonly trade: Trade;
  readonly role: Role;
  readonly words: readonly string[];
}

/** A phrase in a text, and the places of its words there. */
export interface Mention {
  readonly phrase: Phrase;
  readonly places: readonly number[];
  /** Whether it is but a part of a compound. */
  readonly isPart: boolean;
  /** Whether a verb is among its words: what is to be done, and not what it is done to. */
  readonly isVerb: boolean;
  /** What some of its words were meant to be, by their places, where they are not written so. */
  readonly meant?: ReadonlyMap<number, string>;
}

/** A word of a phrase, by its place there. */
export interface Part {
  readonly phrase: Phrase;
  readonly place: number;
}

/** A distinct word of the phrases. */
export interface KnownWord {
  readonly text: string;
  readonly parts: Part[];
}

/** Whether a compound that ends so is of the trade. What people say in passing makes no compounds of its trade. */
export function isEnding({ words, role, trade }: Phrase): boolean {
  return words.length === 1 && (role !== 'everyday' || trade.isWholeKind);
}

/** Whether it names but somebody who stands in, whatever the work: `sijainen`. */
export function isStandIn({ phrase: { trade } }: Mention): boolean {
  return trade.isWholeKind && trade.kinds.includes('SUBSTITUTION');
}

/** Adds to the list of a key. */
export function put<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Whether any kind is one of both trades. */
export function shareKind(trade: Trade, other: Trade): boolean {
  return trade.kinds.some((kind) => other.kinds.includes(kind));
}
