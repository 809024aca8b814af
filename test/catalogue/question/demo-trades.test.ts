import { describe, expect, it } from '@jest/globals';
import { search } from '../index/listings.js';
import { DEMO_INDEX as index, idsFound } from './demo-index.js';

/** What the demo network has that does each of these; best first where that is told apart. */
const CLEANING =
  'karhu:siivous karhu:puhtaanapito roxen:lokalvard karhu:muuttosiivous karhu:toimistosiivous roxen:hemstadning roxen:kontorsstadning';
const HOME_CLEANING = 'roxen:hemstadning karhu:siivous';
const PAINTING = 'kumo:maalaus slussen:malning';
const CHILD_CARE = 'tuki:lastenhoito lindblom:barnpassning';
const MOVING = 'kierre:muutto roxen:flytthjalp';
const YARD_WORK =
  'raps:tradgardsskotsel tuomi:pihanhoito tuomi:pensasaidat raps:hackklippning pelto:metsurityot tuomi:nurmikko tuomi:puiden-hoito';
const LAWN = 'tuomi:pihanhoito raps:tradgardsskotsel';
const SNOW = 'karhu:lumityot raps:snorojning tuomi:auraus';
const MEETING_ROOMS = 'karhu:kokoustupa roxen:motesrum tuki:ryhmatila virvel:vavsalen';
const PARTY_VENUES = 'kattila:juhlasali raps:bygdegard tuomi:kasvihuonejuhla virvel:vavsalen';
const WINDOWS = 'karhu:ikkunanpesu roxen:fonsterputs';
const CARETAKING = 'karhu:talonmies roxen:vaktmastare tuomi:kiinteistonhoito';
const BICYCLES = 'kierre:pyorahuolto slussen:cykelservice';
const TAILORING = 'neulas:vaatekorjaus neulas:mittatilausompelu';
const COMPUTERS = 'lumo:atk-apu roxen:it-hjalp';

describe('the demo network', () => {
  it.each([
    [CLEANING, 'siivooja siivoojan städning städare cleaner maid städfirma puhdistus'],
    [HOME_CLEANING, 'kotisiivous hemstäd'],
    [PAINTING, 'målare maalari talomaalari målning måla'],
    [CHILD_CARE, 'barnvakt babysitter lapsenvahti nanny barnflicka lastenhoitajaa'],
    [MOVING, 'muuttomiehet flyttgubbar movers kantaja flyttfirma'],
    [YARD_WORK, 'pihatyöt pihatyö puutarhuri trädgårdsmästare gardener trädgårdshjälp'],
    [LAWN, 'ruohonleikkuu gräsklippning haravointi kitkentä'],
    [SNOW, 'snöskottning lumenluoja plogning hiekoitus'],
    [MEETING_ROOMS, 'möteslokal kokoustila konferensrum'],
    [PARTY_VENUES, 'juhlatila festlokal'],
    [WINDOWS, 'ikkunanpesijä fönsterputsare'],
    [CARETAKING, 'talkkari vaktmästare handyman'],
    [BICYCLES, 'pyörähuolto cykelreparatör fillari'],
    [TAILORING, 'ompelija sömmerska tailor'],
    [COMPUTERS, 'atk-tuki datorhjälp'],
    ['kattila:juhlapitopalvelu virvel:catering', 'pitopalvelu'],
    ['virvel:catering kattila:juhlapitopalvelu kattila:kokoustarjoilu', 'cateringpalvelu'],
    ['lumo:kaannokset virvel:oversattning', 'kääntäjä översättare translator'],
    ['roxen:bokforing', 'kirjanpitäjä bokförare accountant tilitoimisto'],
    ['lindblom:husdjursvakt', 'kissanhoito hundvakt koiravahti'],
    ['lumo:ilmakuvaus', 'drone ilmakuvaus'],
    ['kattila:tarjoilijasijainen', 'tarjoilija servitris waitress'],
  ])('has for a word %s', (ids, words) => {
    for (const word of words.split(' ')) {
      const found = idsFound(index, word);
      expect([word, found.toSorted()]).toEqual([word, ids.split(' ').sort()]);
    }
  });

  it.each([
    ['house cleaning', HOME_CLEANING],
    ['baby sitter', CHILD_CARE],
    ['yard work', YARD_WORK],
    ['kiinteistöjen huolto', CARETAKING],
    ['lehtien haravointi', LAWN],
    ['siivooja kotiin 3 tunniksi', HOME_CLEANING],
    ['vi behöver någon som kan städa hemma på fredag', HOME_CLEANING],
    ['ikkunoita pitäisi pestä', WINDOWS],
    ['wash the windows, please', WINDOWS],
    ['3 h yard work tomorrow', YARD_WORK],
    ['room for 12 people for a meeting', MEETING_ROOMS],
    ['lokal till bröllop', PARTY_VENUES],
    ['my bike has a flat tyre', BICYCLES],
    ['kan någon skotta snö åt oss imorgon?', SNOW],
    ['apua muuttoon', MOVING],
    ['housujen lyhennys', TAILORING],
    ['kyyti lääkäriin', 'tuki:asiointikyyti'],
    ['tietokone rikki', 'kierre:laitekorjaus'],
  ])('has for %s', (text, ids) => {
    expect(idsFound(index, text).toSorted()).toEqual(ids.split(' ').sort());
  });

  it.each([
    ['musiklokal musikrum musiikkitila', 'lumo:studio'],
    ['dansrum tanssitila tanssisali danssal', 'lindblom:gymnastiksal'],
  ])('has places for what is done there: %s', (words, id) => {
    for (const text of words.split(' '))
      expect([text, idsFound(index, text)]).toEqual([text, [id]]);
    expect(idsFound(index, 'danslokal')).toContain('lindblom:gymnastiksal');
  });

  it.each([
    ['vem kan ta bort snö', 'raps:snorojning karhu:lumityot tuomi:auraus'],
    ['kan ta hand om barn', 'tuki:lastenhoito lindblom:barnpassning'],
  ])('reads no two words as one that is too short for a second part: %s', (text, ids) => {
    expect(idsFound(index, text).join(' ')).toBe(ids);
  });

  it('has places of all sorts for "lokal att hyra för 20 personer"', () => {
    const { hits, remarks } = search(index, { text: 'lokal att hyra för 20 personer' });

    expect(hits.every(({ fit, service }) => fit === 'GOOD' && service.kind === 'SPACE')).toBe(true);
    expect(hits).toHaveLength(17);
    expect(remarks).toEqual([{ code: 'WORD_PASSED_OVER', value: '20 personer' }]);
  });

  it('takes who does the work for a substitute where a word of the text says so, and only there', () => {
    expect(idsFound(index, 'barista')).toEqual([
      'kattila:kahvila-tapahtumaan',
      'virvel:pop-up-kafe',
    ]);
    expect(idsFound(index, 'barista vikarie')).toEqual([
      ...['kattila:baristasijainen', 'karhu:kahvilasijainen', 'virvel:kafevikarie'],
    ]);
  });

  it('tells a substitute from the trade, unless one is asked for', () => {
    const SUBSTITUTES = ['karhu:siivoussijainen', 'roxen:stadvikarie'];
    const siivooja = search(index, { text: 'siivooja' }).hits;

    expect(siivooja.map(({ service }) => service.id).indexOf('karhu:siivoussijainen')).toBe(7);
    expect(siivooja[7]?.fit).toBe('LOOSE');
    for (const text of ['siivoojan sijainen', 'städvikarie', 'substitute for a cleaner']) {
      expect(idsFound(index, text).toSorted()).toEqual(SUBSTITUTES);
    }
    const kinds = ['SUBSTITUTION'] as const;
    expect(idsFound(index, 'cleaner', { kinds }).toSorted()).toEqual(SUBSTITUTES);
    expect(idsFound(index, 'kockvikarie')).toEqual(['virvel:kockvikarie', 'kattila:kokkisijainen']);
  });

  it('tells a course from the trade that is taught', () => {
    expect(idsFound(index, 'bokföring')).toEqual(['roxen:bokforing']);
    expect(idsFound(index, 'bokföringskurs')).toEqual(['roxen:bokforingskurs']);
    expect(idsFound(index, 'kokkikurssi')).toEqual(['kattila:maailman-keittiot']);
    expect(idsFound(index, 'kurs i svenska')).toEqual(['virvel:svenskkurs']);
  });

  it.each(['Städning', 'siivous', 'siivooja', 'städare'])(
    'never has windows or a substitute for %s among what fits',
    (text) => {
      const found = idsFound(index, text);

      expect(found[0]).toBe('karhu:siivous');
      expect(found.filter((id) => /ikkuna|fonster|sijainen|vikarie/.test(id))).toEqual([]);
    },
  );

  it.each([
    ['venäjän tulkki', 'lumo:asioimistulkkaus'],
    ['venäjätulkki', 'lumo:asioimistulkkaus'],
    ['somali tolk', 'virvel:tolkning'],
    ['tulkkaus venäjästä suomeksi', 'lumo:asioimistulkkaus'],
    ['översättning till engelska', 'lumo:kaannokset'],
    ['översättning till ryska', ''],
    ['Russian translation', ''],
    ['finska kurs', 'virvel:finskkurs'],
    ['tolk', 'virvel:tolkning lumo:asioimistulkkaus'],
    ['käännös suomesta ruotsiksi', 'lumo:kaannokset virvel:oversattning'],
  ])('tells languages apart where work differs by them: %s', (text, ids) => {
    expect(idsFound(index, text).join(' ')).toBe(ids);
  });

  it.each(['viittomakieli', 'teckenspråkstolk', 'sign language'])(
    'has interpreters of other languages for what nobody signs: %s',
    (text) => {
      const { hits } = search(index, { text });

      expect(hits.map(({ fit }) => fit)).toEqual(['LOOSE', 'LOOSE']);
    },
  );

  it('has no electrician, and offers what is nearest', () => {
    const { totalCount, suggestions } = search(index, { text: 'sähkömies' });

    expect(totalCount).toBe(0);
    expect(suggestions().map(({ kind, trade }) => [kind, trade])).toEqual([
      ['TRADE', 'carpentry'],
      ['TRADE', 'fitted-furniture'],
    ]);
  });

  it('finds no cook for a painter', () => {
    for (const text of ['målare', 'maalari']) {
      expect(search(index, { text }).totalCount).toBe(2);
    }
  });

  it.each([
    ...['siivous', 'städning', 'painter', 'pihatyöt', 'lokal att hyra'],
    ...['sijainen', 'kurs', 'lastenhoitaja', 'hjälp hemma', ''],
  ])('counts of each trade as many as a search limited to it finds: %j', (text) => {
    const counted = search(index, { text }).facets().trades;
    const found = counted.map(({ value }) => ({
      value,
      count: search(index, { text, trades: [value] }).totalCount,
    }));

    expect(counted).not.toEqual([]);
    expect(found).toEqual(counted);
  });
});
