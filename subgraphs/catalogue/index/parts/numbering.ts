/** Numbers the distinct values of one property from 0, in the order in which they are met; numbers are never reused. */
export class Numbering {
  readonly #values: string[] = [];
  readonly #numberByValue = new Map<string, number>();

  get size(): number {
    return this.#values.length;
  }

  /** The value's number, a new one where it has none yet. */
  numberOf(value: string): number {
    const known = this.#numberByValue.get(value);
    if (known !== undefined) return known;
    this.#numberByValue.set(value, this.#values.length);
    return this.#values.push(value) - 1;
  }

  valueOf(number: number): string {
    return this.#values[number] ?? '';
  }

  values(): readonly string[] {
    return this.#values;
  }
}
