import type { TextLanguage } from '../localized.js';
import { Said, write, type Sentence } from './say.js';

/** Templates of `say` in the languages that are not English; each has the places of its key, in any order. */
export type Translations = Readonly<
  Record<string, Readonly<Record<Exclude<TextLanguage, 'en'>, string>>>
>;

/** Tells a sentence in a language. @param language - Null where that is all the same: then in English. */
export type Tell = (sentence: Sentence, language: TextLanguage | null) => string;

/** What has no translation, such as a sentence that an earlier release has stored, is told in English. */
export function createTell(translations: Translations): Tell {
  const known = new Map(Object.entries(translations));
  return (sentence, language) => {
    if (typeof sentence === 'string') return sentence;
    const wanted = language ?? 'en';
    if (wanted === 'en' || !isKnown(sentence, known)) return String(sentence);
    return write(sentence, wanted, (template) => known.get(template)?.[wanted] ?? template);
  };
}

/** Whether all of a sentence can be told in the same language. */
function isKnown({ template, values }: Said, known: ReadonlyMap<string, unknown>): boolean {
  const isOurs = known.has(template) || !/\p{L}/u.test(template);
  return isOurs && values.every((value) => !(value instanceof Said) || isKnown(value, known));
}
