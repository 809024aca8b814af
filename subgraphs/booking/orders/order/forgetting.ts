import { FORGOTTEN, KEPT_DAYS } from '../../../../schema/privacy.js';
import { DAY_MS } from '../../../shared/words/dates.js';
import type { BuyerRecord, OrderRecord } from '../../store/records.js';
import { endOf } from './order-state.js';

/** A buyer or caller of whom nothing is known any more but where the work was: that tells what is needed where. */
export function forgottenBuyer({ municipality }: BuyerRecord): BuyerRecord {
  return { name: FORGOTTEN, municipality, email: null, phone: null, organisationId: null };
}

/** Whether nothing is left of it to be forgotten: a name alone may be written in any way. */
export function isForgotten({ name, email, phone, organisationId }: BuyerRecord): boolean {
  return name === FORGOTTEN && [email, phone, organisationId].every((value) => value === null);
}

/** When an order's buyer is to be forgotten; null once that is done. */
export function forgetAt({ buyer, legs }: Pick<OrderRecord, 'buyer' | 'legs'>): Date | null {
  if (isForgotten(buyer)) return null;
  // What is no instant is refused as a leg's start, and must not be refused for what follows from it.
  const last = Math.max(...legs.map((leg) => endOf(leg).getTime() || 0));
  return new Date(last + KEPT_DAYS.order * DAY_MS);
}

/** The order without its buyer; everything else stands as it was. */
export function forgetBuyer(order: OrderRecord): OrderRecord {
  return isForgotten(order.buyer) ? order : { ...order, buyer: forgottenBuyer(order.buyer) };
}
