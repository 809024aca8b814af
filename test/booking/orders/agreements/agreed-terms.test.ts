import { describe, expect, it } from '@jest/globals';
import {
  agreedPriceOf,
  refusalOfService,
} from '../../../../subgraphs/booking/orders/agreements/agreed-terms.js';
import type { AgreementTerms } from '../../../../subgraphs/booking/orders/agreements/agreements-client.js';

const CLEANING = '90910000';
const BUILDINGS = '90911200';
const WINDOWS = '90911300';
const GARDENS = '77310000';

/** @param prices - By the hour, by code. */
function terms(cpv: readonly string[], prices: Readonly<Record<string, number>> = {}) {
  return {
    ...{ organisationId: '0137323-9', cooperatives: [], cpv, currency: 'EUR' },
    ...{ startsAt: new Date(0), endsAt: new Date(0) },
    prices: Object.entries(prices).map(([code, netMinor]) => ({
      ...({ cpv: code, unit: 'HOUR', netMinor } as const),
    })),
  } as const satisfies AgreementTerms;
}
const service = (cpv: readonly string[], unit: 'HOUR' | 'DAY' = 'HOUR') =>
  ({ cpv, unit, currency: 'EUR' }) as const;

describe('a service under an agreement', () => {
  it.each([
    ['the same code', [BUILDINGS], [BUILDINGS]],
    ['a code below', [BUILDINGS], [CLEANING]],
    ['a code above, which offers that too', [CLEANING], [BUILDINGS]],
    ['one of several codes', [GARDENS, BUILDINGS], [CLEANING]],
  ])('is bought with %s', (_what, own, agreed) => {
    expect(refusalOfService(terms(agreed), service(own), [])).toBeNull();
  });

  it('is not bought with a code beside, or none', () => {
    for (const own of [[WINDOWS], [GARDENS], []]) {
      expect(refusalOfService(terms([BUILDINGS]), service(own), [])).toMatchObject({
        code: 'OUTSIDE_AGREEMENT',
      });
    }
  });

  it.each([
    ['its own', [BUILDINGS], { [BUILDINGS]: 20, [CLEANING]: 10 }, 20],
    ['the most special above it', [BUILDINGS], { '90000000': 5, [CLEANING]: 10 }, 10],
    ['that above it, rather than one below', [CLEANING], { '90900000': 5, [BUILDINGS]: 20 }, 5],
    ['the only one below', [CLEANING], { [BUILDINGS]: 20 }, 20],
    ['none where several are below', [CLEANING], { [BUILDINGS]: 20, [WINDOWS]: 30 }, null],
    ['that of its first code', [WINDOWS, BUILDINGS], { [BUILDINGS]: 20, [WINDOWS]: 30 }, 30],
    ['none beside it', [WINDOWS], { [BUILDINGS]: 20 }, null],
  ])('costs %s', (_what, own, prices, netMinor) => {
    const price = agreedPriceOf(terms([CLEANING], prices), service(own));

    expect(price?.netMinor ?? null).toBe(netMinor);
  });

  it('costs its own price where it is sold by another unit', () => {
    const priced = terms([BUILDINGS], { [BUILDINGS]: 20 });

    expect(agreedPriceOf(priced, service([BUILDINGS], 'DAY'))).toBeNull();
  });
});
