import { createStemmer } from 'multilingual-stemmer';
import { Rewriting } from './rewriting.js';

const stem = createStemmer('sv');

/** Plurals with another vowel, a closed group: `bostäder` is a form of `bostad`, and no kind of `städ`. */
const UMLAUT_PLURALS = new Rewriting([
  ['ras', /städer(?:na)?s?$/, 'stad'],
  ['ras', /([lsbtr])änder(?:na)?s?$/, '$1and'],
  ['ras', /händer(?:na)?s?$/, 'hand'],
  ['ras', /nätter(?:na)?s?$/, 'natt'],
  ['ras', /böcker(?:na)?s?$/, 'bok'],
  ['ras', /fötter(?:na)?s?$/, 'fot'],
  ['ras', /rötter(?:na)?s?$/, 'rot'],
  ['ras', /bönder(?:na)?s?$/, 'bonde'],
  ['sn', /^möss(?:en)?s?$/, 'mus'],
]);

/** Endings that the Snowball algorithm leaves alone, and what they are endings of. */
const BASES = new Rewriting([
  ['ts', /(.{3})ets?$/, '$1'], // barnet → barn
  ['ts', /(.{2}[oyåäöi])ts?$/, '$1'], // kontot → konto
  ['tras', /use(?:et|er|erna)s?$/, 'useum'], // museet → museum
  ['ras', /([åäöy])ar(?:na)?s?$/, '$1'], // sjöar → sjö
  ['ras', /skor(?:na)?s?$/, 'sko'],
  ['ns', /([åäöyuo])ns?$/, '$1'], // snön → snö
  ['ns', /(.{2}[^aeiouyåäö])ans?$/, '$1a'], // trappan → trappa
  ['ns', /(.{3}e[lr])ns?$/, '$1'], // skötseln → skötsel
  ['ns', /(.{3}or)ns?$/, '$1'], // datorn → dator
  ['as', /(.{2}or)nas?$/, '$1'], // skorna → skor
  ['tnas', /(.{2}[^aeiouyåäö])([lnr])e(?:t|n|na)s?$/, '$1$2'], // fönstret → fönstr-
  ['lnr', /(.{2}[^aeiouyåäö])e([lnr])$/, '$1$2'], // fönster → fönstr-, cykel → cykl-ar
]);

/** Words that only look like forms of others: lager is a store, lag a law, and lägenhet, a flat, is no läge. */
const WHOLE = new Map([
  ['lager', 'lager'],
  ['lagret', 'lager'],
  ['lagren', 'lager'],
  ['lägenhet', 'lägenhet'],
  ['lägenheten', 'lägenhet'],
  ['lägenheter', 'lägenhet'],
  ['lägenheterna', 'lägenhet'],
]);

/** Who does something: a painter, målare, is no kind of mål, which are meals. */
const AGENT = /^(.{2,}(?<!somm)ar)e(?:ns?|s)?$/;
const AGENTS = /^(.{2,}ar)nas?$/;

/** Stems until nothing more comes off, so that kontor, kontors and kontorets end alike. */
function stemWhole(word: string): string {
  let stemmed = word;
  for (let next = stem(stemmed); next !== stemmed && next.length >= 3; next = stem(stemmed)) {
    stemmed = next;
  }
  return stemmed.replace(/(.{2}(m|n))\2$/, '$1');
}

/**
 * What a Swedish word may be a form of, without endings: forms of one noun have one of these in common. The Snowball
 * algorithm, helped where it is blind. @param word - Normalized, see `wordsOf`.
 */
export function swedishStems(word: string): string[] {
  const whole = WHOLE.get(word);
  if (whole) return [whole];
  const agent = AGENT.exec(word)?.[1];
  if (agent) return [`${agent}e`];
  const agents = AGENTS.exec(word)?.[1];
  const stems = [word, ...BASES.all(word)].map(stemWhole);
  return agents ? [`${agents}e`, ...stems] : stems;
}

/** The word under which a written form is listed: itself, but for plurals that change their vowel. */
export function listedSwedishForm(word: string): string {
  return UMLAUT_PLURALS.first(word) ?? word;
}
