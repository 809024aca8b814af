import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CatalogueIndex } from '../../../subgraphs/catalogue/index/catalogue-index.js';
import type {
  AvailabilityQuery,
  SearchQuery,
  SearchSort,
} from '../../../subgraphs/catalogue/index/parts/search-types.js';
import type { FollowedService } from '../../../subgraphs/catalogue/store/listing.js';
import { cooperativeListing, evidence, LISTS, searchQuery, serviceListing } from './listings.js';
import { isAvailabilityKnown, modelSearch, type ModelState } from './search-model.js';

const COOPERATIVES = ['a', 'b', 'c'];
const MUNICIPALITIES = ['FI-609', 'FI-684', 'SE-0580', 'FI-271', 'FI-999'];
const CODES = ['90000000', '90900000', '90910000', '90911300', '90911000', '98333000', '55520000'];
const DAYS = ['2027-01-01', '2027-03-22', '2027-12-31'];
const TITLES = ['Siivous', 'siivous', 'Äpplen', 'Åkeri', 'Zumba', 'Östansjö', 'Catering', 'Osuus'];
const SORTS: readonly SearchSort[] = ['RELEVANCE', 'TITLE', 'NET_PRICE', 'DISTANCE', 'UPDATED'];

const some = <Value>(values: readonly Value[]): fc.Arbitrary<Value[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 });

const service: fc.Arbitrary<FollowedService> = fc
  .record({
    cooperative: fc.constantFrom(...COOPERATIVES),
    local: fc.integer({ min: 0, max: 15 }),
    kind: fc.constantFrom('SERVICE', 'SPACE', 'TRAINING'),
    fi: fc.constantFrom(...TITLES),
    sv: fc.option(fc.constantFrom(...TITLES)),
    cpv: fc.uniqueArray(fc.constantFrom(...CODES), { minLength: 1, maxLength: 2 }),
    municipalities: some(MUNICIPALITIES),
    netMinor: fc.integer({ min: 0, max: 5 }),
    currency: fc.constantFrom('EUR', 'SEK'),
    updatedAt: fc.integer({ min: 0, max: 5 }),
    isWithdrawn: fc.boolean(),
    capacity: fc.option(
      fc.record({
        from: fc.constantFrom('2027-02-27', '2027-03-01'),
        minMinutes: fc.constantFrom(1, 60),
        longestMinutes: fc.array(fc.constantFrom(0, 60, 480), { maxLength: 4 }),
      }),
    ),
  })
  .map(({ cooperative, local, fi, sv, updatedAt, isWithdrawn, ...parts }) =>
    serviceListing(`${cooperative}:s${local}`, {
      ...parts,
      title: sv === null ? { fi } : { sv, fi },
      updatedAt: new Date(updatedAt),
      withdrawnAt: isWithdrawn && updatedAt % 2 === 0 ? new Date(0) : null,
    }),
  );

const available: fc.Arbitrary<AvailabilityQuery> = fc.record({
  from: fc.constantFrom('2027-02-26', '2027-02-28', '2027-03-01', '2027-03-03'),
  to: fc.constantFrom('2027-03-01', '2027-03-02', '2027-03-05'),
  minutes: fc.constantFrom(30, 60, 61, 480, 525_600),
});

const query: fc.Arbitrary<SearchQuery> = fc
  .record({
    language: fc.option(fc.constantFrom('fi', 'sv', 'en')),
    kinds: some(['SERVICE', 'SPACE'] as const),
    cpv: some(CODES),
    municipalities: some(MUNICIPALITIES),
    near: fc.option(
      fc.record({
        latitude: fc.constant(61.4847),
        longitude: fc.constant(21.7972),
        radiusKm: fc.constantFrom(1, 42.6, 2_000),
      }),
    ),
    certifications: some([
      { scheme: 'WISE', grade: null },
      { scheme: 'CREDIT_RATING', grade: null },
      { scheme: 'CREDIT_RATING', grade: 'AA' },
    ]),
    validOn: fc.constantFrom(...DAYS),
    cooperatives: fc.option(some(COOPERATIVES)),
    ids: some(COOPERATIVES.flatMap((id) => [`${id}:s0`, `${id}:s1`, `${id}:s2`])),
    maxNetPrice: fc.option(
      fc.record({ minor: fc.integer({ min: 0, max: 5 }), currency: fc.constantFrom('EUR', 'SEK') }),
    ),
    available: fc.option(available),
  })
  // Each condition alone leaves most rows; all together would leave none.
  .chain((conditions) =>
    fc
      .subarray(Object.keys(conditions))
      .map((kept) =>
        searchQuery(
          Object.fromEntries(Object.entries(conditions).filter(([name]) => kept.includes(name))),
        ),
      ),
  );

/** Ids of all pages in turn. @param between - Called after each page but the last. */
function walk(
  index: CatalogueIndex,
  asked: SearchQuery,
  sort: SearchSort,
  first: number,
  between = () => {},
): string[] {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const { hits, hasNextPage } = index.search(asked, { first, after, sort });
    ids.push(...hits.map(({ service: { id } }) => id));
    after = hits.at(-1)?.cursor ?? null;
    if (!hasNextPage || after === null) return ids;
    between();
  }
}

describe('any search', () => {
  it('finds and orders what a slow and obvious one does, page by page', () => {
    fc.assert(
      fc.property(
        fc.array(service, { maxLength: 40 }),
        some(COOPERATIVES),
        query,
        fc.constantFrom(...SORTS),
        fc.integer({ min: 1, max: 7 }),
        (services, listed, asked, sort, first) => {
          fc.pre(sort !== 'DISTANCE' || asked.near !== null);
          const cooperatives = COOPERATIVES.map((id, number) =>
            cooperativeListing(id, {
              evidence: [
                evidence({ validTo: DAYS[number] ?? null }),
                evidence({
                  scheme: 'CREDIT_RATING',
                  grade: ['AAA', 'AA', 'A'][number] ?? null,
                  validFrom: DAYS[number] ?? null,
                }),
              ],
            }),
          );
          const index = new CatalogueIndex(LISTS);
          for (const cooperative of cooperatives) index.upsertCooperative(cooperative);
          for (const id of listed) index.setListed(id, true);
          for (const one of services) index.upsertService(one);
          const last = new Map(services.map((one) => [one.id, one]));
          const state: ModelState = {
            services: [...last.values()],
            cooperatives,
            listed: new Set(listed),
          };

          const wanted = modelSearch(state, asked, sort);

          expect(walk(index, asked, sort, first)).toEqual(wanted);
          const { totalCount, availabilityUnknown, facets } = index.search(asked, {
            ...{ first, after: null, sort },
          });
          expect(totalCount).toBe(wanted.length);
          const unknown = wanted.filter((id) => {
            const row = last.get(id);
            return row && !isAvailabilityKnown(row, asked);
          });
          expect(availabilityUnknown).toBe(unknown.length);
          const byCooperative = facets().cooperatives;
          expect(byCooperative.reduce((sum, { count }) => sum + count, 0)).toBe(wanted.length);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('by availability finds what a slow and obvious one does', () => {
    fc.assert(
      fc.property(
        fc.array(service, { minLength: 10, maxLength: 30 }),
        available,
        (services, asked) => {
          const index = new CatalogueIndex(LISTS);
          for (const id of COOPERATIVES) index.setListed(id, true);
          for (const one of services) index.upsertService(one);
          const last = new Map(services.map((one) => [one.id, one]));
          const listed = new Set(COOPERATIVES);
          const state: ModelState = { services: [...last.values()], cooperatives: [], listed };
          const query = searchQuery({ available: asked });

          expect(walk(index, query, 'UPDATED', 100)).toEqual(modelSearch(state, query, 'UPDATED'));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('an index that was changed', () => {
  it('answers as one that was told only the outcome', () => {
    const texts = ['siivous', 'catering', 'cleaning', 'åkeri', 'zumba osuus'];
    const told = (services: readonly FollowedService[]): CatalogueIndex => {
      const index = new CatalogueIndex(LISTS);
      for (const id of COOPERATIVES) index.setListed(id, true);
      for (const one of services) index.upsertService(one);
      return index;
    };
    const available = { from: '2027-02-28', to: '2027-03-01', minutes: 60 };
    const answers = (index: CatalogueIndex): unknown[] =>
      [...texts.map((text) => searchQuery({ text })), searchQuery({ available })].map((asked) => {
        const { hits, facets } = index.search(asked, {
          first: 100,
          after: null,
          sort: 'RELEVANCE',
        });
        return [hits, facets()];
      });

    fc.assert(
      fc.property(fc.array(service, { maxLength: 60 }), (changes) => {
        const changed = told(changes);
        const outcome = new Map(changes.map((one) => [one.id, one]));
        changed.replaceLists(LISTS);

        expect(answers(changed)).toEqual(answers(told([...outcome.values()])));
      }),
      { numRuns: 40 },
    );
  });
});

describe('walking all pages while rows come and go', () => {
  it.each(['RELEVANCE', 'TITLE', 'NET_PRICE', 'UPDATED'] as const)(
    'meets each row that stays exactly once, by %s',
    (sort) => {
      fc.assert(
        fc.property(
          fc.uniqueArray(service, { minLength: 5, maxLength: 30, selector: ({ id }) => id }),
          fc.array(service, { maxLength: 60 }),
          fc.constantFrom('siivous', 'catering osuus', 'åkri', null),
          fc.integer({ min: 1, max: 5 }),
          (services, changes, text, first) => {
            const index = new CatalogueIndex(LISTS);
            for (const id of COOPERATIVES) index.setListed(id, true);
            for (const one of services) index.upsertService(one);
            const asked = searchQuery({ text });
            const before = walk(index, asked, sort, 100);
            const touched = new Set<string>();
            const queue = [...changes];

            const met = walk(index, asked, sort, first, () => {
              for (const change of queue.splice(0, 4)) {
                touched.add(change.id);
                index.upsertService(change);
              }
            });

            const stayed = before.filter((id) => !touched.has(id));
            expect(met.filter((id) => !touched.has(id))).toEqual(stayed);
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  it('by UPDATED meets a changed row again, in its last form', () => {
    const index = new CatalogueIndex(LISTS);
    index.setListed('a', true);
    for (let at = 0; at < 6; at += 1) {
      index.upsertService(serviceListing(`a:${at}`, { updatedAt: new Date(at) }));
    }
    const changed = ['a:0', 'a:5', 'a:3'];

    const met = walk(index, searchQuery(), 'UPDATED', 2, () => {
      const id = changed.shift();
      if (id)
        index.upsertService(serviceListing(id, { updatedAt: new Date(100 - changed.length) }));
    });

    expect(met).toEqual(['a:0', 'a:1', 'a:2', 'a:3', 'a:4', 'a:0', 'a:5', 'a:3']);
  });
});
