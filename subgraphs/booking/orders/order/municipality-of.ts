import type { Act, OrderRecord } from '../../store/records.js';
import type { OwnerAct } from './question.js';

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
