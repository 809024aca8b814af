import type { WordRemark } from '../parts/search-types.js';
import { wordsOf } from '../text/words.js';

/** A text and its words, for telling which of them did not count. */
export class RemarkedText {
  /** Normalized, see `wordsOf`. */
  readonly words: readonly string[];

  constructor(private readonly text: string) {
    this.words = wordsOf(text);
  }

  /** A remark for each distinct word at one of the places, in their order. */
  remarkOn(code: WordRemark['code'], places: readonly number[]): WordRemark[] {
    const firsts = new Map<string | undefined, number>();
    for (const at of places) {
      if (!firsts.has(this.words[at])) firsts.set(this.words[at], at);
    }
    return [...firsts.values()].map((at) => ({ code, value: this.#written(at, at) }));
  }

  /** A remark for each word that was not understood, or for all of a text that has none (`!!!`). */
  remarkOnUnknown(places: readonly number[]): WordRemark[] {
    if (this.words.length > 0) return this.remarkOn('UNKNOWN_WORD', places);
    return [{ code: 'UNKNOWN_WORD', value: this.text.trim() }];
  }

  /** What tells something that is not what is wanted: when, how long, for how many. Neighbours are told as one, and once. */
  passedOver(isPassed: (at: number) => boolean): WordRemark[] {
    const values = new Set<string>();
    for (let at = 0; at < this.words.length; at += 1) {
      const first = at;
      while (at < this.words.length && isPassed(at)) at += 1;
      if (at > first) values.add(this.#written(first, at - 1));
    }
    return [...values].map((value) => ({ code: 'WORD_PASSED_OVER', value }));
  }

  /** Words as they were written. @param first - Place of the first one. @param last - Of the last one. */
  #written(first: number, last: number): string {
    const written = this.text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const source = written.length === this.words.length ? written : this.words;
    return source.slice(first, last + 1).join(' ');
  }
}
