import { Rewriting, type Rule } from './rewriting.js';

/** What comes off must leave this: four letters, a short word such as apu, or one of one syllable. */
const LONG_ENOUGH =
  /.{4}|^[aeiouyäö][^aeiouyäö][aeiouyäö]$|^(?:jää|kuu|luu|maa|pää|puu|suo|suu|syy|sää|tie|työ|voi)$/;
/** Marks a weak grade, so that kato-, the weak grade of katto, is told from the word kato. */
const WEAK = '°';

/** Words of one syllable whose plural hides it, also as the last part of a compound, and some that follow no rule. */
const IRREGULAR = new Rewriting([
  ['näe', /töi(?:tä|den|hin|ssä|stä|llä|ltä|lle)$/, 'työ'], // lumitöitä → lumityö
  ['nae', /toi(?:ta|den|hin|ssa|sta|lla|lta|lle)$/, 'tyo'], // the same without dots
  ['nae', /pui(?:den|ta|hin|ssa|sta|lla|lta|lle)$/, 'puu'], // omenapuiden → omenapuu
  ['naäe', /tei(?:den|t[äa]|hin|ll[äa]|lt[äa]|lle)$/, 'tie'], // pihateiden → pihatie
  ['nae', /^mai(?:den|ta|hin|ssa|lla|lle)$/, 'maa'],
  ['nia', /la(?:psen|psi|sten|sta)$/, 'lapsi'],
  ['ntaäe', /mie(?:hen|het|hell[eä]|sten|st[äa])$/, 'mies'],
  ['naäe', /mieh(?:i[äa]|ien|ille)$/, 'mies'],
  ['nat', /ru[ou](?:an|assa|asta|alla|at)$/, 'ruoka'],
  ['nä', /häi(?:den|tä|hin|ssä|stä)$/, 'häät'],
  ['a', /lunta$/, 'lumi'],
]);

/** Whose it is: autosi → auto, kotiisi → koti. */
const POSSESSIVES = new Rewriting([
  ['ieaä', /([aeiouyäö])(?:ni|si|mme|ns[aä])$/, '$1'],
  ['ieaä', /([aeiouyäö])\1(?:ni|si|mme|nne|ns[aä])$/, '$1'],
]);

const IN_PLURAL = 'i(?:den|tten|t[aä]|hin|siin|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi)$';

/** Endings of the plural before which both grades stand, nurmikoita and hoitoihin, and the stems that they may hide. */
const PLURAL_OF_EITHER_GRADE: readonly Rule[] = [
  ['naei', new RegExp(`o${IN_PLURAL}`), 'a'], // ikkunoiden → ikkuna
  ['näei', new RegExp(`ö${IN_PLURAL}`), 'ä'],
  ['naäei', new RegExp(`([oöuy])${IN_PLURAL}`), '$1'],
  ['naäei', new RegExp(`e${IN_PLURAL}`), 'i'], // leikkureita → leikkuri
  ['naäei', new RegExp(`e${IN_PLURAL}`), 'ee'], // laitteiden → laittee
  ['naäei', new RegExp(`([aä])${IN_PLURAL}`), '$1$1'], // portaita → portaa
];

/** Case endings that close a syllable; the stems before them are in the weak grade, if they have one. */
const CLOSING = new Rewriting([
  ['naäeit', /([aeiouyäö])(?:n|t|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi)$/, '$1'], // huollon → huollo
  ...PLURAL_OF_EITHER_GRADE,
]);

/** The other case endings of the singular, and the stems before them. */
const SINGULAR: readonly Rule[] = [
  ['aä', /([aeiouyäö])[aä]$/, '$1'], // huoltoa
  ['aä', /([aeiouyäö]{2}|[nsr])t[aä]$/, '$1'], // keittiötä, siivousta
  ['aä', /([aeiouyäö]{2}[lnr])t[aä]$/, '$1i'], // kieltä → kieli
  ['aä', /([aeiouyäö])tt[aä]$/, '$1si'], // vettä → vesi
  ['aä', /([nr])tt[aä]$/, '$1si'], // kantta → kansi
  ['aä', /ett[aä]$/, 'e'], // laitetta → laite
  ['aä', /([uy])tt[aä]$/, '$1s'], // terveyttä → terveys
  ['n', /([aouieyäö])\1n$/, '$1'], // hoitoon
  ['n', /seen$/, ''], // huoneeseen → huonee
  ['n', /([aouieyäö])h\1n$/, '$1'], // maahan
];

const AFTER_CONSONANT = 'i(?:[aä]|en|in|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle)$';
const FRONT_AFTER_CONSONANT = 'i(?:ä|ssä|stä|llä|ltä)$';

/** The other endings of the plural. */
const PLURAL: readonly Rule[] = [
  ['an', /o(?:ja|jen)$/, 'o'],
  ['an', /o(?:ja|jen)$/, 'a'], // tiloja → tila
  ['aän', /([öuy])j(?:[aä]|en)$/, '$1'], // hyllyjä
  ['aän', /ej(?:[aä]|en)$/, 'i'], // kursseja → kurssi
  ['naäe', new RegExp(`([^aeiouyäö])${AFTER_CONSONANT}`), '$1i'], // lehtiä → lehti
  ['naäe', new RegExp(`([^aeiouyäö])${AFTER_CONSONANT}`), '$1e'], // siivouksia → siivoukse
  ['ä', new RegExp(`([^aeiouyäö])${FRONT_AFTER_CONSONANT}`), '$1ä'], // pöytiä → pöytä
  ['ne', /([eiyäö][^aeiouyäö]+)i(?:en|in|lle)$/, '$1ä'],
  // Words of two syllables in a, e and i have oja instead: tilejä are accounts, tiloja are rooms.
  ['nae', /^([^aeiouyäö]*[ou][aeiou]?[^aeiouyäö]+)i(?:a|en|in|ssa|sta|lla|lta|lle)$/, '$1a'],
  ['nae', /([aeiou][^aeiouyäö]+[aeiou]+[^aeiouyäö]+)i(?:a|en|in|ssa|sta|lla|lta|lle)$/, '$1a'],
  ['n', /([aeiouyäö][sn])ten$/, '$1'], // siivousten → siivous
  ['n', /([lr])ten$/, '$1i'], // kielten → kieli
];

const OPEN = new Rewriting([...SINGULAR, ...PLURAL_OF_EITHER_GRADE, ...PLURAL]);

/** What base forms have in common with their stems. */
const BASE_FORMS = new Rewriting([
  ['n', /([aeiouyäö])nen$/, '$1s'], // sijainen, whose stem is sijaise-
  ['i', /([aeiouyäönlr])si$/, '$1ti'], // vesi, whose weak grade is vede-
]);

/** Base forms of stems that were found before an ending. */
const STEMS = new Rewriting([
  ['e', /([aeiouyäö])kse$/, '$1s'], // siivoukse- → siivous
  ['e', /([uy])[dt]e$/, '$1s'], // terveyde- → terveys
  ['e', /([aeiouyäö])se$/, '$1s'], // sijaise- → sijais
  ['e', /([aeiouyäö])me$/, '$1n'], // avaime- → avain
  ['e', /([aeiouyäö][nlr])e$/, '$1'], // jäsene- → jäsen
  ['e', /([^e])e$/, '$1i'], // lume- → lumi
  ['e', /ee$/, 'e'], // huonee- → huone
  ['aä', /([aä])\1$/, '$1s'], // vieraa- → vieras
]);

/** The weak grade of the consonants before the last vowel. */
const WEAK_GRADES = new Rewriting(
  (
    [
      [/([kpt])\1([aeiouyäö])$/, '$1$2'], // katto : katon
      [/([lnr])t([aeiouyäö])$/, '$1$1$2'], // huolto : huollon
      [/mp([aeiouyäö])$/, 'mm$1'],
      [/nk([aeiouyäö])$/, 'ng$1'],
      [/([lrh])k([ie])$/, '$1j$2'], // jälki : jäljen
      [/([uy])k\1$/, '$1v$1'], // puku : puvun
      [/([aeiouyäölr])k([aeiouyäö])$/, '$1$2'], // jalka : jalan
      [/([aeiouyäöh])t([aeiouyäö])$/, '$1d$2'], // hoito : hoidon
      [/([aeiouyäölr])p([aeiouyäö])$/, '$1v$2'], // apu : avun
    ] as const
  ).map(([pattern, replacement]) => ['aeiouyäö', pattern, replacement]),
);

/** Words of children have one grade: pupu is a rabbit, and no suit (puvun). */
const ONE_GRADE = /^(p.)\1$/;

/** The stem with its consonants in the weak grade; none where it has but one grade. */
export function weaken(stem: string): string[] {
  const weak = ONE_GRADE.test(stem) ? null : WEAK_GRADES.first(stem);
  return weak === null ? [] : [weak];
}

/**
 * What a Finnish word may be a form of: forms of one noun have one of these in common, its base form or the weak grade of its
 * stem. Rules of our own: the Snowball algorithm knows no consonant gradation, few plurals, and none of the nouns whose stem
 * shows in some forms only.
 * @param word - Normalized, see `wordsOf`.
 */
export function finnishStems(word: string): string[] {
  const written = [word, ...POSSESSIVES.all(word)];
  const closed = written.flatMap((form) => CLOSING.all(form));
  const open = written.flatMap((form) => OPEN.all(form));
  const bases = [...closed, ...open].flatMap((stem) => STEMS.all(stem));
  // The strong grade stands in the forms of these: laite : laitteen, porras : portaan, soitin : soittimen.
  const strengthened = bases.flatMap((base) => {
    const [consonant = ''] = /[sn]$/.exec(base) ?? [];
    return weaken(consonant ? base.slice(0, -1) : base).map((weak) => weak + consonant);
  });
  const strong = [...open, ...bases, ...written.flatMap((form) => BASE_FORMS.all(form))];
  const weak = [...[...written, ...strong].flatMap(weaken), ...closed, ...bases];
  const derived = [...written.slice(1), ...strong, ...closed, ...strengthened];
  return [
    word,
    ...IRREGULAR.all(word),
    ...derived.filter(isLongEnough),
    ...weak.filter(isLongEnough).map((stem) => stem + WEAK),
  ];
}

function isLongEnough(stem: string): boolean {
  return LONG_ENOUGH.test(stem);
}
