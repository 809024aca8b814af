import { describe, expect, it } from '@jest/globals';
import { match } from '../../../subgraphs/procurement/matching/match.js';
import { smallestSets } from '../../../subgraphs/procurement/matching/smallest-sets.js';
import { LINK_WORDINGS } from '../../../subgraphs/procurement/matching/weakest-links.js';
import { wordReason } from '../../../subgraphs/procurement/suppliers/word-reason.js';
import { MIDSUMMER_WEEK, NO_LIMITS, UNLIMITED, offer, resource, workedExample } from './cases.js';

describe('proposals for the week before midsummer', () => {
  it('are P and Q together, led by P, with all that could break', async () => {
    const { proposals, isCut, joint } = await match(workedExample(), UNLIMITED);

    expect(isCut).toBe(false);
    expect(proposals).toEqual([
      {
        cooperatives: ['p', 'q'],
        lead: 'p',
        coverage: joint,
        shares: [
          { lot: '1', cooperative: 'p', minutes: 15 * 60 },
          { lot: '1', cooperative: 'q', minutes: 15 * 60 },
          { lot: '2', cooperative: 'p', minutes: 25 * 60 },
        ],
        weakestLinks: [
          {
            code: 'SINGLE_SUPPLIER',
            values: [
              { name: 'lot', value: '2' },
              { name: 'cooperative', value: 'p' },
            ],
          },
          {
            code: 'EVIDENCE_EXPIRES_IN_PERIOD',
            values: [
              { name: 'cooperative', value: 'q' },
              { name: 'date', value: '2027-06-23' },
            ],
          },
          { code: 'NO_SPARE_CAPACITY', values: [{ name: 'date', value: '2027-06-21' }] },
        ],
      },
    ]);
  });

  it('deliver as much as anybody can where nobody can deliver all', async () => {
    const { proposals, joint } = await match(workedExample(true));

    expect(proposals.map(({ cooperatives }) => cooperatives)).toEqual([['p', 'q']]);
    expect(proposals[0]?.coverage).toEqual(joint);
    expect(joint.coveredMinutes).toBeLessThan(joint.demandMinutes);
  });
});

/** Cooperatives that each can do all of a lot of an hour alone, with so many minutes a day. */
function alike(minutes: readonly number[]) {
  const ids = minutes.map((_minutes, n) => `c${n}`);
  const matching = {
    days: MIDSUMMER_WEEK,
    lots: [{ id: '1', minutesPerDay: 60 }],
    offers: ids.map((id) => offer('1', `${id}:a`)),
    capacities: ids.map((id, n) => ({
      cooperative: id,
      from: '2027-06-21',
      resources: [resource(`${id}:r`, [`${id}:a`], minutes[n] ?? 0)],
      budgets: [],
    })),
  };
  return match(matching, UNLIMITED);
}

describe('proposals', () => {
  it('are at most five, of one cooperative where one is enough', async () => {
    const { proposals } = await alike([90, 60, 30, 60, 60, 61, 60]);

    expect(proposals.map(({ cooperatives }) => cooperatives)).toEqual([
      ['c0'],
      ['c5'],
      ['c1'],
      ['c3'],
      ['c4'],
    ]);
  });

  it('have spare capacity where a minute more of every lot could be delivered', async () => {
    const { proposals } = await alike([61]);

    expect(proposals[0]?.weakestLinks.map(({ code }) => code)).toEqual(['SINGLE_SUPPLIER']);
  });

  it('are none where nobody can deliver anything', async () => {
    const { proposals, isCut } = await alike([0]);

    expect({ proposals, isCut }).toEqual({ proposals: [], isCut: false });
  });

  it('say in three languages where they could break', () => {
    const texts = Object.keys(LINK_WORDINGS).map((code) =>
      wordReason(
        LINK_WORDINGS,
        {
          code: code as keyof typeof LINK_WORDINGS,
          values: [
            { name: 'lot', value: '2' },
            { name: 'cooperative', value: 'p' },
            { name: 'date', value: '2027-06-23' },
          ],
        },
        { cooperative: (id) => `Osuuskunta ${id}`, place: () => null },
      ),
    );

    expect(texts[1]).toEqual({
      fi: 'Vain Osuuskunta p voi toimittaa osan 2.',
      sv: 'Bara Osuuskunta p kan leverera del 2.',
      en: 'Only Osuuskunta p can deliver lot 2.',
    });
    expect(new Set(texts.map(({ fi }) => fi)).size).toBe(4);
  });
});

describe('a search for the smallest sets', () => {
  /** Pairs: of each one is needed, so that the smallest sets are many. */
  const pairs = (set: readonly number[]) => {
    const pair = [0, 1, 2, 3, 4].find((n) => !set.some((member) => member >> 1 === n));
    if (pair === undefined) return null;
    return {
      wanted: 1,
      gives: Array.from({ length: 10 }, (_none, member) => (member >> 1 === pair ? 1 : 0)),
    };
  };

  it('finds all of them without limits', () => {
    const { sets, isCut } = smallestSets(pairs, NO_LIMITS);

    expect(sets).toHaveLength(32);
    expect(isCut).toBe(false);
  });

  it.each([
    ['steps', { ...NO_LIMITS, steps: 8 }],
    ['sets', { ...NO_LIMITS, sets: 2 }],
    ['time', { ...NO_LIMITS, ms: 0 }],
  ])('has a limit of %s, says so, and finds one all the same', (_name, limits) => {
    const { sets, isCut } = smallestSets(pairs, limits);

    expect(isCut).toBe(true);
    expect(sets.length).toBeGreaterThan(0);
    for (const set of sets) expect(pairs(set)).toBeNull();
  });
});

describe('the weakest links of a proposal', () => {
  /** A cooperative with so many minutes a day for one lot of an hour, beside a lot that nobody offers. */
  async function linksWith(minutes: number) {
    const { proposals } = await match(
      {
        days: MIDSUMMER_WEEK,
        lots: ['1', 'nobody'].map((id) => ({ id, minutesPerDay: 60 })),
        offers: [offer('1', 'c:a')],
        capacities: [
          {
            ...{ cooperative: 'c', from: '2027-06-21', budgets: [] },
            resources: [resource('c:r', ['c:a'], minutes)],
          },
        ],
      },
      UNLIMITED,
    );
    return proposals[0]?.weakestLinks.map(({ code }) => code);
  }

  it('name a lot that nobody can deliver, and tell of spare time for the others alone', async () => {
    expect(await linksWith(61)).toEqual(['NO_SUPPLIER', 'SINGLE_SUPPLIER']);
    expect(await linksWith(60)).toEqual(['NO_SUPPLIER', 'SINGLE_SUPPLIER', 'NO_SPARE_CAPACITY']);
  });
});
