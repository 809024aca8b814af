import { createStemmer } from 'multilingual-stemmer';
import type { TextLanguage } from '../../../shared/words/localized.js';
import { remembered } from '../parts/remembered.js';
import { finnishStems } from './finnish-forms.js';
import { listedSwedishForm, swedishStems } from './swedish-forms.js';

/** More than a whole network's words and their parts in one language. */
const MOST_REMEMBERED = 50_000;

const stemEnglish = createStemmer('en');

const STEMS: Record<TextLanguage, (word: string) => readonly string[]> = {
  fi: remembered(MOST_REMEMBERED, (word) => [...new Set(finnishStems(word))]),
  sv: remembered(MOST_REMEMBERED, (word) => [...new Set(swedishStems(word))]),
  en: remembered(MOST_REMEMBERED, (word) => [stemEnglish(word)]),
};

/**
 * The stems by which the forms of a word are known as one, each once. Several where an ending can be read in several ways.
 * @param word - Normalized, see `wordsOf`.
 */
export function stemsOf(word: string, language: TextLanguage): readonly string[] {
  return STEMS[language](word);
}

/** The word under which a written form is listed: itself, but for plurals that change their vowel. */
export function listedForm(word: string, language: TextLanguage): string {
  return language === 'sv' ? listedSwedishForm(word) : word;
}
