import type { Trade } from '../../../shared/lists/trade.js';

/**
 * Languages by ISO 639 code, with the beginnings of their names in Finnish, Swedish and English, as regular expressions have them.
 * What people call a country by is no language where that can be told: `Suomessa`. Our own list.
 */
const BEGINNINGS: Readonly<Record<string, string>> = {
  am: 'amhar',
  ar: 'arabi',
  bg: 'bulgar',
  bn: 'bengal',
  da: 'tanska dansk danish',
  de: 'saksa tysk german',
  en: 'englan engelsk english',
  es: 'espanj spansk spanish',
  et: 'viron viroksi viroa estni eston',
  fa: 'persia farsi dari',
  fi: 'suomi suomen suomek suomest suomea finsk finnish',
  fr: 'ransk fransk french',
  hi: 'hindi',
  hu: 'unkari ungersk hungarian',
  it: 'italia italien',
  ja: 'japan',
  ko: 'korea',
  ku: 'kurdi sorani kurman',
  lt: 'liettua litauisk lithuan',
  lv: 'latvia lettisk',
  no: 'norja norsk norweg',
  pa: 'punjab panjab',
  pl: 'puola polsk polish',
  ps: 'pašt pasht',
  pt: 'portugal portugis portugues',
  ro: 'romania rumänsk',
  ru: 'venäjä rysk russian',
  se: 'saame samisk',
  sgn: 'viittoma teckenspråk sign$',
  sh: 'serbi serbo bosnia bosnisk kroatia kroatisk croatian',
  so: 'somali',
  sq: 'albani',
  sv: 'ruotsi(?!ssa) svensk swedish',
  sw: 'swahil suahil',
  ta: 'tamil',
  th: 'thai',
  ti: 'tigrin',
  tr: 'turkki turkin turkiska turkish',
  uk: 'ukrain',
  ur: 'urdu',
  vi: 'vietnam',
  zh: 'kiina kines chinese mandarin kanton',
};

const PATTERNS = Object.entries(BEGINNINGS).map(
  ([code, beginnings]) => [code, new RegExp(`^(?:${beginnings.replaceAll(' ', '|')})`)] as const,
);

/** Languages of the country, into which others are translated. */
const OWN = new Set(['fi', 'sv']);

/** Codes of what is done in two languages: translating, interpreting, and courses in a language. */
const OF_LANGUAGES = ['7953', '7954', '8058'];

/** Whether its services differ by the languages that they are of. */
export function isOfLanguages({ cpvPrefixes }: Trade): boolean {
  return cpvPrefixes.some((prefix) => OF_LANGUAGES.some((code) => prefix.startsWith(code)));
}

/** The languages that some words name, in any form and in compounds that begin so (`venäjätulkki`), by their codes. */
export function languagesIn(words: readonly string[]): string[] {
  return PATTERNS.filter(([, pattern]) => words.some((word) => pattern.test(word))).map(
    ([code]) => code,
  );
}

/** Those of which one must be meant: a foreign one decides, since it is translated from or into Finnish or Swedish anyway. */
export function languagesAskedIn(words: readonly string[]): string[] {
  const named = languagesIn(words);
  const foreign = named.filter((code) => !OWN.has(code));
  return foreign.length > 0 ? foreign : named;
}
