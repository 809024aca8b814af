import { describe, expect, it } from '@jest/globals';
import { CatalogueIndex } from '../../../../subgraphs/catalogue/index/catalogue-index.js';
import { indexedWordsOf } from '../../../../subgraphs/catalogue/index/text/words.js';
import type { TextLanguage } from '../../../../subgraphs/shared/words/localized.js';
import { fill, found, LISTS, search, serviceListing } from '../listings.js';

/** Ids of the titles of one language that a text finds, best first: their places. */
function foundIn(titles: readonly string[], text: string, language: TextLanguage): string[] {
  const services = titles.map((title, at) =>
    serviceListing(`a:${at}`, { title: { [language]: title } }),
  );
  return found(fill(new CatalogueIndex(LISTS), services), text);
}

describe('a compound in a question', () => {
  it.each([
    ['fi', 'pyörähuolto', 'Polkupyörän huolto'],
    ['fi', 'pihanhoito', 'Pihan ja puutarhan hoito'],
    ['fi', 'huonekalujenkorjaus', 'Huonekalujen korjaus ja maalaus'],
    ['fi', 'ikkunoidenpesua', 'Pesemme ikkunat: ikkunoiden pesu'],
    ['fi', 'kotisiivous', 'Kotien ja toimistojen siivous'],
    ['fi', 'hygieniapassikoulutus', 'Hygieniapassin koulutus'],
    ['fi', 'hygieniapassikoulutus', 'Koulutus: hygienia, passi'],
    ['sv', 'förstahjälpen', 'Första hjälpen'],
    ['sv', 'kontorsstädning', 'Städning av kontor'],
    ['sv', 'cykelservice', 'Service av cyklar'],
  ] as const)('finds what is written in several words: %s %s, %s', (language, text, title) => {
    expect(foundIn([title], text, language)).toEqual(['0']);
  });

  it('wants all of its parts, and of one language', () => {
    expect(foundIn(['Pyörän vuokraus', 'Auton huolto'], 'pyörähuolto', 'fi')).toEqual([]);
    const services = [serviceListing('a:0', { title: { fi: 'Pyörä', sv: 'Huolto' } })];

    expect(found(fill(new CatalogueIndex(LISTS), services), 'pyörähuolto')).toEqual([]);
  });

  it('is not taken apart where rows have it, nor found by other ends of its parts', () => {
    const titles = ['Pitopalvelu juhliin', 'Puutarhan kunnossapito: palvelut', 'Kirjanpito'];

    expect(foundIn(titles, 'pitopalvelu', 'fi')).toEqual(['0']);
    expect(foundIn(['Pyörähuolto', 'Pyörän huolto'], 'pyörähuolto', 'fi')).toEqual(['0']);
  });

  it('is found by labels of the own code, not of its class', () => {
    const services = [
      serviceListing('a:own', { title: { fi: 'Lasit' }, cpv: ['90910000'] }),
      serviceListing('a:class', { title: { fi: 'Lasit' }, cpv: ['90911300'] }),
    ];

    expect(found(fill(new CatalogueIndex(LISTS), services), 'siivouspalvelu')).toEqual(['own']);
  });

  it('ranks below what has the compound', () => {
    const services = [
      serviceListing('a:apart', { title: { fi: 'Pyörän huolto' } }),
      serviceListing('a:begun', { title: { fi: 'Pyörähuoltopiste' } }),
    ];
    const { hits } = search(fill(new CatalogueIndex(LISTS), services), { text: 'pyörähuolto' });

    expect(hits.map(({ matchedBy }) => matchedBy)).toEqual([['TITLE'], ['TITLE']]);
    expect(hits.map(({ service: { id } }) => id)).toEqual(['a:begun', 'a:apart']);
  });
});

describe('joined by a hyphen, a space or nothing', () => {
  it.each([
    ['it-hjälp', 'it hjälp', 'ithjälp'],
    ['atk-apu', 'atk apu', 'atkapu'],
    ['EA-1', 'EA 1', 'EA1'],
    ['Wi-Fi', 'Wi Fi', 'WiFi'],
    ['e-mail', 'e mail', 'email'],
    ['e-post', 'e post', 'epost'],
    ['T-paita', 'T paita', 'Tpaita'],
    ['24-h', '24 h', '24h'],
    ['kirja-hylly', 'kirja hylly', 'kirjahylly'],
  ])('a word is the same, whichever side it is on: %s, %s, %s', (...ways) => {
    for (const title of ways) {
      for (const text of ways) {
        const titles = [`Hyvä ${title} jatko`, 'Muu'];
        expect([title, text, foundIn(titles, text, 'sv')]).toEqual([title, text, ['0']]);
      }
    }
  });

  it('words of more pieces meet too', () => {
    for (const text of ['wifi', 'wi-fi', 'wi fi', 'wifi-installation', 'wifiinstallation']) {
      expect([text, foundIn(['Wi-fi-installation'], text, 'sv')]).toEqual([text, ['0']]);
    }
    for (const text of ['wi fi installation', 'wi-fi installation', 'wi-fi-installation']) {
      expect([text, foundIn(['Wifiinstallation'], text, 'sv')]).toEqual([text, ['0']]);
    }
  });

  it('other numbers are other words', () => {
    expect(foundIn(['Ensiapu EA 2 jatko', 'Ensiapukurssi EA1'], 'EA2', 'fi')).toEqual(['0']);
    expect(foundIn(['Ensiapu EA 2 jatko', 'Ensiapukurssi EA1'], 'ea-1', 'fi')).toEqual(['1']);
  });

  it('a text is found under the words that stand there, their joinings and their letters', () => {
    expect(indexedWordsOf('Wi-fi-kurssi EA1, siivous- ja pesutyöt')).toEqual([
      'wi',
      'fi',
      'kurssi',
      'ea1',
      'siivous',
      'ja',
      'pesutyöt',
      'wifi',
      'wifikurssi',
      'fikurssi',
      'ea',
      '1',
    ]);
  });
});
