import { describe, expect, it } from '@jest/globals';
import { CatalogueIndex } from '../../../../subgraphs/catalogue/index/catalogue-index.js';
import { fill, found, LISTS, search, serviceListing } from '../listings.js';

const TITLES: Record<string, string> = {
  'fi:sijainen': 'Ohjaajan sijainen päiväkotiin',
  'fi:kaannokset': 'Käännökset ja tulkkaus',
  'fi:siivous': 'Toimistosiivous',
  'fi:pyora': 'Polkupyörän huolto',
  'fi:lumi': 'Lumityöt',
  'fi:hygienia': 'Hygieniapassikoulutus',
  'fi:tilat': 'Vuokrattavat tilat',
  'fi:tiloihin': 'Kukat tiloihin',
  'fi:vaunut': 'Lastenvaunut',
  'sv:mobler': 'Möbler och hemtextil',
  'sv:renovering': 'Möbelrenovering',
  'sv:tradgard': 'Trädgårdsskötsel',
  'sv:vard': 'Trädvård',
  'sv:flytt': 'Flyttstädning',
  'sv:fonster': 'Fönsterputsning',
  'sv:bostad': 'Uthyrning av bostäder',
  'sv:modell': 'Modellbygge',
  'sv:vard4': 'Vård',
};

const index = fill(
  new CatalogueIndex(LISTS),
  Object.entries(TITLES).map(([id, title]) =>
    serviceListing(id, { title: { [id.slice(0, 2)]: title } }),
  ),
);

function reasons(text: string): string[] {
  return search(index, { text }).hits.flatMap(({ matchedBy }) => matchedBy);
}

describe('a word without its dots', () => {
  it.each([
    ['päiväkoti', 'paivakoti'],
    ['päiväkotien', 'paivakotien'],
    ['käännös', 'kaannos'],
    ['käännöksiä', 'kaannoksia'],
    ['möbel', 'mobel'],
    ['möblerna', 'moblerna'],
    ['trädgård', 'tradgard'],
    ['trädgård', 'trädgard'],
    ['trädgårdar', 'tradgardar'],
    ['fönsterp', 'fonsterp'],
    ['fönster', 'fonster'],
    ['pyörä', 'pyora'],
    ['pyörähuolto', 'pyorahuolto'],
    ['lumitöitä', 'lumitoita'],
    ['flyttstädningen', 'flyttstadningen'],
  ])('finds what the word finds, as a typo: %s, %s', (spelt, dotless) => {
    expect(found(index, spelt)).not.toEqual([]);
    expect(found(index, dotless).toSorted()).toEqual(found(index, spelt).toSorted());
    expect(new Set(reasons(dotless))).toEqual(new Set(['FUZZY']));
  });

  it('is ranked by how closely the word would fit', () => {
    expect(found(index, 'tradgard')).toEqual(['vard', 'tradgard']);
  });

  it('finds plurals that change their vowel', () => {
    expect(found(index, 'bostader')).toEqual(found(index, 'bostäder'));
  });

  it('finds nothing when it is short', () => {
    expect(found(index, 'vard')).toEqual([]);
    expect(found(index, 'lumj')).toEqual([]);
    expect(found(index, 'tyot')).toEqual([]);
  });
});

describe('a word with a slip', () => {
  it.each([
    ['siivous', ['sivous', 'siivuos', 'siivpus', 'siivouus']],
    ['siivouksen', ['sivouksen', 'siivuoksen']],
    ['hygieniap', ['hygeniap', 'hygieiap', 'hygieniapp']],
    ['flyttstäd', ['flytstäd', 'flytstad', 'flyttstöd']],
    ['päiväkoti', ['päivkoti', 'paivkoti', 'päiväkotj']],
    ['toimistosiivous', ['toimistosivous', 'toimistosiivus']],
    ['käännökset', ['kännökset', 'käänökset']],
    ['pyörähuolto', ['pyörähulto', 'pyorahulto']],
    ['tiloihin', ['tiloihn', 'tilohiin']],
    ['lastenvaunut', ['latenvaunut', 'lastenvanut']],
  ])('finds what the word finds, as a typo: %s', (spelt, slipped) => {
    const wanted = found(index, spelt);

    expect(wanted).not.toEqual([]);
    for (const text of slipped) {
      expect([text, found(index, text)]).toEqual([text, wanted]);
      expect([text, new Set(reasons(text))]).toEqual([text, new Set(['FUZZY'])]);
    }
  });

  it('is forgiven in no word that fits as it is or without dots: möbel and mobel are no models', () => {
    expect(found(index, 'möbel')).toEqual(['mobler', 'renovering']);
    expect(found(index, 'mobel')).toEqual(['mobler', 'renovering']);
  });
});
