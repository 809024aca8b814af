import { isOfForm } from '../../../schema/scalars.js';
import {
  lookUpCpv,
  lookUpMunicipality,
  type CodeVerdict,
  type CpvVerdict,
} from './look-up-code.js';
import { say } from '../words/said/say.js';
import type { ReferenceLists } from './reference-lists.js';

/** Judges a CPV code, its form included. */
export function judgeCpv(lists: ReferenceLists, text: string): CpvVerdict {
  if (!isOfForm('CpvCode', text)) {
    return { kind: 'refused', reason: say`wanted 8 digits such as "90910000", got "${text}"` };
  }
  return lookUpCpv(lists, text);
}

/** Judges a municipality code, its form included. */
export function judgeMunicipality(lists: ReferenceLists, code: string): CodeVerdict {
  if (!isOfForm('MunicipalityCode', code)) {
    return {
      kind: 'refused',
      reason: say`wanted a code such as "FI-609" or "SE-0580", got "${code}"`,
    };
  }
  return lookUpMunicipality(lists, code);
}
