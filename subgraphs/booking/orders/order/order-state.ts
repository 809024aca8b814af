import { ownerOf } from '../../../shared/words/ids.js';
import { partsOf } from '../../../shared/words/said/keep.js';
import { say, type Sentence } from '../../../shared/words/said/say.js';
import type {
  Act,
  OrderEventRecord,
  OrderLegRecord,
  OrderRecord,
  QuoteRecord,
} from '../../store/records.js';
import type { BookingState, OrderState } from '../../schema.generated.js';
import type { OwnerAct } from './question.js';

const STANDING: readonly BookingState[] = ['HELD', 'CONFIRMED', 'STARTED', 'COMPLETED'];
const OPEN: readonly BookingState[] = ['REQUESTED', 'HELD', 'CONFIRMED', 'STARTED'];

/** More than an order comes to by its own commands; an owner that keeps changing its mind must not make it grow. */
const MOST_ENTRIES = 2_000;

/** Whether anything can still happen to a leg at its owner. */
export function isOpen({ state }: Pick<OrderLegRecord, 'state'>): boolean {
  return OPEN.includes(state);
}

export function endOf({ start, minutes }: Pick<OrderLegRecord, 'start' | 'minutes'>): Date {
  return new Date(Number(start) + minutes * 60_000);
}

export function isWaiting({ state, stateAsOf }: OrderLegRecord): boolean {
  return state === 'REQUESTED' && stateAsOf !== null;
}

/** Whose leg it is. */
export function cooperativeOf({ serviceId }: Pick<OrderLegRecord, 'serviceId'>): string {
  return ownerOf(serviceId) ?? serviceId;
}

/** The cooperatives of an order, each once, in the order of their first legs. */
export function cooperativesOf(legs: readonly OrderLegRecord[]): string[] {
  return [...new Set(legs.map(cooperativeOf))];
}

/** Where an order stands at `now`: a hold that ran out is EXPIRED at once, whether or not that was written down. */
export function stateOf(
  { state, expiresAt }: Pick<OrderRecord, 'state' | 'expiresAt'>,
  now: Date,
): OrderState {
  return state === 'HELD' && expiresAt !== null && expiresAt <= now ? 'EXPIRED' : state;
}

/** Where a leg stands at `now`. */
export function legStateOf({ state, expiresAt }: OrderLegRecord, now: Date): BookingState {
  return state === 'HELD' && expiresAt !== null && expiresAt <= now ? 'EXPIRED' : state;
}

/** Numbers of the legs that were called off, stand in their owner's books, and are called off there once more. */
function recalledLegs({ owed }: OrderRecord): number[] {
  return owed.flatMap(({ act, legs }) => (act === 'cancel' ? (legs ?? []) : []));
}

/** The order as it is when nothing is being carried out: its state and expiry follow from its legs. */
export function settle(order: OrderRecord): OrderRecord {
  const state = settledState(order);
  const ends = order.legs.flatMap((leg) => (leg.state === 'HELD' && leg.expiresAt) || []);
  const first = Math.min(...ends.map((end) => end.getTime()));
  const expiresAt = state === 'HELD' && ends.length > 0 ? new Date(first) : null;
  return { ...order, state, expiresAt };
}

function settledState(order: OrderRecord): OrderState {
  const recalled = recalledLegs(order);
  const legs = order.legs.filter((_leg, number) => !recalled.includes(number));
  const has = (...states: readonly BookingState[]): boolean =>
    legs.some(({ state }) => states.includes(state));
  if (has('REQUESTED')) return 'PENDING';
  if (has('HELD')) return 'HELD';
  if (has('CONFIRMED', 'STARTED', 'COMPLETED', 'NO_SHOW')) return 'CONFIRMED';
  if (recalled.length > 0) return 'PENDING';
  return has('CANCELLED', 'DECLINED') ? 'CANCELLED' : 'EXPIRED';
}

/** What the legs that stand cost, one entry a currency, in the order of the legs. Minor units. */
export function totalsOf(
  order: OrderRecord,
  now: Date,
): Pick<QuoteRecord, 'netMinor' | 'vatMinor' | 'grossMinor' | 'currency'>[] {
  const quotes = order.legs.flatMap((leg) =>
    STANDING.includes(legStateOf(leg, now)) && leg.quote ? [leg.quote] : [],
  );
  return [...new Set(quotes.map(({ currency }) => currency))].map((currency) => {
    const same = quotes.filter((quote) => quote.currency === currency);
    const sum = (part: 'netMinor' | 'vatMinor' | 'grossMinor'): number =>
      same.reduce((total, quote) => total + quote[part], 0);
    return {
      netMinor: sum('netMinor'),
      vatMinor: sum('vatMinor'),
      grossMinor: sum('grossMinor'),
      currency,
    };
  });
}

/** An entry of an order's log. */
export function asEvent(at: Date, text: Sentence): OrderEventRecord {
  return { at, text: String(text), said: partsOf(text) };
}

/** The order with one more entry in its log; the last that fits says so. */
export function note(order: OrderRecord, at: Date, text: Sentence): OrderRecord {
  const left = MOST_ENTRIES - order.log.length;
  if (left <= 0) return order;
  const entry = left === 1 ? say`The log is full; what happened after this is not in it.` : text;
  return { ...order, log: [...order.log, asEvent(at, entry)] };
}

/**
 * The municipality in which a service is to be offered: where the work is done, else the buyer's. Whoever enrols comes to the place
 * themselves: theirs.
 */
export function municipalityOf(
  { buyer, details }: Pick<OrderRecord, 'buyer' | 'details'>,
  act: Act | OwnerAct,
): string {
  const place = act === 'enrol' ? null : details?.place;
  return place?.municipality ?? buyer.municipality;
}
