import type { History } from '../store/history.js';
import type { Models } from '../store/collections.js';
import { writeRows } from '../store/write-rows.js';
import { nextFeedEntry, Revisions } from './feed-entry.js';
import { createListing } from './listing.js';
import { readHours } from './read-hours.js';

/** What an earlier release has stored: on offer, and without the rules by which it is booked. */
const OLD = { isPublished: true, 'feed.listing.booking': null };

/** Brings listings that an earlier release has stored into today's form, so that the network is told of them. One query where there are none. */
export async function renewListings(
  models: Models,
  history: History,
  now: Date,
  timeoutMs: number,
): Promise<void> {
  const { services, cooperatives } = models;
  if ((await services.exists(OLD).maxTimeMS(timeoutMs)) === null) return;
  await history.transact(async (transaction) => {
    const { session, meta } = transaction;
    const options = { session, maxTimeMS: timeoutMs };
    const owner = await cooperatives.findById(meta.cooperative, null, options).lean();
    const old = await services.find(OLD, null, options).lean();
    if (owner === null || old.length === 0) return;
    const hoursOf = await readHours(
      models,
      old.flatMap(({ resources }) => resources),
      options,
    );
    const revisions = new Revisions(meta.revision, now);
    const writes = old.map((service) => {
      const listing = createListing(service, owner, hoursOf);
      const feed = nextFeedEntry(service.feed, listing, revisions);
      return { updateOne: { filter: { _id: service._id }, update: { $set: { feed } } } };
    });
    await history.advanceFeed(transaction, revisions.latest);
    await writeRows(services, writes, session, timeoutMs);
  });
}
