import { randomUUID } from 'node:crypto';
import { currentMunicipality } from '../../../shared/words/merged-municipalities.js';
import { createReference } from '../../store/references.js';

/**
 * The input of a `holdBookings` that only judges: nothing is held, and a leg that is refused refuses no other.
 * @param legs - Each is judged as if those before it were booked.
 */
export function dryRunOf<Leg>(cooperative: string, municipality: string, legs: readonly Leg[]) {
  return {
    idempotencyKey: randomUUID(),
    cooperative,
    orderId: randomUUID(),
    orderReference: createReference(),
    municipality: currentMunicipality(municipality),
    holdMinutes: 1,
    isEachForItself: true,
    dryRun: true,
    legs,
  };
}
