import {
  FINNISH_PARTS,
  SWEDISH_PARTS,
} from '../../subgraphs/catalogue/index/text/compound-parts.js';
import { wordsOf } from '../../subgraphs/catalogue/index/text/words.js';
import type {
  CooperativeListing,
  ServiceListing,
} from '../../subgraphs/catalogue/store/listing.js';
import type { LocalizedText, TextLanguage } from '../../subgraphs/shared/words/localized.js';
import type { ReferenceLists } from '../../subgraphs/shared/lists/reference-lists.js';
import { createRandom, pick, pickOften, type Random } from './random.js';

/** A network made up for measuring, the same every time. */
export interface SyntheticNetwork {
  readonly cooperatives: readonly CooperativeListing[];
  readonly services: readonly ServiceListing[];
  /** Words that stand in one to some dozens of services. */
  readonly rareWords: readonly string[];
}

const KINDS = ['SERVICE', 'SERVICE', 'SERVICE', 'SUBSTITUTION', 'SPACE', 'TRAINING'] as const;
const ENDINGS: Record<TextLanguage, readonly string[]> = {
  fi: ['', '', 'n', 't', 'ssa', 'lla', 'sta', 'ja', 'on'],
  sv: ['', '', 'en', 'ar', 'er', 'et', 's', 'na'],
  en: ['', '', '', 's', 'ing', 'ed'],
};
const ENGLISH_PARTS =
  'home office window garden snow repair care help meal bicycle child training course sewing moving';
/** The ways in which owners write: most in one language. */
const WRITTEN: readonly (readonly TextLanguage[])[] = [
  ['fi'],
  ['fi'],
  ['fi'],
  ['fi'],
  ['sv'],
  ['sv'],
  ['sv'],
  ['fi', 'sv'],
  ['fi', 'sv'],
  ['fi', 'sv', 'en'],
];
/** Sets of municipalities in which services are offered; a cooperative uses few. */
const AREAS = 1_500;
const DISTINCT_WORDS = 12_000;
const WORDS_IN_DESCRIPTION = 18;

/** Names, places, brands: words that no list knows. */
function inventWord(random: Random): string {
  const syllable = (): string => pick(random, 'ha ke li mo nu pa re si to vu jä kö'.split(' '));
  return (
    Array.from({ length: 3 + Math.floor(random() * 2) }, syllable).join('') +
    pick(random, ['', 'n', 's', 'la'])
  );
}

/** The distinct words of a language: what the CPV labels say, compounds and inflected forms, invented ones. */
function inventVocabulary(
  random: Random,
  parts: readonly string[],
  labels: string,
  language: TextLanguage,
): string[] {
  const words = new Set(wordsOf(labels));
  while (words.size < DISTINCT_WORDS) {
    const sort = random();
    const stem =
      sort < 0.3
        ? inventWord(random)
        : pick(random, parts) + (sort < 0.8 ? pick(random, parts) : '');
    words.add(stem + pick(random, ENDINGS[language]));
  }
  return [...words];
}

/**
 * Makes up a network. The services are the same ones however many cooperatives they are spread over.
 * @param lists - CPV codes and municipalities are taken from them.
 */
export function createSyntheticNetwork(
  serviceCount: number,
  cooperativeCount: number,
  lists: ReferenceLists,
): SyntheticNetwork {
  const random = createRandom(20_270_322);
  const entries = [...lists.cpvByCode.values()];
  const municipalities = [...lists.municipalityByCode.keys()];
  const labels = (language: TextLanguage): string =>
    entries.map(({ label }) => label[language]).join(' ');
  const vocabulary: Record<TextLanguage, string[]> = {
    fi: inventVocabulary(random, wordsOf(FINNISH_PARTS), labels('fi'), 'fi'),
    sv: inventVocabulary(random, wordsOf(SWEDISH_PARTS), labels('sv'), 'sv'),
    en: inventVocabulary(random, wordsOf(ENGLISH_PARTS), labels('en'), 'en'),
  };
  const text = (language: TextLanguage, begin: string, count: number): string =>
    [begin, ...Array.from({ length: count }, () => pickOften(random, vocabulary[language]))].join(
      ' ',
    );

  const areas = Array.from({ length: AREAS }, () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(random, municipalities)),
  );

  const services = Array.from({ length: serviceCount }, (_, number): ServiceListing => {
    const entry = pickOften(random, entries);
    const languages = pick(random, WRITTEN);
    const texts = (begin: (language: TextLanguage) => string, count: number): LocalizedText =>
      Object.fromEntries(
        languages.map((language) => [language, text(language, begin(language), count)]),
      );
    const netMinor = 1_000 + Math.floor(random() * 9_000);
    const cooperative = `coop-${number % cooperativeCount}`;
    return {
      id: `${cooperative}:s${number}`,
      cooperative,
      kind: pick(random, KINDS),
      title: texts(
        (language) => wordsOf(entry.label[language] ?? '')[0] ?? '',
        Math.floor(random() * 3),
      ),
      description: texts(() => '', WORDS_IN_DESCRIPTION),
      languages,
      cpv: random() < 0.2 ? [entry.code, pick(random, entries).code] : [entry.code],
      municipalities: pick(random, areas),
      unit: 'HOUR',
      price: {
        netMinor,
        grossMinor: Math.round(netMinor * 1.255),
        vatRate: '25.5',
        currency: languages[0] === 'sv' ? 'SEK' : 'EUR',
      },
      images: [],
      booking: null,
      notBookableBecause: null,
      updatedAt: new Date(Date.UTC(2027, 0, 1) + Math.floor(random() * 7_776_000) * 1_000),
      withdrawnAt: null,
    };
  });
  const cooperatives = Array.from(
    { length: cooperativeCount },
    (_, number): CooperativeListing => ({
      id: `coop-${number}`,
      name: `Osuuskunta ${number}`,
      country: 'FI',
      businessId: '1572860-0',
      timeZone: 'Europe/Helsinki',
      municipality: pick(random, municipalities),
      serves: [pick(random, municipalities)],
      languages: ['fi', 'sv'],
      evidence:
        number % 3 === 0
          ? [
              {
                scheme: 'WISE',
                issuer: null,
                number: null,
                grade: null,
                validFrom: '2026-01-01',
                validTo: '2027-12-31',
                disadvantagedShare: 0.4,
              },
            ]
          : [],
      contact: null,
    }),
  );
  return { cooperatives, services, rareWords: vocabulary.fi.slice(-6_000) };
}
