import type { Connection, Model } from 'mongoose';
import { prepareCollections } from '../../shared/mongo/prepare-collections.js';
import type { Clock } from '../../shared/process/clock.js';
import { MEMBER_FIELDS } from '../../shared/words/closed-sets.js';
import type { CooperativeFile } from '../../shared/network-file/index.js';
import { BookingDataSource } from '../bookings/rows/booking-data-source.js';
import { convertOldBookings } from '../files/convert-old-bookings.js';
import { Guards } from '../bookings/rows/guards.js';
import { StaffDataSource } from '../bookings/rows/staff-data-source.js';
import { CapacitySummaryDataSource } from '../listing/capacity-summary-data-source.js';
import { CalendarDataSource } from '../calendar/calendar-data-source.js';
import { nextFeedEntry, Revisions } from '../listing/feed-entry.js';
import { takePage, type FeedPage, type FeedRow } from '../listing/feed-page.js';
import { History } from '../store/history.js';
import type { ImportReport } from '../files/import-plan.js';
import type { Snapshot } from '../files/snapshot.js';
import { createListing } from '../listing/listing.js';
import { readHours } from '../listing/read-hours.js';
import { renewListings } from '../listing/renew-listings.js';
import type { CooperativeRecord, MemberRecord, ServiceRecord } from '../store/records.js';
import { PersonDataSource } from '../persons/person-data-source.js';
import { MovingDataSource } from '../files/moving-data-source.js';
import { createModels, type Models } from '../store/collections.js';

/** Of a page into which changes fall; what does not settle then is told as it is. */
const MOST_READINGS = 5;

export interface DataSourceOptions {
  readonly connection: Connection;
  /** The slug of the one cooperative whose database this is. */
  readonly cooperativeId: string;
  readonly clock: Clock;
  /** Per query. */
  readonly timeoutMs: number;
}

export interface MemberPage {
  readonly members: readonly MemberRecord[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** All reads and writes of one cooperative's rows. Knows MongoDB, knows no GraphQL types. Ids are local ones. */
export class CooperativeDataSource {
  readonly #models: Models;
  readonly #history: History;
  readonly #cooperativeId: string;
  readonly #clock: Clock;
  readonly #timeoutMs: number;
  readonly #moving: MovingDataSource;
  /** Queries of the bookings. */
  readonly bookings: BookingDataSource;
  readonly staff: StaffDataSource;
  readonly guards: Guards;
  readonly summaries: CapacitySummaryDataSource;
  readonly calendars: CalendarDataSource;
  readonly persons: PersonDataSource;

  constructor({ connection, cooperativeId, clock, timeoutMs }: DataSourceOptions) {
    this.#models = createModels(connection);
    this.#history = new History(connection, this.#models, cooperativeId, timeoutMs);
    this.#cooperativeId = cooperativeId;
    this.#clock = clock;
    this.#timeoutMs = timeoutMs;
    this.bookings = new BookingDataSource(this.#models, timeoutMs);
    this.staff = new StaffDataSource(this.#models, timeoutMs);
    this.guards = new Guards(this.#models.guards, timeoutMs);
    this.calendars = new CalendarDataSource(this.#models, this.#history, this.guards, timeoutMs);
    this.summaries = new CapacitySummaryDataSource(
      this.#models,
      this.#history,
      this.bookings,
      clock,
      timeoutMs,
    );
    this.persons = new PersonDataSource({
      models: this.#models,
      history: this.#history,
      ...{ cooperativeId, clock, timeoutMs },
    });
    this.#moving = new MovingDataSource({
      models: this.#models,
      history: this.#history,
      guards: this.guards,
      summaries: this.summaries,
      ...{ clock, timeoutMs },
    });
  }

  /**
   * Makes the collections and indexes, and takes the database for this cooperative.
   * @throws Error when it belongs to another.
   */
  async open(): Promise<void> {
    await prepareCollections(Object.values(this.#models));
    await this.#history.open();
    const [owner = null] = await this.findCooperatives([this.#cooperativeId]);
    if (!owner) return;
    const now = this.#clock.now();
    await convertOldBookings(this.#models, owner.timeZone, now, this.#timeoutMs);
    await renewListings(this.#models, this.#history, now, this.#timeoutMs);
  }

  /** Starts another epoch: whoever follows the feed reads everything anew. */
  renewEpoch(): Promise<string> {
    return this.#history.renewEpoch();
  }

  /** Many services in one query; one slot per id, in the order asked; null where nothing was found. */
  findServices(ids: readonly string[]): Promise<(ServiceRecord | null)[]> {
    return this.#findByIds(this.#models.services, ids);
  }

  /** Many members in one query; one slot per id, in the order asked; null where nothing was found. */
  findMembers(ids: readonly string[]): Promise<(MemberRecord | null)[]> {
    return this.#findByIds(this.#models.members, ids);
  }

  /** Local ids of the resources that are a member, who does what is booked of them. One query. @param member - Local id. */
  async findResourcesOf(member: string): Promise<string[]> {
    const found = await this.#models.resources
      .find({ member }, { _id: 1 })
      .maxTimeMS(this.#timeoutMs)
      .lean<{ readonly _id: string }[]>();
    return found.map(({ _id }) => _id);
  }

  /** Profiles by slug, in one query; a database has one at most. Null where nothing was found. */
  findCooperatives(ids: readonly string[]): Promise<(CooperativeRecord | null)[]> {
    return this.#findByIds(this.#models.cooperatives, ids);
  }

  /**
   * A page of the members by local id. Two queries, three with `after`.
   * @param after - Local id after which to go on; null from the start.
   */
  async findMemberPage(first: number, after: string | null): Promise<MemberPage> {
    const { members } = this.#models;
    const rows = members
      .find(after === null ? {} : { _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(first + 1)
      .maxTimeMS(this.#timeoutMs)
      .lean<MemberRecord[]>();
    const total = members.countDocuments({}).maxTimeMS(this.#timeoutMs);
    const before = after === null ? null : members.exists({ _id: { $lte: after } });
    const [found, totalCount, preceding] = await Promise.all([
      rows,
      total,
      before?.maxTimeMS(this.#timeoutMs) ?? null,
    ]);
    return {
      members: found.slice(0, first),
      totalCount,
      hasNextPage: found.length > first,
      hasPreviousPage: preceding !== null,
    };
  }

  /**
   * Says which fields of a member everybody may read. One query.
   * @param id - Local id.
   * @returns The member afterwards; null when there is none.
   */
  shareMember(id: string, opened: MemberRecord['public']): Promise<MemberRecord | null> {
    const fields = MEMBER_FIELDS.filter((field) => opened.includes(field));
    return this.#models.members
      .findOneAndUpdate({ _id: id }, { $set: { public: fields } }, { returnDocument: 'after' })
      .maxTimeMS(this.#timeoutMs)
      .lean<MemberRecord>()
      .exec();
  }

  /** A page of the change feed. One query when nothing is new, else three; three more when a change falls between them. */
  async findChanges(since: number, first: number): Promise<FeedPage> {
    for (let reading = 1; ; reading += 1) {
      const page = await this.#readChanges(since, first);
      const last = page.changes.at(-1)?.revision ?? since;
      if (page.hasMore || last >= page.revision || reading === MOST_READINGS) return page;
    }
  }

  /**
   * Revisions become visible in their order, as the transactions that take them conflict on the one `meta` document. Rows
   * are read after the latest revision and up to it only, so a row that changes in between is left for the next page and
   * none is passed over; if it was the last row, the page does not reach the latest revision. Only what a majority has stored
   * is read: a revision that was seen is never given out again.
   */
  async #readChanges(since: number, first: number): Promise<FeedPage> {
    const { epoch, revision } = await this.#history.read();
    if (since >= revision) return { epoch, revision, changes: [], hasMore: false };
    const range = { $gt: since, $lte: revision };
    const [cooperatives, services] = await Promise.all([
      this.#models.cooperatives
        .find({ _id: this.#cooperativeId, revision: range })
        .readConcern('majority')
        .maxTimeMS(this.#timeoutMs)
        .lean<CooperativeRecord[]>(),
      this.#models.services
        .find({ 'feed.revision': range })
        .sort({ 'feed.revision': 1 })
        .limit(first + 1)
        .readConcern('majority')
        .maxTimeMS(this.#timeoutMs)
        .lean<ServiceRecord[]>(),
    ]);
    const rows: FeedRow[] = [
      ...cooperatives.map((cooperative) => ({
        revision: cooperative.revision,
        cooperative,
        withdrawnAt: null,
      })),
      ...services.flatMap((service) => {
        if (service.feed === null) return [];
        const { withdrawnAt, revision: at } = service.feed;
        return [{ revision: at, service, withdrawnAt }];
      }),
    ];
    rows.sort((a, b) => a.revision - b.revision);
    const changes = takePage(rows, first);
    return { epoch, revision, changes, hasMore: rows.length > changes.length };
  }

  /**
   * Publishes or withdraws a service. Repeating it changes nothing.
   * @returns The service afterwards; null when there is none with this id.
   */
  publish(
    id: string,
    isPublished: boolean,
  ): Promise<{ readonly service: ServiceRecord; readonly hasChanged: boolean } | null> {
    const { cooperatives, services } = this.#models;
    const now = this.#clock.now();
    return this.#history.transact(async (transaction) => {
      const options = { session: transaction.session, maxTimeMS: this.#timeoutMs };
      const service = await services.findById(id, null, options).lean<ServiceRecord>();
      const owner = await cooperatives
        .findById(this.#cooperativeId, null, options)
        .lean<CooperativeRecord>();
      if (!service || service.isRemoved || !owner) return null;
      if (service.isPublished === isPublished) return { service, hasChanged: false };
      const revisions = new Revisions(transaction.meta.revision, now);
      const hoursOf = await readHours(this.#models, service.resources, options);
      const listing = isPublished ? createListing(service, owner, hoursOf) : null;
      const feed = nextFeedEntry(service.feed, listing, revisions);
      await this.#history.advance(transaction, revisions.latest);
      await services.updateOne({ _id: id }, { $set: { isPublished, feed } }, options);
      const summarized = await this.summaries.write(transaction, revisions, listing ? [id] : []);
      const written = summarized.get(id) ?? feed;
      return { service: { ...service, isPublished, feed: written }, hasChanged: true };
    });
  }

  /**
   * Makes the database hold what the file says, all or nothing. A dry run counts only.
   * @throws NetworkFileError when its bookings do not fit.
   */
  async import(file: CooperativeFile, isDryRun: boolean): Promise<ImportReport> {
    const report = await this.#moving.import(file, isDryRun);
    // A file from before may name somebody who was forgotten since.
    if (!isDryRun) await this.persons.repeat();
    return report;
  }

  /** All there is, as of one instant; holds that have run out are EXPIRED. */
  readAll(): Promise<Snapshot> {
    return this.#moving.readAll();
  }

  async #findByIds<Row extends { readonly _id: string }>(
    model: Model<Row>,
    ids: readonly string[],
  ): Promise<(Row | null)[]> {
    const query = model.find({ _id: { $in: ids } }).maxTimeMS(this.#timeoutMs);
    const found = await query.lean<Row[]>();
    const byId = new Map(found.map((row) => [row._id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }
}
