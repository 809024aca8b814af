import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemFinnish } from '@orama/stemmers/finnish';
import { stemmer as stemSwedish } from '@orama/stemmers/swedish';
import type { TextLanguage } from '../../../shared/words/localized.js';

type Rewriting = readonly [pattern: RegExp, replacement: string];

/** Finnish endings that the Snowball algorithm mistakes or leaves alone, and the base form that they may come from. */
const FINNISH_BASES: readonly Rewriting[] = [
  [/(.{3}[uyoöieaä]s)t[aä]$/, '$1'], // siivousta → siivous
  [/(.{3}[uyoöieaä]s)ten$/, '$1'], // vanhusten → vanhus
  [/(.{2}[aeiouyäö])nen$/, '$1s'], // sijainen → sijais-
  [/(.{2})o(?:ja|jen|i(?:den|ta|hin|ksi|ll[ae]|lta|na|ss?[at]a))$/, '$1a'], // ikkunoiden → ikkuna
  [/(.{2})e(?:j[aä]|i(?:den|t[aä]|hin|ksi|ll[aäe]|lt[aä]|n[aä]|ss?[aäta]{2}))$/, '$1i'], // kursseja → kurssi
  [/(.{2}[aeiouyäö])[nt]$/, '$1'], // puutarhan → puutarha, työt → työ
  [/töi(?:tä|den|hin|ssä|stä|llä|lle|nä)$/, 'työ'], // lumitöitä → lumityö
  [/pui(?:den|ta|hin|ssa|sta|lla|lle)$/, 'puu'], // omenapuiden → omenapuu
  [/ru[ou](?:an|assa|asta|alla|at)$/, 'ruoka'], // koululounasruoan → …ruoka
  [/la(?:psi|sten|sta)$/, 'lapsen'], // lasten → lapse-
];

/** Weak grade of the consonants before the last vowel: hoito : hoido-, huolto : huol(l)o-. */
const FINNISH_WEAKENINGS: readonly Rewriting[] = [
  [/([lnr])t([aeiouyäö]?)$/, '$1$2'],
  [/mp([aeiouyäö]?)$/, 'm$1'],
  [/nk([aeiouyäö]?)$/, 'ng$1'],
  [/([aeiouyäöh])t([aeiouyäö]?)$/, '$1d$2'],
  [/([aeiouyäölr])p([aeiouyäö]?)$/, '$1v$2'],
];

function rewrite(word: string, rewritings: readonly Rewriting[]): string[] {
  return rewritings
    .filter(([pattern]) => pattern.test(word))
    .map(([pattern, replacement]) => word.replace(pattern, replacement));
}

/** Brings together the stems of one noun: siivouks- and siivous, kaupa- and kaup-. */
function joinFinnishStems(stem: string): string {
  return stem.replace(/([uyoöie])ks$/, '$1s').replace(/^(.{3,})[aäei]$/, '$1');
}

function finnishStems(word: string): string[] {
  const bases = [word, ...rewrite(word, FINNISH_BASES)];
  // The word itself too: the algorithm takes some base forms for inflected ones (ikkuna, as if of ikku).
  const stems = [word, ...bases.map((base) => stemFinnish(base))].map(joinFinnishStems);
  return [...stems, ...stems.slice(1).flatMap((stem) => rewrite(stem, FINNISH_WEAKENINGS))];
}

/** Plurals with another vowel, a closed group: `bostäder` is a form of `bostad`, and no kind of `städ`. */
const SWEDISH_UMLAUT_PLURALS: readonly Rewriting[] = [
  [/städer(?:na)?s?$/, 'stad'],
  [/(l|s|b|t|r)änder(?:na)?s?$/, '$1and'],
  [/händer(?:na)?s?$/, 'hand'],
  [/nätter(?:na)?s?$/, 'natt'],
  [/böcker(?:na)?s?$/, 'bok'],
  [/fötter(?:na)?s?$/, 'fot'],
  [/rötter(?:na)?s?$/, 'rot'],
  [/bönder(?:na)?s?$/, 'bonde'],
];

/** Swedish endings that the Snowball algorithm leaves alone, and what they are endings of. */
const SWEDISH_BASES: readonly Rewriting[] = [
  [/(.{4})ets?$/, '$1'], // kontoret → kontor
  [/(.{3}e[lr])ns?$/, '$1'], // skötseln → skötsel
  [/(.{2}[^aeiouyåäö])e([lnr])$/, '$1$2'], // cykel → cykl-ar
];

/** Stems until nothing more comes off, so that kontor, kontors and kontorets end alike. */
function stemSwedishWhole(word: string): string {
  let stem = word;
  for (let next = stemSwedish(stem); next !== stem && next.length >= 3; next = stemSwedish(stem)) {
    stem = next;
  }
  return stem.replace(/(.{2}(m|n))\2$/, '$1');
}

function swedishStems(word: string): string[] {
  return [word, ...rewrite(word, SWEDISH_BASES)].map(stemSwedishWhole);
}

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
  return language === 'sv' ? (rewrite(word, SWEDISH_UMLAUT_PLURALS)[0] ?? word) : word;
}
