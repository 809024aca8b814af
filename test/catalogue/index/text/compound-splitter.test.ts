import { describe, expect, it } from '@jest/globals';
import { CompoundSplitter } from '../../../../subgraphs/catalogue/index/text/compound-splitter.js';

const finnish = new CompoundSplitter('fi', []);
const swedish = new CompoundSplitter('sv', []);

describe('a compound', () => {
  it.each([
    ['siivouspalvelut', ['siivous', 'palvelut']],
    ['toimistosiivous', ['toimisto', 'siivous']],
    ['ikkunanpesu', ['ikkunan', 'pesu']],
    ['kiinteistönhoito', ['kiinteistön', 'hoito']],
    ['kodinhoito', ['kodin', 'hoito']],
    ['lastenhoito', ['lasten', 'hoito']],
    ['lumityöt', ['lumi', 'työt']],
    ['pihatöitä', ['piha', 'töitä']],
    ['siivoustyö', ['siivous', 'työ']],
    ['omenapuiden', ['omena', 'puiden']],
    ['kansallispuvut', ['kansallis', 'puvut']],
    ['hygieniapassikoulutus', ['hygieniapassi', 'hygienia', 'passi', 'koulutus']],
  ])('is taken apart in Finnish: %s', (word, parts) => {
    expect(finnish.partsOf(word)).toEqual(parts);
  });

  it.each([
    ['hemstädning', ['hem', 'städning']],
    ['kontorsstädning', ['kontors', 'städning']],
    ['bostadsstädning', ['bostads', 'städning']],
    ['flyttstädning', ['flytt', 'städning']],
    ['fönsterputsning', ['fönster', 'putsning']],
    ['snöröjning', ['snö', 'röjning']],
    ['personbil', ['person', 'bil']],
    ['trädgårdsarbete', ['trädgårds', 'träd', 'gårds', 'arbete']],
  ])('is taken apart in Swedish: %s', (word, parts) => {
    expect(swedish.partsOf(word)).toEqual(parts);
  });

  it('is told by its last part when that is long, or by its first when enough follows', () => {
    expect(finnish.partsOf('zumbakoulutus')).toEqual(['zumba', 'koulutus']);
    expect(finnish.partsOf('koirarapsutus')).toEqual(['koira', 'rapsutus']);
  });

  it('is told by the words of the labels too', () => {
    const learned = new CompoundSplitter('fi', ['Zumba']);

    expect(finnish.partsOf('zumbailta')).toEqual([]);
    expect(learned.partsOf('zumbailta')).toEqual(['zumba', 'ilta']);
  });
});

describe('a word that only looks like a compound', () => {
  it.each([
    'bostäder',
    'bostad',
    'städer',
    'städning',
    'snickeri',
    'catering',
    'rengöring',
    'renovering',
    'verkstad',
    'lägenhet',
    'utbildning',
    'beställning',
  ])('stays whole in Swedish: %s', (word) => {
    expect(swedish.partsOf(word)).toEqual([]);
  });

  it.each([
    'siivous',
    'palvelut',
    'asuntojen',
    'kuljetukset',
    'järjestely',
    'opiskelija',
    'maalaaminen',
  ])('stays whole in Finnish: %s', (word) => {
    expect(finnish.partsOf(word)).toEqual([]);
  });
});
