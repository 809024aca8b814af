import { describe, expect, it } from '@jest/globals';
import { CatalogueIndex } from '../../../subgraphs/catalogue/index/catalogue-index.js';
import {
  cooperativeListing,
  evidence,
  fill,
  LISTS,
  localIds,
  search,
  serviceListing,
} from './listings.js';

const PORI = { latitude: 61.4847, longitude: 21.7972 };

describe('the CPV condition', () => {
  const index = fill(new CatalogueIndex(LISTS), [
    serviceListing('a:broad', { cpv: ['90900000'], title: { fi: 'Lattiat' } }),
    serviceListing('b:exact', { cpv: ['90911000'], title: { fi: 'Pesu ja muu kotityö' } }),
    serviceListing('c:below', { cpv: ['90911300', '55520000'] }),
    serviceListing('d:beside', { cpv: ['90919200'] }),
  ]);

  it('is met by the code, then by those below it and, labelled, by those above it', () => {
    const { hits, totalCount } = search(index, { cpv: ['90911000'] });

    expect(hits.map(({ service, matchedBy, score }) => [service.id, matchedBy, score])).toEqual([
      ['b:exact', ['CPV_EXACT'], 1],
      ['c:below', ['CPV_EXACT'], 0.9],
      ['a:broad', ['CPV_BROADER'], 0.5],
    ]);
    expect(totalCount).toBe(3);
  });

  it('ranks broader offers last with a text too, however well they match it', () => {
    fill(index, [
      serviceListing('e:both', { cpv: ['90911300'], description: { fi: 'Myös lattiat' } }),
    ]);

    const { hits } = search(index, { cpv: ['90911000'], text: 'lattia' });

    expect(hits.map(({ service, matchedBy }) => [service.id, matchedBy])).toEqual([
      ['e:both', ['DESCRIPTION', 'CPV_EXACT']],
      ['a:broad', ['TITLE', 'CPV_BROADER']],
    ]);
    index.removeCooperative('e');
  });

  it('is met by any of several codes', () => {
    expect(localIds(search(index, { cpv: ['55500000', '90919200'] }).hits)).toEqual([
      'beside',
      'below',
      'broad',
    ]);
  });
});

describe('a filter', () => {
  const index = fill(new CatalogueIndex(LISTS), [
    serviceListing('pori:hall', { kind: 'SPACE', netMinor: 5_000 }),
    serviceListing('pori:kurssi', {
      kind: 'TRAINING',
      netMinor: 5_001,
      municipalities: ['FI-684', 'FI-609'],
    }),
    serviceListing('rauma:apu', { municipalities: ['FI-684'], netMinor: 100 }),
    serviceListing('roxen:hem', { municipalities: ['SE-0580'], currency: 'SEK', netMinor: 100 }),
    serviceListing('kumo:apu', { municipalities: ['FI-271'], netMinor: 9_900 }),
  ]);
  const ids = (parts: Parameters<typeof search>[1]): string[] =>
    search(index, parts)
      .hits.map(({ service }) => service.id)
      .sort();

  it('by kind, municipality or cooperative takes any of the values given', () => {
    expect(ids({ kinds: ['SPACE', 'TRAINING'] })).toEqual(['pori:hall', 'pori:kurssi']);
    expect(ids({ municipalities: ['FI-684', 'SE-0580'] })).toEqual([
      'pori:kurssi',
      'rauma:apu',
      'roxen:hem',
    ]);
    expect(ids({ cooperatives: ['kumo', 'nobody'] })).toEqual(['kumo:apu']);
    expect(ids({ cooperatives: [] })).toHaveLength(5);
    expect(ids({ kinds: ['SPACE'], municipalities: ['FI-684'] })).toEqual([]);
  });

  it('by price keeps to one currency and includes the ceiling', () => {
    expect(ids({ maxNetPrice: { minor: 5_000, currency: 'EUR' } })).toEqual([
      'pori:hall',
      'rauma:apu',
    ]);
    expect(ids({ maxNetPrice: { minor: 100, currency: 'SEK' } })).toEqual(['roxen:hem']);
  });

  it('by distance goes to the nearest municipality with known coordinates, compared unrounded', () => {
    const { hits } = search(index, { near: { ...PORI, radiusKm: 50 } }, 'DISTANCE');

    expect(hits.map(({ service, distanceKm }) => [service.id, distanceKm])).toEqual([
      ['pori:hall', 0],
      ['pori:kurssi', 0],
      ['rauma:apu', 42.6],
    ]);
    expect(ids({ near: { ...PORI, radiusKm: 42.59 } })).toHaveLength(3);
    expect(ids({ near: { ...PORI, radiusKm: 42.5 } })).toHaveLength(2);
    expect(ids({ near: { ...PORI, radiusKm: 2_000 } })).not.toContain('kumo:apu');
    expect(search(index, {}).hits[0]?.distanceKm).toBeNull();
  });

  it('by certification wants every scheme, valid on the day, first and last day included', () => {
    index.upsertCooperative(
      cooperativeListing('pori', {
        evidence: [
          evidence({ scheme: 'WISE', validFrom: '2027-01-01', validTo: '2027-03-31' }),
          evidence({ scheme: 'CREDIT_RATING', validTo: '2027-03-22' }),
        ],
      }),
    );
    index.upsertCooperative(cooperativeListing('rauma', { evidence: [evidence()] }));

    const on = (validOn: string, ...schemes: string[]): string[] =>
      ids({ validOn, certifications: schemes.map((scheme) => ({ scheme, grade: null })) });
    expect(on('2027-03-22', 'WISE')).toEqual(['pori:hall', 'pori:kurssi', 'rauma:apu']);
    expect(on('2027-03-22', 'WISE', 'CREDIT_RATING')).toEqual(['pori:hall', 'pori:kurssi']);
    expect(on('2027-03-23', 'WISE', 'CREDIT_RATING')).toEqual([]);
    expect(on('2027-01-01', 'WISE')).toHaveLength(3);
    expect(on('2026-12-31', 'WISE')).toEqual(['rauma:apu']);
    expect(on('2027-04-01', 'WISE')).toEqual(['rauma:apu']);
  });

  it('by a grade wants it or a better one, and the standard or label that is named', () => {
    index.upsertCooperative(
      cooperativeListing('pori', {
        evidence: [
          evidence({ scheme: 'CREDIT_RATING', grade: 'AA+', validTo: '2027-03-31' }),
          evidence({ scheme: 'CREDIT_RATING', grade: 'AAA', validTo: '2027-01-31' }),
          evidence({ scheme: 'ISO', grade: 'ISO 9001' }),
        ],
      }),
    );

    const holders = (scheme: string, grade: string | null): string[] =>
      ids({ validOn: '2027-03-22', certifications: [{ scheme, grade }] });
    for (const [scheme, grade] of [
      ['CREDIT_RATING', 'AA'],
      ['CREDIT_RATING', ' aa+ '],
      ['ISO', 'ISO9001'],
      ['ISO', null],
    ] as const) {
      expect([scheme, grade, holders(scheme, grade)]).toEqual([
        scheme,
        grade,
        ['pori:hall', 'pori:kurssi'],
      ]);
    }
    // It was better, until January; grades of another scale have no place in this one.
    for (const grade of ['AAA', 'BBB']) expect(holders('CREDIT_RATING', grade)).toEqual([]);
    expect(holders('ISO', 'ISO 14001')).toEqual([]);
  });
});

describe('the availability condition', () => {
  const week = (...longestMinutes: number[]) => ({
    capacity: { from: '2027-03-22', minMinutes: 60, longestMinutes },
  });
  const index = fill(new CatalogueIndex(LISTS), [
    serviceListing('a:free', week(480, 480, 0, 0, 480, 0, 0)),
    serviceListing('b:later', week(0, 0, 0, 0, 240, 0, 0)),
    serviceListing('c:full', week(0, 0, 0, 0, 0, 0, 0)),
    serviceListing('d:unknown'),
  ]);
  const free = (from: string, to: string, minutes: number): string[] =>
    localIds(search(index, { available: { from, to, minutes } }).hits).sort();

  it('is met when on some day asked for, first and last included, one place is free for that long', () => {
    expect(free('2027-03-22', '2027-03-22', 480)).toEqual(['free', 'unknown']);
    expect(free('2027-03-22', '2027-03-22', 481)).toEqual(['unknown']);
    expect(free('2027-03-24', '2027-03-25', 60)).toEqual(['unknown']);
    expect(free('2027-03-24', '2027-03-26', 240)).toEqual(['free', 'later', 'unknown']);
    expect(free('2027-03-23', '2027-03-25', 60)).toEqual(['free', 'unknown']);
  });

  it('leaves out nothing on days of which the owner said nothing', () => {
    const all = ['free', 'full', 'later', 'unknown'];

    expect(free('2027-03-21', '2027-03-24', 60)).toEqual(all);
    expect(free('2027-03-27', '2027-03-29', 60)).toEqual(all);
    expect(free('2026-01-01', '2026-01-01', 60)).toEqual(all);
    expect(free('2027-03-22', '2027-03-28', 60)).toEqual(['free', 'later', 'unknown']);
  });

  it('leaves out what is never booked for so short a time, on unknown days too', () => {
    expect(free('2027-03-22', '2027-03-22', 59)).toEqual(['unknown']);
    expect(free('2028-03-22', '2028-03-22', 59)).toEqual(['unknown']);
  });

  it('has room for any number of days, however often it changes', () => {
    const counts = [0, 3, 400, 1, 250, 92];
    const index = fill(new CatalogueIndex(LISTS), []);
    index.setListed('a', true);
    const available = { from: '2027-03-22', to: '2027-03-22', minutes: 60 };
    const ids = Array.from({ length: 1_100 }, (_, number) => `a:s${number}`);
    for (const [round, count] of counts.entries()) {
      for (const [number, id] of ids.entries()) {
        const isFree = (number + round) % 3 === 0;
        index.upsertService(
          serviceListing(id, week(...Array<number>(count).fill(isFree ? 60 : 0))),
        );
      }
      const { totalCount } = search(index, { available });

      expect(totalCount).toBe(
        count === 0 ? ids.length : ids.filter((_, number) => (number + round) % 3 === 0).length,
      );
    }
  });

  it('counts in the total and the facets', () => {
    const available = { from: '2027-03-22', to: '2027-03-22', minutes: 60 };

    const { totalCount, facets } = search(index, { available, cooperatives: ['a', 'b', 'c'] });

    expect(totalCount).toBe(1);
    expect(facets().cooperatives).toEqual([{ value: 'a', count: 1 }]);
  });

  it('goes by the last summary, which may also be taken back', () => {
    const index = fill(new CatalogueIndex(LISTS), [
      serviceListing('a:one', week(480)),
      serviceListing('a:two', week(480)),
    ]);
    const available = { from: '2027-03-22', to: '2027-03-22', minutes: 60 };
    const found = (): string[] => localIds(search(index, { available }).hits);

    const before = found();
    index.upsertService(serviceListing('a:one', week(0)));
    const full = found();
    index.upsertService(serviceListing('a:one', { capacity: null }));

    expect([before, full, found()]).toEqual([['one', 'two'], ['two'], ['two', 'one']]);
  });
});

describe('facets', () => {
  it('count all matches, not only the page; most first, ties by value', () => {
    const index = fill(new CatalogueIndex(LISTS), [
      serviceListing('b:1', {
        cpv: ['90910000', '90511000', '55520000'],
        municipalities: ['FI-609', 'FI-684'],
      }),
      serviceListing('a:2', { cpv: ['90911300'], kind: 'TRAINING' }),
      serviceListing('b:3', {
        cpv: ['98333000'],
        kind: 'TRAINING',
        municipalities: ['FI-684', 'FI-684'],
      }),
      serviceListing('c:4', { cpv: ['98333000'], kind: 'SPACE', municipalities: [] }),
    ]);
    index.upsertCooperative(cooperativeListing('b', { evidence: [evidence(), evidence()] }));
    index.upsertCooperative(
      cooperativeListing('a', {
        evidence: [evidence({ validTo: '2027-03-21' }), evidence({ scheme: 'CREDIT_RATING' })],
      }),
    );

    const { hits, facets } = index.search(
      {
        text: null,
        language: null,
        kinds: ['SERVICE', 'TRAINING'],
        cpv: [],
        trades: [],
        municipalities: [],
        near: null,
        certifications: [],
        validOn: '2027-03-22',
        cooperatives: null,
        ids: [],
        maxNetPrice: null,
        available: null,
      },
      { first: 1, after: null, sort: 'RELEVANCE' },
    );

    expect(hits).toHaveLength(1);
    expect(facets()).toEqual({
      kinds: [
        { value: 'TRAINING', count: 2 },
        { value: 'SERVICE', count: 1 },
      ],
      trades: [],
      cpvDivisions: [
        { value: '90000000', count: 2 },
        { value: '55000000', count: 1 },
        { value: '98000000', count: 1 },
      ],
      municipalities: [
        { value: 'FI-609', count: 2 },
        { value: 'FI-684', count: 2 },
      ],
      cooperatives: [
        { value: 'b', count: 2 },
        { value: 'a', count: 1 },
      ],
      certifications: [
        { value: 'WISE', count: 2 },
        { value: 'CREDIT_RATING', count: 1 },
      ],
    });
  });

  it('count what matched when the search ran', () => {
    const index = fill(new CatalogueIndex(LISTS), [serviceListing('a:1'), serviceListing('a:2')]);
    const { facets } = search(index, {});

    index.upsertService(serviceListing('a:1', { kind: 'SPACE' }));
    index.upsertService(serviceListing('b:3'));

    expect(facets().kinds).toEqual([{ value: 'SERVICE', count: 2 }]);
  });
});
