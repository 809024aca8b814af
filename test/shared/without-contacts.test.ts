import { describe, expect, it } from '@jest/globals';
import { withoutContacts } from '../../subgraphs/shared/words/without-contacts.js';

describe('a foreign text for the log', () => {
  it.each([
    ['Customer maija.m@example.org is wrong', 'Customer … is wrong'],
    ['call +358 40 123 4567 or (02) 123-4567', 'call … or (…'],
    ['131052-308T is no id', '…T is no id'],
    ['070-174 06 35 varattu', '… varattu'],
  ])('has nobody’s address or number: %s', (text, told) => {
    expect(withoutContacts(text)).toBe(told);
  });

  it.each([
    'Slot 3 of 12 is taken at 08:00.',
    'HTTP 500: no such table "rows"',
    'line 1, column 34',
  ])('says the rest as it came: %s', (text) => {
    expect(withoutContacts(text)).toBe(text);
  });
});
