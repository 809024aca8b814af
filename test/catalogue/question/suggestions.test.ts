import { describe, expect, it, jest } from '@jest/globals';
import { CatalogueIndex } from '../../../subgraphs/catalogue/index/catalogue-index.js';
import type { SearchQuery } from '../../../subgraphs/catalogue/index/parts/search-types.js';
import { TextIndex } from '../../../subgraphs/catalogue/index/text/text-index.js';
import { Thesaurus } from '../../../subgraphs/catalogue/index/trades/thesaurus.js';
import { parseTrades } from '../../../subgraphs/shared/lists/parse-trades.js';
import { fill, LISTS, search, serviceListing } from '../index/listings.js';

const TRADES = `
building: 45000000
  fi: Rakentaminen; rakentaminen
electrician < building: 45310000
  fi: Sähkötyöt; sähkötyöt; sähkömies
painting < building: 45440000
  fi: Maalaus; maalaus; maalari
masonry: 45262500
  fi: Muuraus; muuraus; muurari
cleaning: 90910000
  fi: Siivous; siivous; siivooja
`;

const index = fill(new CatalogueIndex(LISTS, new Thesaurus(parseTrades(TRADES, 'trades'))), [
  serviceListing('a:maalaus', { title: { fi: 'Sisämaalaus' }, municipalities: ['FI-684'] }),
  serviceListing('a:muuraus', { title: { fi: 'Uunit' }, cpv: ['45262500'] }),
  serviceListing('a:siivous', { title: { fi: 'Siivous' }, municipalities: ['FI-684', 'SE-0580'] }),
  serviceListing('a:hieronta', { title: { fi: 'Hieronta lapsille' } }),
]);

const suggestionsFor = (parts: Partial<SearchQuery>) => search(index, parts).suggestions();

describe('a search that finds nothing', () => {
  it('suggests the nearest trades that are offered', () => {
    const nothing = { text: null, municipality: null, distanceKm: null };
    expect(suggestionsFor({ text: 'sähkömies' })).toEqual([
      { ...nothing, kind: 'TRADE', trade: 'building', count: 1 },
      { ...nothing, kind: 'TRADE', trade: 'painting', count: 1 },
    ]);
    expect(suggestionsFor({ trades: ['electrician'], municipalities: ['FI-609'] })).toEqual([
      { ...nothing, kind: 'TRADE', trade: 'masonry', count: 1 },
    ]);
  });

  it('suggests the nearest municipalities that have it, with kilometres', () => {
    const place = { kind: 'PLACE', text: 'siivooja', trade: null, count: 1 };
    const fromPori = [
      { ...place, municipality: 'FI-684', distanceKm: 42.6 },
      { ...place, municipality: 'SE-0580', distanceKm: 484.5 },
    ];

    expect(suggestionsFor({ text: 'siivooja', municipalities: ['FI-609'] })).toEqual(fromPori);
    const near = { latitude: 61.4847, longitude: 21.7972, radiusKm: 10 };
    expect(suggestionsFor({ text: 'siivooja', near })).toEqual(fromPori);
    expect(suggestionsFor({ text: 'siivooja', municipalities: ['FI-271'] })).toMatchObject([
      { municipality: 'FI-684', distanceKm: null },
      { municipality: 'SE-0580', distanceKm: null },
    ]);
  });

  it('suggests spellings that the network knows', () => {
    expect(suggestionsFor({ text: 'hiiernotta' })).toMatchObject([
      { kind: 'SPELLING', text: 'hieronta', count: 1 },
    ]);
  });

  it('suggests fewer words', () => {
    expect(suggestionsFor({ text: 'hieronta uunit' })).toMatchObject([
      { kind: 'FEWER_WORDS', text: 'hieronta', count: 1 },
      { kind: 'FEWER_WORDS', text: 'uunit', count: 1 },
    ]);
  });

  it('suggests no word that only asks', () => {
    expect(suggestionsFor({ text: 'haluaisin hiiernotta' })).toMatchObject([
      { kind: 'SPELLING', text: 'hieronta' },
    ]);
    expect(suggestionsFor({ text: 'jag vill' }).map(({ kind }) => kind)).not.toContain(
      'FEWER_WORDS',
    );
  });

  it('suggests a word that is a part of one that finds nothing', () => {
    expect(suggestionsFor({ text: 'uppvuxenhieronta' })).toMatchObject([
      { kind: 'FEWER_WORDS', text: 'hieronta', count: 1 },
    ]);
  });

  it.each(['xyzzyxyzzy', '!!!', 'jag vill'])(
    'suggests what there is most of where nothing is near: %s',
    (text) => {
      expect(suggestionsFor({ text })).toMatchObject([
        { kind: 'TRADE', trade: 'building', count: 1 },
        { kind: 'TRADE', trade: 'cleaning', count: 1 },
        { kind: 'TRADE', trade: 'masonry', count: 1 },
      ]);
    },
  );

  it('suggests what there is under the other conditions, and else where there is anything', () => {
    const cpv = ['45262500'];
    expect(suggestionsFor({ text: 'siivous', cpv }).map(({ trade }) => trade)).toEqual(['masonry']);
    const there = suggestionsFor({ text: 'xyzzyxyzzy', municipalities: ['FI-684'] });
    expect(there.map(({ trade }) => trade)).toEqual(['building', 'cleaning']);
    expect(suggestionsFor({ text: 'xyzzyxyzzy', municipalities: ['FI-271'] })).toMatchObject([
      { kind: 'PLACE', text: null, municipality: 'FI-609' },
      { kind: 'PLACE', text: null, municipality: 'FI-684' },
    ]);
  });

  it('has nothing to suggest where nothing can be found, or something is', () => {
    expect(suggestionsFor({ text: 'siivous' })).toEqual([]);
    expect(suggestionsFor({ cooperatives: ['nobody'] })).toEqual([]);
  });
});

describe('a search', () => {
  it('is not made again to say why nothing was found, or that somebody does it where it names', () => {
    const made = jest.spyOn(TextIndex.prototype, 'matchQuestion');
    const unknown = search(index, { text: 'xyzzy' });
    const there = search(index, { text: 'siivooja Rauma' });

    expect(unknown.whyNothing()).toEqual({ notOffered: [], excluding: [] });
    expect(there.nearestToNamed()).toBeNull();
    expect(there.remarks).toEqual([{ code: 'PLACE_NAMED', value: 'Rauma' }]);
    expect(made).toHaveBeenCalledTimes(2);
    made.mockRestore();
  });
});
