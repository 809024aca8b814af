import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Guards } from '../bookings/rows/guards.js';
import { resourceGuard } from '../bookings/rules/scope.js';
import type { History } from '../store/history.js';
import type { CalendarRecord, CooperativeRecord, ResourceRecord } from '../store/records.js';
import type { Models } from '../store/collections.js';
import type { Closure } from './read-busy-calendar.js';

const SECRET_BYTES = 32;

/** A resource that can have a calendar. */
export interface CalendarResource {
  /** Local id. */
  readonly _id: string;
  readonly kind: ResourceRecord['kind'];
  readonly size: number;
  /** Its cooperative's. */
  readonly timeZone: string;
}

/** What was done with closures. */
export type Replacement = 'replaced' | 'same' | 'no resource';

/** Resources and the closures that were imported from their own calendars. Ids are local ones. */
export class CalendarDataSource {
  constructor(
    private readonly models: Models,
    private readonly history: History,
    private readonly guards: Guards,
    private readonly timeoutMs: number,
  ) {}

  /**
   * The resource with an id, in two queries.
   * @param id - Null for any: the first two then, which is enough to know whether there is only one.
   */
  async findResources(id: string | null): Promise<CalendarResource[]> {
    const owners = this.models.cooperatives
      .find({}, { timeZone: 1 })
      .limit(1)
      .maxTimeMS(this.timeoutMs)
      .lean<Pick<CooperativeRecord, 'timeZone'>[]>();
    const resources = this.models.resources
      .find(id === null ? {} : { _id: id }, { kind: 1, size: 1 })
      .sort({ _id: 1 })
      .limit(2)
      .maxTimeMS(this.timeoutMs)
      .lean<Pick<ResourceRecord, '_id' | 'kind' | 'size'>[]>();
    const [[owner], found] = await Promise.all([owners, resources]);
    return owner ? found.map((resource) => ({ ...resource, timeZone: owner.timeZone })) : [];
  }

  /** Local ids of all workers, or of the one that is asked for, where it is a worker. One query. */
  async findWorkers(id: string | null, most: number): Promise<string[]> {
    const found = await this.models.resources
      .find({ kind: 'WORKER', ...(id !== null && { _id: id }) }, { _id: 1 })
      .sort({ _id: 1 })
      .limit(most)
      .maxTimeMS(this.timeoutMs)
      .lean<Pick<ResourceRecord, '_id'>[]>();
    return found.map(({ _id }) => _id);
  }

  /** The secret of which the keys of links are made; made when it is first wanted. One query, three then. */
  async linkSecret(): Promise<string> {
    const { linkSecret } = await this.history.read();
    if (linkSecret !== undefined) return linkSecret;
    await this.#writeLinkSecret({ linkSecret: { $exists: false } });
    return this.linkSecret();
  }

  /** Makes another secret: every link ends, and all get another. */
  async renewLinkSecret(): Promise<void> {
    await this.history.read();
    await this.#writeLinkSecret({});
  }

  async #writeLinkSecret(unless: object): Promise<void> {
    const linkSecret = randomBytes(SECRET_BYTES).toString('base64url');
    await this.models.meta
      .updateOne({ _id: 'meta', ...unless }, { $set: { linkSecret } })
      .maxTimeMS(this.timeoutMs);
  }

  /**
   * Replaces the closures of a resource in a transaction that conflicts with every hold on it. The same ones again write
   * nothing.
   */
  async replaceClosures(resource: string, closures: readonly Closure[]): Promise<Replacement> {
    const { resources, calendars } = this.models;
    const guard = [resourceGuard(resource)];
    await this.guards.create(guard);
    return this.history.transact(async (transaction) => {
      const options = { session: transaction.session, maxTimeMS: this.timeoutMs };
      const isThere = await resources.findById(resource, { _id: 1 }, options).lean();
      if (!isThere) return 'no resource';
      const before = await calendars.findById(resource, null, options).lean<CalendarRecord>();
      if (isDeepStrictEqual(before?.closures ?? [], closures)) return 'same';
      // Counts as a write of the rules: whoever keeps them in memory reads them anew.
      await this.history.advance(transaction, transaction.meta.revision);
      await this.guards.touch(guard, transaction.session);
      await calendars.replaceOne(
        { _id: resource },
        { _id: resource, closures: [...closures] },
        { ...options, upsert: true },
      );
      return 'replaced';
    });
  }
}
