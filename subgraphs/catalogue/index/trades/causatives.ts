import { finnishVerbForms, principalsOf } from './finnish-verbs.js';

const IN_OIDA = /[oö]id[aä]$/; // imuroida
const IN_DA = /d[aä]$/;
const IN_TA = /[aeiouyäö]t[aä]$/; // siivota
/** These take but the longer ending: kannattaa (to be worth it) has nobody carry. */
const IN_NTAA = /ntaa$/; // rakentaa

/** Where the ending of a causative may begin: siivou|ttaa, siivou|tetaan. */
const SHORTEST_BASE = 3;

/**
 * Verbs that say to have done what a Finnish verb says to do, as whoever looks for somebody has it done: siivota gives siivouttaa,
 * rakentaa rakennuttaa, pestä pesettää. By all rules by which such verbs are made, of which one or two are in use.
 * @param infinitive - Normalized, see `wordsOf`.
 */
export function finnishCausatives(infinitive: string): string[] {
  const principals = principalsOf(infinitive);
  const isOfStem = !IN_DA.test(infinitive) || IN_OIDA.test(infinitive);
  if (!principals || !isOfStem) return [];
  const { stems, weak } = principals;
  const [long, short] = infinitive.endsWith('a') ? ['uttaa', 'ttaa'] : ['yttää', 'ttää'];
  const withLong = (bases: readonly string[]): string[] =>
    bases.map((base) => base.slice(0, -1) + long);
  const withShort = (bases: readonly string[]): string[] => bases.map((base) => base + short);
  if (IN_OIDA.test(infinitive))
    return [...withLong(stems.map((one) => `${one}tt`)), ...withShort(stems)]; // imuroituttaa
  if (IN_TA.test(infinitive)) return withLong(stems); // maalauttaa
  return [...withLong(weak), ...(IN_NTAA.test(infinitive) ? [] : withShort(weak))]; // rakennuttaa, pesettää
}

/** What of a causative its forms have in common: siivou-. */
export function causativeBaseOf(causative: string): string {
  return causative.slice(0, -'ttaa'.length);
}

/** The bases that a word has which may be a form of a causative; checked are the letters alone. */
export function causativeBasesWithin(word: string): string[] {
  const bases: string[] = [];
  for (let at = word.indexOf('t', SHORTEST_BASE); at >= 0; at = word.indexOf('t', at + 1)) {
    if (word[at - 1] !== 't') bases.push(word.slice(0, at));
  }
  return bases;
}

/** The causative that a base makes: siivouttaa. */
export function causativeOn(base: string): string {
  return base + (/[aou]/.test(base) ? 'ttaa' : 'ttää');
}

/** Whether a word is a causative or a form of it. */
export function isFormOfCausative(word: string, causative: string): boolean {
  return word === causative || finnishVerbForms(causative).includes(word);
}
