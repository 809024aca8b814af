import type { TextLanguage } from '../../shared/words/localized.js';
import { inForce, type Dated } from './dated.js';

type Words = Readonly<Record<TextLanguage, string>>;

export interface VatRate {
  readonly country: 'FI' | 'SE';
  /** Per cent, such as `25.5`. */
  readonly percent: string;
  /** What it is for, as far as the network's trades are concerned; another rate than the first is an exception. */
  readonly covers: Words;
}

/** A rate, and the days on which it is in force. */
export type RateInForce = Dated<VatRate>;

const FI = 'Arvonlisäverolaki (1501/1993)';
const SE = 'Mervärdesskattelag (2023:200)';

const FOOD: Words = { fi: 'elintarvikkeet', sv: 'livsmedel', en: 'food' };
const MEALS: Words = {
  fi: 'ravintolat, majoitus',
  sv: 'restaurang, logi',
  en: 'restaurants, accommodation',
};
const CULTURE: Words = {
  fi: 'henkilökuljetus, kulttuuri, liikunta, kirjat',
  sv: 'persontransport, kultur, idrott, böcker',
  en: 'transport of persons, culture, sports, books',
};
const REST: Words = {
  fi: 'mitä muu kanta ei koske',
  sv: 'vad ingen annan skattesats gäller',
  en: 'what no other rate covers',
};

const withFood = (words: Words): Words => ({
  fi: `${words.fi}, ${FOOD.fi}`,
  sv: `${words.sv}, ${FOOD.sv}`,
  en: `${words.en}, ${FOOD.en}`,
});

/** Food is moved from one reduced rate to the other for a time. */
const SWEDISH_FOOD = [
  {
    from: '2023-07-01',
    to: '2026-03-31',
    source: `${SE} 9 kap.`,
    twelve: withFood(MEALS),
    six: CULTURE,
  },
  {
    from: '2026-04-01',
    to: '2027-12-31',
    source: `${SE} 9 kap., prop. 2025/26:55`,
    twelve: MEALS,
    six: withFood(CULTURE),
  },
  {
    from: '2028-01-01',
    to: null,
    source: `${SE} 9 kap., prop. 2025/26:55`,
    twelve: withFood(MEALS),
    six: CULTURE,
  },
];

/** The general rate of each country first. */
const VAT_RATES: readonly Dated<VatRate>[] = [
  {
    from: '2013-01-01',
    to: '2024-08-31',
    source: `${FI} 84 §`,
    rule: { country: 'FI', percent: '24', covers: REST },
  },
  {
    from: '2024-09-01',
    to: null,
    source: `${FI} 84 §`,
    rule: { country: 'FI', percent: '25.5', covers: REST },
  },
  {
    from: '2013-01-01',
    to: '2025-12-31',
    source: `${FI} 85 §`,
    rule: {
      ...{ country: 'FI', percent: '14' },
      covers: {
        fi: 'elintarvikkeet, ateriat, rehut',
        sv: 'livsmedel, måltider, foder',
        en: 'food, meals, animal feed',
      },
    },
  },
  {
    from: '2026-01-01',
    to: null,
    source: `${FI} 85 §, HE 93/2025`,
    rule: {
      ...{ country: 'FI', percent: '13.5' },
      covers: {
        fi: 'elintarvikkeet, ateriat, rehut, henkilökuljetus, majoitus, kulttuuri, liikunta',
        sv: 'livsmedel, måltider, foder, persontransport, logi, kultur, idrott',
        en: 'food, meals, animal feed, transport of persons, accommodation, culture, sports',
      },
    },
  },
  {
    from: '2013-01-01',
    to: null,
    source: `${FI} 85 a §`,
    rule: {
      ...{ country: 'FI', percent: '10' },
      covers: { fi: 'mitä 85 a § luettelee', sv: 'vad 85 a § räknar upp', en: 'what 85 a § lists' },
    },
  },
  {
    from: '2023-07-01',
    to: null,
    source: `${SE} 9 kap.`,
    rule: { country: 'SE', percent: '25', covers: REST },
  },
  ...SWEDISH_FOOD.flatMap(({ from, to, source, twelve, six }) => [
    { from, to, source, rule: { country: 'SE', percent: '12', covers: twelve } as const },
    { from, to, source, rule: { country: 'SE', percent: '6', covers: six } as const },
  ]),
];

/** The rates of VAT that a country has on a day, the general one first; services that are exempt have none. */
export function vatRates(country: 'FI' | 'SE', day: string): RateInForce[] {
  return inForce(VAT_RATES, day).filter(({ rule }) => rule.country === country);
}
