import { describe, expect, it } from '@jest/globals';
import {
  chooseTrades,
  tradesOf,
} from '../../../subgraphs/catalogue/index/question/choose-trades.js';
import { wordsOf } from '../../../subgraphs/catalogue/index/text/words.js';
import { Thesaurus } from '../../../subgraphs/catalogue/index/trades/thesaurus.js';
import { parseTrades } from '../../../subgraphs/shared/lists/parse-trades.js';
import { BUILT_IN_THESAURUS } from '../../support/built-in-thesaurus.js';

/** Ids of the trades that a question is about. */
function tradesIn(text: string): string[] {
  const words = wordsOf(text);
  return tradesOf(chooseTrades(BUILT_IN_THESAURUS.mentionsIn(words), words).mentions).map(
    ({ id }) => id,
  );
}

function expectTrades(trades: string, words: string): void {
  for (const word of words.split(' ')) {
    expect([word, tradesIn(word).join(' ')]).toEqual([word, trades]);
  }
}

describe('a phrase that is written in one', () => {
  it.each([
    ['home-cleaning', 'housecleaning housecleaner housecleaners'],
    ['window-cleaning', 'windowcleaning windowcleaners fönstertvättning'],
    ['lawn-mowing', 'lawnmowing grasscutting grasscutter ruohonleikkaus nurmikonleikkauksen'],
    ['bicycle-repair', 'bikerepair cykellagare'],
    ['it-support', 'ithelp itsupport'],
    ['snow-clearing', 'snowremoval snowshoveling snowclearing'],
    ['meeting-rooms', 'meetingroom meetingrooms'],
    ['pet-care', 'dogwalking dogwalkers petsitter petsitting hundpassare kattpassare'],
    ['tree-care', 'treefelling treecutter kuusenkaato koivunkaato'],
    ['leaf-raking', 'leafraking leafraker'],
    ['child-care', 'vauvanhoito lapsenhoito barnpassare'],
    ['flooring', 'lattianhionta golvslipare'],
    ['graphic-design', 'logodesign'],
    ['upholstery', 'möbelklädsel'],
    ['firewood', 'klapienteko vedhuggning'],
    ['moving', 'pianonkanto pianobärare'],
    ['elderly-care', 'äidinhoito mummonhoito'],
    ['window-and-door-fitting', 'ovenvaihto ikkunanvaihdon'],
    ['party-venues', 'hääsali weddingvenue'],
  ])('names its trade, whatever is done says it as a noun: %s', expectTrades);

  it('is that of what is worked on and of what ends other names of the trade', () => {
    expectTrades('tiling', 'kakelsättning klinkersättning');
  });

  it('is no other word that only looks so', () => {
    expectTrades('', 'screwdriver bridegroom mushroom newspaper');
    expect(tradesIn('workshop')).not.toContain('shop-staff');
  });
});

describe('the end of a compound', () => {
  it('leaves it to the beginning where it says nothing', () => {
    expectTrades('cleaning', 'siivoustyö siivoojantyö siivouskeikka siivousfirmat cleaningcompany');
    expectTrades('home-cleaning', 'kotisiivoustyö housecleaningservice');
    expectTrades('painting', 'maalausurakka målarjobb');
    // As kotiapu, datahjälp.
    expectTrades('home-help', 'kotityöt');
    expectTrades('it-support', 'datajobb');
  });

  it('that is said of any room names one with a beginning that such a trade knows', () => {
    expectTrades('', 'makuuhuone lypsykarjatila maatila olohuone konehuone luomutila');
    expect(tradesIn('kylpyhuone')).not.toContain('premises');
    expectTrades('party-venues', 'juhlahuone');
    expectTrades('storage', 'varastohuone lagerlokal');
    expect(tradesIn('tanssitila')).toContain('sports-halls');
    expectTrades('premises', 'kurssitila undervisningslokal');
  });
});

describe('what is done', () => {
  it.each([
    ['cleaning', 'siivota kokoushuone'],
    ['cleaning', 'siivoatteko juhlatilan'],
    ['cleaning', 'kokoushuoneen siivous'],
    ['cleaning', 'städa mötesrummet'],
    ['cleaning', 'städning av mötesrum'],
    ['painting', 'paint the meeting room'],
    ['painting', 'maalata sali'],
    ['painting', 'måla förrådet'],
    ['painting', 'painting of the hall'],
    ['party-venues catering', 'juhlatila ja catering'],
    ['party-venues', 'vuokrata sali'],
  ])('outweighs the room in which it is done: %s for %s', (trades, text) => {
    expect(tradesIn(text).join(' ')).toBe(trades);
  });
});

describe('a word of one language', () => {
  const small = new Thesaurus(
    parseTrades(
      `
child-care:
  fi: Lastenhoito; lasten hoito
warehouse:
  sv: Lager; lagerarbete;; lasta
substitutes: SUBSTITUTION *
  sv: Vikarier; vikarie;; hoppa in
`,
      'trades',
    ),
  );
  const namedIn = (text: string): string[] =>
    small.mentionsIn(wordsOf(text)).map(({ phrase }) => phrase.trade.id);

  it('is no form of another one in another language', () => {
    expect(namedIn('lasten')).toEqual([]);
    expect(namedIn('lastar')).toEqual(['warehouse']);
  });

  it('says nothing without the small word with which it says something', () => {
    expect(namedIn('hoppet')).toEqual([]);
    expect(namedIn('hoppar in')).toEqual(['substitutes']);
  });
});
