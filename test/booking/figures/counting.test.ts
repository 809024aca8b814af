import { describe, expect, it } from '@jest/globals';
import { countOrder, countRequest } from '../../../subgraphs/booking/figures/count/count-rows.js';
import { benefitsOf, Figures } from '../../../subgraphs/booking/figures/count/figures.js';
import { FIVE, ledgerOf, legOf, orderOf, requestOf, shownOf } from './counted.js';

const ALL = { cooperative: null, channel: null };
const KARHU = { cooperative: 'karhu', channel: null };

describe('orders', () => {
  it('are counted where they were received, with what was done for them', () => {
    const ledger = ledgerOf();
    for (const who of FIVE) countOrder(orderOf(who, { legs: [legOf({ quantity: 2 })] }), ledger);

    const figures = new Figures(shownOf(ledger), KARHU);

    expect(figures).toMatchObject({ received: 5, declined: 0, given: 0, minutes: 600 });
    expect(figures.turnover).toEqual([
      { currency: 'EUR', net: '500.00' },
      { currency: 'SEK', net: '0.00' },
    ]);
    expect(figures.orderResponse).toEqual({ medianMinutes: 5, p90Minutes: 5 });
  });

  it('count the minutes that were reported, and those that were agreed where none are told', () => {
    const ledger = ledgerOf();
    const reported = legOf({ quantity: 2, deliveredMinutes: 90 });
    for (const who of FIVE) countOrder(orderOf(who, { legs: [reported, legOf()] }), ledger);

    const figures = new Figures(shownOf(ledger), KARHU);

    expect(figures).toMatchObject({ minutes: 5 * (90 + 60) });
    expect(figures.turnover[0]).toEqual({ currency: 'EUR', net: '1000.00' });
  });

  it.each([
    ['confirmed', 'CONFIRMED', 5],
    ['begun', 'STARTED', 5],
    ['cancelled', 'CANCELLED', 0],
    ['a no-show', 'NO_SHOW', 0],
  ] as const)('turn nothing over while the work is %s', (_what, state, unrecorded) => {
    const ledger = ledgerOf();
    for (const who of FIVE) countOrder(orderOf(who, { legs: [legOf({ state })] }), ledger);

    const figures = new Figures(shownOf(ledger), KARHU);

    expect(figures).toMatchObject({ received: 5, declined: 0, minutes: 0, unrecorded });
  });

  it('that their owner declined are received and declined, those that nobody answered are neither', () => {
    const ledger = ledgerOf();
    const declined = legOf({ state: 'DECLINED' });
    const unanswered = legOf({ state: 'DECLINED', answeredAt: null });
    for (const who of FIVE) {
      countOrder(orderOf(who, { state: 'FAILED', legs: [declined] }), ledger);
      countOrder(orderOf(who, { state: 'FAILED', legs: [unanswered] }), ledger);
      countOrder(orderOf(who, { state: 'EXPIRED', legs: [legOf({ state: 'EXPIRED' })] }), ledger);
    }

    expect(new Figures(shownOf(ledger), KARHU)).toMatchObject({ received: 5, declined: 5 });
  });

  it('are given by who answers for them, or has ordered signed in, to others than themselves', () => {
    const ledger = ledgerOf();
    const work = (cooperative: string) => [legOf({ serviceId: `${cooperative}:siivous` })];
    const buyer = { organisationId: '1572860-0' };
    for (const who of FIVE) {
      countOrder(orderOf(who, { leadCooperative: 'karhu', legs: work('tuki') }), ledger);
      countOrder(orderOf(who, { leadCooperative: 'karhu', legs: work('karhu') }), ledger);
      countOrder(orderOf(who, { buyer, maker: 'id karhu', legs: work('tuki') }), ledger);
      // Anybody may write any business id.
      countOrder(orderOf(who, { buyer, legs: work('tuki') }), ledger);
    }

    const shown = shownOf(ledger);

    expect(new Figures(shown, KARHU).given).toBe(10);
    expect(benefitsOf(shown, 'tuki')[0]).toEqual({
      ...{ currency: 'EUR', gained: '1500.00', fee: '225.00', withheld: [] },
    });
    expect(benefitsOf(shown, 'karhu')[0]).toEqual({
      ...{ currency: 'EUR', gained: '0.00', fee: '75.00', withheld: [] },
    });
  });

  it('count in the month in which they were made, their work in that in which it ended, where its cooperative is', () => {
    const ledger = ledgerOf('2027-05-01', '2027-06-30');
    // Ends at 00:30 on 1 June in Finland, at 23:30 on 31 May in Sweden.
    const start = new Date('2027-05-31T20:30:00Z');
    for (const who of FIVE) {
      for (const serviceId of ['karhu:siivous', 'lumo:siivous'])
        countOrder(orderOf(who, { legs: [legOf({ serviceId, start })] }), ledger);
    }

    const minutesOf = (cooperative: string) =>
      ledger.tallies.map((tally) => tally.table('minutes').get(cooperative)?.get('WEB')?.amount);

    expect(minutesOf('karhu')).toEqual([undefined, 300n]);
    expect(minutesOf('lumo')).toEqual([300n, undefined]);
    expect(ledger.tallies[1]?.table('received').size).toBe(0);
  });
});

describe('requests', () => {
  it('are filled where somebody has taken them, and each cooperative has its own rate', () => {
    const ledger = ledgerOf();
    for (const who of FIVE) {
      const { offers, createdAt: offeredAt } = requestOf(who);
      const declined = { cooperative: 'tuki', state: 'DECLINED', offeredAt } as const;
      const answeredAt = new Date(offeredAt.getTime() + 3_600_000);
      countRequest(requestOf(who, { offers: [...offers, { ...declined, answeredAt }] }), ledger);
      countRequest(requestOf(who, { state: 'UNFILLED', offers: [] }), ledger);
    }

    const shown = shownOf(ledger);
    const rateOf = (cooperative: string | null) => {
      const figures = new Figures(shown, { cooperative, channel: null });
      return [figures.requestsMade, figures.requestsFilled];
    };

    expect(rateOf(null)).toEqual([10, 5]);
    expect(rateOf('karhu')).toEqual([5, 5]);
    expect(rateOf('tuki')).toEqual([5, 0]);
    expect(new Figures(shown, ALL).offerResponse).toEqual({ medianMinutes: 10, p90Minutes: 60 });
  });

  it('that nobody answered have no response time', () => {
    const ledger = ledgerOf();
    const silent = { cooperative: 'karhu', state: 'TIMED_OUT' } as const;
    const at = new Date('2027-05-01T08:00:00Z');
    const offers = [{ ...silent, offeredAt: at, answeredAt: at }];
    for (const who of FIVE) countRequest(requestOf(who, { state: 'UNFILLED', offers }), ledger);

    expect(new Figures(shownOf(ledger), ALL).offerResponse).toBeNull();
  });
});
