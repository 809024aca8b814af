import type { CatalogueReplica } from '../following/replica.js';
import type { ServiceListing } from '../store/listing.js';
import type { NotBookableReason } from '../schema.generated.js';
import { withdrawnAt } from './find-service.js';

/** Why the network takes no orders of a service, the reason that lasts longest first; null where it does, or that is not known yet. */
export function whyNotBookable(
  service: ServiceListing,
  catalogue: CatalogueReplica,
): NotBookableReason | null {
  if (withdrawnAt(service, catalogue)) return 'WITHDRAWN';
  const owner = catalogue.registry.find(service.cooperative);
  if (owner?.status === 'PAUSED') return 'PAUSED';
  return owner?.takesBookings === false ? 'PHONE_ONLY' : service.notBookableBecause;
}

/** Whether the network takes orders of a service; null where its owner's endpoint has not been asked yet whether it takes bookings. */
export function isBookable(service: ServiceListing, catalogue: CatalogueReplica): boolean | null {
  if (whyNotBookable(service, catalogue)) return false;
  return catalogue.registry.find(service.cooperative)?.takesBookings ?? null;
}
