import { verifiedOrganisation, type Owned } from '../../access/owned.js';
import type { BookingState } from '../../schema.generated.js';
import type { OrderRecord } from '../../store/records.js';
import { cooperativesOf } from './order-state.js';

/** Of a leg that was confirmed, and was not called off. */
const AGREED: readonly BookingState[] = ['CONFIRMED', 'STARTED', 'COMPLETED', 'NO_SHOW'];

/**
 * The cooperative whose people may read an order: the one that leads it, or carries it out alone. Null while nothing of it is agreed,
 * and where several carry it out and none leads.
 */
function ledBy({
  leadCooperative,
  legs,
}: Pick<OrderRecord, 'leadCooperative' | 'legs'>): string | null {
  if (!legs.some(({ state }) => AGREED.includes(state))) return null;
  const [only = null, ...others] = cooperativesOf(legs);
  return leadCooperative ?? (others.length === 0 ? only : null);
}

/** Whose an order is. */
export function ownedOrder(order: OrderRecord): Owned {
  const { buyer, maker = null, secretHash } = order;
  const organisationId = verifiedOrganisation(buyer.organisationId, maker);
  return { organisationId, cooperative: ledBy(order), maker, secretHash };
}
