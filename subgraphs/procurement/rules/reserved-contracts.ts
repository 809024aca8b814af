import { inForce, type Dated } from './dated.js';

/** Day by which Directive 2014/24/EU had to be national law (its Art. 90). */
const DIRECTIVE_APPLIES = '2016-04-18';

/** Least share of disabled or disadvantaged workers of whoever a contract may be reserved for (`RES_WS`). */
const LEAST_SHARES: readonly Dated<number>[] = [
  {
    from: DIRECTIVE_APPLIES,
    to: null,
    source: 'Directive 2014/24/EU, Art. 20(1)',
    rule: 0.3,
  },
];

/** What Art. 77 asks of time (`RES_PUB_SER`). */
export interface Art77Years {
  /** How long a contract lasts at most. */
  readonly mostYears: number;
  /** For how long before it the supplier has had none by the same article from the same authority for the same services. */
  readonly yearsSinceAward: number;
}

const ART77_YEARS: readonly Dated<Art77Years>[] = [
  {
    from: DIRECTIVE_APPLIES,
    to: null,
    source: 'Directive 2014/24/EU, Art. 77(2)(d) and (3)',
    rule: { mostYears: 3, yearsSinceAward: 3 },
  },
];

/** First and last code, 8 digits each, of all codes of the CPV between them. */
type CpvRange = readonly [first: string, last: string];

/** Services that Art. 77 is about, as it lists them: 17 codes, and one range in which the CPV 2008 has 98. */
const ART77_SERVICES: readonly Dated<readonly CpvRange[]>[] = [
  {
    from: DIRECTIVE_APPLIES,
    to: null,
    source: 'Directive 2014/24/EU, Art. 77(1)',
    rule: [
      ['75121000', '75121000'],
      ['75122000', '75122000'],
      ['75123000', '75123000'],
      ['79622000', '79622000'],
      ['79624000', '79624000'],
      ['79625000', '79625000'],
      ['80110000', '80110000'],
      ['80300000', '80300000'],
      ['80420000', '80420000'],
      ['80430000', '80430000'],
      ['80511000', '80511000'],
      ['80520000', '80520000'],
      ['80590000', '80590000'],
      ['85000000', '85323000'],
      ['92500000', '92500000'],
      ['92600000', '92600000'],
      ['98133000', '98133000'],
      ['98133110', '98133110'],
    ],
  },
];

/** Least share by Art. 20, from 0 to 1; null on a day on which the article is not in force. */
export function leastShare(day: string): number | null {
  return inForce(LEAST_SHARES, day)[0]?.rule ?? null;
}

/** The limits of Art. 77; null on a day on which the article is not in force. */
export function art77Years(day: string): Art77Years | null {
  return inForce(ART77_YEARS, day)[0]?.rule ?? null;
}

/** Whether a contract for a code may be reserved by Art. 77: codes below those that it lists may not. @param cpv - A code of the CPV, 8 digits. */
export function isArt77Service(cpv: string, day: string): boolean {
  return inForce(ART77_SERVICES, day).some(({ rule }) =>
    rule.some(([first, last]) => first <= cpv && cpv <= last),
  );
}
