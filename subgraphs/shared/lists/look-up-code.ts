import { say, type Sentence } from '../words/said/say.js';
import type { CpvListEntry } from '../words/cpv.js';
import { successorOf } from '../words/merged-municipalities.js';
import type { ReferenceLists } from './reference-lists.js';

/** What the lists say of a CPV code. `code` is what is gone on with: without its check digit. */
export type CpvVerdict =
  | { readonly kind: 'known' | 'unverified'; readonly code: string }
  | { readonly kind: 'refused'; readonly reason: Sentence };

/** What the lists say of a municipality. `code` is what is gone on with: never one that has merged. */
export interface MunicipalityVerdict {
  readonly kind: 'known' | 'unverified' | 'merged';
  readonly code: string;
}

/** What the lists say of a code that came in. */
export type CodeVerdict = CpvVerdict | MunicipalityVerdict;

/** What is known of a CPV code; null when no list has it. Without a label where only its number is known. */
export function findCpv(
  { cpvByCode, cpvCodes }: ReferenceLists,
  code: string,
): CpvListEntry | null {
  const entry = cpvByCode.get(code);
  if (entry) return entry;
  const checkDigit = cpvCodes.checkDigitOf(code);
  return checkDigit === null ? null : { code, checkDigit, label: {} };
}

/** Looks a CPV code up. @param text - Of the form of a code, with or without its check digit, which only the table can verify. */
export function lookUpCpv(lists: ReferenceLists, text: string): CpvVerdict {
  const [code = '', checkDigit] = text.split('-');
  const entry = findCpv(lists, code);
  if (!entry) return { kind: 'unverified', code };
  if (checkDigit !== undefined && entry.checkDigit !== null && checkDigit !== entry.checkDigit) {
    return {
      kind: 'refused',
      reason: say`the check digit of ${code} is ${entry.checkDigit}, got ${checkDigit}`,
    };
  }
  return { kind: 'known', code };
}

/** Looks a municipality up. @param code - Of the form of one. */
export function lookUpMunicipality(
  { municipalityByCode }: ReferenceLists,
  code: string,
): MunicipalityVerdict {
  const successor = successorOf(code);
  if (successor !== null) return { kind: 'merged', code: successor };
  return { kind: municipalityByCode.has(code) ? 'known' : 'unverified', code };
}
