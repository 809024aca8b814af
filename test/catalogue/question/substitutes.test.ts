import { describe, expect, it } from '@jest/globals';
import { search } from '../index/listings.js';
import { DEMO_INDEX as index, idsFound } from './demo-index.js';

/** What the demo network has of each, what is in the language of the question first. */
const COOKS = ['kattila:kokkisijainen', 'virvel:kockvikarie'];
const SWEDISH_COOKS = COOKS.toReversed();
const CLEANERS = ['karhu:siivoussijainen', 'roxen:stadvikarie'];
const SWEDISH_CLEANERS = CLEANERS.toReversed();
const NURSERY_STAFF = ['tuki:ohjaajasijainen', 'lindblom:barnskotarvikarie'];
const OFFICE_STAFF = ['lumo:toimistosijaisuus', 'roxen:receptionsvikarie'];
const CARE_STAFF = ['tuki:lahihoitajasijainen', 'lindblom:underskoterskevikarie'];
const DAIRY = ['pelto:lypsylomitus', 'raps:mjolkavbytare'];
const SWEDISH_DAIRY = DAIRY.toReversed();
const SHEEP = ['pelto:lammaslomitus', 'raps:faravbytare'];
const PIGS = ['pelto:sikalomitus', 'raps:grisavbytare'];
const HORSES = ['pelto:hevostallilomitus'];
const TAILORING = ['neulas:vaatekorjaus', 'neulas:mittatilausompelu'];

describe('a substitute who is asked for', () => {
  it.each([
    [COOKS, 'kokin sijainen kouluun'],
    [COOKS, 'kokki sairastui'],
    [CLEANERS, 'siivooja sairastui'],
    [PIGS, 'siat'],
    [DAIRY, 'lehmä'],
    [COOKS, 'keittäjän sijainen kouluun'],
    [COOKS, 'kokin sijainen päiväkotiin'],
    [COOKS, 'sijainen koululle keittiöön'],
    [COOKS, 'sijainen päiväkotiin keittiöön'],
    [SWEDISH_COOKS, 'vikarie till skolköket'],
    [CLEANERS, 'siivoojan sijainen kouluun'],
    [CLEANERS, 'siivoojan sijainen päiväkotiin'],
    [SWEDISH_CLEANERS, 'vikarierande städare på dagis'],
    [SWEDISH_CLEANERS, 'vikarie till städet på skolan'],
    [CARE_STAFF, 'lähihoitajan sijainen hoivakotiin'],
  ])('is of the role, and not of the workplace: %j for %s', (ids, text) => {
    expect(idsFound(index, text)).toEqual(ids);
    expect(search(index, { text }).remarks).toEqual([]);
  });

  it.each([
    [CLEANERS, 'siivoojan sijainen toimistoon'],
    [CLEANERS, 'kodin siivoojan sijainen'],
  ])('stands in for a part of a trade as for the whole: %j for %s', (ids, text) => {
    expect(idsFound(index, text)).toEqual(ids);
  });

  it.each([
    [NURSERY_STAFF, 'sijainen kouluun'],
    [NURSERY_STAFF, 'sijainen päiväkotiin'],
    [OFFICE_STAFF, 'sijainen toimistoon'],
  ])('is of the workplace where no role is named: %j for %s', (ids, text) => {
    expect(idsFound(index, text)).toEqual(ids);
  });

  it.each([
    [['kierre:varastosijainen'], 'trukkikuski paikkaamaan'],
    [CARE_STAFF, 'lähihoitaja paikkaamaan yövuoroa'],
    [CLEANERS, 'siivooja paikkaamaan'],
    [CLEANERS, 'siivooja tuuraamaan'],
    [COOKS, 'paikkaaja kokille'],
  ])('is who patches a shift, and no clothes: %j for %s', (ids, text) => {
    expect(idsFound(index, text)).toEqual(ids);
  });

  it.each(['paikata housut', 'farkut paikkaamaan', 'ompelija paikkaamaan housut'])(
    'is nobody who patches clothes: %s',
    (text) => {
      expect(idsFound(index, text)).toEqual(TAILORING);
    },
  );

  it.each([
    [DAIRY, 'lehmät lypsettävä'],
    [DAIRY, 'lypsäjä navettaan'],
    [SWEDISH_DAIRY, 'avbytare till korna'],
    [SWEDISH_DAIRY, 'mjölka korna'],
    [SWEDISH_DAIRY, 'någon måste mjölka korna'],
    [SHEEP, 'lammaslomittaja'],
    [SHEEP, 'lammastilalle lomittaja'],
    [SHEEP.toReversed(), 'relief worker for sheep farm'],
    [PIGS, 'sikalaan lomittaja'],
    [HORSES, 'sijainen talliin'],
  ])('on a farm is of the animals that are named: %j for %s', (ids, text) => {
    expect(idsFound(index, text)).toEqual(ids);
    expect(search(index, { text }).remarks).toEqual([]);
  });

  it('on a farm is of any animals where none are named', () => {
    const all = [...DAIRY, ...SHEEP, ...PIGS, ...HORSES].toSorted();

    for (const text of ['lomittaja', 'maatalouslomittaja', 'när får vi en avbytare']) {
      expect([text, idsFound(index, text).toSorted()]).toEqual([text, all]);
    }
  });

  it.each([
    [CLEANERS, 'meidän siivooja on sairaana'],
    [CLEANERS, 'siivoojamme on lomalla'],
    [SWEDISH_CLEANERS, 'städaren är sjuk'],
    [SWEDISH_CLEANERS, 'städaren är på semester'],
    [SWEDISH_CLEANERS, 'our cleaner is sick'],
    [SWEDISH_CLEANERS, 'our cleaner is on sick leave'],
    [NURSERY_STAFF, 'päiväkodin lastenhoitaja sairaana'],
    [NURSERY_STAFF.toReversed(), 'barnskötaren är sjuk'],
    [CARE_STAFF, 'lähihoitaja sairaana'],
  ])('is of whoever is ill or away: %j for %s', (ids, text) => {
    expect(idsFound(index, text)).toEqual(ids);
    expect(search(index, { text }).remarks).toEqual([]);
  });

  it.each([
    ['minun lapsenvahtini sairastui', 'lapsenvahti'],
    ['my cleaner is ill', 'cleaner'],
    ['koiranhoitaja lomalla', 'koiranhoitaja'],
    ['carer for sick mother', 'carer'],
    ['hunden är sjuk', 'sjuk hund'],
  ])('is not who helps a household, nor who is wanted for somebody ill: %s', (text, same) => {
    expect(idsFound(index, text).toSorted()).toEqual(idsFound(index, same).toSorted());
  });

  it('is not asked for where whoever fell ill does no work', () => {
    expect(idsFound(index, 'lapsi sairastui')).toEqual(idsFound(index, 'lapsi'));
  });

  it.each(['sihteeri', 'sekreterare', 'secretary'])('is who works in an office: %s', (text) => {
    expect(idsFound(index, text).toSorted()).toEqual(OFFICE_STAFF.toSorted());
  });
});
