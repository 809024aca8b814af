import type {
  CountedLeg,
  CountedOrder,
  CountedRequest,
  Ledger,
} from '../../../subgraphs/booking/figures/count/count-rows.js';
import { ShownMonths } from '../../../subgraphs/booking/figures/count/shown-months.js';
import { calendarOf, monthsFrom } from '../../../subgraphs/booking/figures/count/months.js';
import { Tally } from '../../../subgraphs/booking/figures/count/tally.js';

/** Where May 2027 and what follows is counted; lumo is in Sweden, the business id of karhu is known. */
export function ledgerOf(from = '2027-05-01', to = '2027-05-31'): Ledger {
  const months = monthsFrom(from, to);
  return {
    calendar: calendarOf(months),
    tallies: months.map(() => new Tally()),
    cooperatives: {
      zoneOf: (cooperative) => (cooperative === 'lumo' ? 'Europe/Stockholm' : 'Europe/Helsinki'),
      withBusinessId: (businessId) => (businessId === '1572860-0' ? 'karhu' : null),
    },
  };
}

/** As everybody may see them. */
export function shownOf({ tallies }: Ledger, from = '2027-05-01', to = '2027-05-31'): ShownMonths {
  const months = monthsFrom(from, to);
  return new ShownMonths(
    tallies.flatMap((tally, number) => {
      const month = months[number];
      return month ? [{ month, tally }] : [];
    }),
  );
}

/** An hour of karhu's on the afternoon of 3 May, done and recorded, for 100 euros. */
export function legOf(changes: Partial<CountedLeg> = {}): CountedLeg {
  return {
    ...{ serviceId: 'karhu:siivous', state: 'COMPLETED', minutes: 60, quantity: 1 },
    start: new Date('2027-05-03T12:00:00Z'),
    answeredAt: new Date('2027-05-01T08:05:30Z'),
    quote: { netMinor: 10_000, currency: 'EUR' },
    ...changes,
  };
}

/** An order of that, made on 1 May. @param who - By whose name it is counted. */
export function orderOf(who: string, changes: Partial<CountedOrder> = {}): CountedOrder {
  return {
    ...{ createdAt: new Date('2027-05-01T08:00:00Z'), channel: 'WEB', state: 'CONFIRMED' },
    ...{ leadCooperative: null, maker: null, buyer: { organisationId: null } },
    ...{ nameWords: [who], phoneTail: null, legs: [legOf()] },
    ...changes,
  };
}

/** A request that karhu has taken after ten minutes. */
export function requestOf(who: string, changes: Partial<CountedRequest> = {}): CountedRequest {
  const at = new Date('2027-05-01T08:00:00Z');
  const answeredAt = new Date('2027-05-01T08:10:00Z');
  return {
    ...{ createdAt: at, channel: 'PHONE', state: 'TAKEN', nameWords: [who], phoneTail: null },
    offers: [{ cooperative: 'karhu', state: 'ACCEPTED', offeredAt: at, answeredAt }],
    ...changes,
  };
}

export const FIVE = ['aino', 'bertta', 'cecilia', 'daavid', 'eino'] as const;
