import { describe, expect, it } from '@jest/globals';
import { plainPhone } from '../../../subgraphs/shared/privacy/person.js';
import { isWellFormedPhone } from '../../../subgraphs/shared/privacy/well-formed-phone.js';

describe('a telephone number', () => {
  it.each([
    ['040 1234567', 'FI', '+358401234567'],
    ['040-123 4567', 'FI', '+358401234567'],
    ['+358 (0)40 1234567', 'SE', '+358401234567'],
    ['00358 0401234567', 'FI', '+358401234567'],
    ['070-123 45 67', 'SE', '+46701234567'],
    ['+46 70 1234567', 'FI', '+46701234567'],
    ['+49 170 1234567', 'FI', '+491701234567'],
  ])('can be dialled: %s in %s, and is read as it is counted', (phone, country, plain) => {
    expect(isWellFormedPhone(phone, country)).toBe(true);
    expect(plainPhone(phone, country)).toBe(plain);
  });

  it.each([
    ['nothing', '', 'FI'],
    ['words', 'call me', 'FI'],
    ['a few digits', '123', 'FI'],
    ['a short number', '020 12', 'FI'],
    ['a number that is too long', '040 1234567 890 123', 'FI'],
    ['two numbers', '+358 40 1234567 or +46 70 1234567', 'FI'],
    ['a number of no country', '+999 40 1234567', 'FI'],
    ['a code without a number', '+358', 'FI'],
    // Else the same number would be two, as it is counted.
    ['one that its country dials otherwise', '+49 0170 1234567', 'FI'],
  ])('cannot be dialled: %s', (_what, phone, country) => {
    expect(isWellFormedPhone(phone, country)).toBe(false);
  });
});
