import { setImmediate } from 'node:timers/promises';
import type { ClientSession, Connection } from 'mongoose';
import { ignoreDuplicateKey } from '../../shared/mongo/duplicate-key.js';
import { prepareCollections } from '../../shared/mongo/prepare-collections.js';
import { inTransaction } from '../../shared/mongo/transaction.js';
import { Gate } from '../../shared/turns/gate.js';
import type { CooperativeListing, FollowedService } from './listing.js';
import { createModels, type CatalogueModels } from './collections.js';
import type {
  CounterRecord,
  FeedPosition,
  ListName,
  ListRecord,
  RegisteredKey,
  RegistrationRecord,
  ServiceRecord,
  Standing,
} from './records.js';
import { businessIdOf } from './business-id-of.js';
import { isListed, stateChange, type StateChange } from './change-state.js';
import { registrationChange } from './registration-change.js';
import { isSameListing, STORED_DATES, type StoredDates } from './same-listing.js';

/** Rows of one page of a feed, and how the position moves by them. */
export interface PageToStore {
  readonly registration: Pick<RegistrationRecord, '_id' | 'url' | 'position'>;
  readonly position: FeedPosition;
  readonly services: readonly FollowedService[];
  /** When the page was read. */
  readonly now: Date;
  /** Null when the profile is not in this page. */
  readonly profile: CooperativeListing | null;
  /** Given when a reading from the start has reached its end: what it did not see is withdrawn as of then. */
  readonly withdrawUnseenAt: Date | null;
  readonly largestServiceCount: number;
}
export type PageOutcome = 'stored' | 'overtaken' | 'too-many' | 'business-id-taken';

const SERVICES_A_BATCH = 1_000;

/** Ends a transaction without an effect. */
class Abandoned extends Error {
  constructor(readonly outcome: PageOutcome) {
    super(outcome);
  }
}

/**
 * All reads and writes of the catalogue. Each transaction that changes something takes the next number of the one
 * counter first, so transactions conflict there and their numbers become visible in rising order: who has read up to
 * the counter's value has missed nothing.
 */
export class CatalogueDataSource {
  readonly #models: CatalogueModels;
  readonly #turn = new Gate(1);

  constructor(
    private readonly connection: Connection,
    private readonly timeoutMs: number,
  ) {
    this.#models = createModels(connection);
  }

  /**
   * Makes collections, indexes and the counter, where they are missing. The registry's revision begins at the second of
   * `now`, so that readers never take a new database's revisions for those of the one it replaced.
   */
  async prepare(now: Date): Promise<void> {
    const { services, registrations, lists, counters, leases } = this.#models;
    await prepareCollections([services, registrations, lists, counters, leases]);
    const registryRevision = Math.floor(now.getTime() / 1_000);
    const first = { sequence: 0, registryRevision, updatedAt: new Date(0) };
    await this.#models.counters
      .updateOne({ _id: 'changes' }, { $setOnInsert: first }, { upsert: true })
      .maxTimeMS(this.timeoutMs)
      .catch(ignoreDuplicateKey);
  }

  async loadCounter(): Promise<CounterRecord> {
    const query = this.#models.counters.findById('changes').maxTimeMS(this.timeoutMs);
    return await query.orFail().lean<CounterRecord>();
  }

  /** Those changed after number `after`. */
  async loadRegistrations(after: number): Promise<RegistrationRecord[]> {
    const query = this.#models.registrations.find({ sequence: { $gt: after } });
    return await query.maxTimeMS(this.timeoutMs).lean<RegistrationRecord[]>();
  }

  /** Those changed after number `after`. */
  async loadLists(after: number): Promise<ListRecord[]> {
    const query = this.#models.lists.find({ sequence: { $gt: after } });
    return await query.maxTimeMS(this.timeoutMs).lean<ListRecord[]>();
  }

  /**
   * Streams those changed after number `after` in batches, in no order. While one is used the next is on its way. At start that
   * is all of them, hence the longer limit.
   */
  async *streamServices(after: number): AsyncGenerator<readonly ServiceRecord[]> {
    const cursor = this.#models.services.collection.find(
      { sequence: { $gt: after } },
      { batchSize: SERVICES_A_BATCH, maxTimeMS: this.timeoutMs * 20 },
    );
    try {
      for (let first = await cursor.next(); first !== null;) {
        const batch = [first, ...cursor.readBufferedDocuments()] as unknown as ServiceRecord[];
        const next = cursor.next();
        // Who stops reading hears of no failure.
        next.catch(() => undefined);
        // Sends the question.
        await setImmediate();
        yield batch;
        first = await next;
      }
    } finally {
      await cursor.close();
    }
  }

  /** Registers cooperatives, or moves their endpoints; who stands there already is left alone. */
  async putRegistrations(urlById: ReadonlyMap<string, string>, now: Date): Promise<void> {
    if (urlById.size === 0) return;
    await this.#change(async (session) => {
      const query = this.#models.registrations.find({ _id: { $in: [...urlById.keys()] } }, null, {
        session,
      });
      const found = await query.maxTimeMS(this.timeoutMs).lean<RegistrationRecord[]>();
      const recordById = new Map(found.map((record) => [record._id, record]));
      const changes = [...urlById].flatMap(([id, url]) => {
        const set = registrationChange(recordById.get(id) ?? null, url, now);
        return set ? [{ id, set, upsert: !recordById.has(id) }] : [];
      });
      if (changes.length === 0) return;
      const sequence = await this.#nextSequence(session, 1);
      for (const { id, set, upsert } of changes) {
        const was = recordById.get(id)?.status;
        if (was === 'LEFT') await this.#moveServices(id, now, sequence, session);
        await this.#models.registrations
          .updateOne({ _id: id }, { $set: { ...set, sequence } }, { session, upsert })
          .maxTimeMS(this.timeoutMs);
      }
    });
  }

  /** Which other cooperative has a key with this id; null where none has. */
  async findKeyHolder(kid: string, id: string): Promise<string | null> {
    const query = this.#models.registrations.findOne({ 'publicKey.kid': kid, _id: { $ne: id } });
    const found = await query.maxTimeMS(this.timeoutMs).lean<RegistrationRecord>();
    return found?._id ?? null;
  }

  /** Keeps the public key of a cooperative that is registered; null takes it away. */
  putKey(id: string, publicKey: RegisteredKey | null): Promise<void> {
    return this.#change(async (session) => {
      const sequence = await this.#nextSequence(session, 0);
      await this.#models.registrations
        .updateOne({ _id: id }, { $set: { publicKey, sequence } }, { session })
        .maxTimeMS(this.timeoutMs);
    });
  }

  /** Notes whether the endpoint at an address knows how to be booked; nothing where the cooperative has moved. */
  putTakesBookings(id: string, url: string, takesBookings: boolean): Promise<void> {
    return this.#change(async (session) => {
      const sequence = await this.#nextSequence(session, 1);
      await this.#models.registrations
        .updateOne({ _id: id, url }, { $set: { takesBookings, sequence } }, { session })
        .maxTimeMS(this.timeoutMs);
    });
  }

  /** Carries out what an operator decided of a member. */
  putState(id: string, change: StateChange, now: Date): Promise<'done' | 'unknown' | 'left'> {
    return this.#change(async (session) => {
      const query = this.#models.registrations.findById(id, null, { session });
      const found = await query.maxTimeMS(this.timeoutMs).lean<RegistrationRecord>();
      if (found === null) return 'unknown';
      if (found.status === 'LEFT') return 'left';
      const set = stateChange(found, change, now);
      if (set === null) return 'done';
      const sequence = await this.#nextSequence(session, 1);
      await this.#models.registrations
        .updateOne({ _id: id }, { $set: { ...set, sequence } }, { session })
        .maxTimeMS(this.timeoutMs);
      const isMoved = set.status !== undefined && isListed(set.status) !== isListed(found.status);
      if (isMoved) await this.#moveServices(id, now, sequence, session);
      return 'done';
    });
  }

  /** Ends a cooperative's membership, if it has one. */
  endRegistration(id: string, reason: string, now: Date): Promise<void> {
    return this.#change(async (session) => {
      const query = this.#models.registrations.findById(id, null, { session });
      const found = await query.maxTimeMS(this.timeoutMs).lean<RegistrationRecord>();
      if (found === null || found.status === 'LEFT') return;
      const sequence = await this.#nextSequence(session, 1);
      const set = { status: 'LEFT', reason, since: now, sequence } as const;
      await this.#models.registrations
        .updateOne({ _id: id }, { $set: set }, { session })
        .maxTimeMS(this.timeoutMs);
      await this.#moveServices(id, now, sequence, session);
    });
  }

  /**
   * Writes where a cooperative stands now.
   * @param before - As it was when that was judged: a cooperative that was moved since, or put elsewhere, keeps its standing.
   */
  async putStanding(before: RegistrationRecord, standing: Standing): Promise<void> {
    const shown = ['status', 'reason', 'state', 'stateReason'] as const;
    const isShown = shown.some((field) => before[field] !== standing[field]);
    await this.#change(async (session) => {
      const sequence = await this.#nextSequence(session, isShown ? 1 : 0);
      await this.#models.registrations
        .updateOne(
          { _id: before._id, url: before.url, status: before.status, reason: before.reason },
          { $set: { ...standing, sequence } },
          { session },
        )
        .maxTimeMS(this.timeoutMs);
    });
  }

  /**
   * Stores a page's rows and the new position in one transaction, or nothing: `overtaken` when the position is no longer
   * where the page was read from, `too-many` when the cooperative would have more services than allowed, `business-id-taken`
   * when the profile names the number of another cooperative.
   */
  async storePage(page: PageToStore): Promise<PageOutcome> {
    try {
      return await this.#change((session) => this.#storePage(page, session));
    } catch (error) {
      if (error instanceof Abandoned) return error.outcome;
      throw error;
    }
  }

  async #storePage(page: PageToStore, session: ClientSession): Promise<PageOutcome> {
    const { registration, position, profile, withdrawUnseenAt } = page;
    // The registry tells the business id of a profile.
    const sequence = await this.#nextSequence(session, profile ? 1 : 0);
    if (profile && (await this.#isTaken(profile, session)))
      throw new Abandoned('business-id-taken');
    const added = await this.#replaceServices(page, sequence, session);
    if (withdrawUnseenAt) {
      const updatedAt = await this.#nextUpdatedAt(page.now, session);
      await this.#models.services
        .updateMany(
          { cooperative: registration._id, reading: { $ne: position.reading }, withdrawnAt: null },
          { $set: { withdrawnAt: withdrawUnseenAt, updatedAt, sequence } },
          { session },
        )
        .maxTimeMS(this.timeoutMs);
    }
    const { _id, url, position: from } = registration;
    const fromHere = from
      ? { 'position.reading': from.reading, 'position.revision': from.revision }
      : { position: null };
    const moved = await this.#models.registrations
      .findOneAndUpdate(
        { _id, url, ...fromHere },
        {
          $set: { position, sequence, ...(profile && { profile }) },
          $inc: { serviceCount: added },
        },
        { session, returnDocument: 'after' },
      )
      .maxTimeMS(this.timeoutMs)
      .lean<RegistrationRecord>();
    if (!moved) throw new Abandoned('overtaken');
    if (moved.serviceCount > page.largestServiceCount) throw new Abandoned('too-many');
    return 'stored';
  }

  /**
   * Gives what a cooperative has on offer a later `updatedAt` than any other, because it is listed no longer, or again: who walks by that
   * field learns of it.
   */
  async #moveServices(
    cooperative: string,
    now: Date,
    sequence: number,
    session: ClientSession,
  ): Promise<void> {
    const updatedAt = await this.#nextUpdatedAt(now, session);
    await this.#models.services
      .updateMany(
        { cooperative, withdrawnAt: null },
        { $set: { updatedAt, sequence } },
        { session },
      )
      .maxTimeMS(this.timeoutMs);
  }

  /** Whether another member has the business id of this profile. One query: profiles change seldom. */
  async #isTaken(profile: CooperativeListing, session: ClientSession): Promise<boolean> {
    const found = await this.#models.registrations
      .find({ _id: { $ne: profile.id }, status: { $ne: 'LEFT' } }, { profile: 1 }, { session })
      .maxTimeMS(this.timeoutMs)
      .lean<Pick<RegistrationRecord, 'profile'>[]>();
    const taken = found.map((record) => record.profile && businessIdOf(record.profile));
    return taken.includes(businessIdOf(profile));
  }

  /**
   * Services that differ from what is stored get an `updatedAt` later than any other, not their owner's: a change that comes
   * late, from an owner that was down or whose clock is slow, must not hide behind who walks by that field.
   * @returns How many of the services were not stored before.
   */
  async #replaceServices(
    { services, now, position: { reading } }: PageToStore,
    sequence: number,
    session: ClientSession,
  ): Promise<number> {
    if (services.length === 0) return 0;
    const storedById = await this.#findStored(services, session);
    const updatedAt = await this.#nextUpdatedAt(now, session);
    const operations = services.map(({ id, ...listing }) => {
      const stored = storedById.get(id);
      const isSame = stored !== undefined && isSameListing(stored, listing);
      const dates = {
        updatedAt: isSame ? stored.updatedAt : updatedAt,
        ownerUpdatedAt: listing.updatedAt,
      };
      const replacement = { _id: id, ...listing, ...dates, reading, sequence };
      return { replaceOne: { filter: { _id: id }, replacement, upsert: true } };
    });
    const options = { session, ordered: true, maxTimeMS: this.timeoutMs };
    return (await this.#models.services.bulkWrite(operations, options)).upsertedCount;
  }

  /**
   * Replaces imported lists, each as a whole and all or none of them.
   * @returns Those that differ from what was imported before.
   */
  putLists(lists: readonly Omit<ListRecord, 'sequence'>[]): Promise<ListName[]> {
    return this.#change(async (session) => {
      const query = this.#models.lists.find({}, { digest: 1 }, { session });
      const found = await query
        .maxTimeMS(this.timeoutMs)
        .lean<Pick<ListRecord, '_id' | 'digest'>[]>();
      const digestByName = new Map(found.map(({ _id, digest }) => [_id, digest]));
      const changed = lists.filter(({ _id, digest }) => digestByName.get(_id) !== digest);
      if (changed.length === 0) return [];
      const sequence = await this.#nextSequence(session, 0);
      for (const { _id, ...content } of changed) {
        await this.#models.lists
          .updateOne({ _id }, { $set: { ...content, sequence } }, { session, upsert: true })
          .maxTimeMS(this.timeoutMs);
      }
      return changed.map(({ _id }) => _id);
    });
  }

  async #findStored(
    services: readonly FollowedService[],
    session: ClientSession,
  ): Promise<Map<string, StoredDates>> {
    const ids = services.map(({ id }) => id);
    const found = await this.#models.services
      .find({ _id: { $in: ids } }, STORED_DATES, { session })
      .maxTimeMS(this.timeoutMs)
      .lean<StoredDates[]>();
    return new Map(found.map((stored) => [stored._id, stored]));
  }

  /** An instant later than any `updatedAt` so far: now, or a millisecond after the latest. Takes the counter first. */
  async #nextUpdatedAt(now: Date, session: ClientSession): Promise<Date> {
    const query = this.#models.counters.findById('changes', null, { session });
    const latest = await query.maxTimeMS(this.timeoutMs).orFail().lean<CounterRecord>();
    const updatedAt = new Date(Math.max(now.getTime(), latest.updatedAt.getTime() + 1));
    await this.#models.counters
      .updateOne({ _id: 'changes' }, { $set: { updatedAt } }, { session })
      .maxTimeMS(this.timeoutMs);
    return updatedAt;
  }

  /** @param revisions - By how much the registry's revision rises. */
  async #nextSequence(session: ClientSession, revisions: 0 | 1): Promise<number> {
    const { sequence } = await this.#models.counters
      .findOneAndUpdate(
        { _id: 'changes' },
        { $inc: { sequence: 1, registryRevision: revisions } },
        { session, returnDocument: 'after' },
      )
      .maxTimeMS(this.timeoutMs)
      .orFail()
      .lean<CounterRecord>();
    return sequence;
  }

  /** One transaction, tried again when it conflicts: `work` may run several times. */
  #change<Result>(work: (session: ClientSession) => Promise<Result>): Promise<Result> {
    // In turn, for all of them meet at the counter: at once they would only make one another start again.
    return this.#turn.run(() => inTransaction(this.connection, work));
  }
}
