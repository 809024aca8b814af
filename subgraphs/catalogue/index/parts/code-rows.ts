import { cpvPrefix } from '../../../shared/words/cpv.js';
import { Numbering } from './numbering.js';
import { swapRemove } from './swap-remove.js';

/** The class of a code: its first four digits. Null for the class itself and what is broader. */
export function cpvClass(code: string): string | null {
  return cpvPrefix(code).length > 4 ? `${code.slice(0, 4)}0000` : null;
}

function put(lists: number[][], number: number, slot: number): void {
  (lists[number] ??= []).push(slot);
}

/** Which rows carry which CPV codes. Rows are known by their slots, codes by numbers. */
export class CodeRows {
  readonly #numbering = new Numbering();
  readonly #own: number[][] = [];
  readonly #below: number[][] = [];

  numberOf(code: string): number {
    return this.#numbering.numberOf(code);
  }

  /** All codes met so far; the index of each is its number. */
  codes(): readonly string[] {
    return this.#numbering.values();
  }

  add(slot: number, codes: readonly string[]): void {
    for (const [code, inClass] of withClasses(codes)) {
      put(this.#own, this.numberOf(code), slot);
      if (inClass !== null) put(this.#below, this.numberOf(inClass), slot);
    }
  }

  remove(slot: number, codes: readonly string[]): void {
    for (const [code, inClass] of withClasses(codes)) {
      swapRemove(this.#own[this.numberOf(code)] ?? [], slot);
      if (inClass !== null) swapRemove(this.#below[this.numberOf(inClass)] ?? [], slot);
    }
  }

  /** Slots of the rows that carry this very code. */
  rowsOf(number: number): readonly number[] {
    return this.#own[number] ?? [];
  }

  /** Slots of the rows that carry a code below this class; a row once for each such code. */
  rowsBelowClass(number: number): readonly number[] {
    return this.#below[number] ?? [];
  }
}

function withClasses(codes: readonly string[]): [code: string, inClass: string | null][] {
  return codes.map((code) => [code, cpvClass(code)]);
}
