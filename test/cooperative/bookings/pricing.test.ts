import { describe, expect, it } from '@jest/globals';
import { quoteLeg } from '../../../subgraphs/cooperative/bookings/rules/pricing.js';
import type { UnitPrice } from '../../../subgraphs/shared/words/money.js';
import { parseWallTime } from '../../../subgraphs/cooperative/capacity/index.js';

const ZONE = 'Europe/Helsinki';

function price(fields: Partial<UnitPrice> = {}): UnitPrice {
  return { netMinor: 2800, vatHundredths: 2550, currency: 'EUR', unit: 'HOUR', ...fields };
}

function quote(
  unitPrice: UnitPrice,
  minutes: number,
  quantity = 1,
  start = '2027-03-22T09:00',
): string {
  const startsAt = parseWallTime(ZONE, start);
  const { net, vat, gross, lines } = quoteLeg(unitPrice, { startsAt, minutes, quantity }, ZONE);
  return `${lines[0]?.units ?? ''}: ${net} + ${vat} = ${gross}`;
}

describe('The price of a leg', () => {
  it('is by the hour of each of the quantity', () => {
    expect(quote(price(), 90, 2)).toBe('3: 84.00 + 21.42 = 105.42');
    expect(quote(price(), 100)).toBe('1.6667: 46.67 + 11.90 = 58.57');
  });

  it('is by the local day that is touched', () => {
    const daily = price({ unit: 'DAY' });

    expect(quote(daily, 480)).toBe('1: 28.00 + 7.14 = 35.14');
    expect(quote(daily, 60, 1, '2027-03-22T23:00')).toMatch(/^1: /);
    expect(quote(daily, 61, 3, '2027-03-22T23:00')).toMatch(/^6: 168.00/);
    // A day of 23 hours.
    expect(quote(daily, 23 * 60, 1, '2027-03-28T00:00')).toMatch(/^1: /);
    expect(quote(daily, 23 * 60 + 1, 1, '2027-03-28T00:00')).toMatch(/^2: /);
  });

  it.each(['PIECE', 'SEAT'] as const)('is by the %s whatever the length', (unit) => {
    expect(quote(price({ unit }), 600, 5)).toBe('5: 140.00 + 35.70 = 175.70');
  });

  it('is rounded half-up, net and gross each', () => {
    expect(quote(price({ netMinor: 1, vatHundredths: 0 }), 30)).toBe('0.5: 0.01 + 0.00 = 0.01');
    expect(quote(price({ netMinor: 1, vatHundredths: 0 }), 29)).toBe('0.4833: 0.00 + 0.00 = 0.00');
    expect(quote(price({ netMinor: 2, vatHundredths: 2500 }), 60)).toBe('1: 0.02 + 0.01 = 0.03');
  });

  it('is exact for the largest numbers that can be asked', () => {
    const dearest = price({ netMinor: 99_999_999_999, vatHundredths: 10_000 });

    const net = '18863496355059365036447.52';
    expect(quote(dearest, 527_040, 2_147_483_647)).toBe(
      `18863496355248: ${net} + ${net} = 37726992710118730072895.04`,
    );
  });
});
