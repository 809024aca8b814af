import { describe, expect, it } from '@jest/globals';
import { vatRates } from '../../../subgraphs/procurement/rules/vat-rates.js';

const percentages = (country: 'FI' | 'SE', day: string): string[] =>
  vatRates(country, day).map(({ rule }) => rule.percent);

describe('the rates of VAT', () => {
  it.each<['FI' | 'SE', string, string[]]>([
    ['FI', '2024-08-31', ['24', '14', '10']],
    ['FI', '2024-09-01', ['25.5', '14', '10']],
    ['FI', '2025-12-31', ['25.5', '14', '10']],
    ['FI', '2026-01-01', ['25.5', '13.5', '10']],
    ['SE', '2027-05-03', ['25', '12', '6']],
  ])('of %s on %s', (country, day, expected) => {
    expect(percentages(country, day)).toEqual(expected);
  });

  it.each([
    ['2026-03-31', '12'],
    ['2026-04-01', '6'],
    ['2027-12-31', '6'],
    ['2028-01-01', '12'],
  ])('on food in Sweden on %s: %s', (day, percent) => {
    const food = vatRates('SE', day).filter(({ rule }) => rule.covers.en.endsWith('food'));

    expect(food.map(({ rule }) => rule.percent)).toEqual([percent]);
  });
});
