import type { RowCount, Variables } from './row-count.js';

/** What stands for a price too high to be of interest. */
export const MOST = Number.MAX_SAFE_INTEGER;

interface Part {
  readonly rows: RowCount;
  readonly row: Sum;
}

/**
 * A price that may depend on variables. What was added to several sums is kept and worked out once, so that a sum is no larger than the text it
 * was made from, whatever that multiplies out to.
 */
export class Sum {
  /** Without what depends on variables. */
  #known = 0;
  readonly #parts: Part[] = [];
  #least = 0;

  /** What it is at least, whatever the variables. */
  get least(): number {
    return this.#least;
  }

  add(price: number): void {
    this.#known = atMost(this.#known + price);
    this.#least = atMost(this.#least + price);
  }

  /** Adds a row as often as there are rows. @param row - Nothing is added to it any more. */
  addRows(rows: RowCount, row: Sum): void {
    const known = typeof rows === 'number' ? atMost(rows) : 1;
    this.#least = atMost(this.#least + known * row.#least);
    if (typeof rows === 'number' && row.#parts.length === 0) {
      this.#known = atMost(this.#known + known * row.#known);
    } else this.#parts.push({ rows, row });
  }

  /** @param worked - Sums that were worked out with the same variables. */
  of(variables: Variables, worked = new Map<Sum, number>()): number {
    const before = worked.get(this);
    if (before !== undefined) return before;
    let sum = this.#known;
    for (const { rows, row } of this.#parts) {
      const count = typeof rows === 'number' ? rows : rows(variables);
      sum = atMost(sum + atMost(count) * row.of(variables, worked));
    }
    worked.set(this, sum);
    return sum;
  }
}

function atMost(price: number): number {
  return Math.min(price, MOST);
}
