import { describe, expect, it } from '@jest/globals';
import { acceptedLanguage } from '../../subgraphs/shared/http/accepted-language.js';

describe('the language that a client accepts', () => {
  it.each([
    ['sv', 'sv'],
    ['SV', 'sv'],
    ['sv-FI', 'sv'],
    ['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
    ['de, fi;q=0.3, en;q=0.7', 'en'],
    ['en;q=0.5, fi;q=0.9', 'fi'],
    ['de-DE, fi', 'fi'],
    ['fi, *;q=0.5', 'fi'],
  ])('is one in which texts are: %j', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });

  it.each([undefined, '', '*', 'de', 'de, *;q=0.5', 'fi;q=0', 'mul', ';;', 'sv_SE', 'x'.repeat(9)])(
    'is none in particular: %j',
    (header) => {
      expect(acceptedLanguage(header)).toBeNull();
    },
  );
});
