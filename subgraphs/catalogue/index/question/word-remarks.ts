import type { WordRemark } from '../parts/search-types.js';
import { wordsOf } from '../text/words.js';

/** A text and its words, for telling which of them did not count. */
export class RemarkedText {
  /** Normalized, see `wordsOf`. */
  readonly words: readonly string[];

  constructor(private readonly text: string) {
    this.words = wordsOf(text);
  }

  /** A remark for each word at one of the places. */
  remarkOn(code: WordRemark['code'], places: readonly number[]): WordRemark[] {
    return places.map((at) => ({ code, value: this.#written(at, at) }));
  }

  /** What tells something that is not what is wanted: when, how long, for how many. Neighbours are told as one. */
  passedOver(isPassed: (at: number) => boolean): WordRemark[] {
    const remarks: WordRemark[] = [];
    for (let at = 0; at < this.words.length; at += 1) {
      const first = at;
      while (at < this.words.length && isPassed(at)) at += 1;
      if (at > first)
        remarks.push({ code: 'WORD_PASSED_OVER', value: this.#written(first, at - 1) });
    }
    return remarks;
  }

  /** Words as they were written. @param first - Place of the first one. @param last - Of the last one. */
  #written(first: number, last: number): string {
    const written = this.text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const source = written.length === this.words.length ? written : this.words;
    return source.slice(first, last + 1).join(' ');
  }
}
