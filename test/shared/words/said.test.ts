import { describe, expect, it } from '@jest/globals';
import { partsOf, sentenceOf } from '../../../subgraphs/shared/words/said/keep.js';
import { say, sayAll, sayList, type Sentence } from '../../../subgraphs/shared/words/said/say.js';
import { createTell } from '../../../subgraphs/shared/words/said/tell.js';

const tell = createTell({
  'Leg {0} is {1}.': { fi: 'Rivi {0} on {1}.', sv: 'Rad {0} är {1}.' },
  held: { fi: 'varattu', sv: 'bokad' },
  'It begins at {0}, {1} says.': { fi: '{1} sanoo: alku {0}.', sv: '{1} säger: börjar {0}.' },
});
const at = (zone: string) => ({ at: new Date('2027-03-22T08:05:00Z'), zone });
/** What is read of a sentence that was stored. */
const stored = (sentence: Sentence, parts = partsOf(sentence)): Sentence =>
  sentenceOf(String(sentence), parts);

describe('a sentence of ours', () => {
  const held = say`Leg ${2} is ${say`held`}.`;

  it('is told in each language, with the sentences in it', () => {
    expect([tell(held, 'fi'), tell(held, 'sv'), tell(held, 'en'), tell(held, null)]).toEqual([
      'Rivi 2 on varattu.',
      'Rad 2 är bokad.',
      'Leg 2 is held.',
      'Leg 2 is held.',
    ]);
  });

  it('has instants as people of the language write them, by the clocks of the place', () => {
    const begins = say`It begins at ${at('Europe/Helsinki')}, ${'karhu'} says.`;

    expect(tell(begins, 'fi')).toBe('karhu sanoo: alku 22.3.2027 klo 10.05.');
    expect(tell(begins, 'sv')).toBe('karhu säger: börjar 22 mars 2027 kl. 10.05.');
    expect(tell(begins, 'en')).toBe('It begins at 2027-03-22T10:05+02:00, karhu says.');
    expect(tell(say`It begins at ${at('Europe/Stockholm')}, ${'lumo'} says.`, 'sv')).toContain(
      'kl. 9.05',
    );
  });

  it('leaves what is put into it as it is, even where that looks like one of ours', () => {
    expect(tell(say`Leg ${'{1}'} is ${'held'}.`, 'fi')).toBe('Rivi {1} on held.');
  });

  it('is told in English as a whole where a part of it has no translation', () => {
    const mixed = say`Leg ${1} is ${say`unheard of`}.`;

    expect(tell(mixed, 'fi')).toBe('Leg 1 is unheard of.');
    expect(tell(sayAll(held, mixed) ?? '', 'sv')).toBe('Leg 2 is held. Leg 1 is unheard of.');
  });

  it('follows others, and stands in lists', () => {
    expect(tell(sayAll(null, held, undefined, held) ?? '', 'fi')).toBe(
      'Rivi 2 on varattu. Rivi 2 on varattu.',
    );
    expect(sayAll(null, undefined)).toBeNull();
    expect(tell(sayList([say`held`, 'Anna']), 'sv')).toBe('bokad, Anna');
  });

  it('is the same after it was stored', () => {
    const begins = say`It begins at ${at('Europe/Helsinki')}, ${sayList(['karhu', held])} says.`;

    expect(stored(begins)).toEqual(begins);
    expect(tell(stored(begins), 'fi')).toBe(
      'karhu, Rivi 2 on varattu. sanoo: alku 22.3.2027 klo 10.05.',
    );
  });

  it('is told in English where it is stored in English alone, or beside what is not its parts', () => {
    const english = 'Leg 2 is held.';

    expect(partsOf('Somebody wrote this.')).toBeNull();
    expect(partsOf(null)).toBeNull();
    for (const parts of [
      null,
      undefined,
      '',
      '{}',
      '[1',
      '["Leg {0} is {1}.",3,["held"]]',
      'null',
    ]) {
      expect(tell(sentenceOf(english, parts), 'fi')).toBe(english);
    }
  });

  it('is stored in English alone where its parts are long', () => {
    const long = say`Leg ${'x'.repeat(4_000)} is ${say`held`}.`;

    expect(partsOf(long)).toBeNull();
    expect(tell(stored(long), 'fi')).toBe(String(long));
  });
});
