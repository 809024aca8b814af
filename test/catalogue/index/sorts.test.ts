import { describe, expect, it } from '@jest/globals';
import { CatalogueIndex } from '../../../subgraphs/catalogue/index/catalogue-index.js';
import type {
  SearchQuery,
  SearchSort,
} from '../../../subgraphs/catalogue/index/parts/search-types.js';
import type { CapacitySummary } from '../../../subgraphs/catalogue/store/listing.js';
import { encodeCursor } from '../../../subgraphs/shared/words/cursors.js';
import { fill, LISTS, localIds, search, searchQuery, serviceListing } from './listings.js';

const PORI = { latitude: 61.4847, longitude: 21.7972, radiusKm: 2_000 };
const BAD_USER_INPUT = { extensions: { code: 'BAD_USER_INPUT' } };

function refusal(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return null;
}

describe('the order', () => {
  it('of titles is that of the language asked for: å, ä and ö last in Swedish and Finnish', () => {
    const index = fill(new CatalogueIndex(LISTS), [
      serviceListing('a:1', { title: { sv: 'Östgötasnickeri' } }),
      serviceListing('a:2', { title: { sv: 'Zumba' } }),
      serviceListing('a:3', { title: { sv: 'Äpplen', en: 'Apples' } }),
      serviceListing('a:4', { title: { sv: 'Åkeri' } }),
      serviceListing('a:5', { title: { sv: 'Osthyvling' } }),
    ]);

    expect(localIds(search(index, { language: 'sv' }, 'TITLE').hits)).toEqual([
      '5',
      '2',
      '4',
      '3',
      '1',
    ]);
    expect(localIds(search(index, {}, 'TITLE').hits)).toEqual(['5', '2', '4', '3', '1']);
    expect(localIds(search(index, { language: 'en' }, 'TITLE').hits)).toEqual([
      '4',
      '3',
      '1',
      '5',
      '2',
    ]);
    expect(localIds(search(index, { language: 'sv' }).hits)).toEqual(['5', '2', '4', '3', '1']);
  });

  it('of titles follows changes', () => {
    const index = fill(new CatalogueIndex(LISTS), [
      serviceListing('a:1', { title: { fi: 'B' } }),
      serviceListing('a:2', { title: { fi: 'D' } }),
    ]);
    expect(localIds(search(index, {}, 'TITLE').hits)).toEqual(['1', '2']);

    index.upsertService(serviceListing('a:1', { title: { fi: 'E' } }));
    index.upsertService(serviceListing('a:3', { title: { fi: 'C' } }));
    index.upsertService(serviceListing('a:0', { title: { fi: 'E' } }));

    expect(localIds(search(index, {}, 'TITLE').hits)).toEqual(['3', '2', '0', '1']);
  });

  it('of prices puts all euros before all kronor', () => {
    const index = fill(new CatalogueIndex(LISTS), [
      serviceListing('a:1', { netMinor: 1, currency: 'SEK' }),
      serviceListing('a:2', { netMinor: 900 }),
      serviceListing('a:3', { netMinor: 1_000 }),
      serviceListing('a:0', { netMinor: 1_000 }),
    ]);

    expect(localIds(search(index, {}, 'NET_PRICE').hits)).toEqual(['2', '0', '3', '1']);
  });

  it('of changes begins with what has not changed for longest', () => {
    const index = fill(new CatalogueIndex(LISTS), [
      serviceListing('a:new', { updatedAt: new Date(2_000) }),
      serviceListing('a:old', { updatedAt: new Date(1_000) }),
    ]);

    expect(localIds(search(index, {}, 'UPDATED').hits)).toEqual(['old', 'new']);
  });

  it('of distances needs a place', () => {
    const index = fill(new CatalogueIndex(LISTS), [
      serviceListing('a:far', { municipalities: ['SE-0580'] }),
      serviceListing('a:near'),
    ]);

    expect(localIds(search(index, { near: PORI }, 'DISTANCE').hits)).toEqual(['near', 'far']);
    expect(refusal(() => search(index, {}, 'DISTANCE'))).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', argument: 'sort' },
    });
  });
});

describe('rows that are equal otherwise', () => {
  const index = fill(new CatalogueIndex(LISTS), [
    serviceListing('a:1', { title: { fi: 'Siivous' } }),
    serviceListing('a:2', { title: { sv: 'Siivous' } }),
    serviceListing('a:3', { title: { fi: 'Siivous', sv: 'Siivous' }, capacity: free(2) }),
    serviceListing('a:4', { title: { fi: 'Siivous' }, capacity: free(4) }),
  ]);
  const available = { from: '2027-03-22', to: '2027-03-24', minutes: 60 };
  const order = (parts: Partial<SearchQuery>, sort?: SearchSort): string =>
    localIds(search(index, parts, sort).hits).join('');

  it('begin with those in the language asked for', () => {
    expect(order({ text: 'siivous', language: 'sv' })).toBe('2314');
    expect(order({ language: 'sv' })).toBe('2314');
    expect(order({ language: 'sv' }, 'NET_PRICE')).toBe('2314');
    expect(order({ language: 'sv', near: PORI }, 'DISTANCE')).toBe('2314');
    expect(order({ language: 'sv' }, 'TITLE')).toBe('1234');
    expect(order({ language: 'en', text: 'siivous' })).toBe('1234');
  });

  it('begin with those known to be free, whatever their language', () => {
    expect(order({ text: 'siivous', available })).toBe('4123');
    expect(order({ available, language: 'sv' })).toBe('4231');
  });

  it('say and count of which of them that is not known', () => {
    const { hits, availabilityUnknown } = search(index, { text: 'siivous', available });

    expect(hits.map(({ isAvailabilityKnown }) => isAvailabilityKnown)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(availabilityUnknown).toBe(3);
    const unasked = search(index, { text: 'siivous' });
    expect(unasked.hits[0]?.isAvailabilityKnown).toBeNull();
    expect(unasked.availabilityUnknown).toBe(0);
  });

  it('are walked once each, page by page', () => {
    const met: string[] = [];
    let after: string | null = null;
    do {
      const query = searchQuery({ available, language: 'sv' });
      const { hits, hasPreviousPage } = index.search(query, { first: 1, after, sort: 'RELEVANCE' });
      expect(hasPreviousPage).toBe(after !== null);
      met.push(...localIds(hits));
      after = hits[0]?.cursor ?? null;
    } while (after !== null);
    expect(met.join('')).toBe('4231');
  });
});

/** Free for a day's work on so many days from 22 March. */
function free(days: number): CapacitySummary {
  return { from: '2027-03-22', minMinutes: 30, longestMinutes: Array<number>(days).fill(480) };
}

describe('a cursor', () => {
  const index = fill(new CatalogueIndex(LISTS), [
    serviceListing('a:1', { title: { fi: 'Siivous' } }),
    serviceListing('a:2', { title: { fi: 'Siivous' } }),
    serviceListing('a:3', { title: { fi: 'Siivous' } }),
  ]);
  const query = searchQuery({ text: 'siivous', near: PORI });
  const page = (sort: SearchSort, after: string | null) =>
    index.search(query, { first: 1, after, sort });

  it.each(['RELEVANCE', 'TITLE', 'NET_PRICE', 'DISTANCE', 'UPDATED'] as const)(
    'of %s leads on to the end',
    (sort) => {
      const first = page(sort, null);
      const second = page(sort, first.hits[0]?.cursor ?? '');
      const third = page(sort, second.hits[0]?.cursor ?? '');
      const behind = page(sort, third.hits[0]?.cursor ?? '');

      const pages = [first, second, third, behind];
      expect(pages.map(({ hits }) => localIds(hits))).toEqual([['1'], ['2'], ['3'], []]);
      expect(pages.map(({ hasNextPage }) => hasNextPage)).toEqual([true, true, false, false]);
      expect(pages.map(({ hasPreviousPage }) => hasPreviousPage)).toEqual([
        false,
        true,
        true,
        true,
      ]);
      expect(pages.map(({ totalCount }) => totalCount)).toEqual([3, 3, 3, 3]);
    },
  );

  it('still leads on when its row has gone', () => {
    const { cursor = '' } = page('RELEVANCE', null).hits[0] ?? {};
    index.upsertService(serviceListing('a:1', { withdrawnAt: new Date(0) }));

    expect(localIds(page('RELEVANCE', cursor).hits)).toEqual(['2']);
    expect(page('RELEVANCE', cursor).hasPreviousPage).toBe(false);
  });

  it.each([
    ['garbage', 'garbage'],
    ['an empty one', ''],
    ['one of another sort', encodeCursor(['UPDATED', 0, 0, 0, 'a:1'])],
    ['one of another form', encodeCursor(['RELEVANCE', 'x', 0, 0, 'a:1'])],
    ['one of a list of titles', encodeCursor(['TITLE sv', 0, 'Siivous', 'a:1'])],
  ])('is refused when it is %s', (_what, cursor) => {
    expect(refusal(() => page('RELEVANCE', cursor))).toMatchObject(BAD_USER_INPUT);
    expect(refusal(() => page('TITLE', cursor))).toMatchObject(BAD_USER_INPUT);
    expect(refusal(() => index.servicesOf('a', { first: 1, after: cursor }))).toMatchObject(
      BAD_USER_INPUT,
    );
  });
});
