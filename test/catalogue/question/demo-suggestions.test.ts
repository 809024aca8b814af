import { describe, expect, it } from '@jest/globals';
import type { SearchQuery } from '../../../subgraphs/catalogue/index/parts/search-types.js';
import { search } from '../index/listings.js';
import { createDemoIndex } from './demo-index.js';

const PORI = { municipalities: ['FI-609'] };
const RAUMA = { municipalities: ['FI-684'] };
const LINKOPING = { municipalities: ['SE-0580'] };
/** Where nobody offers anything. */
const HELSINKI = { municipalities: ['FI-091'] };

const index = createDemoIndex();
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
  ])('suggests something where nothing is found: %s %j', (text, parts) => {
    const { totalCount, suggestions } = search(index, { text, ...parts });

    expect(totalCount).toBe(0);
    expect(suggestions().length).toBeGreaterThan(0);
  });

  it('suggests trades of the same field only', () => {
    for (const text of ['kampaaja', 'frisör', 'hairdresser']) {
      expect(suggested(text, {})).toEqual(['TRADE massage', 'TRADE pet-care']);
    }
    expect(suggested('lastenhoito', RAUMA).filter((one) => one.startsWith('TRADE'))).toEqual([]);
  });

  it('suggests a near place before another trade, and that before a place far away', () => {
    expect(suggested('maalari', PORI)[0]).toBe('PLACE FI-079');
    expect(suggested('flyttstädning', LINKOPING)).toEqual([
      ...['TRADE cleaning', 'TRADE home-cleaning'],
      ...['PLACE FI-684', 'PLACE FI-531'],
    ]);
  });

  it('suggests the part of a compound that somebody offers', () => {
    expect(suggested('skolmat', {})).toContain('FEWER_WORDS mat');
  });
});
