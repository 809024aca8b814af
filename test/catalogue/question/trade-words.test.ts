import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { projectPath } from '../../../schema/sdl.js';
import { placesNamed } from '../../../subgraphs/catalogue/index/question/place-names.js';
import { smallWordOf } from '../../../subgraphs/catalogue/index/question/small-words.js';
import { understand } from '../../../subgraphs/catalogue/index/question/understand.js';
import { TradeRows } from '../../../subgraphs/catalogue/index/trades/trade-rows.js';
import { SERVICE_KINDS } from '../../../subgraphs/shared/words/closed-sets.js';
import { BUILT_IN_LISTS } from '../../support/built-in-lists.js';
import { BUILT_IN_THESAURUS } from '../../support/built-in-thesaurus.js';

const TRADES = new TradeRows(BUILT_IN_THESAURUS);

/** What the trades make of a text where nothing is offered. */
function asked(text: string) {
  return understand(text, {
    trades: TRADES,
    kinds: [],
    cpv: [],
    knows: () => false,
    isWritten: () => false,
    isName: () => false,
    placesIn: (words) => placesNamed(words, BUILT_IN_LISTS.municipalityByCode),
  });
}

/** The trades that a text surely names, and the kinds of services for which it asks. */
function tradesIn(text: string): { ids: string[]; kinds: string[] } {
  const { trades, isGuessed, question } = asked(text);
  const groups = question.terms.flatMap(({ ways }) => ways.flatMap((way) => way.groups ?? []));
  const kinds = groups.map((group) => SERVICE_KINDS[group % SERVICE_KINDS.length] ?? '');
  return { ids: isGuessed ? [] : trades.map(({ id }) => id), kinds: [...new Set(kinds)] };
}

interface Said {
  readonly text: string;
  readonly id: string;
  readonly kind: string | undefined;
}

const SAID = readFileSync(projectPath('test', 'catalogue', 'question', 'trade-words.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .flatMap((line): Said[] => {
    const [trade = '', words = ''] = line.split(': ');
    const [id = '', kind] = trade.split('@');
    return words.split(/[|,]/).map((text) => ({ text: text.trim(), id, kind }));
  });

describe('the trades that ship with the project', () => {
  it('are found by what people say in three languages', () => {
    const missed = SAID.filter(({ text, id }) => tradesIn(text).ids.join() !== id);

    expect(missed.map(({ text, id }) => [text, id, tradesIn(text).ids])).toEqual([]);
    expect(SAID.length).toBeGreaterThan(800);
  });

  it('are told from who stands in for their people', () => {
    const ofKind = SAID.filter(({ kind }) => kind !== undefined);

    expect(ofKind.length).toBeGreaterThan(10);
    expect(ofKind.map(({ text }) => [text, tradesIn(text).kinds])).toEqual(
      ofKind.map(({ text, kind }) => [text, [kind]]),
    );
  });

  it.each([
    'kuka kukaan seitsemän kahdeksan kanssa vielä ovi koti talo aina heti kaikki',
    'dem dig inte kan minut hoppas tillbaka billig köra mycket alla några hjälp huset',
    'will them some stand put minutes house help work working man day good point',
  ])('are not read into words that tell nothing of them: %s', (words) => {
    const misread = words.split(' ').filter((word) => tradesIn(word).ids.length > 0);

    expect(misread).toEqual([]);
  });

  it.each([
    ...['Porissa', 'Poriin', 'Parikkalassa', 'Pirkkalan', 'Humppilassa', 'Salon', 'Multialla'],
    ...['Turussa', 'Linköping', 'Vantaalla', 'Ånge', 'Kotkaan', 'Lahdessa', 'Kemissä', 'Umeå'],
  ])('hide no place: %s', (place) => {
    expect(asked(`siivous ${place}`).remarks).toEqual([{ code: 'PLACE_NAMED', value: place }]);
  });
});

describe('small words', () => {
  it.each([
    'kyselisin uudestaan puhkesi moikka kuudellekymmenelle kolmannesta seitsemää edullista luotettavaa kahdesti mielellään',
    'pålitlig hejsan gamla tillbaka varför kanske billiga tredje undrar offert',
    'affordable reliable could myself twice probably wondering broke dozen preferably',
  ])('say nothing of what is wanted: %s', (words) => {
    const big = words.split(' ').filter((word) => smallWordOf(word, undefined, undefined) === null);

    expect(big).toEqual([]);
  });

  it.each(['kuusen', 'kuusia', 'kolmio', 'bokning'])('are few: not %s', (word) => {
    expect(smallWordOf(word, undefined, undefined)).toBeNull();
  });
});
