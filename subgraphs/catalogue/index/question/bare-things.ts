import { stemsOf } from '../text/word-forms.js';

/**
 * Things and places that people have something done to, and that by themselves say nothing of what. Our own list, in base forms;
 * a trade that has such a word for a name is named by it all the same.
 */
const FINNISH =
  'talo asunto koti kämppä rakennus kirja koulu vesi katto seinä lattia huone ovi keittiö tie katu kunta kaupunki kylä yritys firma perhe ihminen';
const SWEDISH =
  'bostad hus hem lägenhet byggnad bok skola vatten tak vägg golv rum dörr kök väg gata kommun stad by företag familj människa';
const ENGLISH =
  'house home flat apartment building book school water roof ceiling wall floor room door kitchen road street town city village company family';

const STEMS = {
  fi: new Set(FINNISH.split(' ').flatMap((word) => [word, ...stemsOf(word, 'fi')])),
  sv: new Set(SWEDISH.split(' ').flatMap((word) => [word, ...stemsOf(word, 'sv')])),
  en: new Set(ENGLISH.split(' ').flatMap((word) => [word, ...stemsOf(word, 'en')])),
};

const ONE_LETTER = /^\p{L}$/u;

/** Whether a word, in whatever form, is but a thing or a place, or a letter. */
export function isBareThing(word: string): boolean {
  return (
    ONE_LETTER.test(word) ||
    (['fi', 'sv', 'en'] as const).some((language) =>
      [word, ...stemsOf(word, language)].some((form) => STEMS[language].has(form)),
    )
  );
}
