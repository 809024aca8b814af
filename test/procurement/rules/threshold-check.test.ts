import { describe, expect, it } from '@jest/globals';
import {
  thresholdCheck,
  type Procurement,
} from '../../../subgraphs/procurement/rules/threshold-check.js';
import { THRESHOLDS } from '../../../subgraphs/procurement/rules/threshold-table.js';

/** A Finnish municipality buys services. @param value - In whole units. */
function check(
  value: number,
  values: Partial<Omit<Procurement, 'value'>> = {},
  currency: 'EUR' | 'SEK' = 'EUR',
) {
  return thresholdCheck({
    ...{ country: 'FI', kind: 'SERVICES', buyer: 'SUB_CENTRAL', day: '2027-05-03' },
    ...values,
    value: { minor: Math.round(value * 100), currency },
  });
}

const shortly = ({ limits }: ReturnType<typeof check>) =>
  limits.map(({ scope, amount, isReached }) => [scope, amount, isReached]);

describe('an estimated value', () => {
  it('reaches a threshold that it is equal to', () => {
    expect(shortly(check(59_999.99))).toEqual([
      ['EU', 216_000, false],
      ['FI', 60_000, false],
    ]);
    expect(shortly(check(60_000))).toEqual([
      ['EU', 216_000, false],
      ['FI', 60_000, true],
    ]);
    expect(shortly(check(216_000))).toEqual([
      ['EU', 216_000, true],
      ['FI', 60_000, true],
    ]);
  });

  it.each<[values: Partial<Procurement>, eu: number, own: number]>([
    [{ day: '2025-12-31' }, 221_000, 60_000],
    [{ day: '2026-01-01' }, 216_000, 60_000],
    [{ day: '2025-12-31', buyer: 'CENTRAL', kind: 'SUPPLIES' }, 143_000, 60_000],
    [{ buyer: 'CENTRAL' }, 140_000, 60_000],
    [{ day: '2024-01-01', kind: 'WORKS' }, 5_538_000, 150_000],
    [{ kind: 'WORKS', buyer: 'CENTRAL' }, 5_404_000, 150_000],
    [{ kind: 'SOCIAL_AND_HEALTH_SERVICES' }, 750_000, 400_000],
    [{ kind: 'OTHER_SPECIAL_SERVICES' }, 750_000, 300_000],
  ])('of %j is held against the limits in force', (values, eu, own) => {
    expect(check(1, values).limits.map(({ amount }) => amount)).toEqual([eu, own]);
  });

  it('is held against Swedish limits in kronor', () => {
    const inSweden = { country: 'SE', day: '2025-06-30' } as const;

    expect(shortly(check(700_000, inSweden, 'SEK'))).toEqual([
      ['EU', 2_389_585, false],
      ['SE', 700_000, true],
    ]);
    expect(
      shortly(check(8_109_449, { ...inSweden, kind: 'SOCIAL_AND_HEALTH_SERVICES' }, 'SEK')),
    ).toEqual([
      ['EU', 8_109_450, false],
      ['SE', 8_109_450, false],
    ]);
  });

  it('is held against limits whose source speaks of its own currency alone', () => {
    const sources = (currency: 'EUR' | 'SEK') =>
      check(1, { country: 'SE' }, currency).limits.map(({ source }) => source.includes('SEK'));

    expect(sources('EUR')).toEqual([false, false]);
    expect(sources('SEK')).toEqual([true, false]);
  });

  it('is not converted: a limit that is not known in its currency is neither reached nor not', () => {
    expect(shortly(check(700_000, { country: 'SE' }))).toEqual([
      ['EU', 216_000, true],
      ['SE', null, null],
    ]);
    expect(check(9_000_000, { country: 'SE' }, 'SEK').unknown).toEqual(['EU']);
    expect(shortly(check(9_000_000, { country: 'SE' }, 'SEK'))).toEqual([
      ['EU', null, null],
      ['SE', 700_000, true],
    ]);
  });

  it('of a day for which no limit of the EU is known is said so', () => {
    expect(check(1, { day: '2028-01-01' })).toMatchObject({
      limits: [{ scope: 'FI' }],
      unknown: ['EU'],
    });
    expect(check(1).unknown).toEqual([]);
  });
});

describe('the table of thresholds', () => {
  it('gives each limit its source, and no two of a scope for the same day, kind and buyer', () => {
    for (const day of ['2024-01-01', '2025-12-31', '2026-01-01', '2027-12-31']) {
      for (const country of ['FI', 'SE'] as const) {
        for (const kind of [
          'WORKS',
          'SUPPLIES',
          'SERVICES',
          'SOCIAL_AND_HEALTH_SERVICES',
          'OTHER_SPECIAL_SERVICES',
        ] as const) {
          for (const buyer of ['CENTRAL', 'SUB_CENTRAL'] as const) {
            const { limits } = check(1, { day, country, kind, buyer });
            expect(limits.map(({ scope }) => scope)).toEqual(['EU', country]);
          }
        }
      }
    }
    for (const { source } of THRESHOLDS) expect(source).toMatch(/\d{4}/);
  });
});
