import { describe, expect, it } from '@jest/globals';
import {
  formatMinorUnits,
  grossMinorUnits,
  parseMinorUnits,
  parseVatRate,
} from '../../subgraphs/shared/words/money.js';

describe('money', () => {
  it.each([
    ['28.00', 2800],
    ['0.5', 50],
    ['7', 700],
    ['0.00', 0],
  ])('reads %s as %i minor units', (amount, minor) => {
    expect(parseMinorUnits(amount)).toBe(minor);
  });

  it.each(['', '-1', '1.234', '1,50', '1e3', ' 1', '.5', 'NaN'])('refuses %j', (amount) => {
    expect(parseMinorUnits(amount)).toBeNull();
  });

  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [2800, '28.00'],
    [123456, '1234.56'],
  ])('writes %i minor units as %s', (minor, amount) => {
    expect(formatMinorUnits(minor)).toBe(amount);
  });

  it.each([
    ['28.00', '25.5', '35.14'],
    ['0.02', '25', '0.03'],
    ['10.00', '13.5', '11.35'],
    ['9.99', '0', '9.99'],
    ['123456789.99', '25.5', '154938271.44'],
  ])('adds value added tax half-up: %s at %s %% is %s', (net, rate, gross) => {
    const minor = grossMinorUnits(parseMinorUnits(net) ?? NaN, parseVatRate(rate) ?? NaN);

    expect(formatMinorUnits(minor)).toBe(gross);
  });

  it.each(['-1', '100.01', '25.555', 'x'])('refuses the VAT rate %j', (rate) => {
    expect(parseVatRate(rate)).toBeNull();
  });
});
