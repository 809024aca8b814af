import type { FeedHead } from './feed-schema.js';
import { faultAt, type FeedPage } from './parse-feed.js';

/** A database may be restored while its feed is read, but not twice. */
const MOST_EPOCH_CHANGES = 1;
/** Pages beyond what there was when a look began: a cooperative's changes do not come faster than they are read. */
const MOST_PAGES_BEYOND = 20;

/**
 * What one look has heard of a feed. Each answer may be whole by itself and yet contradict those before it: what cannot come from
 * one honest history is refused. Changes between two answers, and one new epoch, can.
 */
export class HeardFeed {
  readonly #endedEpochs = new Set<string>();
  /** By row, the latest revision there was when it was read: if it comes again, it has changed since. */
  readonly #latestById = new Map<string, number>();
  #epoch: string | null;
  #latest: number;
  #epochChanges = 0;
  #hasHeard = false;
  /** The latest revision when this look, or this epoch, began. */
  #goal = 0;
  #pagesBeyond = 0;

  /** @param stored - How far the feed was read by looks before; null when it never was. */
  constructor(stored: FeedHead | null) {
    this.#epoch = stored?.epoch ?? null;
    this.#latest = stored?.revision ?? 0;
  }

  /** Takes in where an answer says that the feed stands. @throws FeedFault when that cannot be. */
  hear({ epoch, revision }: FeedHead): void {
    const isNew = epoch !== this.#epoch;
    if (isNew) this.#beginEpoch(epoch);
    else if (revision < this.#latest) {
      throw faultAt(
        'revision',
        'wanted no earlier one than before in the same epoch: a database that was restored needs a new epoch',
      );
    }
    if (isNew || !this.#hasHeard) this.#goal = revision;
    this.#hasHeard = true;
    this.#latest = revision;
  }

  /** Takes in a page's rows, after `hear` of the same page. @throws FeedFault when they cannot follow those before. */
  hearRows({ rows, revision, lastRevision, hasMore }: FeedPage): void {
    for (const { id, revision: changedAt, at } of rows) {
      const latestThen = this.#latestById.get(id);
      if (latestThen !== undefined && changedAt <= latestThen) {
        throw faultAt(`${at}.id`, 'wanted a row that was not read already, or has changed since');
      }
      this.#latestById.set(id, revision);
    }
    if (!hasMore || lastRevision < this.#goal) return;
    this.#pagesBeyond += 1;
    if (this.#pagesBeyond > MOST_PAGES_BEYOND) {
      const wanted = `wanted false within ${MOST_PAGES_BEYOND} pages after what was latest at first`;
      throw faultAt('hasMore', wanted);
    }
  }

  #beginEpoch(epoch: string): void {
    if (this.#endedEpochs.has(epoch)) {
      throw faultAt('epoch', 'wanted one that has not ended: another was named after it');
    }
    if (this.#hasHeard) this.#epochChanges += 1;
    if (this.#epochChanges > MOST_EPOCH_CHANGES) {
      throw faultAt('epoch', 'wanted the same throughout a reading');
    }
    if (this.#epoch !== null) this.#endedEpochs.add(this.#epoch);
    this.#epoch = epoch;
    this.#latestById.clear();
  }
}
