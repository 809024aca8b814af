import { parseBusinessId, parseToldBusinessId } from '../../shared/network-file/business-id.js';
import type { CooperativeListing } from './listing.js';

/** The business id of a profile as it is told; null where it may be a person's: a copy may be older than the check of what is read. */
export function toldBusinessId({ country, businessId }: CooperativeListing): string | null {
  return parseToldBusinessId(country, businessId);
}

/** The business id of a profile in the one form in which two can be compared, whichever way their owners write them. */
export function businessIdOf({ country, businessId }: CooperativeListing): string {
  const canonical =
    country === 'FI' || country === 'SE' ? parseBusinessId(country, businessId) : null;
  return `${country} ${canonical ?? businessId.replaceAll(/[\s-]/g, '').toUpperCase()}`;
}
