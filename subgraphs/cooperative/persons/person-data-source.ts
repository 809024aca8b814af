import type { ClientSession } from 'mongoose';
import { FORGOTTEN } from '../../../schema/privacy.js';
import { Traces } from '../../shared/privacy/person.js';
import type { Clock } from '../../shared/process/clock.js';
import { Revisions } from '../listing/feed-entry.js';
import type { Models } from '../store/collections.js';
import type { ErasureRecord } from '../store/erasures.js';
import type { History, Transaction } from '../store/history.js';
import type { CooperativeRecord, MemberRecord } from '../store/records.js';
import {
  isBookedFor,
  isMember,
  isWaitedFor,
  ownContact,
  type Held,
  type NamedBooking,
  type NamedWaiting,
} from './held.js';

export interface PersonOptions {
  readonly models: Models;
  readonly history: History;
  readonly cooperativeId: string;
  readonly clock: Clock;
  /** Per query. */
  readonly timeoutMs: number;
}

/** A time; null where it has no such end. */
export interface Stretch {
  readonly from: Date | null;
  /** The first instant after it. */
  readonly before: Date | null;
}

const NOBODY: Held = { bookings: [], waiting: [], members: [], contact: {} };
const ROWS_A_TRIP = 1_000;

/**
 * Finds and forgets people in one cooperative's rows. For digests it goes through all of them: that is rarely asked for, and needs no
 * index.
 */
export class PersonDataSource {
  constructor(private readonly options: PersonOptions) {}

  /** Rows in which any of these people is named. Four queries. */
  async find(traces: Traces): Promise<Held> {
    const { models, cooperativeId, timeoutMs } = this.options;
    const owner = await models.cooperatives
      .findById(cooperativeId)
      .maxTimeMS(timeoutMs)
      .lean<CooperativeRecord>();
    if (owner === null) return NOBODY;
    const { country, contact } = owner;
    const members = await models.members.find().maxTimeMS(timeoutMs).lean<MemberRecord[]>();
    return {
      ...(await this.#findCustomers(traces)),
      members: members.filter((member) => isMember(member, country, traces)),
      contact: contact ? ownContact(contact, country, traces) : {},
    };
  }

  /**
   * Forgets people whom it has not forgotten yet, all or nothing, and keeps in mind that it has. One query when all are known.
   * @param erasures - With one key.
   * @returns What was forgotten: as it was, without what is not personal.
   */
  async erase(erasures: readonly ErasureRecord[]): Promise<Held> {
    const { models, history, timeoutMs } = this.options;
    const ids = erasures.map(({ _id }) => _id);
    const known = await models.erasures
      .find({ _id: { $in: ids } }, { _id: 1 })
      .maxTimeMS(timeoutMs)
      .lean<Pick<ErasureRecord, '_id'>[]>();
    const done = new Set(known.map(({ _id }) => _id));
    const fresh = erasures.filter(({ _id }) => !done.has(_id));
    const [first] = fresh;
    if (!first) return NOBODY;
    const held = await this.find(tracesOf(first.key, fresh));
    await history.transact(async (transaction) => {
      await this.#forget(held, transaction);
      const writes = fresh.map((replacement) => ({
        replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true },
      }));
      await models.erasures.bulkWrite(writes, {
        session: transaction.session,
        maxTimeMS: timeoutMs,
      });
    });
    return held;
  }

  /**
   * Forgets anew the customers whom it has forgotten: bookings may have come back by an import, or been confirmed by a command that was
   * under way. Members and contact are what the cooperative itself says of late.
   */
  async repeat(): Promise<void> {
    const { models, history, timeoutMs } = this.options;
    const known = await models.erasures.find().maxTimeMS(timeoutMs).lean<ErasureRecord[]>();
    for (const key of new Set(known.map((erasure) => erasure.key))) {
      const traces = tracesOf(
        key,
        known.filter((erasure) => erasure.key === key),
      );
      const held = { ...NOBODY, ...(await this.#findCustomers(traces)) };
      if (held.bookings.length + held.waiting.length === 0) continue;
      await history.transact((transaction) => this.#forget(held, transaction));
    }
  }

  /**
   * Sealed texts of known erasures, the latest first.
   * @param except - Ids of those that are left out.
   */
  async findSealed(
    except: readonly string[],
    { from, before }: Stretch,
    most: number,
  ): Promise<string[]> {
    const { models, timeoutMs } = this.options;
    const at = { ...(from && { $gte: from }), ...(before && { $lt: before }) };
    const found = await models.erasures
      .find({ _id: { $nin: [...except] }, sealed: { $ne: null }, ...((from ?? before) && { at }) })
      .sort({ at: -1, _id: -1 })
      .limit(most)
      .maxTimeMS(timeoutMs)
      .lean<{ readonly sealed: string }[]>();
    return found.map(({ sealed }) => sealed);
  }

  /** Takes erasures away of before a time: no backup is so old. */
  async forgetErasures(before: Date): Promise<void> {
    const { models, timeoutMs } = this.options;
    await models.erasures.deleteMany({ at: { $lt: before } }).maxTimeMS(timeoutMs);
  }

  async #findCustomers(traces: Traces): Promise<Pick<Held, 'bookings' | 'waiting'>> {
    const { models, timeoutMs } = this.options;
    const { onlyOrders } = traces;
    const isNamed = {
      customer: { $ne: null },
      ...(onlyOrders && { 'order.id': { $in: [...onlyOrders] } }),
    };
    const bookings: NamedBooking[] = [];
    const booked = models.bookings
      .find(isNamed, { customer: 1, order: 1, history: 1 })
      .maxTimeMS(timeoutMs)
      .lean<NamedBooking>()
      .cursor({ batchSize: ROWS_A_TRIP });
    for await (const booking of booked) if (isBookedFor(booking, traces)) bookings.push(booking);
    const waiting = await models.waiting
      .find(isNamed, { customer: 1, order: 1, since: 1 })
      .maxTimeMS(timeoutMs)
      .lean<NamedWaiting[]>();
    return { bookings, waiting: waiting.filter((entry) => isWaitedFor(entry, traces)) };
  }

  async #forget(
    { bookings, waiting, members, contact }: Held,
    transaction: Transaction,
  ): Promise<void> {
    const { models } = this.options;
    const { session } = transaction;
    if (Object.keys(contact).length > 0) await this.#forgetContact(contact, transaction);
    if (bookings.length > 0) {
      await models.bookings.updateMany(
        { _id: { $in: idsOf(bookings) } },
        { $set: { customer: null } },
        this.#within(session),
      );
    }
    for (const { _id, customer } of waiting) {
      // It goes on waiting, and a name may not be absent then.
      const nobody = {
        name: FORGOTTEN,
        phone: null,
        email: null,
        municipality: customer?.municipality,
      };
      await models.waiting.updateOne(
        { _id },
        { $set: { customer: nobody } },
        this.#within(session),
      );
    }
    if (members.length > 0) {
      await models.members.updateMany(
        { _id: { $in: idsOf(members) } },
        { $unset: { name: '', email: '', phone: '' }, $set: { languages: [], public: [] } },
        this.#within(session),
      );
    }
  }

  /** In the feed, so that the catalogue forgets it too. */
  async #forgetContact(contact: Held['contact'], transaction: Transaction): Promise<void> {
    const { models, history, cooperativeId, clock } = this.options;
    const revisions = new Revisions(transaction.meta.revision, clock.now());
    const revision = revisions.next();
    await history.advance(transaction, revisions.latest);
    const gone = Object.keys(contact).map((field): [string, ''] => [`contact.${field}`, '']);
    await models.cooperatives.updateOne(
      { _id: cooperativeId },
      { $unset: Object.fromEntries(gone), $set: { revision, updatedAt: revisions.now } },
      this.#within(transaction.session),
    );
  }

  #within(session: ClientSession) {
    return { session, maxTimeMS: this.options.timeoutMs };
  }
}

function tracesOf(key: string, erasures: readonly ErasureRecord[]): Traces {
  return new Traces(Buffer.from(key, 'base64url'), erasures);
}

function idsOf(rows: readonly { readonly _id: string }[]): string[] {
  return rows.map(({ _id }) => _id);
}
