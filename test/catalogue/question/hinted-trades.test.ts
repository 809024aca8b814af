import { describe, expect, it } from '@jest/globals';
import { CatalogueIndex } from '../../../subgraphs/catalogue/index/catalogue-index.js';
import { Thesaurus } from '../../../subgraphs/catalogue/index/trades/thesaurus.js';
import { parseTrades } from '../../../subgraphs/shared/lists/parse-trades.js';
import { fill, LISTS, search, serviceListing } from '../index/listings.js';

const TRADES = `
lawns: 77310000
  fi: Nurmikot; nurmikonhoito; ; leikata nurmikko, leikata ruoho
hedges: 77340000
  fi: Pensasaidat; pensasaidat; ; leikata aita
hair: 98320000
  fi: Kampaamo; kampaamo; kampaaja; leikata hiukset, leikata tukka, pestä hiukset
bicycles: 50100000
  fi: Polkupyörät; polkupyörien huolto; ; pyörä rikki, huoltaa pyörä
cleaning: 90910000
  fi: Siivous; siivous; siivooja
`;

const indexOf = (...titles: string[]) =>
  fill(
    new CatalogueIndex(LISTS, new Thesaurus(parseTrades(TRADES, 'trades'))),
    titles.map((title, at) => serviceListing(`a:s${at}`, { title: { fi: title } })),
  );
const about = (text: string, index: CatalogueIndex) => {
  const { totalCount, remarks, suggestions, whyNothing } = search(index, { text });
  expect(totalCount).toBe(0);
  const trades = suggestions().map(({ trade }) => trade);
  return { remarks, trades, notOffered: whyNothing().notOffered };
};
const unknown = (value: string) => ({ code: 'UNKNOWN_WORD', value });

describe('a known word that names no trade, where nothing has it', () => {
  it('is understood where nobody does what it is said of', () => {
    expect(about('pyörän', indexOf('Siivous'))).toEqual({
      ...{ remarks: [], notOffered: ['bicycles'] },
      trades: expect.any(Array) as unknown,
    });
  });

  it('leads to the trades of which it is said, if somebody does them, and to no others', () => {
    expect(about('leikata', indexOf('Nurmikonhoito', 'Siivous'))).toEqual({
      ...{ remarks: [unknown('leikata')], notOffered: [], trades: ['lawns'] },
    });
  });

  it('names those of which it is said most', () => {
    expect(about('leikata', indexOf('Siivous')).notOffered).toEqual(['hair', 'lawns', 'hedges']);
    expect(about('pestä', indexOf('Siivous')).notOffered).toEqual(['hair']);
  });

  it('is told apart from one that nobody knows', () => {
    const { remarks, notOffered } = about('pyörä xyzzyxyzzy', indexOf('Siivous'));

    expect(remarks).toEqual([unknown('xyzzyxyzzy')]);
    expect(notOffered).toEqual(['bicycles']);
    expect(about('xyzzyxyzzy', indexOf('Siivous')).notOffered).toEqual([]);
  });
});
