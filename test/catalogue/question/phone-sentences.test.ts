import { describe, expect, it } from '@jest/globals';
import { search } from '../index/listings.js';
import { DEMO_INDEX as index, idsFound } from './demo-index.js';

/** What the demo network has that does each of these. */
const CLEANING =
  'karhu:siivous karhu:puhtaanapito roxen:lokalvard karhu:muuttosiivous karhu:toimistosiivous roxen:hemstadning roxen:kontorsstadning';
const WINDOWS = 'karhu:ikkunanpesu roxen:fonsterputs';
const CHILD_CARE = 'tuki:lastenhoito lindblom:barnpassning';
const HOME_HELP = 'tuki:kotiapu lindblom:hemhjalp';
const ELDERLY_CARE = `${HOME_HELP} tuki:omaishoitajan-vapaa lindblom:avlosning`;
const SNOW = 'karhu:lumityot raps:snorojning tuomi:auraus';
const PAINTING = 'kumo:maalaus slussen:malning';
const SHOP_SUBSTITUTES = 'karhu:myymalasijainen virvel:butiksvikarie';
const CARE_SUBSTITUTES = 'tuki:lahihoitajasijainen lindblom:underskoterskevikarie';
const MEETING_ROOMS = 'karhu:kokoustupa roxen:motesrum tuki:ryhmatila virvel:vavsalen';
const PARTY_VENUES = 'kattila:juhlasali raps:bygdegard tuomi:kasvihuonejuhla virvel:vavsalen';
const BICYCLES = 'kierre:pyorahuolto slussen:cykelservice';
const TAILORING = 'neulas:vaatekorjaus neulas:mittatilausompelu';
const CATERING = 'virvel:catering kattila:juhlapitopalvelu kattila:kokoustarjoilu';
const PARTY_CATERING = 'kattila:juhlapitopalvelu virvel:catering';
const FELLING = 'pelto:metsurityot tuomi:puiden-hoito raps:hackklippning';
const MOVING = 'kierre:muutto roxen:flytthjalp';

describe('the demo network, as callers ask for it,', () => {
  const expectFound = (text: string, ids: string): void => {
    expect([text, idsFound(index, text).toSorted()]).toEqual([text, ids.split(' ').sort()]);
  };

  it.each([
    [WINDOWS, 'kuka pesee ikkunat'],
    [WINDOWS, 'pesisi ikkunat'],
    [WINDOWS, 'olisiko teillä ketään joka pesisi ikkunat'],
    [WINDOWS, 'ikkunoiden pesijä'],
    [CLEANING, 'siivoaisi'],
    [CLEANING, 'siivotaanko teillä myös'],
    [CHILD_CARE, 'hoitaisiko joku lapsia'],
    [BICYCLES, 'korjaa pyörän'],
    [TAILORING, 'ompelee'],
    [MOVING, 'auttaisi muutossa'],
    [SNOW, 'auraa piha'],
    [SNOW, 'pihassa on paljon lunta, kuka auraa'],
    [SNOW, 'aura-auto pihaan'],
    [FELLING, 'kaataa kuusi pihalta'],
    [FELLING, 'puu kaatui pihalle'],
    [HOME_HELP, 'haluaisin että joku käy kaupassa äidin puolesta'],
    [HOME_HELP, 'någon som handlar åt min mamma'],
    [MOVING, 'ehtiikö joku tänään kantamaan sängyn'],
    [MOVING, 'bära upp ett piano'],
    ['neulas:verhoilu slussen:mobelrenovering', 'verhoillaanko sohvia'],
    ['kierre:laitekorjaus', 'joku korjaamaan pyykinpesukoneen'],
    [FELLING, 'fäller ni träd'],
  ])('knows verbs in every form, and lets them decide: %s', (ids, text) => {
    expectFound(text, ids);
  });

  it.each([
    [PAINTING, 'måla köket'],
    [PAINTING, 'måla om köket'],
    ['kumo:remontti', 'renovera köket'],
    [CLEANING, 'städa köket'],
    ['virvel:hyrkok raps:gardskok kattila:valmistuskeittio', 'kök'],
    ['virvel:hyrkok raps:gardskok kattila:valmistuskeittio', 'köket'],
    ['kumo:kirvesmies slussen:snickeri', 'timpuri'],
    ['kumo:tapetointi neulas:verhoilu slussen:mobelrenovering', 'tapetserare'],
    ['neulas:verhot', 'verhot'],
    ['lindblom:husdjursvakt', 'koiranhoitaja'],
    [BICYCLES, 'pyöränkorjaus'],
    [BICYCLES, 'pyöränhuolto'],
    [BICYCLES, 'pyörän ketjut'],
    [BICYCLES, 'cykelns kedja har gått sönder'],
  ])('takes no trade for another: %s for %s', (ids, text) => {
    expectFound(text, ids);
  });

  it.each([
    ...['sijainen myymälään', 'sijainen kauppaan', 'kaupan kassa', 'myyjä sairastui'],
    ...['butiksbiträde', 'myymäläsijainen', 'kassa sairastui, tarvitsemme sijaisen kauppaan'],
  ])('has for a shop: %s', (text) => {
    expectFound(text, SHOP_SUBSTITUTES);
  });

  it.each(['städhjälp en gång i veckan', 'städhjälp'])(
    'has cleaning of homes before that of offices for help: %s',
    (text) => {
      const found = idsFound(index, text);

      expect(found.slice(0, 2)).toEqual(['karhu:siivous', 'roxen:hemstadning']);
      expect(found.toSorted()).toEqual(CLEANING.split(' ').sort());
    },
  );

  it.each(['lähihoitajasijainen', 'hoitajasijainen', 'undersköterska', 'sairaanhoitajan sijainen'])(
    'has for a ward: %s',
    (text) => {
      expectFound(text, CARE_SUBSTITUTES);
    },
  );

  it.each([
    [HOME_HELP, 'hemtjänst'],
    [HOME_HELP, 'kotihoito'],
    [ELDERLY_CARE, 'vanhusten hoito'],
    [ELDERLY_CARE, 'elderly care'],
    [ELDERLY_CARE, 'isoäiti tarvitsee seuraa ja apua suihkussa'],
    ['tuki:omaishoitajan-vapaa lindblom:avlosning', 'avlösning för anhörigvårdare'],
    ['kierre:kuolinpesa', 'kuolleen isän asunto tyhjäksi'],
    [MEETING_ROOMS, 'vi söker en lokal för årsmöte med 40 personer'],
    [MEETING_ROOMS, 'styrelsemöte'],
    [MEETING_ROOMS, 'yhtiökokous helmikuussa, tarvitsemme tilan'],
    [ELDERLY_CARE, 'min mormor behöver sällskap'],
    [CHILD_CARE, 'lapsi sairastui'],
    [CHILD_CARE, 'kan någon sitta barnvakt på nyårsafton'],
    [PARTY_VENUES, 'pikkujoulut 30 hengelle'],
    [PARTY_VENUES, 'personalfest'],
    ['neulas:verhot', 'någon som syr gardiner'],
    ['karhu:siivous', 'tvätta trappan'],
    ['tuki:asiointikyyti', 'pitäisi päästä terveyskeskukseen'],
    ['lumo:toimistosijaisuus roxen:receptionsvikarie', 'vår receptionist är sjuk'],
    ['karhu:kahvilasijainen kattila:baristasijainen virvel:kafevikarie', 'personal till kaféet'],
    [CATERING, 'mat för 50 personer'],
    [CATERING, 'lunch till 20 personer'],
    [PARTY_CATERING, 'ruokaa 50 hengelle hautajaisiin'],
  ])('has %s for %s', (ids, text) => {
    expectFound(text, ids);
  });

  it.each([
    ...['isoäiti tarvitsee seuraa ja apua suihkussa', 'auttaisiko joku muutossa'],
    ...['cykelns kedja har gått sönder', 'pyörän ketjut', 'lokal för födelsedag', 'årsmöte'],
    ...['skjuts till vårdcentralen', 'onko teillä ketään siivoamaan'],
    ...['kuinka paljon maksaa ikkunoiden pesu', 'hur mycket kostar fönsterputsning'],
    ...['tarttis siivoojan', 'starka karlar till flytten', 'någon som lagar mat så vi får äta'],
    ...['kuolleen isän asunto tyhjäksi', 'trukkikuski paikkaamaan yhtä vuoroa'],
    ...['lumikinos pihassa', 'kännykän näyttö hajosi', 'kan ni måla om vårt vardagsrum'],
  ])('says of no ordinary word that nobody knows it: %s', (text) => {
    expect(search(index, { text }).remarks).toEqual([]);
  });
});
