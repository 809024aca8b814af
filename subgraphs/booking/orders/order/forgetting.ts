import { FORGOTTEN, KEPT_DAYS } from '../../../../schema/privacy.js';
import { DAY_MS } from '../../../shared/words/dates.js';
import type { BuyerRecord, OrderRecord } from '../../store/records.js';
import { endOf } from './order-state.js';

/** A buyer or caller of whom nothing is known any more but where the work was: that tells what is needed where. */
export function forgottenBuyer({ municipality }: BuyerRecord): BuyerRecord {
  return { name: FORGOTTEN, municipality, email: null, phone: null, organisationId: null };
}

/** Whether nothing is left of it to be forgotten: a name alone may be written in any way. @param maker - Who made it, signed in. */
export function isForgotten(
  { name, email, phone, organisationId }: BuyerRecord,
  maker: string | null,
): boolean {
  const rest = [email, phone, organisationId, maker];
  return name === FORGOTTEN && rest.every((value) => value === null);
}

/** When an order's buyer is to be forgotten; null once that is done. */
export function forgetAt({
  buyer,
  maker = null,
  legs,
}: Pick<OrderRecord, 'buyer' | 'maker' | 'legs'>): Date | null {
  if (isForgotten(buyer, maker)) return null;
  // What is no instant is refused as a leg's start, and must not be refused for what follows from it.
  const last = Math.max(...legs.map((leg) => endOf(leg).getTime() || 0));
  return new Date(last + KEPT_DAYS.order * DAY_MS);
}

/** The order without its buyer, and without who made it; everything else stands as it was. */
export function forgetBuyer(order: OrderRecord): OrderRecord {
  const { buyer, maker = null } = order;
  return isForgotten(buyer, maker)
    ? order
    : { ...order, buyer: forgottenBuyer(buyer), maker: null };
}
