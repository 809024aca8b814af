import { describe, expect, it } from '@jest/globals';
import { stemsOf } from '../../../../subgraphs/catalogue/index/text/word-forms.js';
import { queryWordsOf, wordsOf } from '../../../../subgraphs/catalogue/index/text/words.js';
import type { TextLanguage } from '../../../../subgraphs/shared/words/localized.js';

/** Whether two words are known as forms of one. */
function areForms(one: string, other: string, language: TextLanguage): boolean {
  const stems = new Set(stemsOf(one, language));
  return stemsOf(other, language).some((stem) => stems.has(stem));
}

describe('the words of a text', () => {
  it('are in lower case and keep å, ä and ö but no other accent', () => {
    expect(wordsOf('Städning à la CAFÉ – Ångström/ÖLJY, 24h')).toEqual([
      'städning',
      'a',
      'la',
      'cafe',
      'ångström',
      'öljy',
      '24h',
    ]);
    expect(wordsOf('sta\u0308dning')).toEqual(['städning']);
    expect(wordsOf('Smørrebrød Straße Ærø')).toEqual(['smorrebrod', 'strasse', 'aero']);
    expect(wordsOf('\u212Bngström, Ремонт ЧАСОВ')).toEqual(['ångström', 'ремонт', 'часов']);
  });

  it('of a query leave out what carries no meaning, unless there is nothing else', () => {
    expect(queryWordsOf('siivous ja ikkunanpesu, siivous')).toEqual(['siivous', 'ikkunanpesu']);
    expect(queryWordsOf('ja')).toEqual(['ja']);
  });
});

describe('the forms of a word', () => {
  it.each([
    'siivous siivousta siivouksen siivouksia siivoukset siivouksessa',
    'palvelu palvelut palveluja palvelun palveluiden',
    'hoito hoidon hoitoa hoidossa hoidot',
    'huolto huollon huoltoa',
    'apu avun apua',
    'koti kodin kotien',
    'hinta hinnan hinnat',
    'kaupunki kaupungin kaupungissa',
    'ikkuna ikkunan ikkunoiden ikkunat ikkunoita',
    'työ työt töitä töiden',
    'puutarha puutarhan puutarhassa',
    'kurssi kurssit kursseja',
    'vanhus vanhuksen vanhusten',
    'tila tilat tiloja tilojen',
    'sijainen sijaisen sijaisia',
    'ruoka ruoan ruuan ruokaa',
  ])('are one in Finnish: %s', (line) => {
    const [base = '', ...forms] = line.split(' ');

    expect(forms.filter((form) => !areForms(base, form, 'fi'))).toEqual([]);
  });

  it.each([
    'städning städningen städningar',
    'kontor kontors kontoret kontorets',
    'arbete arbetet arbeten arbets',
    'cykel cykeln cyklar',
    'fönster fönstret fönsters',
    'hem hemmet',
    'trädgård trädgården trädgårdar',
    'snickeri snickerier snickeriet',
  ])('are one in Swedish: %s', (line) => {
    const [base = '', ...forms] = line.split(' ');

    expect(forms.filter((form) => !areForms(base, form, 'sv'))).toEqual([]);
  });

  it.each([
    ['fi', 'siivous', 'sijainen'],
    ['fi', 'katto', 'katu'],
    ['fi', 'hoito', 'huolto'],
    ['sv', 'stad', 'städ'],
    ['sv', 'vård', 'värd'],
    ['en', 'cleaning', 'clearing'],
  ] as const)('are not those of another: %s %s, %s', (language, one, other) => {
    expect(areForms(one, other, language)).toBe(false);
  });
});
