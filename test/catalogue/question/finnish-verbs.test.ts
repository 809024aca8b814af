import { describe, expect, it } from '@jest/globals';
import {
  finnishVerbForms,
  withoutClitic,
} from '../../../subgraphs/catalogue/index/trades/finnish-verbs.js';

describe('forms of a Finnish verb', () => {
  it.each([
    ['pestä', 'pesee pesevät pesisi pesisivät pestään pestäisiin pesemään pesijä'],
    [
      'siivota',
      'siivoaa siivoo siivoaisi siivotaan siivottaisiin siivoamassa siivoaminen siivooja',
    ],
    ['hoitaa', 'hoidan hoitaa hoitavat hoitaisi hoidetaan hoiti hoitamaan hoitaja'],
    ['korjata', 'korjaa korjaan korjaavat korjaisi korjataan korjasi korjaamaan'],
    ['leikata', 'leikkaa leikkaisi leikataan leikkasi leikkaamaan'],
    ['ommella', 'ompelee ompelisi ommellaan ompelemaan ompelija'],
    ['imuroida', 'imuroi imuroivat imuroisi imuroidaan'],
    ['viedä', 'vie veisi vievät viedään vei'],
    ['luoda', 'luo loisi luodaan loi'],
    ['leipoa', 'leivon leipoo leipoisi leivotaan'],
    ['tarvita', 'tarvitsee tarvitsisimme tarvitaan'],
    ['tehdä', 'teen tekee tekisi tehdään tehtäisiin'],
    ['koota', 'kokoaa kokoaisi kootaan'],
  ])('has those of %s', (infinitive, forms) => {
    expect(finnishVerbForms(infinitive)).toEqual(expect.arrayContaining(forms.split(' ')));
  });

  it('has none of what is no verb', () => {
    expect(finnishVerbForms('siivous')).toEqual([]);
    expect(finnishVerbForms('talo')).toEqual([]);
  });

  it('knows what a question adds', () => {
    expect(withoutClitic('hoitaisiko')).toBe('hoitaisi');
    expect(withoutClitic('pesisivätkö')).toBe('pesisivät');
    expect(withoutClitic('löytyisiköhän')).toBe('löytyisi');
    expect(withoutClitic('siivous')).toBeNull();
  });
});
