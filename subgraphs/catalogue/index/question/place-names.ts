import { MERGED_NAMES } from '../../../shared/words/merged-municipalities.js';
import type { MunicipalityEntry } from '../../../shared/words/municipality.js';
import { stemsOf } from '../text/word-forms.js';
import { wordsOf } from '../text/words.js';

type Municipalities = ReadonlyMap<string, MunicipalityEntry>;

/** A word of a name of a municipality, which may have several. */
interface NamePart {
  readonly code: string;
  /** All words of the name. */
  readonly words: readonly string[];
  readonly word: string;
}

/** What words of a question name. */
export interface NamedPlaces {
  /** Of municipalities all of whose name is there. */
  readonly codes: readonly string[];
  /** Places of their words among those given. */
  readonly at: ReadonlySet<number>;
}

/** The names of a list of municipalities, and what the latest words asked for are of them. */
interface Names {
  /** By the words of the names and their stems. */
  readonly partsByKey: ReadonlyMap<string, readonly NamePart[]>;
  readonly partsByWord: Map<string, readonly NamePart[]>;
}

/** Made when a place is first asked for. */
const NAMES_BY_LIST = new WeakMap<Municipalities, Names>();
const WORDS_KEPT = 5_000;

const NOWHERE: NamedPlaces = { codes: [], at: new Set() };

/** Finnish cases that tell where, from where and where to, and whose; Swedish ones that tell whose. */
const CASE_ENDING = /(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|n|s)$/;

/** How Finnish cases are put to names that end in a consonant: Linköpingissä. */
const LINKED_CASE_ENDING = /(?<=[^aeiouyäö])i(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|in|n)$/;

/** Names of places that are words for other things: an uncle, a bottom, cattle, an island, a rail, gold, a mill, a stripe. */
const ALSO_WORDS = new Set([
  'eno',
  'pohja',
  'karjaa',
  'saari',
  'kisko',
  'kullaa',
  'ruukki',
  'kuru',
]);

function keysOf(word: string): string[] {
  return [word, ...stemsOf(word, 'fi'), ...stemsOf(word, 'sv')];
}

function namesOf(municipalityByCode: Municipalities): Names {
  const known = NAMES_BY_LIST.get(municipalityByCode);
  if (known) return known;
  const partsByKey = new Map<string, NamePart[]>();
  const learn = (code: string, name: string): void => {
    const words = wordsOf(name);
    for (const word of words) {
      for (const key of new Set(keysOf(word))) {
        partsByKey.set(key, [...(partsByKey.get(key) ?? []), { code, words, word }]);
      }
    }
  };
  for (const { code, name } of municipalityByCode.values()) {
    for (const each of new Set(Object.values(name))) learn(code, each);
  }
  for (const { name, successor } of MERGED_NAMES) {
    const isWord = ALSO_WORDS.has(name.toLowerCase());
    if (municipalityByCode.has(successor) && !isWord) learn(successor, name);
  }
  const names: Names = { partsByKey, partsByWord: new Map() };
  NAMES_BY_LIST.set(municipalityByCode, names);
  return names;
}

/** The parts of names that a word is, in any case. */
function partsNamedBy(word: string, { partsByKey, partsByWord }: Names): readonly NamePart[] {
  const known = partsByWord.get(word);
  if (known) return known;
  const isInCase = CASE_ENDING.test(word);
  const parts = [...keysOf(word), word.replace(LINKED_CASE_ENDING, '')]
    .flatMap((key) => partsByKey.get(key) ?? [])
    .filter((part) => part.word === word || isInCase);
  if (partsByWord.size >= WORDS_KEPT) partsByWord.clear();
  partsByWord.set(word, parts);
  return parts;
}

/** The municipalities that words name, in any case: `Porissa`, `Upplands Väsby`; of one that has merged its successor. @param words - Normalized. */
export function placesNamed(
  words: readonly string[],
  municipalityByCode: Municipalities,
): NamedPlaces {
  const names = namesOf(municipalityByCode);
  const named = words.map((word) => partsNamedBy(word, names));
  if (named.every((parts) => parts.length === 0)) return NOWHERE;
  const said = new Set(named.flat());
  const wordsSaid = (code: string): Set<string> =>
    new Set([...said].filter((part) => part.code === code).map((part) => part.word));
  const isWhole = ({ code, words: all }: NamePart): boolean => {
    const some = wordsSaid(code);
    return all.every((word) => some.has(word));
  };
  const whole = named.map((parts) => parts.filter(isWhole));
  return {
    codes: [...new Set(whole.flat().map(({ code }) => code))],
    at: new Set([...whole.keys()].filter((at) => (whole[at] ?? []).length > 0)),
  };
}
