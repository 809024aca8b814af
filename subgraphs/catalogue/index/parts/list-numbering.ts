import { Numbering } from './numbering.js';

/** Numbers the distinct lists of values that rows have: many rows share one, such as the area that a cooperative serves. */
export class ListNumbering {
  readonly values = new Numbering();
  readonly #numbering = new Numbering();
  readonly #lists: (readonly string[])[] = [];
  readonly #members: (readonly number[])[] = [];

  /** The number of a list, whatever its order and repetitions. */
  numberOf(values: readonly string[]): number {
    const list = values.length > 1 ? [...new Set(values)].sort() : values;
    const number = this.#numbering.numberOf(list.join(' '));
    if (number < this.#lists.length) return number;
    this.#lists.push(list);
    this.#members.push(list.map((value) => this.values.numberOf(value)));
    return number;
  }

  /** All lists met so far; the index of each is its number. */
  lists(): readonly (readonly string[])[] {
    return this.#lists;
  }

  /** The numbers of the values of each list, each once. */
  members(): readonly (readonly number[])[] {
    return this.#members;
  }
}
