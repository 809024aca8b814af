import { describe, expect, it } from '@jest/globals';
import type { SearchQuery } from '../../../subgraphs/catalogue/index/parts/search-types.js';
import { search } from '../index/listings.js';
import { DEMO_INDEX as index } from './demo-index.js';

const PORI = { municipalities: ['FI-609'] };
const RAUMA = { municipalities: ['FI-684'] };
const LINKOPING = { municipalities: ['SE-0580'] };
/** Where nobody offers anything. */
const HELSINKI = { municipalities: ['FI-091'] };

const suggested = (text: string, parts: Partial<SearchQuery>): string[] =>
  search(index, { text, ...parts })
    .suggestions()
    .map(({ kind, trade, municipality, text: words }) =>
      [kind, trade ?? municipality ?? words].join(' '),
    );

describe('the demo network', () => {
  it.each<[string, Partial<SearchQuery>]>([
    ['skolmat', {}],
    ['sauna', {}],
    ['hammaslääkäri', {}],
    ['putkimies', PORI],
    ['siivous', { cpv: ['77310000'] }],
    ['!!!', {}],
    ['jag vill', {}],
    ['rekry', {}],
    ['kampaaja', HELSINKI],
    ['siivous', { maxNetPrice: { minor: 1, currency: 'EUR' } }],
    ['siivous', { kinds: ['TRAINING'] }],
  ])('suggests something, or says why, where nothing is found: %s %j', (text, parts) => {
    const { totalCount, suggestions, whyNothing } = search(index, { text, ...parts });
    const { notOffered, excluding } = whyNothing();

    expect(totalCount).toBe(0);
    expect([...suggestions(), ...notOffered, ...excluding].length).toBeGreaterThan(0);
  });

  it('suggests only trades whose codes are near', () => {
    for (const text of ['kampaaja', 'frisör', 'hairdresser']) {
      expect(suggested(text, {})).toEqual(['TRADE massage']);
    }
    expect(suggested('sähkömies', {})).toContain('TRADE carpentry');
    expect(suggested('sauna', {})).toEqual([]);
    expect(suggested('lastenhoito', RAUMA).filter((one) => one.startsWith('TRADE'))).toEqual([]);
  });

  it.each([
    ['hotelli', 'accommodation'],
    ['sauna', 'saunas-to-rent'],
    ['musiikki', 'music-performance'],
    ['vartija', 'security-guarding'],
    ['joulupukki', 'performing-arts'],
  ])('says that nobody does it, and suggests no stranger: %s', (text, trade) => {
    const { suggestions, whyNothing } = search(index, { text });

    expect(whyNothing().notOffered).toEqual([trade]);
    expect(suggestions()).toEqual([]);
  });

  it('takes the inventory of an estate for the law, and not for care', () => {
    for (const text of ['perunkirjoitus', 'bouppteckning', 'estate inventory']) {
      expect(search(index, { text }).whyNothing().notOffered).toEqual(['legal-advice']);
      expect(suggested(text, {})).not.toContain('TRADE massage');
    }
  });

  it('suggests a near place before another trade, and that before a place far away', () => {
    expect(suggested('maalari', PORI)[0]).toBe('PLACE FI-079');
    expect(suggested('flyttstädning', LINKOPING)).toEqual([
      ...['TRADE cleaning', 'TRADE home-cleaning'],
      ...['PLACE FI-684', 'PLACE FI-531'],
    ]);
  });

  it('suggests where there is the nearest trade, and nothing else, where nobody offers the one asked for', () => {
    for (const [text, place, trade] of [
      ['sähkömies', PORI, 'carpentry'],
      ['kampaaja', HELSINKI, 'massage'],
    ] as const) {
      const suggestions = search(index, { text, ...place }).suggestions();
      expect(suggestions[0]).toMatchObject({ kind: 'PLACE', trade, text: null });
      expect(suggestions.map(({ kind }) => kind)).not.toContain('TRADE');
    }
  });

  it.each<[string, Partial<SearchQuery>, object]>([
    ['kampaaja', PORI, { notOffered: ['hairdressing'], excluding: [] }],
    ['siivous', { kinds: ['TRAINING'] }, { notOffered: [], excluding: ['kinds'] }],
    ['siivous', HELSINKI, { notOffered: [], excluding: ['municipalities'] }],
    ['siivous', PORI, { notOffered: [], excluding: [] }],
    [
      'siivous',
      { ...HELSINKI, maxNetPrice: { minor: 1, currency: 'EUR' } },
      { notOffered: [], excluding: ['municipalities', 'maxNetPrice'] },
    ],
  ])('says why nothing is found: %s %j', (text, parts, why) => {
    expect(search(index, { text, ...parts }).whyNothing()).toEqual(why);
  });

  it('suggests the part of a compound that somebody offers', () => {
    expect(suggested('skolmat', {})).toContain('FEWER_WORDS mat');
  });

  it.each(['siivous Turussa', 'maalari Helsingissä', 'städning i Stockholm'])(
    'says where the nearest is where nobody does it in the place that is named: %s',
    (text) => {
      const { totalCount, nearestToNamed } = search(index, { text });

      expect(totalCount).toBeGreaterThan(0);
      expect(nearestToNamed()).toMatchObject({
        ...{ kind: 'PLACE', municipality: expect.stringMatching(/^(FI|SE)-/) as unknown },
        distanceKm: expect.any(Number) as unknown,
      });
    },
  );

  it.each([
    ['siivous Porissa', {}],
    ['siivous', {}],
    ['siivous Turussa', PORI],
    ['sauna Turussa', {}],
  ])('says no such thing of %s %j', (text, parts) => {
    expect(search(index, { text, ...parts }).nearestToNamed()).toBeNull();
  });
});
