import { weaken } from '../text/finnish-forms.js';
import { Rewriting } from '../text/rewriting.js';

/** What a verb is conjugated from. */
export interface Principals {
  /** Ends in a vowel, in the strong grade: pese-, hoita-, maalaa-. */
  readonly stems: readonly string[];
  /** The stem in the weak grade, with which `I`, `you` and `we` go: hoida-. */
  readonly weak: readonly string[];
  /** What `-taan` and `-ttiin` go to, in the form that stands before `-tiin`: hoidet-, siivot-, pes-. */
  readonly passive: string;
  /** The passive of the present: hoidetaan. */
  readonly presentPassive: string;
  readonly past: readonly string[];
}

/** Verbs of the kinds that end so in the first infinitive, with its last vowel. */
const IN_VOWEL = /^(.{2,}[aeiouyäö])([aä])$/; // hoitaa
const IN_DA = /^(.*(?:[aeouyäö]i|uo|yö|ie|aa|ää|uu|yy|äy))d([aä])$/; // imuroida
const IN_CONSONANTS = /^(.+[aeiouyäö])(?:(l)l|(n)n|(r)r|(s)t)([aä])$/; // pestä, ommella
const IN_TA = /^(.+[aeiouyäö])t([aä])$/; // siivota

/** Strong grades of the consonants before the last vowel. */
const STRONG_GRADES = new Rewriting(
  (
    [
      [/([aeiouyäölrn])([kpt])([aeiouyäö])$/, '$1$2$2$3'], // leikata: leikkaa
      [/mm([aeiouyäö])$/, 'mp$1'], // ommella: ompelee
      [/([nlr])\1([aeiouyäö])$/, '$1t$2'], // kuunnella: kuuntelee
      [/ng([aeiouyäö])$/, 'nk$1'],
      [/d([aeiouyäö])$/, 't$1'],
      [/v([aeiouyäö])$/, 'p$1'],
    ] as const
  ).map(([pattern, replacement]) => ['aeiouyäö', pattern, replacement]),
);

/** Stems that follow no rule, by infinitive. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['tehdä', 'teke'],
  ['nähdä', 'näke'],
  ['koota', 'kokoa'],
  ['olla', 'ole'],
]);

const BEFORE_I = new Rewriting([
  ['e', /ie$/, 'e'],
  ['o', /uo$/, 'o'],
  ['ö', /yö$/, 'ö'],
  ['aäuy', /([aäuy])\1$/, '$1'],
  ['y', /äy$/, 'äv'],
  ['ei', /[ei]$/, ''],
]);

/** In the weak grade these are one letter of two: leikata has leikkaa, and no leikaa. */
const SINGLE_STOP = /[aeiouyäölrn][kpt][aeiouyäö]$/;

/** Endings that need a stem before them: katso|massa, teh|tävä|ksi, kerr|omme. */
const INFLECTION =
  /(?:m(?:[aä](?:ss[aä]|st[aä]|ll[aä]|lt[aä]|tt[aä]|n)|aan|ään)|t[aä]v[aä](?:ksi|n|t)?|[aeiouyäö]mme|[aeiouyäö]tte|.?.?k(?:aa|ää))$/;

/** What a question adds to a form: hoitaisiko, onkohan. */
const CLITIC = new Rewriting([['oön', /^(.{3,}?)(?:kohan|köhän|ko|kö|han|hän)$/, '$1']]);

/** Before the i of the past and of the conditional: vie : veisi, tuo : toisi, pese : pesisi, imuroi : imuroisi. */
function beforeI(stem: string): string {
  return BEFORE_I.first(stem) ?? stem;
}

/** Null for what is no verb. @param infinitive - Normalized, see `wordsOf`. */
export function principalsOf(infinitive: string): Principals | null {
  const regular =
    inConsonants(infinitive) ?? inDa(infinitive) ?? inTa(infinitive) ?? inVowel(infinitive);
  const irregular = IRREGULAR.get(infinitive);
  if (irregular === undefined) return regular;
  const passive = infinitive.replace(/(?:d|(l)l|t)[aä]$/, '$1');
  return {
    stems: [irregular],
    weak: [irregular, ...weaken(irregular)],
    passive,
    presentPassive: `${infinitive}${infinitive.slice(-1)}n`,
    past: [`${beforeI(irregular)}i`],
  };
}

function inVowel(infinitive: string): Principals | null {
  const [, stem, vowel = ''] = IN_VOWEL.exec(infinitive) ?? [];
  if (stem === undefined) return null;
  const weak = weaken(stem);
  const softened = (weak[0] ?? stem).replace(/[aä]$/, 'e');
  const bare = stem.slice(0, -1);
  const past = /[aä]$/.test(stem) ? [`${bare}i`, `${bare}oi`] : [`${beforeI(stem)}i`];
  return {
    stems: [stem],
    weak: weak.length > 0 ? weak : [stem],
    passive: `${softened}t`,
    presentPassive: `${softened}t${vowel}${vowel}n`,
    past,
  };
}

function inDa(infinitive: string): Principals | null {
  const [, stem, vowel = ''] = IN_DA.exec(infinitive) ?? [];
  if (stem === undefined) return null;
  const past = [`${beforeI(stem)}i`];
  const presentPassive = `${infinitive}${vowel}n`;
  return { stems: [stem], weak: [stem], passive: stem, presentPassive, past };
}

function inConsonants(infinitive: string): Principals | null {
  const [, begin, ...consonants] = IN_CONSONANTS.exec(infinitive) ?? [];
  if (begin === undefined) return null;
  const vowel = infinitive.slice(-1);
  const consonant = consonants.slice(0, -1).join('');
  const stems = [begin, ...STRONG_GRADES.all(begin)].map((stem) => `${stem}${consonant}e`);
  return {
    stems,
    weak: stems,
    passive: begin + consonant,
    presentPassive: `${infinitive}${vowel}n`,
    past: stems.map((stem) => `${beforeI(stem)}i`),
  };
}

function inTa(infinitive: string): Principals | null {
  const [, begin, vowel = ''] = IN_TA.exec(infinitive) ?? [];
  if (begin === undefined) return null;
  const strong = [...(SINGLE_STOP.test(begin) ? [] : [begin]), ...STRONG_GRADES.all(begin)];
  const stems = begin.endsWith('i') ? [`${begin}tse`] : strong.map((stem) => stem + vowel);
  return {
    stems,
    weak: stems,
    passive: `${begin}t`,
    presentPassive: `${infinitive}${vowel}n`,
    past: begin.endsWith('i') ? [`${begin}tsi`] : strong.map((stem) => `${stem}si`),
  };
}

/** Its last vowel twice, unless it is long already: pese → pesee, maalaa. */
function lengthened(stem: string): string {
  return /([aeiouyäö])\1$|[aeouyäö]i$|uo$|yö$|ie$|äy$/.test(stem) ? stem : stem + stem.slice(-1);
}

/**
 * The forms of a Finnish verb in which people ask for what it says: persons of present, past and conditional, passives, what
 * goes with `tulla` and `olla` (pesemään, pesemässä), its nouns (peseminen, pesijä). Of what is no verb, forms that nobody says.
 * Of imperatives only those to several: the others are too short to be told from other words (muuta).
 * @param infinitive - Normalized, see `wordsOf`.
 */
export function finnishVerbForms(infinitive: string): string[] {
  const principals = principalsOf(infinitive);
  if (!principals) return [];
  const { stems, weak, passive, presentPassive, past } = principals;
  const back = infinitive.endsWith('a');
  const harmonic = (ending: string): string =>
    back ? ending : ending.replaceAll('a', 'ä').replaceAll('u', 'y');
  const withAll = (bases: readonly string[], endings: string): string[] =>
    bases.flatMap((base) => endings.split(' ').map((ending) => base + harmonic(ending)));
  const conditional = stems.map((stem) => `${beforeI(stem)}isi`);
  const toSeveral = IN_VOWEL.test(infinitive) && !IN_DA.test(infinitive) ? stems : [passive];
  const agents = stems.map((stem) => stem.replace(/(?<![aeiouyäö])e$/, 'i').replace(/oa$/, 'oo'));
  return [
    ...withAll(weak, 'n t mme tte'),
    ...stems.map(lengthened),
    ...stems.filter((stem) => stem.endsWith('oa')).map((stem) => stem.replace(/a$/, 'o')),
    ...withAll(stems, 'vat maan massa masta malla minen mista misen miseen misessa'),
    ...withAll(conditional, 'n t mme tte vat'),
    ...conditional,
    ...withAll(past, 'vat'),
    ...past,
    presentPassive,
    ...withAll(toSeveral, 'kaa'),
    ...withAll([passive], 'tiin taisiin tu tua tava tavaksi'),
    ...withAll([passive.endsWith('t') ? passive : `${passive}t`], 'uksi'),
    ...withAll(agents, 'ja jat jaa jan jaksi jia'),
  ];
}

/** The imperative to one person, which is the weak stem alone: tule, auta. Of what is no verb, words that nobody says. */
export function finnishImperatives(infinitive: string): string[] {
  return [...(principalsOf(infinitive)?.weak ?? [])];
}

/** How many letters at the end of a word are but the ending of a verb: 5 of `katsomassa`. */
export function inflectionLength(word: string): number {
  return INFLECTION.exec(word)?.[0].length ?? 0;
}

/** A form without what makes it a question: hoitaisiko → hoitaisi. Null where nothing does. */
export function withoutClitic(word: string): string | null {
  return CLITIC.first(word);
}

/**
 * Nouns of what a Finnish verb says, by all rules by which such nouns are made, of which one or two are in use: hoito, huolto,
 * leikkaus, asennus, imurointi, hionta, pesu. Of what is no verb, words that nobody says.
 * @param infinitive - Normalized, see `wordsOf`.
 */
export function finnishActionNouns(infinitive: string): string[] {
  const principals = principalsOf(infinitive);
  if (!principals) return [];
  const back = /[aou]/.test(infinitive);
  const harmonic = (ending: string): string => (back ? ending : ending.replaceAll('a', 'ä'));
  const { stems, weak, passive } = principals;
  const bare = (stem: string): string => stem.slice(0, -1);
  return [
    ...(IN_DA.test(infinitive) ? [`${passive}nti`] : []), // imurointi
    ...[...stems, ...weak].flatMap((stem) => [
      `${bare(stem)}${back ? 'us' : 'ys'}`, // leikkaus, asennus
      `${stem}${harmonic('nta')}`, // hionta, kitkentä
    ]),
    ...stems.flatMap((stem) => [
      ...(back ? ['o', 'u', 'uu'] : ['ö', 'y', 'o', 'u']).map((ending) => bare(stem) + ending), // hoito, haku, kaivuu, pesu
      stem.replace(/aa$/, 'uu'), // leikkuu
      stem, // vahti
    ]),
  ];
}
