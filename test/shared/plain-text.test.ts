import { describe, expect, it } from '@jest/globals';
import { isPlainText } from '../../subgraphs/shared/words/plain-text.js';

describe('a text as people write it', () => {
  it.each(['Siivous, 2 krs.\nMa–pe', 'Ä\u0308', '👩\u200d🌾', 'שלום\u200f', ''])(
    'has letters, signs and ends of lines: %j',
    (text) => {
      expect(isPlainText(text)).toBe(true);
    },
  );

  it.each(['a\u0000', 'a\u0085', '\u202egnp.exe', 'a\u2066b\u2069', '\ud800'])(
    'has nothing that is unseen or makes it read otherwise than it is: %j',
    (text) => {
      expect(isPlainText(text)).toBe(false);
    },
  );
});
