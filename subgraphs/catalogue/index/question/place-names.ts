import type { MunicipalityEntry } from '../../../shared/words/municipality.js';
import { stemsOf } from '../text/word-forms.js';
import { wordsOf } from '../text/words.js';

type Municipalities = ReadonlyMap<string, MunicipalityEntry>;

/** Of each list the words of its names and their stems; made when a word is first asked for. */
const KEYS_BY_LIST = new WeakMap<Municipalities, ReadonlySet<string>>();

function keysOf(word: string): string[] {
  return [word, ...stemsOf(word, 'fi'), ...stemsOf(word, 'sv')];
}

function keysOfNames(municipalityByCode: Municipalities): ReadonlySet<string> {
  const names = [...municipalityByCode.values()].flatMap(({ name }) => Object.values(name));
  return new Set(names.flatMap(wordsOf).flatMap(keysOf));
}

/** Whether a word is the name of a municipality, in any form: `Porissa`. @param word - Normalized, see `wordsOf`. */
export function isPlaceName(word: string, municipalityByCode: Municipalities): boolean {
  const known = KEYS_BY_LIST.get(municipalityByCode) ?? keysOfNames(municipalityByCode);
  KEYS_BY_LIST.set(municipalityByCode, known);
  return keysOf(word).some((key) => known.has(key));
}
