import { FORGOTTEN, KEPT_DAYS } from '../../../../schema/privacy.js';
import type { OrderDetails } from '../../../shared/order-details/order-details.js';
import { DAY_MS } from '../../../shared/words/dates.js';
import type { BuyerRecord, OrderRecord } from '../../store/records.js';
import { endOf } from './order-state.js';

/** A buyer or caller of whom nothing is known any more but where the work was: that tells what is needed where. */
export function forgottenBuyer({ municipality }: BuyerRecord): BuyerRecord {
  return { name: FORGOTTEN, municipality, email: null, phone: null, organisationId: null };
}

/** What an order or a request has of somebody. */
export interface Named {
  readonly buyer: BuyerRecord;
  /** Who made it, signed in. */
  readonly maker?: string | null | undefined;
  readonly details?: OrderDetails | null | undefined;
}

/** Whether nothing is left of it to be forgotten: a name alone may be written in any way. */
export function isForgotten({ buyer, maker = null, details = null }: Named): boolean {
  const { name, email, phone, organisationId } = buyer;
  const rest = [email, phone, organisationId, maker, details];
  return name === FORGOTTEN && rest.every((value) => value === null);
}

/** When an order's buyer is to be forgotten; null once that is done. */
export function forgetAt({ legs, ...named }: Named & Pick<OrderRecord, 'legs'>): Date | null {
  if (isForgotten(named)) return null;
  // What is no instant is refused as a leg's start, and must not be refused for what follows from it.
  const last = Math.max(...legs.map((leg) => endOf(leg).getTime() || 0));
  return new Date(last + KEPT_DAYS.order * DAY_MS);
}

/** The order without its buyer, what it says of them, and who made it; everything else stands as it was. */
export function forgetBuyer(order: OrderRecord): OrderRecord {
  if (isForgotten(order)) return order;
  return { ...order, buyer: forgottenBuyer(order.buyer), details: null, maker: null };
}
