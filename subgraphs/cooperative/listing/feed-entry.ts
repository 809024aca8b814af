import { isDeepStrictEqual } from 'node:util';
import type { CapacitySummary, FeedEntry, Listing } from '../store/records.js';

/** Gives out revisions, each to one row, within one transaction. */
export class Revisions {
  #latest: number;

  /**
   * @param latest - The latest revision so far.
   * @param now - When the rows change.
   */
  constructor(
    latest: number,
    readonly now: Date,
  ) {
    this.#latest = latest;
  }

  get latest(): number {
    return this.#latest;
  }

  next(): number {
    this.#latest += 1;
    return this.#latest;
  }
}

/**
 * The entry of a service in the feed after a change.
 * @param listing - What is published from now on; null withdraws it.
 * @returns The very entry that came when the network sees no difference; else one with the next revision.
 */
export function nextFeedEntry(
  before: FeedEntry | null,
  listing: Listing | null,
  revisions: Revisions,
): FeedEntry | null {
  if (listing === null) {
    if (before === null || before.withdrawnAt !== null) return before;
    const { now } = revisions;
    return { ...before, revision: revisions.next(), updatedAt: now, withdrawnAt: now };
  }
  if (before?.withdrawnAt === null && isDeepStrictEqual(before.listing, listing)) return before;
  return {
    ...before,
    listing,
    revision: revisions.next(),
    updatedAt: revisions.now,
    withdrawnAt: null,
  };
}

/**
 * The entry of a service whose capacity was worked out anew. `updatedAt` is the listing's and stays.
 * @param seen - The latest revision that others may have seen: a later one can still take this change along.
 * @returns The very entry that came when nothing has changed.
 */
export function withCapacity(
  entry: FeedEntry,
  capacity: CapacitySummary,
  seen: number,
  revisions: Revisions,
): FeedEntry {
  if (isDeepStrictEqual(entry.capacity, capacity)) return entry;
  return {
    ...entry,
    capacity,
    revision: entry.revision > seen ? entry.revision : revisions.next(),
  };
}
