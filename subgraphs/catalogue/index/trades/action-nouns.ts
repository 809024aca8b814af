import type { TextLanguage } from '../../../shared/words/localized.js';
import { finnishActionNouns } from './finnish-verbs.js';

const SWEDISH_INFINITIVE = /^(.{2,})a$/;
/** A last consonant that is written twice before an ending: cut, trim. */
const ENGLISH_DOUBLED = /^([^aeiou]*[aeiou]([bdglmnprt]))$/;

/**
 * Nouns of what a verb says and of who does it, with which compounds end: `leikata` gives leikkaus and leikkuu, `klippa` klippning
 * and klippare, `cut` cutter. Base forms; of what is no verb, words that nobody says.
 * @param verb - Infinitive, normalized, see `wordsOf`.
 */
export function actionNounsOf(verb: string, language: TextLanguage): string[] {
  if (language === 'fi') return finnishActionNouns(verb);
  return language === 'sv' ? swedishActionNouns(verb) : englishDoers(verb);
}

function swedishActionNouns(verb: string): string[] {
  const stem = SWEDISH_INFINITIVE.exec(verb)?.[1];
  if (stem === undefined) return [];
  const doing = /er$/.test(stem) ? `${stem}ing` : `${stem}ning`;
  return [stem, doing, `${stem}ande`, `${stem}e`, `${stem}are`];
}

/** What `-ing` makes has the stem of the verb already. */
function englishDoers(verb: string): string[] {
  const doubled = verb.replace(ENGLISH_DOUBLED, '$1$2');
  return [`${doubled.replace(/(?:e|ing)$/, '')}er`];
}
