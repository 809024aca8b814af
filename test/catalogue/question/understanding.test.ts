import { describe, expect, it } from '@jest/globals';
import { CatalogueIndex } from '../../../subgraphs/catalogue/index/catalogue-index.js';
import { Thesaurus } from '../../../subgraphs/catalogue/index/trades/thesaurus.js';
import { parseTrades } from '../../../subgraphs/shared/lists/parse-trades.js';
import { fill, LISTS, localIds, search, serviceListing } from '../index/listings.js';
import { good, idsFound } from './demo-index.js';

const TRADES = `
cleaning: 90910000 90911100
  fi: Siivous; siivous; siivooja; siivota
  sv: Städning; städning; städare; städa
  en: Cleaning; cleaning; cleaner
window-cleaning: 90911300
  fi: Ikkunanpesu; ikkunanpesu; ikkunanpesijä; ikkuna pestä
  en: Window cleaning; window cleaning; window cleaner
garden:
  fi: Pihatyöt; pihatyö, puutarhan hoito; puutarhuri; piha
  sv: Trädgård; trädgårdsskötsel; trädgårdsmästare; trädgård
lawn < garden: 77310000
  fi: Ruohonleikkuu; ruohonleikkuu; ruohonleikkaaja; nurmikko
  sv: Gräsklippning; gräsklippning
plan: 77310000
  fi: Puutarhasuunnittelu; puutarhasuunnitelma
berries:
  sv: Bär; bär
moving: 98392000
  sv: Flytt; flytt; bärare
it-help:
  sv: It-hjälp; it-hjälp
rooms: SPACE *
  sv: Lokaler; lokaluthyrning;; hyra lokal, lokal
substitutes: SUBSTITUTION *
  fi: Sijaiset; sijainen; tuuraaja
`;

const createIndex = (): CatalogueIndex =>
  fill(new CatalogueIndex(LISTS, new Thesaurus(parseTrades(TRADES, 'trades'))), [
    serviceListing('a:siivous', { title: { fi: 'Siivouspalvelut' }, cpv: ['90910000'] }),
    serviceListing('a:koti', { title: { fi: 'Koti kuntoon' }, cpv: ['90911100'] }),
    serviceListing('a:ikkunat', { title: { fi: 'Kirkkaat lasit' }, cpv: ['90911300'] }),
    serviceListing('a:sijainen', {
      kind: 'SUBSTITUTION',
      title: { fi: 'Siivoojan sijaisuus' },
      cpv: ['90910000'],
    }),
    serviceListing('a:nurmi', { title: { fi: 'Puutarhan hoito' }, cpv: ['77310000'] }),
    serviceListing('a:kaava', { title: { fi: 'Puutarhasuunnitelma' }, cpv: ['77310000'] }),
    serviceListing('a:flytt', { title: { sv: 'Snabba bärare' } }),
    serviceListing('a:sal', { kind: 'SPACE', title: { sv: 'Vävsalen' } }),
    serviceListing('a:zumba', { title: { fi: 'Zumba lapsille' } }),
    serviceListing('a:data', { title: { sv: 'It-hjälp' } }),
  ]);

const index = createIndex();
const found = (text: string): string[] => localIds(good(search(index, { text })));
const remarksOf = (text: string): string[] =>
  search(index, { text }).remarks.map(({ code, value }) => `${code} ${value}`);

describe('a trade that is named', () => {
  it.each([
    ['siivooja', ['siivous', 'koti']],
    ['städare', ['siivous', 'koti']],
    ['tarvitsen siivoojaa', ['siivous', 'koti']],
    ['suursiivous', ['siivous', 'koti']],
    ['städfirma', ['siivous', 'koti']],
    ['window cleaner', ['ikkunat']],
    ['ikkunoita pitäisi pestä', ['ikkunat']],
    ['it-hjälp', ['data']],
    ['it hjälp', ['data']],
    ['ithjälp', ['data']],
  ])('leads to what is of it, by code and by title: %s', (text, ids) => {
    expect(found(text)).toEqual(ids);
  });

  it('is the reason, and worth less than the very word in a title', () => {
    const { hits } = search(index, { text: 'siivooja' });

    expect(hits.map(({ matchedBy }) => matchedBy)).toEqual([['TRADE'], ['TRADE'], ['TITLE']]);
    expect(hits[2]?.score).toBeGreaterThan(hits[0]?.score ?? 1);
  });

  it('takes in narrower trades, and a code only where the title names no other', () => {
    expect(found('puutarhuri')).toEqual(['nurmi']);
    expect(found('gräsklippning')).toEqual(['nurmi']);
    expect(found('puutarhasuunnitelma')).toEqual(['kaava']);
  });

  it('outweighs things mentioned along with it', () => {
    expect(found('siivooja pihalle')).toEqual(['siivous', 'koti']);
    expect(found('piha')).toEqual(['nurmi']);
    // Also where it is misspelt.
    expect(found('piha siivooia')).toEqual(['siivous', 'koti']);
  });

  it('is not mixed up with what has the same stem', () => {
    expect(found('bärare')).toEqual(['flytt']);
    expect(found('bär')).not.toContain('flytt');
  });

  it('has its own kind, and another one when it is asked for', () => {
    expect(localIds(search(index, { text: 'siivooja' }).hits)).toEqual([
      ...['siivous', 'koti', 'sijainen'],
    ]);
    expect(found('siivoojan sijainen')).toEqual(['sijainen']);
    expect(found('siivoussijainen')).toEqual(['sijainen']);
    expect(found('sijainen')).toEqual(['sijainen']);
    expect(idsFound(index, 'siivooja', { kinds: ['SUBSTITUTION'] })).toEqual(['a:sijainen']);
    expect(found('hyra lokal')).toEqual(['sal']);
  });

  it.each([
    ['stadare', 'städare'],
    ['siivooia', 'siivooja'],
    ['siivoojja', 'siivooja'],
    ['siiovoja', 'siivooja'],
    ['stadarna pa fredag', 'städarna på fredag'],
    ['ruohonliekkuu', 'ruohonleikkuu'],
    ['grasklippning', 'gräsklippning'],
  ])('may lack dots or, where it is long, have a slip: %s finds what %s does', (text, right) => {
    const sets = [text, right].map((each) =>
      search(index, { text: each }).hits.map(({ service, fit }) => [service.id, fit]),
    );

    expect(sets[0]?.length).toBeGreaterThan(0);
    expect(sets[0]).toEqual(sets[1]);
    const [scores, exact] = [text, right].map(
      (each) => search(index, { text: each }).hits[0]?.score,
    );
    expect(scores).toBeLessThan(exact ?? 0);
  });

  it('is not sure where a short word has a slip', () => {
    const { hits } = search(index, { text: 'städre' });

    expect(localIds(hits).slice(0, 2)).toEqual(['siivous', 'koti']);
    expect(hits.filter(({ fit }) => fit === 'GOOD')).toEqual([]);
  });

  it('is not excluded by the rest, which raises what has it', () => {
    expect(found('siivooja ja zumba')).toEqual(['siivous', 'koti']);
    const homes = fill(new CatalogueIndex(LISTS, new Thesaurus(parseTrades(TRADES, 'trades'))), [
      serviceListing('a:1', { title: { fi: 'Kaikki kuntoon' }, cpv: ['90910000'] }),
      serviceListing('a:2', { title: { fi: 'Koti kuntoon' }, cpv: ['90910000'] }),
    ]);
    expect(idsFound(homes, 'siivooja')).toEqual(['a:1', 'a:2']);
    expect(idsFound(homes, 'siivooja koti')).toEqual(['a:2', 'a:1']);
  });
});

describe('a question without a trade', () => {
  it('wants all words that tell something', () => {
    expect(found('zumba')).toEqual(['zumba']);
    expect(found('haluaisin zumbaa 5 lapselle huomenna')).toEqual(['zumba']);
    expect(found('zumba vävsalen')).toEqual([]);
  });

  it('finds nothing by some of them', () => {
    expect(search(index, { text: 'zumba xyzzy' }).totalCount).toBe(0);
    expect(search(index, { text: 'xyzzy' }).totalCount).toBe(0);
  });

  it('of small words only is taken by its word', () => {
    expect(search(index, { text: '3 h' }).totalCount).toBe(0);
    expect(remarksOf('huomenna')).toEqual(['UNKNOWN_WORD huomenna']);
  });
});

describe('what did not count', () => {
  it.each([
    ['siivooja kotiin 3 tunniksi', ['WORD_PASSED_OVER 3 tunniksi']],
    ['städning imorgon kl 12', ['WORD_PASSED_OVER imorgon kl 12']],
    ['3h cleaning on Monday', ['WORD_PASSED_OVER 3h', 'WORD_PASSED_OVER Monday']],
    ['lokal att hyra för 20 personer', ['WORD_PASSED_OVER 20 personer']],
    ['syksyn siivous', ['WORD_PASSED_OVER syksyn']],
    ['siivooja huomisaamuksi', ['WORD_PASSED_OVER huomisaamuksi']],
    ['siivooja maanantaiaamuna', ['WORD_PASSED_OVER maanantaiaamuna']],
    ['siivooja Raumalle', ['PLACE_NAMED Raumalle']],
    ['zumba Linköping', ['PLACE_NAMED Linköping']],
    ['Kokemäki', ['PLACE_NAMED Kokemäki']],
    ['siivous Xyzzy', ['UNKNOWN_WORD Xyzzy']],
    ['siivous zumba', []],
    ['voisiko joku siivota', []],
    ['xyzzy', ['UNKNOWN_WORD xyzzy']],
    ['siivous Xyzzy xyzzy', ['UNKNOWN_WORD Xyzzy']],
    ['3 h siivous 3 h', ['WORD_PASSED_OVER 3 h']],
  ])('is told: %s', (text, remarks) => {
    expect(remarksOf(text)).toEqual(remarks);
  });
});

describe('a question that nothing answers', () => {
  it.each([
    // Words of phrases of which the rest is missing, and words that are found, but not together.
    ['pestä', ['UNKNOWN_WORD pestä']],
    ['zumba vävsalen', ['UNKNOWN_WORD zumba', 'UNKNOWN_WORD vävsalen']],
    ['och', ['UNKNOWN_WORD och']],
    ['!!!', ['UNKNOWN_WORD !!!']],
    ['🎉', ['UNKNOWN_WORD 🎉']],
  ])('was not understood: %s', (text, remarks) => {
    expect(search(index, { text }).totalCount).toBe(0);
    expect(remarksOf(text)).toEqual(remarks);
  });

  it('was understood where it names a trade that nobody does', () => {
    expect(search(index, { text: 'bär' }).totalCount).toBe(0);
    expect(remarksOf('bär')).toEqual([]);
  });

  it('was understood where only another condition excludes what it finds', () => {
    const { totalCount, remarks } = search(index, { text: 'zumba', cooperatives: ['b'] });

    expect(totalCount).toBe(0);
    expect(remarks).toEqual([]);
  });
});
