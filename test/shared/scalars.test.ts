import { describe, expect, it } from '@jest/globals';
import { isOfForm, scalarResolvers } from '../../schema/scalars.js';

describe('a scalar', () => {
  it.each([
    ['Date', '2027-02-28'],
    ['DateTime', '2027-03-22T09:00:00+02:00'],
    ['CpvCode', '90910000'],
    ['CpvCode', '90910000-9'],
    ['MunicipalityCode', 'FI-609'],
    ['MunicipalityCode', 'SE-0580'],
    ['LanguageCode', 'sv'],
    ['CountryCode', 'FI'],
  ])('%s takes %s', (name, text) => {
    expect(isOfForm(name, text)).toBe(true);
  });

  it.each([
    ['Date', '2027-02-29'],
    ['Date', '2027-2-1'],
    ['DateTime', '2027-03-22T09:00:00'],
    ['DateTime', '2027-02-30T09:00:00Z'],
    ['CpvCode', '9091'],
    ['MunicipalityCode', '609'],
    ['MunicipalityCode', 'FI-0609'],
    ['LanguageCode', 'FI'],
    ['CountryCode', 'fi'],
  ])('%s refuses %s', (name, text) => {
    expect(isOfForm(name, text)).toBe(false);
  });

  it('refuses with a code, what was wanted and what came', () => {
    const refuse = (): unknown => scalarResolvers['Date']?.parseValue('soon');

    expect(refuse).toThrow('Date must be a date that exists such as "2027-03-22", got "soon".');
  });

  it('brings an instant into UTC', () => {
    const instant = scalarResolvers['DateTime']?.parseValue('2027-03-22T09:00:00+02:00');

    expect(instant).toBe('2027-03-22T07:00:00.000Z');
  });
});
