import type { BookingState, CurrencyCode } from '../../schema.generated.js';
import type { OrderLegRecord, OrderRecord } from '../../store/records.js';
import { cooperativeOf, endOf } from './order-state.js';

/** Of an order, what is told of a call-off. */
export type CallOff = Pick<
  OrderRecord,
  '_id' | 'reference' | 'state' | 'expiresAt' | 'createdAt' | 'legs'
>;

/** What was ordered of one cooperative under an agreement, in one currency. Minutes are person-minutes. */
export interface CallOffSum {
  readonly cooperative: string;
  readonly currency: CurrencyCode;
  /** Without value added tax, in minor units, as digits: a sum may be more than a number tells exactly. */
  readonly netMinor: string;
  readonly orderedMinutes: number;
  /** Of what has ended: its time is over, or its owner has told whether it was done. */
  readonly dueMinutes: number;
  readonly deliveredMinutes: number;
  /** Of these, what its owner has not told of. */
  readonly unreportedMinutes: number;
}

/** Of an order that stands, or was carried out; what was not used was ordered all the same. */
const AGREED: readonly BookingState[] = ['CONFIRMED', 'STARTED', 'COMPLETED', 'NO_SHOW'];

/** What of an order stands, by currency, without value added tax, in minor units as digits; empty where nothing does. */
export function standingAmounts({
  legs,
}: Pick<CallOff, 'legs'>): ReadonlyMap<CurrencyCode, string> {
  const amounts = new Map<CurrencyCode, string>();
  for (const { quote, state } of legs) {
    if (quote === null || !AGREED.includes(state)) continue;
    amounts.set(
      quote.currency,
      String(BigInt(amounts.get(quote.currency) ?? 0) + BigInt(quote.netMinor)),
    );
  }
  return amounts;
}

/** Adds up call-offs, one after another; currencies are never added. */
export class CallOffSums {
  readonly #byKey = new Map<string, CallOffSum>();

  /** @param now - By the network's clock. */
  constructor(private readonly now: Date) {}

  /** By cooperative and currency. */
  get sums(): CallOffSum[] {
    return [...this.#byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
  }

  add({ legs }: Pick<CallOff, 'legs'>): void {
    for (const leg of legs) {
      if (leg.quote !== null && AGREED.includes(leg.state)) this.#addLeg(leg, leg.quote);
    }
  }

  #addLeg(leg: OrderLegRecord, { currency, netMinor }: NonNullable<OrderLegRecord['quote']>): void {
    const cooperative = cooperativeOf(leg);
    const key = `${cooperative} ${currency}`;
    const before = this.#byKey.get(key) ?? {
      ...{ cooperative, currency, netMinor: '0', orderedMinutes: 0 },
      ...{ dueMinutes: 0, deliveredMinutes: 0, unreportedMinutes: 0 },
    };
    const minutes = leg.minutes * leg.quantity;
    const delivered = leg.deliveredMinutes ?? null;
    const isTold = delivered !== null || leg.state === 'NO_SHOW';
    const due = isTold || endOf(leg) <= this.now ? minutes : 0;
    this.#byKey.set(key, {
      ...{ cooperative, currency },
      netMinor: String(BigInt(before.netMinor) + BigInt(netMinor)),
      orderedMinutes: before.orderedMinutes + minutes,
      dueMinutes: before.dueMinutes + due,
      deliveredMinutes: before.deliveredMinutes + (delivered ?? 0),
      unreportedMinutes: before.unreportedMinutes + (isTold ? 0 : due),
    });
  }
}
