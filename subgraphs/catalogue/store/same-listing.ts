import { isDeepStrictEqual } from 'node:util';
import type { FollowedService } from './listing.js';
import type { ServiceRecord } from './records.js';

/** What of a stored service tells whether a row that is read again is another. */
export const STORED_DATES = {
  ...{ updatedAt: 1, ownerUpdatedAt: 1, withdrawnAt: 1 },
  ...{ booking: 1, notBookableBecause: 1 },
} as const;

export type StoredDates = Pick<ServiceRecord, '_id' | keyof typeof STORED_DATES>;

/** Whether a row of a feed is as it is stored. What an endpoint has learned to tell is no change to its owner, but one to who reads here. */
export function isSameListing(stored: StoredDates, listing: Omit<FollowedService, 'id'>): boolean {
  return (
    stored.ownerUpdatedAt.getTime() === listing.updatedAt.getTime() &&
    stored.withdrawnAt?.getTime() === listing.withdrawnAt?.getTime() &&
    isDeepStrictEqual(rulesIn(stored), rulesIn(listing))
  );
}

/** By what rules a service is booked, if at all; what an earlier release has stored has none. */
function rulesIn({
  booking = null,
  notBookableBecause = null,
}: Pick<ServiceRecord, 'booking' | 'notBookableBecause'>) {
  return { booking, notBookableBecause };
}
