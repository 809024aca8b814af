import { isOfForm } from '../../../schema/scalars.js';
import { successorOf } from '../words/merged-municipalities.js';
import { findCpv, type ReferenceLists } from './reference-lists.js';

/** What the lists say of a code that came in. `code` is what is gone on with: without a check digit, and never one that has merged. */
export type CodeVerdict =
  | { readonly kind: 'known' | 'unverified' | 'merged'; readonly code: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Judges a CPV code with or without its check digit, which only the table can verify. */
export function judgeCpv(lists: ReferenceLists, text: string): CodeVerdict {
  if (!isOfForm('CpvCode', text)) {
    return { kind: 'refused', reason: `wanted 8 digits such as "90910000", got "${text}"` };
  }
  const [code = '', checkDigit] = text.split('-');
  const entry = findCpv(lists, code);
  if (!entry) return { kind: 'unverified', code };
  if (checkDigit !== undefined && entry.checkDigit !== null && checkDigit !== entry.checkDigit) {
    return {
      kind: 'refused',
      reason: `the check digit of ${code} is ${entry.checkDigit}, got ${checkDigit}`,
    };
  }
  return { kind: 'known', code };
}

/** Judges a municipality code. */
export function judgeMunicipality(lists: ReferenceLists, code: string): CodeVerdict {
  if (!isOfForm('MunicipalityCode', code)) {
    return {
      kind: 'refused',
      reason: `wanted a code such as "FI-609" or "SE-0580", got "${code}"`,
    };
  }
  const successor = successorOf(code);
  if (successor !== null) return { kind: 'merged', code: successor };
  return { kind: lists.municipalityByCode.has(code) ? 'known' : 'unverified', code };
}
