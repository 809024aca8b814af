import { describe, expect, it } from '@jest/globals';
import { countOrder } from '../../../subgraphs/booking/figures/count/count-rows.js';
import { benefitsOf, Figures } from '../../../subgraphs/booking/figures/count/figures.js';
import type { OrderChannel } from '../../../subgraphs/booking/schema.generated.js';
import { ledgerOf, legOf, orderOf, shownOf } from './counted.js';

type Counts = Readonly<Record<string, Partial<Record<OrderChannel, number>>>>;

/** So many orders of different people at each cooperative and channel. */
function shownFor(counts: Counts) {
  const ledger = ledgerOf();
  let next = 0;
  for (const [cooperative, byChannel] of Object.entries(counts)) {
    for (const [channel, count] of Object.entries(byChannel)) {
      for (let made = 0; made < count; made += 1) {
        const legs = [legOf({ serviceId: `${cooperative}:siivous` })];
        const change = { channel: channel as OrderChannel, legs };
        countOrder(orderOf(`customer ${(next += 1)}`, change), ledger);
      }
    }
  }
  return shownOf(ledger);
}

/** Orders received: of each cooperative, its channels in the order of `counts`, and of all. */
function receivedOf(counts: Counts) {
  const shown = shownFor(counts);
  const of = (cooperative: string | null, channel: OrderChannel | null = null) =>
    new Figures(shown, { cooperative, channel }).received;
  const rows = Object.entries(counts).map(([name, byChannel]) => [
    name,
    [of(name), ...Object.keys(byChannel).map((channel) => of(name, channel as OrderChannel))],
  ]);
  return { ...(Object.fromEntries(rows) as object), all: of(null) };
}

describe('what is withheld', () => {
  it('is nothing where there are enough people everywhere', () => {
    expect(receivedOf({ karhu: { WEB: 5, PHONE: 6 }, lumo: { WEB: 7 } })).toEqual({
      ...{ karhu: [11, 5, 6], lumo: [7, 7], all: 18 },
    });
  });

  it('is a cooperative of four people, and as many of the next smallest as it takes', () => {
    const counts = { aa: { WEB: 4 }, bb: { WEB: 6 }, cc: { WEB: 8 }, dd: { WEB: 20 } };

    // Of a and b together, b knows its own: what is left is that of four people.
    expect(receivedOf(counts)).toEqual({
      ...{ aa: [null, null], bb: [null, null], cc: [null, null], dd: [20, 20], all: 38 },
    });
  });

  it('is the total rather than every cooperative', () => {
    expect(receivedOf({ karhu: { WEB: 6 }, lumo: { WEB: 2 } })).toEqual({
      ...{ karhu: [6, 6], lumo: [null, null], all: null },
    });
  });

  it('is no total where all are small and together they are enough', () => {
    expect(receivedOf({ aa: { WEB: 3 }, bb: { WEB: 3 }, cc: { WEB: 3 } })).toEqual({
      ...{ aa: [null, null], bb: [null, null], cc: [null, null], all: 9 },
    });
  });

  it('is how a cooperative is spread over channels where one of them is small', () => {
    const { karhu } = { karhu: [], ...receivedOf({ karhu: { WEB: 9, RADIO: 2 } }) };

    expect(karhu).toEqual([11, null, null]);
  });

  it('is the sum of a channel of which few people are left, and another with it', () => {
    const shown = shownFor({
      aa: { WEB: 9, PHONE: 8, RADIO: 2 },
      bb: { WEB: 9, PHONE: 8 },
      cc: { WEB: 9, PHONE: 8 },
    });
    const sums = (['WEB', 'PHONE', 'RADIO'] as const).map(
      (channel) => new Figures(shown, { cooperative: null, channel }).received,
    );

    expect(sums[2]).toBeNull();
    expect(sums.filter((sum) => sum === null).length).toBeGreaterThan(1);
  });

  it('is a part of something where few people are behind its rest', () => {
    const ledger = ledgerOf();
    for (let who = 0; who < 12; who += 1) {
      const state = who < 9 ? 'DECLINED' : 'COMPLETED';
      countOrder(orderOf(`customer ${who}`, { legs: [legOf({ state })] }), ledger);
    }

    const figures = new Figures(shownOf(ledger), { cooperative: 'karhu', channel: null });

    expect(figures).toMatchObject({ received: 12, declined: null });
  });

  it('is, of several months, each that has few people, and says so', () => {
    const ledger = ledgerOf('2027-05-01', '2027-07-31');
    const made = (count: number, month: number) => {
      for (let who = 0; who < count; who += 1) {
        const createdAt = new Date(Date.UTC(2027, month, 10));
        countOrder(orderOf(`customer ${who}`, { createdAt, legs: [legOf()] }), ledger);
      }
    };
    made(8, 4);
    made(3, 5);
    made(6, 6);

    const figures = new Figures(shownOf(ledger, '2027-05-01', '2027-07-31'), {
      ...{ cooperative: 'karhu', channel: null },
    });

    expect(figures).toMatchObject({ given: 0, received: 14 });
    expect(figures.withheld).toEqual([
      ...['RECEIVED', 'DECLINED', 'ORDER_RESPONSE'].map((figure) => ({
        ...{ figure, currency: null, months: ['2027-06'] },
      })),
    ]);
  });

  it('is told apart from what there was none of', () => {
    const ledger = ledgerOf();
    countOrder(orderOf('aino'), ledger);

    const shown = shownOf(ledger);
    const figures = new Figures(shown, { cooperative: 'karhu', channel: null });

    expect(figures).toMatchObject({ received: null, orderResponse: null, offerResponse: null });
    const names = figures.withheld.map(({ figure, currency }) => [figure, currency]);
    expect(names).toContainEqual(['ORDER_RESPONSE', null]);
    expect(names).not.toContainEqual(['OFFER_RESPONSE', null]);
    expect(names).toContainEqual(['TURNOVER', 'EUR']);
    expect(names).not.toContainEqual(['TURNOVER', 'SEK']);
    expect(benefitsOf(shown, 'karhu')).toMatchObject([
      { fee: null, withheld: [{ figure: 'GAINED' }, { figure: 'FEE', months: ['2027-05'] }] },
      { fee: '0.00', withheld: [] },
    ]);
  });
});
