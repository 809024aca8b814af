import {
  cpvAncestors,
  cpvPrefix,
  isAtOrBelowCpv,
  type CpvListEntry,
} from '../../shared/words/cpv.js';
import { successorsCalled } from '../../shared/words/merged-municipalities.js';
import type { MunicipalityEntry } from '../../shared/words/municipality.js';
import { findCpv } from '../../shared/lists/look-up-code.js';
import type { ReferenceLists } from '../../shared/lists/reference-lists.js';

const MOST_MUNICIPALITIES = 1_000;
const MOST_CODES = 500;
const COLLATOR = new Intl.Collator('fi');

const lower = (text: string): string => text.toLocaleLowerCase('fi');

/** The languages of a municipality's name, its main one first. */
export function municipalityLanguages(country: string): readonly string[] {
  return country === 'SE' ? ['sv', 'fi'] : ['fi', 'sv'];
}

function mainName({ country, name }: MunicipalityEntry): string {
  const [first, second] = municipalityLanguages(country) as ['fi', 'sv'];
  return name[first] ?? name[second] ?? '';
}

/**
 * Municipalities by main name.
 * @param text - Beginning of a name, of the code or of the national code, or code or name of one that has merged into it; null gives all.
 */
export function findMunicipalities(
  { municipalityByCode }: ReferenceLists,
  text: string | null,
  country: string | null,
): MunicipalityEntry[] {
  const wanted = lower(text ?? '');
  const successors = successorsCalled(text ?? '');
  const isWanted = (entry: MunicipalityEntry): boolean => {
    if (country !== null && entry.country !== country) return false;
    if (successors.includes(entry.code)) return true;
    const beginnings = [entry.code, entry.code.slice(3), ...Object.values(entry.name)];
    return beginnings.some((beginning) => lower(beginning).startsWith(wanted));
  };
  return [...municipalityByCode.values()]
    .filter(isWanted)
    .sort((a, b) => COLLATOR.compare(mainName(a), mainName(b)) || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_MUNICIPALITIES);
}

/**
 * Entries in the order of their codes: those of which more is known than the number, and all others where numbers are asked for.
 * @param asked - Beginning of the code, be it with its check digit, or beginnings of words that one label has; null gives all.
 * @param under - Only this code and those below it; null gives all.
 */
export function findCpvEntries(
  lists: ReferenceLists,
  asked: string | null,
  under: string | null,
): CpvListEntry[] {
  const [, whole, check = ''] = /^(\d{8})-(\d?)$/.exec(asked ?? '') ?? [];
  const text = whole ?? asked;
  const digits = under === null ? /^\d+$/.exec(text ?? '')?.[0] : cpvPrefix(under);
  const bare = digits === undefined ? [] : lists.cpvCodes.beginningWith(digits);
  const words = lower(text ?? '').split(/\s+/);
  const hasWords = (label: string): boolean => {
    const known = lower(label).split(/[^\p{L}\p{N}]+/u);
    return words.every((word) => known.some((candidate) => candidate.startsWith(word)));
  };
  const isWanted = ({ code, checkDigit, label }: CpvListEntry): boolean =>
    (check === '' || check === checkDigit) &&
    (under === null || isAtOrBelowCpv(code, under)) &&
    (text === null || code.startsWith(text) || Object.values(label).some(hasWords));
  return [...new Set([...lists.cpvByCode.keys(), ...bare])]
    .flatMap((code) => findCpv(lists, code) ?? [])
    .filter(isWanted)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .slice(0, MOST_CODES);
}

/** The nearest broader code of the lists; null when there is none, as for a division. */
export function findCpvParent(lists: ReferenceLists, code: string): string | null {
  return cpvAncestors(code).find((ancestor) => findCpv(lists, ancestor) !== null) ?? null;
}
