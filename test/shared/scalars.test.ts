import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOfForm, scalarResolvers } from '../../schema/scalars.js';

describe('a scalar', () => {
  it.each([
    ['Date', '2027-02-28'],
    ['DateTime', '2027-03-22T09:00:00+02:00'],
    ['DateTime', '2027-03-22t09:00:00.5z'],
    ['DateTime', '2027-03-22T23:59:59-00:00'],
    ['DateTime', '2027-03-22T00:00:00+23:59'],
    ['DateTime', '2028-02-29T00:00:00Z'],
    ['DateTime', '0000-01-01T00:00:00Z'],
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
    ['DateTime', '2027-03-22T24:00:00Z'],
    ['DateTime', '2027-03-22T23:59:60Z'],
    ['DateTime', '2016-12-31T23:59:60Z'],
    ['DateTime', '2027-03-22T09:60:00Z'],
    ['DateTime', '2027-03-22T09:00:00+24:00'],
    ['DateTime', '2027-03-22T09:00:00+25:00'],
    ['DateTime', '2027-03-22T09:00:00+02:60'],
    ['DateTime', '2027-03-22T09:00:00+0200'],
    ['DateTime', '2027-03-22T09:00:00+02'],
    ['DateTime', '2027-03-22 09:00:00Z'],
    ['DateTime', '2027-03-22T09:00Z'],
    ['DateTime', '2027-03-22T09:00:00.Z'],
    ['DateTime', '2027-03-22T09:00:00,5Z'],
    ['DateTime', '2027-04-31T09:00:00Z'],
    ['DateTime', '2027-13-01T09:00:00Z'],
    ['DateTime', '2027-00-10T09:00:00Z'],
    ['DateTime', '+02027-03-22T09:00:00Z'],
    ['DateTime', '0000-01-01T00:00:00+00:01'],
    ['DateTime', '9999-12-31T23:59:59-00:01'],
    ['DateTime', '2027-03-22T09:00:00Z\n'],
    ['Date', '2027-04-31'],
    ['Date', '2027-00-00'],
    ['Date', '2027-03-22\n'],
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

  it('DateTime takes every instant with every offset, and makes the same instant of it', () => {
    const instants = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9998-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: -1_439, max: 1_439 }), (instant, offsetMinutes) => {
        const local = new Date(instant.getTime() + offsetMinutes * 60_000).toISOString();
        const [hours, minutes] = [Math.abs(offsetMinutes) / 60, Math.abs(offsetMinutes) % 60];
        const offset = `${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(hours))}:${two(minutes)}`;

        const parsed = scalarResolvers['DateTime']?.parseValue(local.replace('Z', offset));

        expect(parsed).toBe(instant.toISOString());
      }),
    );
  });

  it('repeats of what came only as much as is needed to find it', () => {
    const refuse = (value: unknown) => (): unknown => scalarResolvers['Date']?.parseValue(value);
    const endless = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;

    expect(refuse('x'.repeat(1_000))).toThrow(`got "${'x'.repeat(60)}…".`);
    expect(refuse(endless)).toThrow('got a list.');
    expect(refuse({ day: 1 })).toThrow('got an object.');
    expect(refuse(20_270_322)).toThrow('got 20270322.');
  });

  it('does not call what we answer a mistake of the client’s', () => {
    const answer = (): unknown => scalarResolvers['DateTime']?.serialize('soon');

    expect(answer).toThrow(TypeError);
  });
});

function two(number: number): string {
  return String(number).padStart(2, '0');
}
