import { describe, expect, it } from '@jest/globals';
import { ownerOf, parseOwnedId } from '../../subgraphs/shared/words/ids.js';

describe('an id', () => {
  it('names its owner', () => {
    expect(parseOwnedId('karhu:siivous')).toEqual({ cooperative: 'karhu', local: 'siivous' });
    expect(ownerOf('karhu:A_b.c-1')).toBe('karhu');
    expect(ownerOf('karhu')).toBe('karhu');
  });

  it.each([
    '',
    ':',
    'karhu:',
    ':siivous',
    'Karhu:x',
    'k:x',
    'karhu:a:b',
    'karhu:ä',
    '1karhu:x',
    `karhu:${'x'.repeat(65)}`,
  ])('of another form has none: %j', (id) => {
    expect(parseOwnedId(id)).toBeNull();
    expect(ownerOf(id)).toBeNull();
  });
});
