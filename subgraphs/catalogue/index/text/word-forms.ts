import { createStemmer } from 'multilingual-stemmer';
import type { TextLanguage } from '../../../shared/words/localized.js';
import { finnishStems } from './finnish-forms.js';
import { listedSwedishForm, swedishStems } from './swedish-forms.js';

const stemEnglish = createStemmer('en');

const STEMS: Record<TextLanguage, (word: string) => string[]> = {
  fi: finnishStems,
  sv: swedishStems,
  en: (word) => [stemEnglish(word)],
};

/**
 * The stems by which the forms of a word are known as one. Several where an ending can be read in several ways.
 * @param word - Normalized, see `wordsOf`.
 */
export function stemsOf(word: string, language: TextLanguage): string[] {
  return [...new Set(STEMS[language](word))];
}

/** The word under which a written form is listed: itself, but for plurals that change their vowel. */
export function listedForm(word: string, language: TextLanguage): string {
  return language === 'sv' ? listedSwedishForm(word) : word;
}
