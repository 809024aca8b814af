import { describe, expect, it } from '@jest/globals';
import { BSONRegExp } from 'bson';
import { CommandError } from '../../../../subgraphs/local/store/bson/errors.js';
import { toRegExp } from '../../../../subgraphs/local/store/match/pattern.js';

const found = (pattern: string, options: string, text: string): boolean =>
  toRegExp(new BSONRegExp(pattern, options)).test(text);

function refusal(pattern: string, options: string): number | null {
  try {
    toRegExp(new BSONRegExp(pattern, options));
    return null;
  } catch (error) {
    return error instanceof CommandError ? error.code : null;
  }
}

describe('a pattern, which means what PCRE2 takes it for,', () => {
  it.each<[string, string, string, boolean]>([
    ['^$', 'm', 'a\n', false],
    ['^$', 'm', 'a\n\nb', true],
    ['^$', 'm', '', true],
    ['^b', 'm', 'a\nb', true],
    ['a$', 'm', 'a\n', true],
    ['^\\p{Lu}', '', 'abc', false],
    ['^\\p{Lu}', '', 'Äbc', true],
    ['\\w', '', '\u212a\u017f', false],
    ['[\\b]', 'i', '\b', true],
    ['k', 'i', '\u212a', true],
    ['a{', '', 'a{', true],
    ['a{1}]}', '', 'a]}', true],
    ['a{2,3}?b', '', 'aab', true],
    ['(?<x>a)(?:b)(?=c)(?!d)', '', 'abc', true],
    ['\\x41\\cJ', '', 'A\n', true],
    ['[[a]', '', '[', true],
    ['a+?b', '', 'aab', true],
  ])('/%s/%s: in %j %j', (pattern, options, text, isFound) => {
    expect(found(pattern, options, text)).toBe(isFound);
  });

  it.each<[string, string, number]>([
    ['\\w', 'i', 238],
    ['[\\w]', 'i', 238],
    ['[^\\W]', 'i', 238],
    ['\\ba', 'i', 238],
    ['a\\B', 'i', 238],
    ['^\\p{Lu}', 'i', 238],
    ['\\P{L}', 'i', 238],
    ['\\pL', '', 238],
    ['\\p{Script=Greek}', '', 238],
    ['\\p{^L}', '', 238],
    ['(?<=a+)b', '', 238],
    ['(?<!a)b', '', 238],
    ['(?i)a', '', 238],
    ['(?i:a)', '', 238],
    ['(?>a)', '', 238],
    ['(?P<x>a)', '', 238],
    ['(*UTF)a', '', 238],
    ['a++', '', 238],
    ['a{2}+', '', 238],
    ['a?+', '', 238],
    ['a{,2}', '', 238],
    ['[[:alpha:]]', '', 238],
    ['\\x{41}', '', 238],
    ['\\x4', '', 238],
    ['a{65536}', '', 51091],
    ['a{3,2}', '', 51091],
    ['(a', '', 51091],
    ['a)', '', 51091],
    ['*a', '', 51091],
    ['[a', '', 51091],
  ])(
    'is refused where JavaScript has another meaning or none: /%s/%s: %i',
    (pattern, options, code) => {
      expect(refusal(pattern, options)).toBe(code);
    },
  );
});
