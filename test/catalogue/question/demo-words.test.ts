import { describe, expect, it } from '@jest/globals';
import { search } from '../index/listings.js';
import { DEMO_INDEX as index, idsFound } from './demo-index.js';

describe('what people say for what the demo network has', () => {
  it.each([
    [
      'kierre:entisointi slussen:mobelrenovering',
      'fix furniture, mend furniture, fix a table, refinish table, pöydän korjaus, fix old furniture',
    ],
    [
      'kierre:keruu',
      'take away old furniture, old furniture pickup, remove old furniture, dispose of a sofa, viedä vanhat huonekalut pois',
    ],
    [
      'kierre:keruu',
      'vanhojen huonekalujen nouto, sohva pitää viedä pois, sohvan poisvienti, vanhan sohvan nouto, hämta en gammal soffa',
    ],
    ['kierre:keruu', 'köra bort en soffa, pesukoneen nouto, jääkaapin poisvienti'],
    ['kierre:keruu', 'soffan måste bort, sohva roskiin, haetaan vanha sohva'],
    ['neulas:verhoilu slussen:mobelrenovering', 'fix a sofa, sohvan korjaus, laga soffan'],
    ['kattila:kokoustarjoilu', 'kahvia 20 hengelle, kaffe till 20 personer, coffee for 20 people'],
    ['karhu:lumityot raps:snorojning tuomi:auraus', 'lumen poisvienti'],
    [
      'pelto:hevostallilomitus',
      'hevonen, häst, horse, horses, horse care, hästskötsel, tallin hoito',
    ],
    ['lindblom:gymnastiksal', 'kuntosali, gymnastics hall'],
    [
      'pelto:metsurityot raps:hackklippning tuomi:puiden-hoito',
      'trim the apple trees, apple tree, trim the plum trees',
    ],
    ['kierre:pyorahuolto slussen:cykelservice', 'pyöräkorjaamo, cykelverkstad'],
    ['kattila:tilausleivonta', 'leipomo, bageri, bakery'],
    ['kattila:kahvila-tapahtumaan virvel:pop-up-kafe', 'kahvi, kaffe, coffee'],
    ['neulas:mittatilausompelu neulas:vaatekorjaus', 'bröllopsklänning, laga klänning, hääpuku'],
    ['kumo:kirvesmies slussen:snickeri', 'terrassbygge, altanbygge'],
    ['kierre:muutto roxen:flytthjalp', 'pianon kuljetus, pianotransport'],
    ['neulas:korjausompelukurssi', 'ompelukurssi, sykurs, sewing class'],
    ['slussen:snickarkurs', 'puutyökurssi, träslöjd, woodwork course'],
    [
      'neulas:korjausompelukurssi slussen:snickarkurs',
      'käsityökurssi, hantverkskurs, craft course',
    ],
  ])('has %s for any of: %s', (ids, texts) => {
    for (const text of texts.split(', ')) {
      expect([text, idsFound(index, text).toSorted()]).toEqual([text, ids.split(' ').sort()]);
    }
  });

  it.each([
    'Tarvitsen apua',
    'apua!',
    'jag behöver hjälp',
    'hjälp tack',
    'I need help',
    'help',
    'some',
  ])('has nothing for sure where somebody asks and does not say what for: %s', (text) => {
    const { remarks } = search(index, { text });

    expect(idsFound(index, text)).toEqual([]);
    expect(remarks.map(({ code }) => code)).toContain('UNKNOWN_WORD');
  });

  it('has with a word of asking what is named beside it', () => {
    for (const [text, same] of [
      ['kotiapu', 'hemhjälp'],
      ['siivousapua', 'siivous'],
      ['hjälp med städning', 'städning'],
    ] as const) {
      expect([text, idsFound(index, text).toSorted()]).toEqual([
        text,
        idsFound(index, same).toSorted(),
      ]);
    }
  });

  it('has no camp for a flat', () => {
    expect(search(index, { text: 'lägenhet' }).whyNothing().notOffered).toEqual([]);
  });

  it('has the lunch restaurant first for lunch, and caterers for those who want it elsewhere', () => {
    for (const text of ['lounas', 'lunch']) {
      expect(idsFound(index, text)[0]).toBe('kattila:henkilostoravintola');
      expect(idsFound(index, text)).toContain('virvel:catering');
    }
    for (const text of ['lounas 20 hengelle', 'lunch för 20 personer', 'lunch for 20 people']) {
      expect(idsFound(index, text)).not.toContain('kattila:henkilostoravintola');
    }
  });

  it.each(['lvi', 'vvs'])('knows who is meant and not there: %s', (text) => {
    const { notOffered } = search(index, { text }).whyNothing();

    expect(notOffered).toEqual(['plumbing', 'heating-and-ventilation']);
  });

  it.each([
    ...['talo', 'asunnon', 'kirja', 'koulu', 'vesi', 'katto', 'kämppä'],
    ...['bostad', 'hus', 'skola', 'tak', 'house', 'water', 'a', 'b'],
  ])('has nothing for sure where but a thing is named, and not what it needs: %s', (text) => {
    expect(idsFound(index, text)).toEqual([]);
  });

  it.each(['Uppsala', 'Kangasala', 'Laitilassa'])(
    'takes no part of the name of a place for a trade: %s',
    (place) => {
      expect(idsFound(index, place)).toEqual([]);
      expect(idsFound(index, `juhlasali ${place}`)).toEqual(idsFound(index, 'juhlasali'));
      expect(search(index, { text: `juhlasali ${place}` }).remarks).toEqual([
        { code: 'PLACE_NAMED', value: place },
      ]);
    },
  );
});
