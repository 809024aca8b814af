import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../shared/process/clock.js';
import { MINUTE_MS } from '../../shared/words/dates.js';
import type { BookingDataSource } from '../bookings/rows/booking-data-source.js';
import { isCounting } from '../bookings/rules/booking-state.js';
import { Rulebook } from '../bookings/rules/rulebook.js';
import { summarizeCapacity, summarizedTime } from './capacity-summary.js';
import { Revisions, withCapacity } from './feed-entry.js';
import type { History, Transaction } from '../store/history.js';
import type { FeedEntry } from '../store/records.js';
import type { Models } from '../store/collections.js';
import { writeRows } from '../store/write-rows.js';

/** Writes into the feed what can still be booked. */
export class CapacitySummaryDataSource {
  constructor(
    private readonly models: Models,
    private readonly history: History,
    private readonly bookings: BookingDataSource,
    private readonly clock: Clock,
    private readonly timeoutMs: number,
  ) {}

  /**
   * Works out the summaries of all services on offer, as of one instant, and writes those that differ. Seven queries when
   * nothing does.
   * @returns Whether the feed has grown.
   */
  refresh(): Promise<boolean> {
    const now = this.clock.now();
    return this.history.transact(async (transaction) => {
      const revisions = new Revisions(transaction.meta.revision, now);
      const changed = await this.write(transaction, revisions, null);
      return changed.size > 0;
    });
  }

  /**
   * Works out summaries within a transaction, from all that it has written so far. A service that took a revision in this very
   * transaction needs no further one.
   * @param only - Local ids; all services where null. Those not on offer keep what they had.
   * @returns The entries that have changed, by local id.
   */
  async write(
    transaction: Transaction,
    revisions: Revisions,
    only: readonly string[] | null,
  ): Promise<ReadonlyMap<string, FeedEntry>> {
    const { session } = transaction;
    const { latest } = revisions;
    const changed = await this.findChanged(transaction, revisions, only);
    if (changed.size === 0) return changed;
    if (revisions.latest > latest) {
      await this.history.advanceFeed(transaction, revisions.latest);
    }
    const writes = [...changed].map(([id, { capacity, revision }]) => ({
      updateOne: {
        filter: { _id: id },
        update: { $set: { 'feed.capacity': capacity, 'feed.revision': revision } },
      },
    }));
    await writeRows(this.models.services, writes, session, this.timeoutMs);
    return changed;
  }

  private async findChanged(
    { session, meta }: Transaction,
    revisions: Revisions,
    only: readonly string[] | null,
  ): Promise<ReadonlyMap<string, FeedEntry>> {
    const changed = new Map<string, FeedEntry>();
    if (only?.length === 0) return changed;
    const { now } = revisions;
    const rulebook = new Rulebook(await this.bookings.findRules(session));
    const services = (only ?? rulebook.serviceIds).flatMap((id) => rulebook.findOffered(id) ?? []);
    const { from, to } = summarizedTime(rulebook.timeZone, now);
    const scope = {
      resources: new Set(services.flatMap(({ resources }) => resources)),
      services: new Set(services.map(({ _id }) => _id).filter((id) => rulebook.hasBudget(id))),
      times: [{ from: from - rulebook.longestBufferMinutes * MINUTE_MS, to }],
    };
    const found = await this.bookings.findBookings(scope, [], [], session);
    const occupations = found
      .filter((booking) => isCounting(booking, now))
      .map((booking) => rulebook.occupationOf(booking));
    for (const service of services) {
      // Many services with fine grids take a while: others get their turn in between.
      await setImmediate();
      if (!service.feed) continue;
      const capacity = summarizeCapacity(rulebook.capacityOf(service, occupations, now));
      const entry = withCapacity(service.feed, capacity, meta.revision, revisions);
      if (entry !== service.feed) changed.set(service._id, entry);
    }
    return changed;
  }
}
