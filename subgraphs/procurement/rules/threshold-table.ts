import type { Dated } from './dated.js';

/** What is bought. Social and other special services are those of Annex XIV of the directive (annex E of the Finnish act, annex 2 of the Swedish). */
export type ContractKind =
  'WORKS' | 'SUPPLIES' | 'SERVICES' | 'SOCIAL_AND_HEALTH_SERVICES' | 'OTHER_SPECIAL_SERVICES';

/** Who buys: an authority of central government, or another such as a municipality. */
export type BuyerKind = 'CENTRAL' | 'SUB_CENTRAL';

/** A value, without VAT, from which on rules apply: one that is equal counts. */
export interface Threshold {
  /** Whose rules; those of the EU apply in each country. */
  readonly scope: 'EU' | 'FI' | 'SE';
  readonly kinds: readonly ContractKind[];
  readonly buyers: readonly BuyerKind[];
  /** In whole euros or kronor; null where it is fixed in the other currency alone, or where the amount could not be verified. */
  readonly eur: number | null;
  readonly sek: number | null;
  /** Where the amount in kronor is written, beside the row's own source; null where that has it. */
  readonly sekSource: string | null;
}

const ALL_BUYERS: readonly BuyerKind[] = ['CENTRAL', 'SUB_CENTRAL'];
const SPECIAL: readonly ContractKind[] = ['SOCIAL_AND_HEALTH_SERVICES', 'OTHER_SPECIAL_SERVICES'];
const GOODS: readonly ContractKind[] = ['SUPPLIES', 'SERVICES'];

interface EuRow {
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly sekSource: string;
  /** In euros and kronor. */
  readonly works: readonly [eur: number, sek: number | null];
  readonly central: readonly [eur: number, sek: number | null];
  readonly subCentral: readonly [eur: number, sek: number | null];
  readonly special: readonly [eur: number, sek: number | null];
}

/** Art. 4 of Directive 2014/24/EU, every two years anew; in kronor as the Commission has published their value. */
const EU: readonly EuRow[] = [
  {
    from: '2024-01-01',
    to: '2025-12-31',
    source: 'Directive 2014/24/EU, Art. 4, with Delegated Regulation (EU) 2023/2495',
    sekSource: 'Upphandlingsmyndigheten, tröskelvärden från 1 januari 2024',
    works: [5_538_000, 59_880_179],
    central: [143_000, 1_546_202],
    subCentral: [221_000, 2_389_585],
    special: [750_000, 8_109_450],
  },
  {
    from: '2026-01-01',
    to: '2027-12-31',
    source: 'Directive 2014/24/EU, Art. 4, with Delegated Regulation (EU) 2025/2152',
    sekSource: 'Commission communication C/2025/5732, not verified',
    works: [5_404_000, null],
    central: [140_000, null],
    subCentral: [216_000, null],
    special: [750_000, null],
  },
];

const EU_THRESHOLDS: readonly Dated<Threshold>[] = EU.flatMap(
  ({ from, to, source, sekSource, works, central, subCentral, special }) => {
    const row = (
      kinds: readonly ContractKind[],
      buyers: readonly BuyerKind[],
      [eur, sek]: readonly [number, number | null],
    ): Dated<Threshold> => {
      return { from, to, source, rule: { scope: 'EU', kinds, buyers, eur, sek, sekSource } };
    };
    return [
      row(['WORKS'], ALL_BUYERS, works),
      row(GOODS, ['CENTRAL'], central),
      row(GOODS, ['SUB_CENTRAL'], subCentral),
      row(SPECIAL, ALL_BUYERS, special),
    ];
  },
);

/** From which on the act on public procurement applies at all. */
const FI_THRESHOLDS: readonly Dated<Threshold>[] = [
  { kinds: ['WORKS'] as const, eur: 150_000 },
  { kinds: GOODS, eur: 60_000 },
  { kinds: ['SOCIAL_AND_HEALTH_SERVICES'] as const, eur: 400_000 },
  { kinds: ['OTHER_SPECIAL_SERVICES'] as const, eur: 300_000 },
].map(({ kinds, eur }) => ({
  from: '2017-01-01',
  to: null,
  source: 'Laki julkisista hankinnoista ja käyttöoikeussopimuksista (1397/2016) 25 §',
  rule: { scope: 'FI', kinds, buyers: ALL_BUYERS, eur, sek: null, sekSource: null },
}));

const LOU = 'Lag (2016:1145) om offentlig upphandling, direktupphandlingsgräns';

/** From which on a contract may not be awarded directly. */
const SE_THRESHOLDS: readonly Dated<Threshold>[] = [
  {
    from: '2022-02-01',
    to: null,
    source: LOU,
    rule: {
      scope: 'SE',
      kinds: ['WORKS', ...GOODS],
      buyers: ALL_BUYERS,
      eur: null,
      sek: 700_000,
      sekSource: null,
    },
  },
  // That of the EU is also the limit of direct awards.
  ...EU_THRESHOLDS.filter(({ rule }) => rule.kinds === SPECIAL).map(
    ({ from, to, source, rule }): Dated<Threshold> => ({
      from,
      to,
      source: `${LOU} (bilaga 2); ${source}`,
      rule: { ...rule, scope: 'SE' },
    }),
  ),
];

export const THRESHOLDS: readonly Dated<Threshold>[] = [
  ...EU_THRESHOLDS,
  ...FI_THRESHOLDS,
  ...SE_THRESHOLDS,
];
