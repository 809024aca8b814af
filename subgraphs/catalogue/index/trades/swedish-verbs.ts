/** Swedish verbs of one syllable: sy, klä. */
const SHORT_VERB = /^[^aeiouyåäö]{1,3}[yåä]$/;

/** Verbs that make what is done without an a (`byggd`, `klippt`), with what it is made of; others also end so: översätta. */
const STRONG: Readonly<Record<string, string>> = {
  sätta: 'satt satta',
  lägga: 'lagd lagt lagda',
  göra: 'gjord gjort gjorda',
  bygga: 'byggd byggt byggda',
  klippa: 'klippt klippta',
  hänga: 'hängd hängt hängda',
  stänga: 'stängd stängt stängda',
  hyra: 'hyrd hyrt hyrda',
  köra: 'körd kört körda',
  röja: 'röjd röjt röjda',
  gräva: 'grävd grävt grävda',
  fälla: 'fälld fällt fällda',
  tömma: 'tömd tömt tömda',
  väva: 'vävd vävt vävda',
  sköta: 'skött skötta',
  smörja: 'smord smort smorda',
  skriva: 'skriven skrivet skrivna',
  riva: 'riven rivet rivna',
  skära: 'skuren skuret skurna',
  binda: 'bunden bundet bundna',
  bära: 'buren buret burna',
  gjuta: 'gjuten gjutet gjutna',
};

/** Small words that stand behind a verb and before what is done: klä om, omklädd. */
const PARTICLE = /^(?:om|upp|in|ut|av|på|ned|ner|till|bort|fast|ihop)(?=.{3})/;

/**
 * Forms of a Swedish verb that its stem does not show: what somebody has done (`få rummet byggt`), and all of a verb of one
 * syllable. Of what is no verb none. @param infinitive - Normalized, see `wordsOf`.
 */
export function swedishVerbForms(infinitive: string): string[] {
  if (SHORT_VERB.test(infinitive)) {
    return ['r', 'dd', 'tt', 'dda', 'dde'].map((ending) => infinitive + ending);
  }
  const verb = Object.keys(STRONG).find((ending) => infinitive.endsWith(ending));
  if (verb === undefined) return [];
  const prefix = infinitive.slice(0, infinitive.length - verb.length);
  return (STRONG[verb] ?? '').split(' ').map((form) => prefix + form);
}

/** What is done without the small word before it: omklädd → klädd. Null where there is none. */
export function withoutParticle(word: string): string | null {
  return PARTICLE.test(word) ? word.replace(PARTICLE, '') : null;
}
