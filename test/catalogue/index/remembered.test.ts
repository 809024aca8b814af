import { describe, expect, it } from '@jest/globals';
import { remembered } from '../../../subgraphs/catalogue/index/parts/remembered.js';

describe('what is remembered of words', () => {
  it('is worked out once a word', () => {
    const asked: string[] = [];
    const lengthOf = remembered(2, (word) => asked.push(word) && word.length);

    expect(['kakku', 'työ', 'kakku', 'työ'].map(lengthOf)).toEqual([5, 3, 5, 3]);
    expect(asked).toEqual(['kakku', 'työ']);
  });

  it('is forgotten where a word more would be too many', () => {
    const asked: string[] = [];
    const lengthOf = remembered(2, (word) => asked.push(word) && word.length);

    ['kakku', 'työ', 'piha', 'piha', 'kakku'].map(lengthOf);

    expect(asked).toEqual(['kakku', 'työ', 'piha', 'kakku']);
  });
});
