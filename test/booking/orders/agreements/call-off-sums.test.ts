import { describe, expect, it } from '@jest/globals';
import { CallOffSums } from '../../../../subgraphs/booking/orders/order/call-off-sums.js';
import { NOW, quoteOf, standingOrder } from '../../saga/order-records.js';

describe('the sums of call-offs', () => {
  it('are exact, also where they are more than a number can be', () => {
    const sums = new CallOffSums(NOW);
    const quote = quoteOf(Number.MAX_SAFE_INTEGER);
    const order = standingOrder({ state: 'CONFIRMED', quote });

    sums.add(order);
    sums.add(order);

    const told: unknown = JSON.parse(JSON.stringify(sums.sums));
    expect(told).toMatchObject([{ cooperative: 'karhu', netMinor: '18014398509481982' }]);
  });
});
