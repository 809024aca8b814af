import { describe, expect, it } from '@jest/globals';
import { smallWordOf } from '../../../subgraphs/catalogue/index/question/small-words.js';
import { finnishVerbForms } from '../../../subgraphs/catalogue/index/trades/finnish-verbs.js';
import { BUILT_IN_THESAURUS } from '../../support/built-in-thesaurus.js';
import { DEMO_INDEX as index, idsFound } from '../question/demo-index.js';

const tradesIn = (text: string): string[] => [
  ...new Set(BUILT_IN_THESAURUS.mentionsIn(text.split(' ')).map(({ phrase }) => phrase.trade.id)),
];

describe('the ending of a verb', () => {
  it.each([
    ...['katsomassa', 'auttamassa', 'hakemassa', 'käymässä', 'nukkumasta', 'voimassa'],
    ...['tanssimatta', 'istumalla', 'katsottavaksi', 'kerromme', 'toivomme', 'jatkakaa'],
    ...['laulakaa', 'biomassa', 'betonimassa'],
  ])('is no end of a compound: %s', (word) => {
    expect(tradesIn(word)).not.toContain('massage');
    expect(idsFound(index, word)).toEqual([]);
  });

  it.each([
    ['siivoamassa', 'cleaning'],
    ['kotisiivoamassa', 'home-cleaning'],
    ['maalaamaan', 'painting'],
    ['kouluvaksi', 'caretaking'],
    ['siivotkaa', 'cleaning'],
    ['leikkaa hiukset', 'hairdressing'],
  ])('leaves what the verb says: %s', (text, trade) => {
    expect(tradesIn(text)).toContain(trade);
  });

  it('is that of the strong stem where the infinitive shows a weak one', () => {
    expect(finnishVerbForms('tulkata')).toContain('tulkkaamaan');
    expect(finnishVerbForms('tulkata')).not.toContain('tulkaa');
    expect(finnishVerbForms('siivota')).toContain('siivoamaan');
  });
});

describe('what somebody wants to have done', () => {
  it.each([
    ['saada talo maalattua', 'maalata talo'],
    ['saada talo maalatuksi', 'maalata talo'],
    ['haluan saada asiakirjan käännettyä', 'kääntää asiakirja'],
    ['housut lyhennettyä', 'lyhentää housut'],
    ['puku muutettua', 'muuttaa puku'],
    ['puu kaadettua', 'kaataa puu'],
    ['ikkunat pestyä', 'pestä ikkunat'],
    ['sohva verhoiltua', 'verhoilla sohva'],
    ['nurmikko leikattua', 'leikata nurmikko'],
    ['saada pyörä korjattua', 'korjata pyörä'],
    ['få avtalet översatt', 'översätta'],
    ['få soffan omklädd', 'klä om soffan'],
    ['få kjolen uppsydd', 'sy upp kjolen'],
    ['få altanen byggd', 'bygga altan'],
    ['få gräset klippt', 'klippa gräset'],
  ])('is what the verb says: %s, %s', (done, plain) => {
    expect(idsFound(index, plain)).not.toEqual([]);
    expect(idsFound(index, done).toSorted()).toEqual(idsFound(index, plain).toSorted());
  });
});

describe('an imperative of a verb with which people ask', () => {
  it.each(['tulkaa', 'tule', 'tulisiko', 'alkaa', 'auta', 'auttakaa', 'hae', 'kerro', 'antakaa'])(
    'says nothing of what is wanted: %s',
    (word) => {
      expect(smallWordOf(word, undefined, undefined)).toBe('asking');
      expect(idsFound(index, word)).toEqual([]);
      expect(idsFound(index, `${word} siivous`)).toEqual(idsFound(index, 'siivous'));
    },
  );
});
