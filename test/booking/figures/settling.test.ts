import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { divideFee, feeOf, feeRateOf } from '../../../subgraphs/booking/figures/count/fee.js';
import { monthNamed } from '../../../subgraphs/booking/figures/count/months.js';
import type { WorkDone } from '../../../subgraphs/booking/figures/count/settle-lines.js';
import { Settlement } from '../../../subgraphs/booking/figures/settlement.js';

function workOf(order: string, netMinor: bigint, changes: Partial<WorkDone> = {}): WorkDone {
  const of = { cooperative: 'karhu', leg: 0, date: '2027-05-03', minutes: 60 } as const;
  return { ...of, order, netMinor, currency: 'EUR', ...changes };
}

function settlementOf(...works: readonly WorkDone[]): Settlement {
  const month = monthNamed('2027-05');
  if (!month) throw new Error('There is a May.');
  const knownAs = (cooperative: string) =>
    cooperative === 'karhu' ? { name: 'Osuuskunta Karhu', businessId: '1572860-0' } : null;
  return new Settlement(month, works, false, 0, knownAs);
}

/** With which code something is refused; null where it is not. */
function codeOf(act: () => unknown): unknown {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof GraphQLError ? error.extensions['code'] : error;
  }
}

describe('the fee', () => {
  it('is 15.00 per cent, rounded half-up', () => {
    expect(feeRateOf('2027-05')).toBe(1_500);
    // 0.4995 and 0.5 of a minor unit.
    expect([feeOf(333n, 1_500), feeOf(10n, 1_500), feeOf(9n, 1_500)]).toEqual([50n, 2n, 1n]);
  });

  it('was none before the first rate', () => {
    expect(feeRateOf('2025-12')).toBe(0);
  });

  it('is rounded once for all lines, which add up to it', () => {
    expect(divideFee([333n, 333n, 333n], 1_500)).toEqual([50n, 50n, 50n]);
    // 1.5 each: together 4.5, which is 5.
    expect(divideFee([10n, 10n, 10n], 1_500)).toEqual([2n, 2n, 1n]);
    expect(divideFee([], 1_500)).toEqual([]);
  });

  it('is exact for sums beyond what a number holds', () => {
    expect(feeOf(90_071_992_547_409_930n, 1_500)).toBe(13_510_798_882_111_490n);
  });
});

describe('a settlement', () => {
  const settlement = settlementOf(
    workOf('7KD-4PM', 10_000n),
    workOf('2AB-3CD', 10n, { date: '2027-05-02' }),
    workOf('5EF-6GH', 500n, { currency: 'SEK' }),
    workOf('8IJ-9KL', 200n, { cooperative: 'lumo' }),
  );

  it('has one total for each cooperative and currency', () => {
    expect(settlement).toMatchObject({ month: '2027-05', to: '2027-05-31', rate: '15.00' });
    expect(settlement.totals).toEqual([
      { cooperative: 'karhu', currency: 'EUR', lines: 2, netMinor: 10_010n, feeMinor: 1_502n },
      { cooperative: 'karhu', currency: 'SEK', lines: 1, netMinor: 500n, feeMinor: 75n },
      { cooperative: 'lumo', currency: 'EUR', lines: 1, netMinor: 200n, feeMinor: 30n },
    ]);
  });

  it('is paged without losing or repeating a line', () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let hasNext = true; hasNext;) {
      const page = settlement.page(3, after);
      seen.push(...page.edges.map(({ node }) => node.order));
      ({ hasNextPage: hasNext, endCursor: after } = page.pageInfo);
    }

    expect(seen).toEqual(['2AB-3CD', '7KD-4PM', '5EF-6GH', '8IJ-9KL']);
  });

  it('refuses a page beyond its limit, and a cursor of another list', () => {
    expect(codeOf(() => settlement.page(501, null))).toBe('BAD_USER_INPUT');
    expect(codeOf(() => settlement.page(1, 'x'))).toBe('BAD_USER_INPUT');
  });

  it('is CSV with its totals, whose lines end as RFC 4180 wants and whose cells are no formulas', () => {
    const lumo = workOf('8IJ-9KL', 200n, { cooperative: 'lumo' });
    const { csv } = settlementOf(workOf('=1+1', 10n), workOf('a,"b"', 10n), lumo);

    const karhu = 'karhu,Osuuskunta Karhu,1572860-0';
    expect(csv.split('\r\n')).toEqual([
      'kind,cooperative,name,businessId,order,date,minutes,currency,net,rate,fee',
      `line,${karhu},'=1+1,2027-05-03,60,EUR,0.10,15.00,0.02`,
      `line,${karhu},"a,""b""",2027-05-03,60,EUR,0.10,15.00,0.01`,
      'line,lumo,,,8IJ-9KL,2027-05-03,60,EUR,2.00,15.00,0.30',
      `total,${karhu},,,,EUR,0.20,15.00,0.03`,
      'total,lumo,,,,,,EUR,2.00,15.00,0.30',
      '',
    ]);
  });
});
