import type { Refusal } from '../store/refusal.js';
import type { WorkRequestRecord } from './request/records.js';
import type { WorkOfferParent } from './parents.js';
import type { Performed } from './perform.js';

/** What a command on a request is answered. */
export interface RequestOutcome {
  /** After the change; null when the command was refused. */
  readonly request: WorkRequestRecord | null;
  /** Only in the answer to the command that made it. */
  readonly secret: string | null;
  readonly userErrors: readonly Refusal[];
}

/** What a command on an offer is answered. */
export interface OfferOutcome {
  /** After the change; null when the command was refused, or the work could not be booked. */
  readonly offer: WorkOfferParent | null;
  readonly userErrors: readonly Refusal[];
}

export function requestOutcome(performed: Performed, secret: string | null = null): RequestOutcome {
  return performed.kind === 'done'
    ? { request: performed.request, secret, userErrors: [] }
    : { request: null, secret: null, userErrors: performed.userErrors };
}

export function offerOutcome(performed: Performed, offerId: string): OfferOutcome {
  if (performed.kind === 'refused') return { offer: null, userErrors: performed.userErrors };
  const { request } = performed;
  const offer = request.offers.find(({ id }) => id === offerId);
  return { offer: offer ? { request, offer } : null, userErrors: [] };
}
