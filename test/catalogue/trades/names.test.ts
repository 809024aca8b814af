import { describe, expect, it } from '@jest/globals';
import { CatalogueIndex } from '../../../subgraphs/catalogue/index/catalogue-index.js';
import { cooperativeListing, fill, LISTS, search, serviceListing } from '../index/listings.js';
import { DEMO_INDEX as index, idsFound } from '../question/demo-index.js';

describe('a municipality that has merged', () => {
  it.each([
    ['siivous noormarkussa', 'noormarkussa', 'karhu'],
    ['siivooja Noormarkkuun', 'Noormarkkuun', 'karhu'],
    ['pihatyöt Luvialla', 'Luvialla', 'tuomi'],
    ['siivous Noormarkku', 'Noormarkku', 'karhu'],
  ])('is named in a text for its successor: %s', (text, value, cooperative) => {
    const { hits, remarks } = search(index, { text });

    expect(remarks).toEqual([{ code: 'PLACE_NAMED', value }]);
    expect(hits[0]?.service.cooperative).toBe(cooperative);
  });

  it.each(['eno sairastui', 'veneen pohja', 'karjaa hoitamaan'])(
    'is no common word: %s',
    (text) => {
      expect(search(index, { text }).remarks.map(({ code }) => code)).not.toContain('PLACE_NAMED');
    },
  );
});

describe('a name alone', () => {
  it.each(['Pori', 'Boden', 'Noormarkku'])('says where, if of a place: %s', (text) => {
    expect(search(index, { text }).remarks).toEqual([{ code: 'PLACE_NAMED', value: text }]);
    expect(idsFound(index, text)).toEqual([]);
  });

  it('is no unknown word where a cooperative is called so', () => {
    const named = fill(new CatalogueIndex(LISTS), [
      serviceListing('a:1', { title: { fi: 'Työ' } }),
    ]);
    named.upsertCooperative(cooperativeListing('a', { name: 'Osuuskunta Tukirinki' }));

    for (const text of ['tukirinki', 'Tukirinki', 'a']) {
      expect(search(named, { text }).remarks).toEqual([]);
    }
    expect(search(named, { text: 'rinki' }).remarks).toEqual([
      { code: 'UNKNOWN_WORD', value: 'rinki' },
    ]);
  });
});

describe('a suggested spelling', () => {
  it.each(['toString', 'jackett', 'jacket ripped'])(
    'is no word that only labels have, nor one that begins otherwise: %s',
    (text) => {
      const { suggestions } = search(index, { text });

      expect(suggestions().filter(({ kind }) => kind === 'SPELLING')).toEqual([]);
    },
  );
});

describe('a code beside a trade', () => {
  it('adds none of other kinds', () => {
    const found = (cpv: readonly string[]) =>
      search(index, { text: 'remontti', cpv }).hits.map(({ service }) => service.id);

    expect(found(['45000000']).filter((id) => !found([]).includes(id))).toEqual([]);
  });
});
