import type { LocalizedText } from './localized.js';

/** One row of a CPV list. */
export interface CpvListEntry {
  /** 8 digits. */
  readonly code: string;
  /** From the list, never computed: 532 official codes break the published formula. */
  readonly checkDigit: string | null;
  readonly label: LocalizedText;
}

/** Digits that a code shares with everything below it: trailing zeros stripped, at least two kept. */
export function cpvPrefix(code: string): string {
  let length = code.length;
  while (length > 2 && code[length - 1] === '0') length -= 1;
  return code.slice(0, length);
}

/** Whether `code` is `ancestor` or lies below it. Both 8 digits. */
export function isAtOrBelowCpv(code: string, ancestor: string): boolean {
  return code.startsWith(cpvPrefix(ancestor));
}

/** Whether one of two codes is the other or lies below it. Both 8 digits. */
export function isOnBranchOfCpv(one: string, other: string): boolean {
  return isAtOrBelowCpv(one, other) || isAtOrBelowCpv(other, one);
}

/** The division, such as `90000000` of `90910000`. */
export function cpvDivision(code: string): string {
  return `${code.slice(0, 2)}000000`;
}

/** Codes above this one, nearest first, whether or not a list has them; the division is the last. */
export function cpvAncestors(code: string): string[] {
  const ancestors: string[] = [];
  for (let digits = cpvPrefix(code).length - 1; digits >= 2; digits -= 1) {
    const ancestor = code.slice(0, digits).padEnd(8, '0');
    if (ancestor !== ancestors.at(-1) && ancestor !== code) ancestors.push(ancestor);
  }
  return ancestors;
}
