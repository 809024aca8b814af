import { MINUTE_MS } from '../../../shared/words/dates.js';
import { verifiedOrganisation } from '../../access/owned.js';
import type { WorkOfferRecord, WorkRequestRecord } from '../../exchange/request/records.js';
import { cooperativeOf, endOf } from '../../orders/order/order-state.js';
import type { BookingState, OrderState, WorkOfferState } from '../../schema.generated.js';
import type { OrderLegRecord, OrderRecord, QuoteRecord } from '../../store/records.js';
import { NETWORK_ZONE, type Calendar, type Zone } from './months.js';
import type { Known } from './people.js';
import { NETWORK, type Tally } from './tally.js';

export type CountedLeg = Pick<
  OrderLegRecord,
  'serviceId' | 'state' | 'start' | 'minutes' | 'quantity' | 'answeredAt' | 'deliveredMinutes'
> & { readonly quote: Pick<QuoteRecord, 'netMinor' | 'currency'> | null };

/** Of an order, what is counted. */
export interface CountedOrder
  extends
    Known,
    Pick<OrderRecord, 'createdAt' | 'channel' | 'state' | 'leadCooperative' | 'maker'> {
  readonly buyer: Pick<OrderRecord['buyer'], 'organisationId'>;
  readonly legs: readonly CountedLeg[];
}

/** Of a request of the work exchange, what is counted. */
export interface CountedRequest
  extends Known, Pick<WorkRequestRecord, 'createdAt' | 'channel' | 'state'> {
  readonly offers: readonly Pick<
    WorkOfferRecord,
    'cooperative' | 'state' | 'offeredAt' | 'answeredAt'
  >[];
}

/** What is known of cooperatives. */
export interface Cooperatives {
  zoneOf(cooperative: string): Zone;
  /** Which one has this business id; null for none. */
  withBusinessId(businessId: string): string | null;
}

/** Where things are counted. */
export interface Ledger {
  readonly calendar: Calendar;
  /** One a month of the calendar. */
  readonly tallies: readonly Tally[];
  readonly cooperatives: Cooperatives;
}

/** An order that was agreed, whatever came of it afterwards. */
const AGREED_ORDERS: readonly OrderState[] = ['CONFIRMED', 'CANCELLED'];
const AGREED_LEGS: readonly BookingState[] = [
  ...(['CONFIRMED', 'STARTED', 'COMPLETED'] as const),
  ...(['CANCELLED', 'NO_SHOW'] as const),
];
/** An offer to which the cooperative itself has said something. */
const ANSWERED: readonly WorkOfferState[] = ['PENDING', 'ACCEPTED', 'DECLINED', 'FAILED'];

/** Counts an order in the months in which it was made, and in which its work was done. */
export function countOrder(order: CountedOrder, ledger: Ledger): void {
  const { createdAt, channel, state, legs } = order;
  const isAgreed = AGREED_ORDERS.includes(state);
  const giver = giverOf(order, ledger);
  const takers: string[] = [];
  for (const cooperative of new Set(legs.map(cooperativeOf))) {
    const own = legs.filter((leg) => cooperativeOf(leg) === cooperative);
    const place = { cooperative, channel };
    const tally = tallyAt(ledger, createdAt, cooperative);
    const hasAgreed = isAgreed && own.some((leg) => AGREED_LEGS.includes(leg.state));
    // What nobody has answered was called off by us.
    const hasDeclined = own.some((leg) => leg.state === 'DECLINED' && leg.answeredAt != null);
    if (hasAgreed) takers.push(cooperative);
    if (hasAgreed || hasDeclined) {
      tally?.add('received', place, order);
      tally?.add(hasAgreed ? 'agreed' : 'declined', place, order);
    }
    const answers = own.flatMap((leg) => leg.answeredAt ?? []).map(Number);
    if (answers.length > 0)
      tally?.addAnswer('order', place, order, minutesSince(createdAt, Math.min(...answers)));
  }
  if (giver !== null && takers.some((cooperative) => cooperative !== giver)) {
    tallyAt(ledger, createdAt, giver)?.add('given', { cooperative: giver, channel }, order);
  }
  for (const leg of legs) countWork(leg, order, giver, ledger);
}

/** Counts what was done: on the day on which it ended. */
function countWork(
  leg: CountedLeg,
  order: CountedOrder,
  giver: string | null,
  ledger: Ledger,
): void {
  const cooperative = cooperativeOf(leg);
  const place = { cooperative, channel: order.channel };
  const tally = tallyAt(ledger, endOf(leg), cooperative);
  if (tally === null) return;
  if (isUnrecorded(leg)) tally.add('unrecorded', place, order);
  if (leg.state !== 'COMPLETED') return;
  tally.add('minutes', place, order, BigInt(doneIn(leg)));
  if (leg.quote === null) return;
  const { netMinor, currency } = leg.quote;
  const whose = giver === cooperative ? 'own' : 'gained';
  tally.add(`turnover ${currency}`, place, order, BigInt(netMinor));
  tally.add(`${whose} ${currency}`, place, order, BigInt(netMinor));
}

/** Whether it is agreed, and not known yet what became of it. */
export function isUnrecorded({ state }: Pick<CountedLeg, 'state'>): boolean {
  return state === 'CONFIRMED' || state === 'STARTED';
}

/** Person-minutes as the owner has reported them; as agreed where it tells only that it is done. */
function doneIn({ deliveredMinutes, minutes, quantity }: CountedLeg): number {
  return deliveredMinutes ?? minutes * quantity;
}

/** Counts a request, and the offers of it, in the month in which it was made. */
export function countRequest(request: CountedRequest, ledger: Ledger): void {
  const { createdAt, channel, state, offers } = request;
  const month = ledger.calendar.monthOf(createdAt, NETWORK_ZONE);
  const tally = month === null ? undefined : ledger.tallies[month];
  if (!tally) return;
  const everywhere = { cooperative: NETWORK, channel };
  tally.add('made', everywhere, request);
  tally.add(state === 'TAKEN' ? 'filled' : 'unfilled', everywhere, request);
  for (const cooperative of new Set(offers.map((offer) => offer.cooperative))) {
    const own = offers.filter((offer) => offer.cooperative === cooperative);
    const place = { cooperative, channel };
    const hasTaken = own.some((offer) => offer.state === 'ACCEPTED');
    tally.add('offered', place, request);
    tally.add(hasTaken ? 'taken' : 'untaken', place, request);
    for (const { state: said, offeredAt, answeredAt } of own) {
      if (answeredAt === null || !ANSWERED.includes(said)) continue;
      tally.addAnswer('offer', place, request, minutesSince(offeredAt, Number(answeredAt)));
    }
  }
}

/**
 * The cooperative whose customer it is: the one that answers for the order, or that ordered itself, signed in. Null for customers of
 * the network.
 */
function giverOf(
  { leadCooperative, buyer, maker = null }: CountedOrder,
  { cooperatives }: Ledger,
): string | null {
  const organisation = verifiedOrganisation(buyer.organisationId, maker);
  return (
    leadCooperative ?? (organisation === null ? null : cooperatives.withBusinessId(organisation))
  );
}

/** Null where the instant is in none of the months. */
function tallyAt(
  { calendar, tallies, cooperatives }: Ledger,
  instant: Date,
  cooperative: string,
): Tally | null {
  const month = calendar.monthOf(instant, cooperatives.zoneOf(cooperative));
  return month === null ? null : (tallies[month] ?? null);
}

/** Whole minutes, begun ones not counted; none where clocks differ. */
function minutesSince(from: Date, until: number): number {
  return Math.max(0, Math.floor((until - Number(from)) / MINUTE_MS));
}
