import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { match, type Matched } from '../../../subgraphs/procurement/matching/match.js';
import { smallestSets } from '../../../subgraphs/procurement/matching/smallest-sets.js';
import type { Matching } from '../../../subgraphs/procurement/matching/suppliers.js';
import { mostByTrying } from './brute-force.js';
import { UNLIMITED } from './cases.js';
import { matchings } from './matchings.js';

const SMALL = {
  lots: 3,
  days: 2,
  cooperatives: 5,
  resources: 2,
  services: 2,
  budgets: 2,
  minutes: 2,
};

function total(minutes: readonly number[]): number {
  return minutes.reduce((sum, each) => sum + each, 0);
}

/** What some cooperatives can deliver on each day. */
function deliveredBy(matching: Matching, members: readonly string[], isStrict: boolean): number[] {
  const own = {
    ...matching,
    capacities: matching.capacities.filter(({ cooperative }) => members.includes(cooperative)),
  };
  return matching.days.map((_date, day) => mostByTrying(own, day, isStrict));
}

function subsets<Item>(items: readonly Item[]): Item[][] {
  return items.reduce(
    (sets: Item[][], item) => [...sets, ...sets.map((set) => [...set, item])],
    [[]],
  );
}

/** The smallest sets that deliver as much as all do; none where that is nothing. */
function smallestByTrying(matching: Matching): string[][] {
  const all = matching.capacities.map(({ cooperative }) => cooperative);
  const most = deliveredBy(matching, all, false);
  if (total(most) === 0) return [];
  const sufficient = subsets(all).filter(
    (set) => total(deliveredBy(matching, set, false)) === total(most),
  );
  const least = Math.min(...sufficient.map(({ length }) => length));
  return sufficient.filter(({ length }) => length === least).map((set) => set.sort());
}

/** How well a set stands among those of its size: more is better. */
function strictMinutes(matching: Matching, set: readonly string[]): number {
  return total(deliveredBy(matching, set, true));
}

describe('proposals', () => {
  it('are the best of the smallest sets that deliver as much as all do', async () => {
    await fc.assert(
      fc.asyncProperty(matchings(SMALL), async (matching) => {
        const { proposals, isCut } = await match(matching, UNLIMITED);

        const sets = smallestByTrying(matching);
        const found = proposals.map(({ cooperatives }) => cooperatives);
        expect(isCut).toBe(false);
        expect(found).toHaveLength(Math.min(5, sets.length));
        expect(new Set(found.map((set) => set.join())).size).toBe(found.length);
        for (const set of found) expect(sets).toContainEqual(set);
        const ranks = sets.map((set) => strictMinutes(matching, set)).sort((a, b) => b - a);
        expect(found.map((set) => strictMinutes(matching, set))).toEqual(ranks.slice(0, 5));
      }),
      { numRuns: 200 },
    );
  });

  it('share out what is delivered, to who can do it, and are led by who bears most', async () => {
    await fc.assert(
      fc.asyncProperty(matchings(SMALL), async (matching) => {
        const { proposals, joint }: Matched = await match(matching, UNLIMITED);

        for (const { cooperatives, lead, coverage, shares } of proposals) {
          expect(coverage.coveredMinutes).toBe(joint.coveredMinutes);
          expect(total(shares.map(({ minutes }) => minutes))).toBe(joint.coveredMinutes);
          for (const { lot, cooperative } of shares) {
            const own = matching.offers.filter(
              (offer) => offer.lot === lot && offer.cooperative === cooperative,
            );
            expect(own.some(({ match: fit }) => fit !== 'PARTIAL')).toBe(true);
          }
          const borne = cooperatives.map((id) =>
            total(
              shares.flatMap(({ cooperative, minutes }) => (cooperative === id ? minutes : [])),
            ),
          );
          expect(lead).toBe(cooperatives[borne.indexOf(Math.max(...borne))]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the smallest sets', () => {
  const demands = fc.array(
    fc.array(fc.nat(6), { minLength: 7, maxLength: 7 }).map((gives) => ({
      gives,
      wanted: Math.ceil(total(gives) * 0.6),
    })),
    { minLength: 1, maxLength: 4 },
  );

  it('are all that there are', () => {
    fc.assert(
      fc.property(demands, (all) => {
        const unmet = (set: readonly number[]) =>
          all.find(({ gives, wanted }) => total(set.map((n) => gives[n] ?? 0)) < wanted) ?? null;

        const { sets, isCut } = smallestSets(unmet, {
          steps: Infinity,
          sets: Infinity,
          ms: Infinity,
        });

        const sufficient = subsets([0, 1, 2, 3, 4, 5, 6]).filter((set) => !unmet(set));
        const least = Math.min(...sufficient.map(({ length }) => length));
        const expected = sufficient.filter(({ length }) => length === least);
        expect(isCut).toBe(false);
        expect(sets.map((set) => set.join()).sort()).toEqual(
          expected.map((set) => set.join()).sort(),
        );
      }),
      { numRuns: 2_000 },
    );
  });
});
