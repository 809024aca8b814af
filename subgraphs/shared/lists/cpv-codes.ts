/** `03111000-2 `: eight digits, a hyphen, the check digit, a space or the end of the line. */
const RECORD = { size: 11, code: 8, checkDigit: 9 } as const;

/**
 * All codes of a vocabulary with their check digits, as bare numbers. They stay the text that they were written as: its records
 * are all as long, so that a code is looked up in it by halves, and thousands of codes cost nothing to read.
 */
export class CpvCodes {
  /** How many there are. */
  readonly size: number;

  /** @param text - A record for each code, in the order of the codes. */
  constructor(private readonly text: string) {
    this.size = text.length / RECORD.size;
  }

  /** The official check digit; null when there is no such code. @param code - 8 digits. */
  checkDigitOf(code: string): string | null {
    const record = this.#placeOf(code);
    return this.#codeAt(record) === code
      ? (this.text[record * RECORD.size + RECORD.checkDigit] ?? null)
      : null;
  }

  /** All codes that begin so, in order. @param digits - 1 to 8; none gives all. */
  *beginningWith(digits: string): Generator<string> {
    for (let record = this.#placeOf(digits); record < this.size; record += 1) {
      const code = this.#codeAt(record);
      if (!code.startsWith(digits)) return;
      yield code;
    }
  }

  #codeAt(record: number): string {
    const start = record * RECORD.size;
    return this.text.slice(start, start + RECORD.code);
  }

  /** The first record that is not before some digits; `size` where all are. */
  #placeOf(digits: string): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#codeAt(middle) < digits) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
