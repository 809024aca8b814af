import { describe, expect, it } from '@jest/globals';
import { finnishCausatives } from '../../../subgraphs/catalogue/index/trades/causatives.js';
import { DEMO_INDEX as index, idsFound } from './demo-index.js';
import { search } from '../index/listings.js';

describe('what somebody has done', () => {
  it.each([
    ['maalata', 'maalauttaa'],
    ['siivota', 'siivouttaa'],
    ['leikata', 'leikkauttaa'],
    ['rakentaa', 'rakennuttaa'],
    ['huoltaa', 'huollattaa'],
    ['kääntää', 'käännättää'],
    ['pestä', 'pesettää'],
    ['ommella', 'ompeluttaa'],
    ['imuroida', 'imuroituttaa'],
    ['teroittaa', 'teroituttaa'],
  ])('is said with %s as %s', (verb, causative) => {
    expect(finnishCausatives(verb)).toContain(causative);
  });

  it('is not said of what only sounds so', () => {
    expect(finnishCausatives('kantaa')).not.toContain('kannattaa');
    expect(finnishCausatives('viedä')).toEqual([]);
    expect(finnishCausatives('siivous')).toEqual([]);
  });

  it.each([
    ['siivouttaa', 'siivota'],
    ['maalauttaa', 'maalata'],
    ['haluaisin siivouttaa asunnon', 'siivota asunto'],
    ['ikkunat pesetettäisiin', 'pestä ikkunat'],
    ['maalauttaisin talon', 'maalata talo'],
    ['korjauttaa pyörä', 'korjata pyörä'],
    ['leikkautan nurmikon', 'leikata nurmikko'],
    ['rakennuttaa terassi', 'rakentaa terassi'],
    ['teetän terassin', 'terassi'],
  ])('finds what the plain verb finds: %s, %s', (caused, plain) => {
    expect(idsFound(index, plain)).not.toEqual([]);
    expect(idsFound(index, caused)).toEqual(idsFound(index, plain));
  });

  it.each(['korjauttaa', 'rakennuttaa', 'leikkauttaa', 'kannattaako'])(
    'is no trade where the plain verb is none: %s',
    (word) => {
      expect(search(index, { text: word }).hits.filter(({ fit }) => fit === 'GOOD')).toEqual([]);
    },
  );
});
