import { describe, expect, it } from '@jest/globals';
import { hasMoreValues } from '../../../subgraphs/shared/http/count-values.js';

describe('values of a JSON text', () => {
  it.each<[string, unknown, number]>([
    ['a list and its items', [1, 2, 3], 4],
    ['an object and its values', { a: 1, b: [true, null] }, 5],
    ['a text, whatever it holds', ['a,b[c{d"e\\'], 2],
    ['texts that end in signs of escape', ['\\', '\\\\', '"', '\\"', ','], 6],
    ['an empty list as if it held one', [], 2],
  ])('are counted: %s', (_what, value, count) => {
    // What is shorter than it may have values is not looked at.
    const bytes = Buffer.from(`${JSON.stringify(value)}${' '.repeat(20)}`);

    expect(hasMoreValues(bytes, count - 1)).toBe(true);
    expect(hasMoreValues(bytes, count)).toBe(false);
  });

  it('are counted where the text breaks off', () => {
    expect(hasMoreValues(Buffer.from('[1,2,"3,4,5,6,7,8'), 4)).toBe(false);
    expect(hasMoreValues(Buffer.from('[[[[[[[[[['), 5)).toBe(true);
  });
});
