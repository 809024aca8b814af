import { describe, expect, it } from '@jest/globals';
import { People } from '../../../subgraphs/booking/figures/count/people.js';

const known = (name: string, phoneTail: string | null = null) => ({
  nameWords: name.split(' ').filter(Boolean),
  phoneTail,
});

describe('the people behind a figure', () => {
  it('are who has another name and another number', () => {
    const people = new People();
    const met = [
      known('anna virtanen', '1234567'),
      known('virtanen anna'),
      known('a virtanen', '1234567'),
      known('matti meikäläinen'),
    ].map((one) => people.meet(one));

    expect(people.count([met])).toBe(2);
  });

  it('are one where a third has the name of one and the number of the other', () => {
    const people = new People();
    const met = [known('anna', '111'), known('bertta', '222'), known('bertta', '111')];
    const persons = met.map((one) => people.meet(one));

    expect(people.count([persons])).toBe(1);
  });

  it('are one at most where all were forgotten', () => {
    const people = new People();
    const persons = [1, 2, 3, 4, 5, 6].map(() => people.meet(known('')));

    expect(people.count([persons])).toBe(1);
    expect(people.areFew([persons], 5)).toBe(true);
  });
});
